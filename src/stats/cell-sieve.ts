import type { CellArray } from "../source/source.ts";
import type { Taker } from "./bins.ts";
import { KeptCells, type KeptRow } from "./kept-cells.ts";
import type { OrdinalRange } from "./ordinal-range.ts";
import { MOST_ORDINALS } from "./ordinals.ts";
import type { Value } from "./section.ts";

/** In place of kept cells: gives those of each row to who asked for them, and forgets the others. */
export class CellSieve extends KeptCells {
  readonly #takerOf: (row: number) => Taker | null;
  readonly #refuse: () => Error;

  /** @param refuse what to say where somebody asks for the cells of a row all at once */
  constructor(takerOf: (row: number) => Taker | null, refuse: () => Error) {
    super();
    this.#takerOf = takerOf;
    this.#refuse = refuse;
  }

  override combine(into: number, other: KeptCells, from: number): void {
    if (other === this) return;
    const cells = other.row(from);
    if (cells) this.#takerOf(into)?.take(cells);
  }

  override inColumns(): null {
    return null;
  }

  override passOn(): never {
    throw this.#refuse();
  }

  override row(): never {
    throw this.#refuse();
  }
}

const bins = new Int32Array(MOST_ORDINALS);

/** Keeps the cells whose ordinals are in a range. */
export class CellsInRange implements Taker {
  readonly bytes: number;
  readonly kept = {
    whole: [] as CellArray[],
    partial: [] as Value[],
    coverage: [] as number[],
    weights: [] as number[],
    ids: [],
  };
  readonly #range: OrdinalRange;

  constructor(range: OrdinalRange, bytes: number) {
    this.#range = range;
    this.bytes = bytes;
  }

  take({ whole, partial, coverage, weights }: KeptRow): void {
    for (const cells of whole) this.#takeWhole(cells);
    const { kept } = this;
    for (let from = 0; from < partial.length; from += MOST_ORDINALS) {
      const to = Math.min(partial.length, from + MOST_ORDINALS);
      this.#range.find(bins, partial, from, to);
      for (let i = from; i < to; i++) {
        if (bins[i - from] < 0) continue;
        kept.partial.push(partial[i]);
        kept.coverage.push(coverage[i]);
        if (weights.length > 0) kept.weights.push(weights[i]);
      }
    }
  }

  #takeWhole(cells: CellArray): void {
    for (let from = 0; from < cells.length; from += MOST_ORDINALS) {
      const to = Math.min(cells.length, from + MOST_ORDINALS);
      this.#range.find(bins, cells, from, to);
      let length = 0;
      for (let i = 0; i < to - from; i++) if (bins[i] >= 0) bins[length++] = i;
      if (length === 0) continue;
      const taken = cells.slice(from, from + length) as Float64Array; // one name for the ten kinds
      for (let i = 0; i < length; i++) taken[i] = cells[from + bins[i]] as number;
      this.kept.whole.push(taken);
    }
  }
}
