import { createRandom } from "./random.mjs";

export const NODATA = -9999;
const LATTICE = 64;
const OCTAVES = 6;

/** Heights of a seeded landscape: value noise of several octaves, smooth as terrain is, with seas of nodata. */
export class Terrain {
  #heights;
  #size;

  /** @param size cells along the longer side: the first octave spans a quarter of it. */
  constructor(seed, size) {
    const random = createRandom(seed);
    this.#heights = Float64Array.from({ length: LATTICE * LATTICE }, random);
    this.#size = size;
  }

  /** One value of the raster, about 8% of them nodata; a multiple of 2^-13, so that sums can be checked exactly. */
  at(row, column) {
    let height = 0;
    let amplitude = 1;
    let frequency = 4 / this.#size;
    for (let octave = 0; octave < OCTAVES; octave++) {
      height += amplitude * this.#noise(row * frequency, column * frequency + 17 * octave);
      amplitude *= 0.45;
      frequency *= 2.7;
    }
    return height < 0.58 ? NODATA : Math.fround(Math.round((height - 0.5) * 1500 * 8192) / 8192);
  }

  /** Cells of a window, C order. */
  window(row, column, height, width) {
    const cells = new Float32Array(height * width);
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++) cells[r * width + c] = this.at(row + r, column + c);
    }
    return cells;
  }

  /** Noise on a lattice that repeats: bilinear between its points, eased so that slopes are continuous. */
  #noise(y, x) {
    const row = Math.floor(y);
    const column = Math.floor(x);
    const down = ease(y - row);
    const right = ease(x - column);
    const top = (row % LATTICE) * LATTICE;
    const bottom = ((row + 1) % LATTICE) * LATTICE;
    const left = column % LATTICE;
    const next = (column + 1) % LATTICE;
    const heights = this.#heights;
    const above = heights[top + left] + right * (heights[top + next] - heights[top + left]);
    const below = heights[bottom + left] + right * (heights[bottom + next] - heights[bottom + left]);
    return above + down * (below - above);
  }
}

function ease(t) {
  return t * t * (3 - 2 * t);
}
