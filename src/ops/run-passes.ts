import type { Demand } from "../backend/backend.ts";
import type { EngineCore, Singly } from "../engine.ts";
import { cellsInPart } from "../mask/placing.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { type KeptBytes, onePass, type Pass } from "../plan/passes.ts";
import type { Plan } from "../plan/plan.ts";
import { bytesPerCell, isInteger } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import type { ColumnValues } from "../stats/column-values.ts";
import { createColumns, type StatisticColumns } from "../stats/finalize.ts";
import { type Groups, zoneGroups } from "../stats/groups.ts";
import { keeping } from "../stats/keeping.ts";
import type { KeptCells } from "../stats/kept-cells.ts";
import { keepsCells, type Partials, rowsOfGroups } from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import type { ClosingGroups } from "../worker/closing-groups.ts";
import type { CollectedColumns } from "../worker/collected-columns.ts";
import type { Progress } from "./job.ts";
import { loadClosing, type Prepared } from "./zonal-prepare.ts";

/** The passes of a job that are known before it runs: several where statistics keep more cells than there is memory for. */
export async function passesOf(
  { raster, plan, cells, pixelZones, needs, singly }: Prepared,
  engine: EngineCore,
): Promise<Pass[]> {
  const bytes = keptBytes(raster, singly);
  if (!keepsCells(needs) || keptBytesOf(plan, cells, bytes) <= engine.keptBudget)
    return onePass(plan, pixelZones.length);
  const { planPasses } = await import("../plan/kept-passes.ts");
  return planPasses(plan, cells, bytes, engine.keptBudget, needs.has("cells"));
}

/** Runs the passes. Row group × slices + slice of the columns has the values of a group. */
export async function runPasses(
  ready: Prepared,
  engine: EngineCore,
  signal: AbortSignal | undefined,
  report: (progress: Progress) => void,
): Promise<ColumnValues[]> {
  const { raster, plan, pixelZones, statistics, needs, byClass } = ready;
  const passes = await passesOf(ready, engine);
  let total = passes.reduce((sum, pass) => sum + chunksOf(pass), 0);
  let done = 0;
  report({ done, total });
  const onChunk = () => report({ done: ++done, total });
  const groups = byClass?.groups ?? zoneGroups(pixelZones.length);
  let values: StatisticColumns | null = null;
  const columns = () => (values ??= createColumns(statistics, groups.length * plan.slices));
  const meaning = meaningOf(raster);
  let collected: CollectedColumns | null = null;
  for (const pass of passes) {
    const rows = () => completedRows(pass, groups, plan.slices, pixelZones.length);
    if (pass.bytesASlice === undefined) {
      const asked = { before: collected, statistics, meaning, needs, dtype: raster.dtype };
      const closing = await closingOf(ready, pass, asked);
      collected = closing?.columns ?? collected;
      const into = totalsInto(ready, null);
      const partials = await engine.runZonal({ ...ready, pass, into, closing, signal, onChunk });
      const finalize = (columns: StatisticColumns, rows: readonly number[]) =>
        engine.finalize({ columns, statistics, partials, needs, rows, meaning }, signal);
      await (closing?.finish(partials, finalize) ?? finalize(columns(), rows()));
      continue;
    }
    const read = (into: Partial<Partials>, pass: Pass) => engine.runZonal({ ...ready, pass, into, signal, onChunk });
    const again = (pass: Pass, kept: KeptCells) => {
      total += chunksOf(pass);
      return read({ kept }, pass);
    };
    const { runInSections } = await import("./run-in-sections.ts");
    const reading = { first: (kept: KeptCells) => read(totalsInto(ready, kept), pass), again };
    const bytes = keptBytes(raster, ready.singly);
    await runInSections(columns(), ready, { pass, meaning, bytes, budget: engine.keptBudget, reading, rows });
  }
  return collected?.finish(values) ?? columns();
}

/** Where cells are kept, zones that lie in one chunk are done with there. */
async function closingOf(
  { plan, pixelZones, needs, byClass }: Prepared,
  pass: Pass,
  step: ConstructorParameters<typeof ClosingGroups>[0],
): Promise<ClosingGroups | null> {
  if (!keepsCells(needs) || byClass) return null;
  const { closingGroups } = await loadClosing();
  return closingGroups(step, pass, pixelZones.length, plan.slices);
}

/**
 * What a pass is reduced into where cells are more than kept: statistics of the caller's own accumulate theirs.
 * @param kept takes the cells in place of what would keep them
 */
export function totalsInto({ raster, statistics, needs }: Prepared, kept: KeptCells | null): Partial<Partials> {
  if (!needs.has("own")) return kept ? { kept } : {};
  return keeping().ownTotals(statistics, raster, kept, keepsCells(needs));
}

/** The chunks that a pass reads. */
function chunksOf({ tasks, blocks }: Pass): number {
  return tasks.length * blocks.length;
}

/** What a job asks of a backend. */
export function demandOf({ raster, plan, needs, singly, byClass }: Prepared): Demand {
  return { dtype: raster.dtype, needs, singly: singly !== null || byClass !== null, work: plan.work };
}

function meaningOf({ grid, scale, offset, dtype }: Raster): CellMeaning {
  return { grid, scale, offset, integers: isInteger(dtype) };
}

/** Whole cells are kept as stored; others as a value and a coverage, with a weight and a place where asked for. */
export function keptBytes(raster: Raster, singly: Singly | null): KeptBytes {
  return singly ? { whole: 40, partial: 40 } : { whole: bytesPerCell(raster.dtype), partial: 16 };
}

/** All cells of all zones and slices. */
function keptBytesOf({ slices, work }: Plan, { partial }: ZoneCells, { whole, partial: inPart }: KeptBytes): number {
  const cells = cellsInPart(partial);
  return slices * ((work.maskCells - cells) * whole + cells * inPart);
}

/** The rows of the groups that a pass completes. */
function completedRows({ zones, blocks }: Pass, groups: Groups, slices: number, allZones: number): number[] {
  const isDone = new Uint8Array(allZones);
  for (let i = 0; i < zones.length; i++) isDone[zones[i]] = 1;
  const read = blocks.flatMap(({ slices }) => [...slices]);
  const done: number[] = [];
  for (let group = 0; group < groups.length; group++) if (isDone[groups.zoneOf(group)] === 1) done.push(group);
  return [...rowsOfGroups(done, read, slices)];
}
