import type { Demand } from "../backend/backend.ts";
import type { EngineCore, Singly } from "../engine.ts";
import { type KeptBytes, onePass, type Pass, planPasses } from "../plan/passes.ts";
import { bytesPerCell, isInteger } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import { createColumns, finalizeRows, type StatisticColumns } from "../stats/finalize.ts";
import { type Groups, zoneGroups } from "../stats/groups.ts";
import { keepsCells } from "../stats/partial.ts";
import type { Progress } from "./job.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** The passes of a job: several where statistics keep more cells than the engine's budget allows at once. */
export function passesOf({ raster, plan, cells, pixelZones, needs, singly }: Prepared, engine: EngineCore): Pass[] {
  if (!keepsCells(needs)) return onePass(plan, pixelZones.length);
  return planPasses(plan, cells, keptBytes(raster, singly), engine.keptBudget);
}

/** Runs the passes. Row group × slices + slice of the columns has the values of a group. */
export async function runPasses(
  ready: Prepared,
  engine: EngineCore,
  signal: AbortSignal | undefined,
  report: (progress: Progress) => void,
): Promise<StatisticColumns> {
  const { raster, plan, cells, pixelZones, statistics, needs, singly, byClass } = ready;
  const passes = passesOf(ready, engine);
  const total = passes.reduce((sum, { tasks, blocks }) => sum + tasks.length * blocks.length, 0);
  let done = 0;
  report({ done, total });
  const onChunk = () => report({ done: ++done, total });
  const meaning = { grid: raster.grid, scale: raster.scale, offset: raster.offset, integers: isInteger(raster.dtype) };
  const groups = byClass?.groups ?? zoneGroups(pixelZones.length);
  const values = createColumns(statistics, groups.length * plan.slices);
  const run = { raster, plan, cells, pixelZones, needs, singly, byClass, signal, onChunk };
  for (const pass of passes) {
    const partials = await engine.runZonal({ ...run, pass });
    finalizeRows(values, statistics, partials, rowsOf(pass, groups, plan.slices), meaning);
  }
  return values;
}

/** What a job asks of a backend. */
export function demandOf({ raster, needs, singly, byClass }: Prepared): Demand {
  return { dtype: raster.dtype, needs, singly: singly !== null || byClass !== null };
}

/** Whole cells are kept as stored; others as a value and a coverage, with a weight and a place where asked for. */
function keptBytes(raster: Raster, singly: Singly | null): KeptBytes {
  return singly ? { whole: 40, partial: 40 } : { whole: bytesPerCell(raster.dtype), partial: 16 };
}

/** The rows of the groups that a pass completes. */
function* rowsOf({ zones, blocks }: Pass, groups: Groups, slices: number): Iterable<number> {
  const isDone = new Set(zones);
  for (let group = 0; group < groups.length; group++) {
    if (!isDone.has(groups.zoneOf(group))) continue;
    for (const block of blocks) for (const slice of block.slices) yield group * slices + slice;
  }
}
