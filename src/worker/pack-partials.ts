import type { CellArray } from "../source/source.ts";
import { KeptCells, type KeptRow } from "../stats/kept-cells.ts";
import type { Partials } from "../stats/partial.ts";
import { type ExactBuckets, Sketches } from "../stats/sketch.ts";

/** Partials as messages carry them: plain data. */
export interface PackedPartials extends Omit<Partials, "sketches" | "kept"> {
  readonly sketches: readonly (readonly [row: number, buckets: ExactBuckets])[] | null;
  readonly kept: PackedCells | null;
}

/** Kept cells of all rows, one after the other. */
interface PackedCells {
  /** How many whole cells, and how many known one by one, each row has. */
  readonly wholeCounts: Int32Array;
  readonly counts: Int32Array;
  readonly whole: CellArray | null;
  readonly values: CellArray | null;
  readonly coverage: Float64Array;
  /** Empty where nothing needs them. */
  readonly weights: Float64Array;
  readonly ids: Float64Array;
}

export function packPartials({ sketches, kept, ...plain }: Partials): PackedPartials {
  return { ...plain, sketches: sketches && packSketches(sketches, plain.rows), kept: kept && packCells(kept, plain) };
}

function packSketches(sketches: Sketches, rows: number): [number, ExactBuckets][] {
  const packed: [number, ExactBuckets][] = [];
  for (let row = 0; row < rows; row++) {
    const buckets = sketches.exactBuckets(row);
    if (buckets) packed.push([row, buckets]);
  }
  return packed;
}

function unpackSketches(packed: NonNullable<PackedPartials["sketches"]>): Sketches {
  const sketches = new Sketches();
  for (const [row, buckets] of packed) sketches.restore(row, buckets);
  return sketches;
}

/** What it gives shares the packed buffers; no cells can be added to it. */
export function unpackPartials({ sketches, kept, ...plain }: PackedPartials): Partials {
  return { ...plain, sketches: sketches && unpackSketches(sketches), kept: kept && new UnpackedCells(kept) };
}

function packCells(kept: KeptCells, { rows, min }: Pick<Partials, "rows" | "min">): PackedCells {
  const [wholeCounts, counts] = [new Int32Array(rows), new Int32Array(rows)];
  const pieces: CellArray[] = [];
  let [singles, weighed, numbered] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const cells = kept.row(row);
    if (!cells) continue;
    for (const piece of cells.whole) wholeCounts[row] += pieces.push(piece) && piece.length;
    counts[row] = cells.partial.length;
    singles += cells.partial.length;
    weighed += cells.weights.length;
    numbered += cells.ids.length;
  }
  const Values = min.constructor as new (length: number) => CellArray;
  const values = singles > 0 ? new Values(singles) : null;
  const [coverage, weights, ids] = [singles, weighed, numbered].map((length) => new Float64Array(length));
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const cells = kept.row(row);
    if (!cells || !values || counts[row] === 0) continue;
    cells.partial.forEach((value, i) => {
      values[at + i] = value;
    });
    coverage.set(cells.coverage, at);
    if (weighed > 0) weights.set(cells.weights, at);
    if (numbered > 0) ids.set(cells.ids, at);
    at += counts[row];
  }
  return { wholeCounts, counts, whole: joined(pieces), values, coverage, weights, ids };
}

/** Packed cells as kept ones, to be combined into others: a row comes to be when it is asked for. */
class UnpackedCells extends KeptCells {
  readonly #cells: PackedCells;
  readonly #starts: Int32Array;
  readonly #singles: Int32Array;

  constructor(cells: PackedCells) {
    super();
    this.#cells = cells;
    this.#starts = offsetsOf(cells.wholeCounts);
    this.#singles = offsetsOf(cells.counts);
  }

  override row(row: number): KeptRow | null {
    const { whole, values, coverage, weights, ids } = this.#cells;
    const [from, to] = [this.#starts[row], this.#starts[row + 1]];
    const [first, stop] = [this.#singles[row], this.#singles[row + 1]];
    if (from === to && first === stop) return null;
    const pieces = whole && to > from ? [whole.subarray(from, to)] : [];
    if (!values || first === stop) return { whole: pieces, partial: [], coverage: [], weights: [], ids: [] };
    const list = (column: Float64Array) => Array.from(column.subarray(first, stop));
    return {
      whole: pieces,
      partial: Array.from<number | bigint>(values.subarray(first, stop)),
      coverage: list(coverage),
      weights: list(weights),
      ids: list(ids),
    };
  }
}

function offsetsOf(counts: Int32Array): Int32Array {
  const offsets = new Int32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) offsets[row + 1] = offsets[row] + counts[row];
  return offsets;
}

function joined(pieces: readonly CellArray[]): CellArray | null {
  if (pieces.length === 0) return null;
  const Cells = pieces[0].constructor as new (length: number) => CellArray;
  const all = new Cells(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    (all as Uint8Array).set(piece as Uint8Array, offset);
    offset += piece.length;
  }
  return all;
}
