import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NODATA, Terrain } from "./terrain.mjs";
import { starZones } from "./zones.mjs";

/** Cells of 2^-7 degrees: pixel coordinates are exact in both directions, and cells have areas on the globe. */
const DEGREES = 2 ** -7;
const CHUNK = 512;
const CLASSES = 12;

/** Zones of some 20,000 cells. Memory is measured on a larger raster than time, since the process alone takes 70 MiB. */
export const sizes = {
  time: { side: 1024, zones: 75 },
  memory: { side: 2048, zones: 300 },
  quick: { side: 256, zones: 20 },
};

/** Seeded cells of each raster, `side` × `side`. */
const cells = {
  /** float32, nearly every value another, 8% nodata. */
  terrain: (side) => new Terrain(1, side).window(0, 0, side, side),
  /** uint8, patches of 12 classes, 0 is nodata. */
  land: (side) => Uint8Array.from(cells.terrain(side), (v) => (v === NODATA ? 0 : 1 + (Math.floor(v / 9) % CLASSES))),
  /** float32 on the same grid, what a second raster weighs by. */
  weights: (side) => new Terrain(2, side).window(0, 0, side, side).map((v) => (v === NODATA ? 0 : v)),
};

const nodata = { terrain: NODATA, land: 0, weights: null };
const arrays = { terrain: Float32Array, land: Uint8Array, weights: Float32Array };

/**
 * Rasters in memory (chunks of 512²) and zones over them. Cells are made on first use and kept as raw files in `folder`,
 * so that a child process has them at once; no run reads the disk while it is timed.
 */
export function statisticsData({ memoryRaster }, folder, { side, zones: count }) {
  const transform = [DEGREES, 0, 0, 0, -DEGREES, 0];
  const rasters = new Map();
  const raster = (name) => {
    if (!rasters.has(name)) {
      const options = { data: keptCells(folder, name, side), nodata: nodata[name], width: side, height: side };
      rasters.set(name, memoryRaster({ ...options, transform, crs: "EPSG:4326", chunkShape: [CHUNK, CHUNK] }));
    }
    return rasters.get(name);
  };
  const zones = starZones({ seed: 4, count, height: side, width: side, transform });
  return { zones, raster, options: (named) => withRasters(named, raster) };
}

/** Rasters are named in the options of a case: `{ weights: "weights" }`. */
function withRasters(options, raster) {
  const found = { ...options };
  for (const key of ["weights", "classes"]) if (key in found) found[key] = raster(found[key]);
  return found;
}

function keptCells(folder, name, side) {
  const path = join(folder, `statistics-${name}-${side}.bin`);
  if (!existsSync(path)) {
    const made = cells[name](side);
    writeFileSync(`${path}.${process.pid}`, made);
    renameSync(`${path}.${process.pid}`, path);
  }
  const bytes = readFileSync(path);
  const own = new Uint8Array(bytes); // aligned, and of this array alone
  return new arrays[name](own.buffer);
}
