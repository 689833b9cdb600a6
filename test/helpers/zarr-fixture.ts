import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll } from "vitest";

/** Files of a Zarr by key ("v/zarr.json"): objects are written as JSON. */
export type ZarrFiles = Record<string, object | Uint8Array>;

export function encodeFiles(files: ZarrFiles): Map<string, Uint8Array> {
  return new Map(
    Object.entries(files).map(([key, content]) => [
      key,
      content instanceof Uint8Array ? content : new TextEncoder().encode(JSON.stringify(content)),
    ]),
  );
}

/** Writes a Zarr into a new temporary folder, removed after the test file; returns its path. */
export async function writeZarr(files: ZarrFiles): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rastrum-zarr-"));
  afterwards.push(folder);
  for (const [key, content] of encodeFiles(files)) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

const afterwards: string[] = [];
afterAll(async () => {
  for (const folder of afterwards.splice(0)) await rm(folder, { recursive: true, force: true });
});

export const group = (attributes: object = {}) => ({ zarr_format: 3, node_type: "group", attributes });

/** A v3 array in one chunk or more, uncompressed and little-endian unless `more` says otherwise. */
export function arrayV3(
  shape: number[],
  dtype: string,
  names: (string | null)[] | null,
  more: Record<string, unknown> = {},
) {
  const { chunks = shape, ...rest } = more;
  return {
    zarr_format: 3,
    node_type: "array",
    shape,
    data_type: dtype,
    chunk_grid: { name: "regular", configuration: { chunk_shape: chunks } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: 0,
    codecs: [{ name: "bytes", configuration: { endian: "little" } }],
    ...(names ? { dimension_names: names } : {}),
    attributes: {},
    ...rest,
  };
}

export function arrayV2(shape: number[], dtype: string, more: Record<string, unknown> = {}) {
  return {
    zarr_format: 2, shape, chunks: shape, dtype, compressor: null, fill_value: null, order: "C", filters: null, ...more,
  }; // biome-ignore format: one record
}

export function bytesOf(data: ArrayBufferView): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

export const gzip = (data: ArrayBufferView) => new Uint8Array(gzipSync(bytesOf(data)));

/** A 1-D coordinate with its only chunk, as files of the folder `name`. */
export function coordinate(name: string, values: number[], attributes: object = {}): ZarrFiles {
  return {
    [`${name}/zarr.json`]: arrayV3([values.length], "float64", [name], { attributes }),
    [`${name}/c/0`]: bytesOf(Float64Array.from(values)),
  };
}
