import { type CellColumns, type CellSink, type CellsByRow, KeptCells } from "../stats/kept-cells.ts";
import { type Partials, rowsFrom } from "../stats/partial.ts";
import { offsetsOf } from "../stats/pieces.ts";
import { type ExactBuckets, Sketches } from "../stats/sketch.ts";

/** Partials as messages carry them: plain data. */
export interface PackedPartials extends Omit<Partials, "sketches" | "kept"> {
  readonly sketches: readonly (readonly [row: number, buckets: ExactBuckets])[] | null;
  readonly kept: CellsByRow | null;
}

export function packPartials({ sketches, kept, ...plain }: Partials): PackedPartials {
  return {
    ...plain,
    sketches: sketches && packSketches(sketches, plain.rows),
    kept: kept?.byRow(plain.rows) ?? null,
  };
}

/** @param kept has more rows, of which those of the partials are `keptRows` */
export function packRows(partials: Partials, kept: KeptCells | null, keptRows: readonly number[]): PackedPartials {
  if (!kept) return packPartials({ ...partials, kept });
  return packPartials({ ...partials, kept: kept.only(keptRows, rowsFrom(0, keptRows.length)) });
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

/** Packed cells as kept ones, to be combined into others or read. */
class UnpackedCells extends KeptCells {
  readonly #packed: CellsByRow;
  readonly #whole: CellsByRow["whole"];
  readonly #columns: CellColumns | null;
  readonly #starts: Int32Array;
  readonly #singles: Int32Array;

  constructor(packed: CellsByRow) {
    super();
    const { wholeCounts, counts, whole, values, ...columns } = packed;
    this.#packed = packed;
    this.#whole = whole;
    this.#columns = values && { values, ...columns };
    this.#starts = offsetsOf(wholeCounts);
    this.#singles = offsetsOf(counts);
  }

  override passOn(row: number, to: CellSink, into: number): void {
    if (this.#whole) to.addWhole(into, this.#whole, this.#starts[row], this.#starts[row + 1]);
    if (this.#columns) to.addMany(into, this.#columns, this.#singles[row], this.#singles[row + 1]);
  }

  override inColumns(): CellsByRow {
    return this.#packed;
  }
}
