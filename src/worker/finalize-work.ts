import { finalizeRows, putRows, type StatisticColumns, valuesOfRows } from "../stats/finalize.ts";
import {
  type Accumulator,
  combineRows,
  createPartials,
  type Partials,
  rowsFrom,
  valueKindOf,
} from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import type { AskedStatistic } from "../stats/resolve.ts";
import { type AskedByName, areKnown, namesOf, statisticsOf } from "./asked-by-name.ts";
import { buffersOf, LEAST_KEPT } from "./messages.ts";
import { type PackedColumn, packColumns, unpackColumns } from "./pack-columns.ts";
import { type PackedPartials, packRows, unpackPartials } from "./pack-partials.ts";
import { orHere, type WorkerPool } from "./pool.ts";

/** Groups whose cells were kept, and what is asked of them. */
export interface FinalizeTask {
  readonly partials: PackedPartials;
  readonly asked: AskedByName;
  readonly meaning: CellMeaning;
}

/** The last step of some rows: to put their values into the columns. */
export interface LastStep {
  readonly columns: StatisticColumns;
  readonly statistics: readonly AskedStatistic[];
  readonly partials: Partials;
  /** What they accumulate. */
  readonly needs: ReadonlySet<Accumulator>;
  readonly rows: readonly number[];
  readonly meaning: CellMeaning;
}

/** Parts that each worker gets, since no cut is even. */
const PARTS_A_WORKER = 4;

export function finalizeGroups({ partials, asked, meaning }: FinalizeTask): PackedColumn[] {
  const rows = Int32Array.from({ length: partials.rows }, (_, row) => row);
  return packColumns(valuesOfRows(statisticsOf(asked), unpackPartials(partials), rows, meaning));
}

/** Sorting kept cells is what the last step costs: it is done by workers where there are many. */
export async function finalizeIn(pool: WorkerPool, step: LastStep, signal: AbortSignal | undefined): Promise<void> {
  const { columns, statistics, partials, needs, rows, meaning } = step;
  const here = () => finalizeRows(columns, statistics, partials, rows, meaning);
  const cells = rows.reduce((sum, row) => sum + partials.count[row], 0);
  // Lists of cells take longer to come back than to be made.
  if (!partials.kept || needs.has("cells") || cells < LEAST_KEPT || !areKnown(statistics)) return here();
  const asked = namesOf(statistics);
  const finalize = async (some: readonly number[]) => {
    const task = { partials: packRows(sumsOf(partials, needs, some), partials.kept, some), asked, meaning };
    const found = await pool.run("finalizeGroups", task, buffersOf(task.partials), signal);
    putRows(columns, some, unpackColumns(found));
  };
  const parts = cutRows(partials, rows, cells / (PARTS_A_WORKER * pool.size));
  await orHere<unknown>(() => Promise.all(parts.map(finalize)), here);
}

/** Neighbouring rows together, of at least so many cells. */
function cutRows({ count }: Partials, rows: readonly number[], cells: number): number[][] {
  const parts: number[][] = [[]];
  let held = 0;
  for (const row of rows) {
    if (held >= cells) {
      parts.push([]);
      held = 0;
    }
    parts[parts.length - 1].push(row);
    held += count[row];
  }
  return parts;
}

/** Partials of some rows alone, without kept cells. */
function sumsOf(all: Partials, needs: ReadonlySet<Accumulator>, rows: readonly number[]): Partials {
  const sums = new Set(needs);
  sums.delete("values");
  const partials = createPartials(rows.length, valueKindOf(all.min), sums);
  combineRows(partials, rowsFrom(0, rows.length), all, Int32Array.from(rows));
  return partials;
}
