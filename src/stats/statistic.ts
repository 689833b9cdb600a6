import type { Accumulator } from "./partial.ts";
import type { PartialRow } from "./partial-row.ts";

/**
 * A statistic is one row of the table in statistics.ts: what must be accumulated for it, and the last step from the
 * partial of a group to its value. Nothing else knows it by name.
 */
export interface Statistic {
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  readonly needs: readonly Accumulator[];
  /** The value of a group that has at least one valid cell. */
  readonly finalize: (row: PartialRow) => number | bigint;
  /** The value of a group without any; null unless stated. */
  readonly whenEmpty?: number;
}
