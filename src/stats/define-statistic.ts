import { rastrumError } from "../errors.ts";
import { type Accumulator, accumulators } from "./partial.ts";
import type { PartialRow } from "./partial-row.ts";
import type { Statistic, StatisticValue } from "./statistic.ts";
import { statistics } from "./statistics.ts";

export interface StatisticDefinition {
  /** The column's name; none of the names that there are. */
  readonly name: string;
  /** One line for people. Default: the name. */
  readonly description?: string;
  /** What `finalize` reads beside the number of cells, min and max: see {@link Accumulator}. Default none. */
  readonly needs?: readonly Accumulator[];
  /** The value of a group that has at least one valid cell. */
  readonly finalize: (row: PartialRow) => StatisticValue;
  /** The value of a group without any. Default: null. */
  readonly whenEmpty?: () => StatisticValue;
}

/**
 * A statistic of one's own, to be named in `statistics` beside the others:
 *
 *     const midrange = defineStatistic({ name: "midrange", finalize: ({ min, max }) => (Number(min) + Number(max)) / 2 });
 *     zonalStats(raster, zones, { statistics: ["mean", midrange] });
 *
 * How accumulators combine is theirs: exactly, so that no split of the work changes an answer; only the last step is
 * free. Throws `invalid-option` for a name that is taken, an accumulator that does not exist, or no `finalize`.
 */
export function defineStatistic(definition: StatisticDefinition): Statistic {
  const { name, description = name, needs = [], finalize, whenEmpty } = definition;
  const refuse = (received: unknown, why: string) =>
    rastrumError("invalid-option", `This statistic cannot be defined: ${why}.`, {
      option: "defineStatistic",
      received,
    });
  if (typeof name !== "string" || name === "") throw refuse(name, "it needs a name");
  if (statistics.some((statistic) => statistic.name === name)) throw refuse(name, `"${name}" is there already`);
  const unknown = needs.find((need) => !accumulators.includes(need));
  if (unknown !== undefined) throw refuse(needs, `it needs "${unknown}", but there are ${accumulators.join(", ")}`);
  if (typeof finalize !== "function") throw refuse(finalize, "finalize is no function");
  return { name, description, needs, finalize: (row) => finalize(row), whenEmpty: whenEmpty && (() => whenEmpty()) };
}
