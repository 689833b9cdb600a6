import type { CellArray } from "../source/source.ts";
import { KeptCells } from "../stats/kept-cells.ts";
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
  const rows = Array.from({ length: plain.rows }, (_, row) => row);
  return {
    ...plain,
    sketches:
      sketches &&
      rows.flatMap((row) => {
        const buckets = sketches.exactBuckets(row);
        return buckets ? [[row, buckets] as const] : [];
      }),
    kept: kept && packCells(kept, plain),
  };
}

export function unpackPartials({ sketches, kept, ...plain }: PackedPartials): Partials {
  return {
    ...plain,
    sketches:
      sketches &&
      sketches.reduce((all, [row, buckets]) => {
        all.restore(row, buckets);
        return all;
      }, new Sketches()),
    kept: kept && unpackCells(kept),
  };
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

function unpackCells({ wholeCounts, counts, whole, values, coverage, weights, ids }: PackedCells): KeptCells {
  const kept = new KeptCells();
  let from = 0;
  let at = 0;
  for (let row = 0; row < counts.length; row++) {
    if (whole && wholeCounts[row] > 0) kept.addWhole(row, whole.subarray(from, from + wholeCounts[row]));
    from += wholeCounts[row];
    if (!values) continue;
    for (const stop = at + counts[row]; at < stop; at++) {
      const weight = weights.length > 0 ? weights[at] : null;
      kept.addOne(row, values[at], coverage[at], weight, ids.length > 0 ? ids[at] : null);
    }
  }
  return kept;
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
