import { CellsInRows } from "../stats/cells-in-rows.ts";
import { gatherRows } from "../stats/gather-rows.ts";
import type { CellsByRow, KeptCells } from "../stats/kept-cells.ts";
import { type Partials, rowsFrom } from "../stats/partial.ts";
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
  const packed = packPartials({ ...partials, kept: null });
  if (!kept) return packed;
  return { ...packed, kept: gatherRows(kept, keptRows, rowsFrom(0, keptRows.length), keptRows.length) };
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
  return { ...plain, sketches: sketches && unpackSketches(sketches), kept: kept && new CellsInRows(kept) };
}
