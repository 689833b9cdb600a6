import { createRandom } from "./random.mjs";

const SIDE = 8192;
/** Where cells inside zones should not count for much. */
const SMALL_SIDE = 4096;

/**
 * What is doubled, step by step: `sizes` of it, and of each the data of a job. All rasters are uint8 in memory, in the
 * zones' coordinates: cell (row i, column j) covers [j, j + 1) × [i, i + 1).
 */
export const series = {
  cells: {
    about: "cells inside one zone, in chunks of 512²",
    sizes: doublings(2 ** 22, 5),
    make(cells) {
      const side = Math.sqrt(cells);
      return { zones: collection([rectangle(0, 0, side, side)]), raster: { side: SIDE, chunk: 512 } };
    },
  },
  boundary: {
    about: "vertices of one zone, as many cells on its boundary",
    sizes: doublings(62_500, 5),
    make: (vertices) => ({ zones: collection([wiggle(vertices)]), raster: { side: SMALL_SIDE, chunk: 512 } }),
  },
  "boundary by fraction": {
    about: "the same by covered fraction",
    sizes: doublings(62_500, 5),
    make: (vertices) => ({ ...series.boundary.make(vertices), rule: "fraction" }),
  },
  chunks: {
    about: "chunks that one zone has cells in, and as many cells",
    sizes: doublings(256, 5),
    make(chunks) {
      const height = chunks / 2; // every 16 rows have 32 chunks of 16 × 256 cells
      const zones = collection([rectangle(0, 0, SIDE, height)]);
      return { zones, raster: { side: SIDE, chunk: 16, across: 256 } };
    },
  },
  zones: {
    about: "zones of four cells or so",
    sizes: doublings(62_500, 5),
    make(zones) {
      return { zones: smallZones(zones), raster: { side: SIDE, chunk: 512 } };
    },
  },
  "zones by fraction": {
    about: "the same by covered fraction",
    sizes: doublings(62_500, 5),
    make: (zones) => ({ ...series.zones.make(zones), rule: "fraction" }),
  },
};

export function rasterOf({ memoryRaster }, { side, chunk, across = chunk }) {
  const data = new Uint8Array(side * side);
  for (let i = 0; i < data.length; i++) data[i] = (i * 31 + (i >> 12)) % 251;
  return memoryRaster({ data, width: side, height: side, transform: [1, 0, 0, 0, 1, 0], chunkShape: [chunk, across] });
}

function doublings(from, count) {
  return Array.from({ length: count }, (_, i) => from * 2 ** i);
}

/** As text, which is read as a file would be. */
function collection(rings) {
  const feature = (ring) =>
    `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[${ring.join(",")}]]}}`;
  return `{"type":"FeatureCollection","features":[${rings.map(feature).join(",")}]}`;
}

function rectangle(left, top, right, bottom) {
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]]; // biome-ignore format: one line
  return corners.map(([x, y]) => position(x, y));
}

/** To a thousandth of a cell. */
function position(x, y) {
  return `[${Math.round(1000 * x) / 1000},${Math.round(1000 * y) / 1000}]`;
}

/** A circle whose radius swings by a tenth, 400 vertices a swing, so that an edge is a cell long whatever their number. */
function wiggle(vertices) {
  const middle = SMALL_SIDE / 2;
  const waves = vertices / 400;
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    const radius = middle * (0.8 + 0.1 * Math.sin(waves * angle));
    return position(middle + radius * Math.cos(angle), middle + radius * Math.sin(angle));
  });
  return [...ring, ring[0]];
}

/** Squares that are turned a little, one on every four by four cells, row by row. */
function smallZones(count) {
  const random = createRandom(5);
  const across = SIDE / 4;
  return collection(
    Array.from({ length: count }, (_, i) => {
      const x = 4 * (i % across) + random();
      const y = 4 * Math.floor(i / across) + random();
      const turn = random() / 2;
      const corners = [[x, y], [x + 2, y + turn], [x + 2 - turn, y + 2], [x, y + 2 - turn], [x, y]]; // biome-ignore format: one line
      return corners.map(([px, py]) => position(px, py));
    }),
  );
}
