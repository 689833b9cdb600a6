import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
  const about = { shape: [height, width], chunkShape: [CHUNK, CHUNK], dtype: "float32", names: ["y", "x"] };
  const terrain = new Terrain(seed, Math.max(height, width));
  return writeOnce(path, about, function* () {
    for (let row = 0; row < height; row += CHUNK) {
      for (let column = 0; column < width; column += CHUNK) {
        // Also beyond the border: Zarr's chunks are all whole.
        yield { key: [row / CHUNK, column / CHUNK], cells: terrain.window(row, column, CHUNK, CHUNK) };
      }
    }
  });
}

const STEPS = 12;

/** The same with `steps` time steps, in int16: every step is the first one and its number. Chunks of 12 × 512 × 512. */
export async function cubeZarr(folder, { seed, steps, side }) {
  const path = join(folder, `cube-${seed}-${steps}x${side}x${side}.zarr`);
  const names = ["time", "y", "x"];
  const about = { shape: [steps, side, side], chunkShape: [STEPS, CHUNK, CHUNK], dtype: "int16", names };
  const terrain = new Terrain(seed, side);
  return writeOnce(path, about, function* () {
    for (let row = 0; row < side; row += CHUNK) {
      for (let column = 0; column < side; column += CHUNK) {
        const first = terrain.window(row, column, CHUNK, CHUNK);
        for (let step = 0; step < steps; step += STEPS) {
          const cells = new Int16Array(STEPS * first.length);
          for (let i = 0; i < cells.length; i++) {
            const value = first[i % first.length];
            cells[i] = value === NODATA ? NODATA : value + step + Math.floor(i / first.length);
          }
          yield { key: [step / STEPS, row / CHUNK, column / CHUNK], cells };
        }
      }
    }
  });
}

/** Writes an array unless it is there; half of one is never found. */
async function writeOnce(path, about, chunks) {
  if (existsSync(path)) return path;
  const staging = `${path}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const { codec, encode } = await compressor();
  writeFileSync(join(staging, "zarr.json"), JSON.stringify(metadata(about, codec)));
  for (const { key, cells } of chunks()) {
    const file = join(staging, "c", ...key.map(String));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await encode(new Uint8Array(cells.buffer)));
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

function metadata({ shape, chunkShape, dtype, names }, codec) {
  // xarray's way to write the _FillValue of floats: a float64 in base64.
  const nodata = dtype === "float32" ? Buffer.from(Float64Array.of(NODATA).buffer).toString("base64") : NODATA;
  return {
    zarr_format: 3,
    node_type: "array",
    shape,
    data_type: dtype,
    chunk_grid: { name: "regular", configuration: { chunk_shape: chunkShape } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: NODATA,
    codecs: [{ name: "bytes", configuration: { endian: "little" } }, codec],
    dimension_names: names,
    attributes: { _FillValue: nodata },
  };
}
