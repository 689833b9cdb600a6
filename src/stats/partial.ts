import type { CellArray, Dtype } from "../source/source.ts";
import { addExact, combineExact, createExactSums, type ExactSums } from "./exact-sums.ts";

/**
 * What can be accumulated; the number of cells, min and max always are. `weight`: Σ w, asked for by rules that weigh
 * cells, where it stands for the count; `sum`: Σ w·x; `squares`: Σ w·x². Without weights w is 1.
 */
export type Accumulator = "weight" | "sum" | "squares";

/** Values of min and max: as stored, so 64-bit integers stay exact. */
export type ValueColumn = Float64Array | BigInt64Array | BigUint64Array;

/**
 * Partials of many groups (zone × slice), a row each: a commutative monoid under `combinePartials`, with `count` 0 as
 * the neutral element. Everything is exact and in stored units (before scale and offset), so neither the order nor the
 * grouping of combinations can change an answer.
 */
export interface Partials {
  readonly rows: number;
  /** Valid cells, whole or in part. */
  readonly count: Float64Array;
  /** Σ w; null where every cell weighs 1. */
  readonly weight: ExactSums | null;
  /** Meaningless where count is 0. */
  readonly min: ValueColumn;
  readonly max: ValueColumn;
  /** Σ x; null where no statistic needs it. */
  readonly sum: ExactSums | null;
  /** Σ x²; null where no statistic needs it. */
  readonly squares: ExactSums | null;
}

/** The kinds of min and max columns that cells of a type need. */
export type ValueKind = "float64" | "int64" | "uint64";

export function valueKindOf(data: CellArray): ValueKind {
  if (data instanceof BigInt64Array) return "int64";
  return data instanceof BigUint64Array ? "uint64" : "float64";
}

export function valueKindOfDtype(dtype: Dtype): ValueKind {
  return dtype === "int64" || dtype === "uint64" ? dtype : "float64";
}

export function createPartials(rows: number, kind: ValueKind, needs: ReadonlySet<Accumulator>): Partials {
  const column = () => {
    if (kind === "int64") return new BigInt64Array(rows);
    return kind === "uint64" ? new BigUint64Array(rows) : new Float64Array(rows);
  };
  return {
    rows,
    count: new Float64Array(rows),
    weight: needs.has("weight") ? createExactSums(rows) : null,
    min: column(),
    max: column(),
    sum: needs.has("sum") ? createExactSums(rows) : null,
    squares: needs.has("squares") ? createExactSums(rows) : null,
  };
}

/** Takes `count` more whole cells with these extremes into a row. */
export function addWholeCells(
  partials: Partials,
  row: number,
  count: number,
  min: number | bigint,
  max: number | bigint,
): void {
  addExtremes(partials, row, count, min, max);
  if (partials.weight) addExact(partials.weight, row, count);
}

/** Takes `count` more cells with these extremes into a row; their weight is added apart. */
export function addExtremes(
  partials: Partials,
  row: number,
  count: number,
  min: number | bigint,
  max: number | bigint,
): void {
  if (count === 0) return;
  const empty = partials.count[row] === 0;
  partials.count[row] += count;
  if (empty || min < partials.min[row]) partials.min[row] = min;
  if (empty || max > partials.max[row]) partials.max[row] = max;
}

/** Adds row `from` of `other` to row `into`. */
export function combinePartials(partials: Partials, into: number, other: Partials, from: number): void {
  addExtremes(partials, into, other.count[from], other.min[from], other.max[from]);
  if (partials.weight && other.weight) combineExact(partials.weight, into, other.weight, from);
  if (partials.sum && other.sum) combineExact(partials.sum, into, other.sum, from);
  if (partials.squares && other.squares) combineExact(partials.squares, into, other.squares, from);
}
