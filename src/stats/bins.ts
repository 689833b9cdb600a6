import type { KeptBytes } from "../plan/passes.ts";
import { addExact, createExactSums, type ExactSums, roundedTotal } from "./exact-sums.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { OrdinalRange } from "./ordinal-range.ts";
import { type Cells, MOST_ORDINALS } from "./ordinals.ts";

/** Takes cells of a group as they are read. */
export interface Taker {
  /** What it takes of memory, at most. */
  readonly bytes: number;
  take(cells: KeptRow): void;
}

/** What must be known of cells beside their values. */
export interface CellFacts {
  /** Whether cells weigh other than 1, and whether a second raster gives them weights, too. */
  readonly weighed: boolean;
  readonly products: boolean;
  readonly bytes: KeptBytes;
}

/** Cells of a group in bins of neighbouring ordinals. */
export interface Level {
  readonly length: number;
  readonly cells: ArrayLike<number>;
  /** What the cells of a bin take where they are kept. */
  bytesOf(bin: number): number;
  /** The ordinal that all cells of a bin have; null where they differ. */
  onlyOrdinal(bin: number): bigint | null;
  /** Least and greatest ordinal that a cell of a bin may have. */
  boundsOf(bin: number): readonly [least: bigint, greatest: bigint];
  /** Of all cells of a bin, rounded once. */
  weightOf(bin: number): number;
  productOf(bin: number): number;
}

const bins = new Int32Array(MOST_ORDINALS);

/** Bins whose cells are counted as they are read, with their weights as exact sums. */
export class Bins implements Level, Taker {
  readonly bytes: number;
  readonly cells: Float64Array;
  readonly #range: OrdinalRange;
  readonly #facts: CellFacts;
  /** What the partial cells of a bin take more than if they were whole. */
  readonly #moreBytes: Float64Array;
  /** The ordinal of a cell of each bin, in two words, and whether there are others. */
  readonly #firsts: Uint32Array;
  readonly #differ: Uint8Array;
  readonly #weights: ExactSums | null;
  readonly #products: ExactSums | null;

  constructor(range: OrdinalRange, facts: CellFacts) {
    const { length } = range;
    this.#range = range;
    this.#facts = facts;
    this.cells = new Float64Array(length);
    this.#moreBytes = new Float64Array(length);
    this.#firsts = new Uint32Array(2 * length);
    this.#differ = new Uint8Array(length);
    this.#weights = facts.weighed ? createExactSums(length) : null;
    this.#products = facts.products ? createExactSums(length) : null;
    this.bytes = length * bytesOfBin(facts);
  }

  get length(): number {
    return this.#range.length;
  }

  take({ whole, partial, coverage, weights }: KeptRow): void {
    for (const cells of whole) {
      this.#count(cells, (bin) => {
        if (this.#weights) addExact(this.#weights, bin, 1);
      });
    }
    const { bytes } = this.#facts;
    this.#count(partial, (bin, i) => {
      this.#moreBytes[bin] += bytes.partial - bytes.whole;
      if (this.#weights) addExact(this.#weights, bin, coverage[i]);
      if (this.#products) addExact(this.#products, bin, weights[i] * coverage[i]);
    });
  }

  bytesOf(bin: number): number {
    return this.cells[bin] * this.#facts.bytes.whole + this.#moreBytes[bin];
  }

  onlyOrdinal(bin: number): bigint | null {
    if (this.#differ[bin] === 1) return null;
    return (BigInt(this.#firsts[2 * bin + 1]) << 32n) | BigInt(this.#firsts[2 * bin]);
  }

  boundsOf(bin: number): readonly [bigint, bigint] {
    return this.#range.boundsOf(bin);
  }

  weightOf(bin: number): number {
    return this.#weights ? roundedTotal(this.#weights, bin) : this.cells[bin];
  }

  productOf(bin: number): number {
    return this.#products ? roundedTotal(this.#products, bin) : Number.NaN;
  }

  #count(cells: Cells, weigh: (bin: number, cell: number) => void): void {
    for (let from = 0; from < cells.length; from += MOST_ORDINALS) {
      const to = Math.min(cells.length, from + MOST_ORDINALS);
      const ordinals = this.#range.find(bins, cells, from, to);
      for (let i = 0; i < to - from; i++) {
        const bin = bins[i];
        if (bin < 0) continue;
        const [low, high] = [ordinals[2 * i], ordinals[2 * i + 1]];
        if (this.cells[bin]++ === 0) {
          this.#firsts[2 * bin] = low;
          this.#firsts[2 * bin + 1] = high;
        } else if (this.#firsts[2 * bin] !== low || this.#firsts[2 * bin + 1] !== high) this.#differ[bin] = 1;
        weigh(bin, from + i);
      }
    }
  }
}

/** Bytes of memory: a count and what is found of values, and two to three doubles for each kind of sum. */
export function bytesOfBin({ weighed, products }: CellFacts): number {
  return 8 + 8 + 8 + 1 + (weighed ? 32 : 0) + (products ? 32 : 0);
}
