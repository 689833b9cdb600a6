import type { CellArray } from "../source/source.ts";
import { type CellColumns, CellColumnsBuilder, type CellSink, KeptCells, type KeptRow } from "../stats/kept-cells.ts";
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

export function packPartials(partials: Partials): PackedPartials {
  return packRows(
    partials,
    partials.kept,
    Array.from({ length: partials.rows }, (_, row) => row),
  );
}

/** @param kept may have more rows, of which those of the partials are `keptRows` */
export function packRows(
  { sketches, kept: _, ...plain }: Partials,
  kept: KeptCells | null,
  keptRows: readonly number[],
): PackedPartials {
  const packer = new CellPacker(plain.rows);
  for (let row = 0; row < plain.rows; row++) kept?.passOn(keptRows[row], packer, row);
  return {
    ...plain,
    sketches: sketches && packSketches(sketches, plain.rows),
    kept: kept && packer.finish(plain),
  };
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

/** Takes cells in row after row. */
class CellPacker implements CellSink {
  readonly #wholeCounts: Int32Array;
  readonly #counts: Int32Array;
  readonly #pieces: CellArray[] = [];
  readonly #cells = new CellColumnsBuilder();

  constructor(rows: number) {
    this.#wholeCounts = new Int32Array(rows);
    this.#counts = new Int32Array(rows);
  }

  addWhole(row: number, values: CellArray): void {
    this.#wholeCounts[row] += values.length;
    this.#pieces.push(values);
  }

  addOne(row: number, value: number | bigint, coverage: number, weight: number | null, id: number | null): void {
    this.#counts[row]++;
    this.#cells.add(value, coverage, weight, id);
  }

  addMany(row: number, cells: CellColumns, start: number, stop: number): void {
    this.#counts[row] += stop - start;
    this.#cells.append(cells, start, stop);
  }

  finish({ min }: Pick<Partials, "min">): PackedCells {
    const Values = min.constructor as new (values: readonly (number | bigint)[]) => CellArray;
    const { coverage, weights, ids } = this.#cells.columns;
    return {
      wholeCounts: this.#wholeCounts,
      counts: this.#counts,
      whole: joined(this.#pieces),
      values: this.#cells.values.length > 0 ? new Values(this.#cells.values) : null,
      coverage: coverage.slice(),
      weights: weights.slice(),
      ids: ids.slice(),
    };
  }
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

  override passOn(row: number, to: CellSink, into: number): void {
    const { whole, values, coverage, weights, ids } = this.#cells;
    const [from, stop] = [this.#starts[row], this.#starts[row + 1]];
    if (whole && stop > from) to.addWhole(into, whole.subarray(from, stop));
    if (values) to.addMany(into, { values, coverage, weights, ids }, this.#singles[row], this.#singles[row + 1]);
  }

  override row(row: number): KeptRow | null {
    const { whole, values, coverage, weights, ids } = this.#cells;
    const [from, to] = [this.#starts[row], this.#starts[row + 1]];
    const [first, stop] = [this.#singles[row], this.#singles[row + 1]];
    if (from === to && first === stop) return null;
    const pieces = whole && to > from ? [whole.subarray(from, to)] : [];
    if (!values || first === stop) return { whole: pieces, partial: [], coverage: [], weights: [], ids: [] };
    const list = <Cell>(column: { readonly length: number; readonly [index: number]: Cell }) => {
      const some: Cell[] = [];
      if (column.length > 0) for (let i = first; i < stop; i++) some.push(column[i]);
      return some;
    };
    const partial = list<number | bigint>(values);
    return { whole: pieces, partial, coverage: list(coverage), weights: list(weights), ids: list(ids) };
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
