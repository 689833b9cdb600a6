import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NODATA, Terrain } from "./terrain.mjs";
import { starZones } from "./zones.mjs";

const SIDE = 2048;
const CHUNK = 512;
const SLICES = 12;

/** A Zarr of 12 × 2048² float32 cells, uncompressed, 512 × 512 a chunk with `depth` slices each; made on first use. */
export function liveZarr(folder, depth) {
  const name = `live-${depth}.zarr`;
  const path = join(folder, name);
  if (existsSync(path)) return name;
  const staging = `${path}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(staging, "zarr.json"), JSON.stringify(metadata(depth)));
  const terrain = new Terrain(1, SIDE);
  for (let row = 0; row < SIDE; row += CHUNK) {
    for (let column = 0; column < SIDE; column += CHUNK) {
      const first = terrain.window(row, column, CHUNK, CHUNK);
      for (let slice = 0; slice < SLICES; slice += depth) {
        const cells = new Float32Array(depth * first.length);
        for (let own = 0; own < depth; own++)
          cells.set(
            first.map((value) => later(value, slice + own)),
            own * first.length,
          );
        const chunk = join(staging, "c", `${slice / depth}`, `${row / CHUNK}`);
        mkdirSync(chunk, { recursive: true });
        writeFileSync(join(chunk, `${column / CHUNK}`), new Uint8Array(cells.buffer));
      }
    }
  }
  rmSync(path, { recursive: true, force: true });
  renameSync(staging, path);
  return name;
}

/** Another value for each slice, of as many bits as a float32 has. */
function later(value, slice) {
  return value === NODATA ? value : Math.fround(value * (1 + slice / 7) + slice);
}

function metadata(depth) {
  return {
    zarr_format: 3,
    node_type: "array",
    shape: [SLICES, SIDE, SIDE],
    data_type: "float32",
    chunk_grid: { name: "regular", configuration: { chunk_shape: [depth, CHUNK, CHUNK] } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: NODATA,
    codecs: [{ name: "bytes", configuration: { endian: "little" } }],
    dimension_names: ["time", "y", "x"],
    attributes: { _FillValue: Buffer.from(Float64Array.of(NODATA).buffer).toString("base64") },
  };
}

/** 3,000 zones as GeoJSON in cells: the first has 500 vertices and a third of all cells, the others are small. */
export function liveZones() {
  const ring = Array.from({ length: 500 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 500;
    const radius = 680 * (1 + 0.15 * Math.sin(5 * angle) + 0.03 * Math.sin(47 * angle));
    return [SIDE / 2 + radius * Math.cos(angle), SIDE / 2 + radius * Math.sin(angle)];
  });
  const geometry = { type: "Polygon", coordinates: [[...ring, ring[0]]] };
  const transform = [1, 0, 0, 0, 1, 0];
  const { features } = starZones({ seed: 2, count: 2999, height: SIDE, width: SIDE, transform });
  const all = [{ type: "Feature", id: "dragged", properties: {}, geometry }, ...features];
  return { type: "FeatureCollection", features: all };
}
