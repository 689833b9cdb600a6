import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { registry } from "zarrita";
import { NODATA, Terrain } from "./terrain.mjs";

const CHUNK = 512;

/**
 * A Zarr v3 array of terrain in `folder`, written on first use: float32, chunks of 512 × 512, zstd (gzip where numcodecs
 * has no encoder). Its name holds what it is made of, so that other sizes lie beside it.
 */
export async function terrainZarr(folder, { seed, height, width }) {
  const path = join(folder, `terrain-${seed}-${height}x${width}.zarr`);
  if (existsSync(path)) return path;
  const staging = `${path}.${process.pid}`;
  mkdirSync(join(staging, "c"), { recursive: true });
  const { codec, encode } = await compressor();
  writeFileSync(join(staging, "zarr.json"), JSON.stringify(metadata(height, width, codec)));
  const terrain = new Terrain(seed, Math.max(height, width));
  for (let row = 0; row < height; row += CHUNK) {
    mkdirSync(join(staging, "c", `${row / CHUNK}`));
    for (let column = 0; column < width; column += CHUNK) {
      const cells = terrain.window(row, column, CHUNK, CHUNK); // also beyond the border: Zarr's chunks are all whole
      writeFileSync(
        join(staging, "c", `${row / CHUNK}`, `${column / CHUNK}`),
        await encode(new Uint8Array(cells.buffer)),
      );
    }
  }
  rmSync(path, { recursive: true, force: true });
  renameSync(staging, path);
  return path;
}

async function compressor() {
  const zstd = await registry.get("zstd")?.();
  if (!zstd) return { codec: { name: "gzip", configuration: { level: 5 } }, encode: (bytes) => gzipSync(bytes) };
  const configuration = { level: 3, checksum: false };
  const encoder = zstd.fromConfig(configuration);
  return { codec: { name: "zstd", configuration }, encode: (bytes) => encoder.encode(bytes) };
}

function metadata(height, width, codec) {
  // xarray's way to write the _FillValue of floats: a float64 in base64.
  const nodata = Buffer.from(Float64Array.of(NODATA).buffer).toString("base64");
  return {
    zarr_format: 3,
    node_type: "array",
    shape: [height, width],
    data_type: "float32",
    chunk_grid: { name: "regular", configuration: { chunk_shape: [CHUNK, CHUNK] } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: NODATA,
    codecs: [{ name: "bytes", configuration: { endian: "little" } }, codec],
    dimension_names: ["y", "x"],
    attributes: { _FillValue: nodata },
  };
}
