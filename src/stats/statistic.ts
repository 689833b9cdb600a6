import type { Accumulator } from "./partial.ts";
import type { PartialRow } from "./partial-row.ts";
import type { Moment } from "./power-sums.ts";
import type { Walk } from "./section.ts";

/**
 * A statistic is one row of the table in statistics.ts: what must be accumulated for it, and the last step from the
 * partial of a group to its value. Nothing else knows it by name.
 */
export interface Statistic {
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  readonly needs: readonly Accumulator[];
  /** What stands in parentheses behind the name, for statistics that take numbers: `quantile(q)`. */
  readonly parameter?: Parameter;
  /** What it accumulates itself, with "own" among its needs. */
  readonly own?: OwnAccumulator;
  /** The value of a group that has at least one valid cell, or what finds it on a walk over the group's cells. */
  readonly finalize: (row: PartialRow, ...parameters: number[]) => StatisticValue | Walk<StatisticValue>;
  /** What `finalize` gives, where that is no more than one of a group's moments: those are found for many rows at once. */
  readonly moment?: MomentOfRow;
  /** Which quantile (quantile.ts) it is, if it is one: those are found for many rows at once. */
  readonly quantile?: (...parameters: number[]) => number;
  /** The value is a list with an entry for each of the group's values, ascending. */
  readonly perClass?: true;
  /** What `finalize` gives, where that is no more than what a table of values tells: found in many tables at once. */
  readonly ofTable?: TableValue;
  /** Of twice the cells it is twice as much: a count or a sum, or a list of such. */
  readonly extensive?: true;
  /** The value of a group without any; null unless stated. */
  readonly whenEmpty?: (...parameters: number[]) => StatisticValue;
}

/** What a table of values, ascending, with the weight of each, tells: see frequency.ts. */
export type TableValue = "last heaviest" | "first heaviest" | "first lightest" | "length" | "values" | "shares";

/** Of all cells by coverage, or by coverage × the weights of a second raster. */
export interface MomentOfRow {
  readonly name: Moment;
  readonly isWeighted: boolean;
}

/** What a statistic of the caller's own makes of cells one by one: states of a kind that only it knows. */
export interface OwnAccumulator {
  readonly name: string;
  readonly initial: () => unknown;
  readonly add: (state: unknown, value: number | bigint, coverage: number, weight: number | null) => unknown;
  readonly combine: (a: unknown, b: unknown) => unknown;
}

/** A number, a 64-bit integer, or a list of either. */
export type StatisticValue = number | bigint | readonly (number | bigint)[] | Float64Array;

export interface Parameter {
  /** As `quantile(q)` names it; several of a list are separated by commas. */
  readonly name: string;
  /** What is wanted, for messages: "q from 0 to 1". */
  readonly wanted: string;
  readonly accepts: (...parameters: number[]) => boolean;
  /** Whether one statistic takes all of them; else each makes a statistic of its own. */
  readonly list?: boolean;
}
