import { rastrumError } from "../errors.ts";
import type { Dtype } from "../source/source.ts";
import { answerWalks } from "../stats/answer-walks.ts";
import type { CellFacts, Taker } from "../stats/bins.ts";
import { CellSieve } from "../stats/cell-sieve.ts";
import { emptyValue, type StatisticColumns } from "../stats/finalize.ts";
import { GroupSections, type Reading } from "../stats/group-sections.ts";
import type { KeptCells } from "../stats/kept-cells.ts";
import type { Partials } from "../stats/partial.ts";
import { type CellMeaning, PartialRow } from "../stats/partial-row.ts";
import type { AskedStatistic } from "../stats/resolve.ts";
import { FirstCounts, rootOf } from "../stats/root-level.ts";
import { isWalk, type Walk } from "../stats/section.ts";
import type { StatisticValue } from "../stats/statistic.ts";

/** Groups whose cells are more than may be kept, and how they are read. */
export interface SectionedGroups {
  readonly dtype: Dtype;
  readonly meaning: CellMeaning;
  readonly facts: CellFacts;
  /** Bytes that the cells of one of them take, at most. */
  readonly bytesASlice: number;
  /** Bytes of cells that may be kept. */
  readonly budget: number;
  /** Reads all cells of all groups, and gives those that it would keep to `kept`. */
  readonly read: (kept: KeptCells) => Promise<Partials>;
  /** The same once more, for some rows of what it gave. */
  readonly readAgain: (kept: KeptCells, rows: readonly number[]) => Promise<unknown>;
}

/** Groups that are read together at most: each has counting tables. */
const MOST_GROUPS = 16;

/**
 * The last step for groups whose cells are read section by section, in as many passes as their values turn out to need.
 * All but the statistics of distributions are known after the first pass; so are these, for cells of up to 16 bits.
 * @param rowsOf the rows of the groups, asked for after the first pass
 */
export async function finalizeInSections(
  columns: StatisticColumns,
  statistics: readonly AskedStatistic[],
  groups: SectionedGroups,
  rowsOf: () => Iterable<number>,
): Promise<void> {
  const { dtype, meaning, facts, budget, bytesASlice } = groups;
  const counts = new FirstCounts(dtype, meaning, facts, budget);
  const refuse = () => allAtOnce(groups);
  const partials = await groups.read(new CellSieve((row) => counts.of(row)?.level ?? null, refuse));
  const begin = (row: number): OpenGroup => {
    const view = new PartialRow(partials, meaning, mostListed(budget));
    view.row = row;
    const { ordinals, level } = counts.of(row) ?? rootOf(partials, row, meaning, facts, bytesASlice);
    const sections = new GroupSections({ ordinals, meaning, facts, root: level, budget });
    const reading = finalizeGroup(columns, statistics, view, sections);
    return { row, reading, step: reading.next() };
  };
  const rows: number[] = [];
  for (const row of rowsOf()) {
    if (partials.count[row] > 0) rows.push(row);
    else for (const [i, asked] of statistics.entries()) columns[i][row] = emptyValue(asked);
  }
  for (let i = 0; i < rows.length; i += MOST_GROUPS)
    await readOut(rows.slice(i, i + MOST_GROUPS).map(begin), groups, refuse);
}

/** A group that is being read: what it asks for now. */
interface OpenGroup {
  readonly row: number;
  readonly reading: Reading<void>;
  step: IteratorResult<Taker, void>;
}

/** Passes until no group asks for more, each for as many of them as there is memory for. */
async function readOut(groups: readonly OpenGroup[], { budget, readAgain }: SectionedGroups, refuse: () => Error) {
  for (;;) {
    const takers = new Map<number, Taker>();
    let bytes = 0;
    for (const { row, step } of groups) {
      if (step.done || (takers.size > 0 && bytes + step.value.bytes > budget)) continue;
      takers.set(row, step.value);
      bytes += step.value.bytes;
    }
    if (takers.size === 0) return;
    await readAgain(new CellSieve((row) => takers.get(row) ?? null, refuse), [...takers.keys()]);
    for (const group of groups) if (takers.has(group.row)) group.step = group.reading.next();
  }
}

function* finalizeGroup(
  columns: StatisticColumns,
  statistics: readonly AskedStatistic[],
  view: PartialRow,
  sections: GroupSections,
): Reading<void> {
  const walks: Walk<StatisticValue>[] = [];
  const places: number[] = [];
  for (const [i, { statistic, parameters }] of statistics.entries()) {
    const found = statistic.finalize(view, ...parameters);
    if (!isWalk<StatisticValue>(found)) columns[i][view.row] = found;
    else {
      walks.push(found);
      places.push(i);
    }
  }
  const values = yield* answerWalks(walks, sections);
  for (const [i, place] of places.entries()) columns[place][view.row] = values[i];
}

/** Doubles that the whole of memoryBudget, of which `budget` is a quarter, has room for. */
function mostListed(budget: number): number {
  return Math.floor((4 * budget) / 8);
}

function allAtOnce({ bytesASlice, budget }: SectionedGroups) {
  const message =
    "A statistic of the caller's own asks for all cells of a zone at once, which take more than a quarter of memoryBudget: " +
    `raise it to ${4 * bytesASlice} bytes.`;
  return rastrumError("budget-too-small", message, { bytesNeeded: 4 * bytesASlice, budgetBytes: 4 * budget });
}
