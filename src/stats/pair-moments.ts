import base64 from "../../wasm/moments.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import type { ExactSums } from "./exact-sums.ts";
import { MOST_ROWS, type Moment, type PowerSums, type Scaling } from "./power-sums.ts";

/** What wasm/moments.ts exports. */
type Compiled = { readonly memory: WebAssembly.Memory } & {
  readonly place: (found: number, weights: number, sums: number, squares: number, end: number) => void;
  readonly setScaling: (scale: number, offset: number) => void;
} & { readonly [Name in Moment]: (rows: number) => void };

/** Where in memory what is found begins, in doubles. */
const FOUND = 512;
/** Memory that may stay. */
const KEPT_BYTES = 2 ** 20;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), KEPT_BYTES);

/** The numbers of `Moments` by pairs of doubles in WebAssembly, some ten times as fast as by bigints. */
export class PairMoments {
  readonly #scaling: Scaling;
  /** Of Σ w, Σ w·x and Σ w·x². */
  readonly #sums: readonly (ExactSums | Float64Array | null)[];

  constructor({ weight, sum, squares }: PowerSums, scaling: Scaling) {
    this.#sums = [weight, sum, squares];
    this.#scaling = scaling;
  }

  /** A number of so many rows, at most 256, from `first` on, until it is asked again; NaN where it is not certain. */
  find(moment: Moment, first: number, rows: number): Float64Array {
    const compiled = instances.take();
    if (!compiled) return nothing(rows);
    if (!reserve(compiled.memory, 8 * (FOUND + MOST_ROWS * (1 + this.#columns)))) {
      instances.keep(compiled);
      return nothing(rows);
    }
    const doubles = new Float64Array(compiled.memory.buffer);
    const places: number[] = [];
    let at = FOUND + MOST_ROWS;
    for (let i = 0; i < this.#sums.length; i++) {
      places.push(8 * at);
      at = putSums(doubles, at, this.#sums[i], first, rows);
    }
    compiled.place(8 * FOUND, places[0], places[1], places[2], 8 * at);
    compiled.setScaling(this.#scaling.scale, this.#scaling.offset);
    compiled[moment](rows);
    instances.keep(compiled);
    return doubles.subarray(FOUND, FOUND + rows);
  }

  get #columns(): number {
    let columns = 0;
    for (const sums of this.#sums)
      columns += sums === null || sums instanceof Float64Array ? 1 : sums.components.length + 1;
    return columns;
  }
}

function nothing(rows: number): Float64Array {
  return new Float64Array(rows).fill(Number.NaN);
}

/** Puts the columns that add up to sums behind each other; of sums that there are not, NaN. @returns the place after the last */
function putSums(
  doubles: Float64Array,
  at: number,
  sums: ExactSums | Float64Array | null,
  first: number,
  rows: number,
): number {
  if (sums === null) {
    doubles.fill(Number.NaN, at, at + rows);
    return at + MOST_ROWS;
  }
  if (sums instanceof Float64Array) return putColumn(doubles, at, sums, first, rows);
  let next = at;
  for (let i = 0; i < sums.components.length; i++) next = putColumn(doubles, next, sums.components[i], first, rows);
  const end = putColumn(doubles, next, sums.nonfinite, first, rows);
  // What is beyond doubles is not certain either.
  if (sums.spill.size > 0) {
    for (let i = 0; i < rows; i++) if (sums.spill.has(first + i)) doubles[next + i] = Number.NaN;
  }
  return end;
}

function putColumn(doubles: Float64Array, at: number, column: Float64Array, first: number, rows: number): number {
  // The call of a built-in costs more than a few doubles.
  if (rows > 8) doubles.set(column.subarray(first, first + rows), at);
  else for (let i = 0; i < rows; i++) doubles[at + i] = column[first + i];
  return at + MOST_ROWS;
}
