import type { CellArray, Dtype } from "../source/source.ts";
import { addExact, combineExactRows, createExactSums, type ExactSums } from "./exact-sums.ts";
import { keeping } from "./keeping.ts";
import type { KeptCells } from "./kept-cells.ts";
import type { OwnStates } from "./own-states.ts";
import type { Sketches } from "./sketch.ts";

/**
 * What can be accumulated over the valid cells of a group; the number of cells, min and max always are. c is a cell's
 * coverage (times its area, where that was asked for), else 1; w the weight that a second raster gives it.
 */
export type Accumulator =
  /** Σ c: asked for by rules that know parts of cells, where it stands for the count. */
  | "weight"
  /** Σ c·x */
  | "sum"
  /** Σ c·x² */
  | "squares"
  /** Σ c·w */
  | "weights"
  /** Σ c·w·x */
  | "weightedSum"
  /** Σ c·w·x² */
  | "weightedSquares"
  /** A sketch of the values: quantiles within 0.4 %, in one pass. */
  | "sketch"
  /** The values themselves. */
  | "values"
  /** The values with their coverage, weight and place. */
  | "cells"
  /** What statistics of the caller's own accumulate themselves; added to what they need by `defineStatistic`. */
  | "own";

/** Those that may be asked for by name. */
export const accumulators: readonly Accumulator[] = [
  "weight", "sum", "squares", "weights", "weightedSum", "weightedSquares", "sketch", "values", "cells",
]; // biome-ignore format: few lines

/** Values of min and max: as stored, so 64-bit integers stay exact. */
export type ValueColumn = Float64Array | BigInt64Array | BigUint64Array;

/**
 * Partials of many groups (zone × slice), a row each: a commutative monoid under `combineRows`, with `count` 0 as
 * the neutral element. Everything is exact and in stored units (before scale and offset), so neither the order nor the
 * grouping of combinations can change an answer.
 */
export interface Partials {
  readonly rows: number;
  /** Valid cells, whole or in part. */
  readonly count: Float64Array;
  /** Σ c; null where it is 1 for every cell. */
  readonly weight: ExactSums | null;
  /** Meaningless where count is 0. */
  readonly min: ValueColumn;
  readonly max: ValueColumn;
  /** Σ c·x; null where no statistic needs it. */
  readonly sum: ExactSums | null;
  /** Σ c·x²; null where no statistic needs it. */
  readonly squares: ExactSums | null;
  /** Σ c·w, Σ c·w·x and Σ c·w·x², with c·w rounded; null where no statistic needs them. */
  readonly weights: ExactSums | null;
  readonly weightedSum: ExactSums | null;
  readonly weightedSquares: ExactSums | null;
  /** Sketches of the stored values; null where no statistic needs them. */
  readonly sketches: Sketches | null;
  /** The valid cells; null where no statistic needs them. */
  readonly kept: KeptCells | null;
  /** What statistics of the caller's own accumulated; null where there are none, and in blocks, which know no such. */
  readonly own: OwnStates | null;
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

/** An accumulator that a statistic reads. Throws where its `needs` do not list it. */
export function needed<Value>(value: Value | null | undefined): Value {
  if (value !== null && value !== undefined) return value;
  throw new Error("A statistic reads an accumulator that it does not list in `needs`.");
}

/** Whether cells are kept until their group is complete. */
export function keepsCells(needs: ReadonlySet<Accumulator>): boolean {
  return needs.has("values") || needs.has("cells");
}

/** Partials of a block: where a statistic accumulates cells itself, its cells. `loadKeeping` has been awaited. */
export function createPartials(rows: number, kind: ValueKind, needs: ReadonlySet<Accumulator>): Partials {
  const column = () => {
    if (kind === "int64") return new BigInt64Array(rows);
    return kind === "uint64" ? new BigUint64Array(rows) : new Float64Array(rows);
  };
  const sums = (accumulator: Accumulator) => (needs.has(accumulator) ? createExactSums(rows) : null);
  return {
    rows,
    count: new Float64Array(rows),
    weight: sums("weight"),
    min: column(),
    max: column(),
    sum: sums("sum"),
    squares: sums("squares"),
    weights: sums("weights"),
    weightedSum: sums("weightedSum"),
    weightedSquares: sums("weightedSquares"),
    sketches: needs.has("sketch") ? new (keeping().Sketches)() : null,
    kept: keepsCells(needs) || needs.has("own") ? new (keeping().KeptCells)() : null,
    own: null,
  };
}

/** Partials that no more cells are added to, only other such partials. */
export function createTotals(rows: number, kind: ValueKind, needs: ReadonlySet<Accumulator>): Partials {
  const partials = createPartials(rows, kind, needs);
  return needs.has("own")
    ? { ...partials, kept: keepsCells(needs) ? partials.kept : null, own: new (keeping().OwnStates)() }
    : partials;
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

/** Takes cells with these extremes, `counts` of them (none where that is not above 0), into a row each; their weight apart. */
export function addExtremesColumn(
  partials: Partials,
  rows: Int32Array,
  counts: Float64Array,
  mins: ValueColumn,
  maxs: ValueColumn,
): void {
  for (let i = 0; i < rows.length; i++) {
    if (counts[i] > 0) addExtremes(partials, rows[i], counts[i], mins[i], maxs[i]);
  }
}

/**
 * Adds rows `from` of `other` to rows `into`, one to one: column by column, in loops that V8 compiles in little time,
 * since in most jobs they do not run for long.
 * @param from default: all of them, in order
 */
export function combineRows(
  partials: Partials,
  into: Int32Array,
  other: Partials,
  from = rowsFrom(0, other.rows),
): void {
  combineExtremes(partials, into, other, from);
  for (const name of sumNames) {
    const [sums, others] = [partials[name], other[name]];
    if (sums && others) combineExactRows(sums, into, others, from);
  }
  const { sketches, kept, own } = partials;
  if (sketches && other.sketches) combineEach(sketches, into, other.sketches, from);
  if (kept && other.kept) combineEach(kept, into, other.kept, from);
  if (own && other.own) combineEach(own, into, other.own, from);
}

const sumNames = ["weight", "sum", "squares", "weights", "weightedSum", "weightedSquares"] as const;

/** So many rows from one on. */
export function rowsFrom(first: number, n: number): Int32Array {
  const rows = new Int32Array(n);
  for (let i = 0; i < n; i++) rows[i] = first + i;
  return rows;
}

/** The rows of groups in some slices, group after group. @param slices that each group has a row of */
export function rowsOfGroups(groups: ArrayLike<number>, some: ArrayLike<number>, slices: number): Int32Array {
  const rows = new Int32Array(groups.length * some.length);
  let at = 0;
  for (let i = 0; i < groups.length; i++) {
    for (let j = 0; j < some.length; j++) rows[at++] = groups[i] * slices + some[j];
  }
  return rows;
}

function combineExtremes(partials: Partials, into: Int32Array, { count, min, max }: Partials, from: Int32Array): void {
  for (let i = 0; i < into.length; i++) {
    const row = from[i];
    addExtremes(partials, into[i], count[row], min[row], max[row]);
  }
}

/** What has a state a row, of whatever kind. */
interface States<Others> {
  combine(into: number, other: Others, from: number): void;
}

function combineEach<Others>(states: States<Others>, into: Int32Array, others: Others, from: Int32Array): void {
  for (let i = 0; i < into.length; i++) states.combine(into[i], others, from[i]);
}
