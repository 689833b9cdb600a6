import { rastrumError } from "../errors.ts";
import { called } from "./own-states.ts";
import { type Accumulator, accumulators } from "./partial.ts";
import type { PartialRow } from "./partial-row.ts";
import type { Statistic, StatisticValue } from "./statistic.ts";
import { statistics } from "./statistics.ts";

export interface StatisticDefinition<State = unknown> {
  /** The column's name; none of the names that there are. */
  readonly name: string;
  /** One line for people. Default: the name. */
  readonly description?: string;
  /** What `finalize` reads beside the number of cells, min and max: see {@link Accumulator}. Default none. */
  readonly needs?: readonly Accumulator[];
  /**
   * What is accumulated beside those, from cells one by one, which takes some hundred times as long a cell. A state is
   * plain data: what JSON can say, infinities, NaN and bigints too. It may be changed in place, and is returned.
   */
  readonly accumulate?: {
    /** The state of no cell at all, a new one with each call. */
    readonly initial: () => State;
    /**
     * The state with one more valid cell: its value in the raster's units, its coverage (times its area, where that was
     * asked for), and the weight that a second raster gives it, null where `needs` has none.
     */
    readonly add: (state: State, value: number | bigint, coverage: number, weight: number | null) => State;
  };
  /**
   * The state of the cells of two. It must be associative and commutative, with `initial` as its neutral element, or the
   * answer hangs on how a raster is cut into chunks; where that is so but for rounding, only last digits do. Not on
   * anything else: the states of chunks are combined in the order of the chunks' first cells.
   */
  readonly combine?: (a: State, b: State) => State;
  /** The value of a group that has at least one valid cell. */
  readonly finalize: (row: PartialRow, state: State) => StatisticValue;
  /** The value of a group without any. Default: null. */
  readonly whenEmpty?: () => StatisticValue;
}

/**
 * A statistic of one's own, to be named in `statistics` beside the others:
 *
 *     const midrange = defineStatistic({ name: "midrange", finalize: ({ min, max }) => (Number(min) + Number(max)) / 2 });
 *     zonalStats(raster, zones, { statistics: ["mean", midrange] });
 *
 * How the accumulators of `needs` combine is theirs: exactly, so that no split of the work changes an answer. With
 * `accumulate` there is one more, of any kind, and `combine` is for that.
 *
 * Throws `invalid-option` for a name that is taken, an accumulator that does not exist, no `finalize`, or `accumulate`
 * without `combine`. A job rejects with `statistic-failed` where one of its functions throws or returns nothing.
 */
export function defineStatistic<State = unknown>(definition: StatisticDefinition<State>): Statistic {
  const { name, description = name, needs = [], accumulate, combine, finalize, whenEmpty } = definition;
  checkDefinition(definition);
  const empty = whenEmpty && (() => whenEmpty());
  const plain = { name, description, ...(empty && { whenEmpty: empty }) };
  if (!accumulate || !combine) {
    const last = finalize as (row: PartialRow) => StatisticValue;
    return { ...plain, needs, finalize: (row) => called(name, "finalize", () => last(row)) };
  }
  const own = { name, ...accumulate, combine } as Statistic["own"] & object;
  return {
    ...plain,
    needs: [...needs, "own"],
    own,
    finalize: (row) => called(name, "finalize", () => finalize(row, row.ownState(own) as State)),
  };
}

function checkDefinition<State>({ name, needs = [], accumulate, combine, finalize }: StatisticDefinition<State>): void {
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
  const functions = accumulate ? [accumulate.initial, accumulate.add] : [];
  if (functions.some((each) => typeof each !== "function"))
    throw refuse(accumulate, "accumulate takes initial and add");
  if (accumulate && typeof combine !== "function") {
    throw refuse(combine, "accumulate goes with combine, which makes one state of those of two chunks");
  }
  if (!accumulate && combine)
    throw refuse(combine, "combine goes with accumulate: accumulators of `needs` have their own");
}
