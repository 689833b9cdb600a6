import type { EngineCore } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { onePass, type Pass } from "../plan/passes.ts";
import { bytesPerCell } from "../source/dtype.ts";
import { keepsCells } from "../stats/partial.ts";
import type { Prepared } from "./zonal-prepare.ts";

/**
 * The passes of live statistics: over some zones and all blocks each, since all blocks of a window are of use as long as
 * they are held. Several only where statistics keep cells, none of which keeps more than the engine's budget for that.
 */
export function livePasses(ready: Prepared, engine: EngineCore): Pass[] {
  const { plan, cells, pixelZones } = ready;
  const [all] = onePass(plan, pixelZones.length);
  if (!keepsCells(ready.needs)) return [all];
  const groups: Set<number>[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const zone of all.zones) {
    const own = requireRoom(ready, engine, countOf(cells, zone), zone);
    bytes += own;
    if (bytes <= engine.keptBudget) groups[groups.length - 1].add(zone);
    else {
      groups.push(new Set([zone]));
      bytes = own;
    }
  }
  return groups.map((group) => {
    const tasks = plan.tasks.map((task) => ({ ...task, zones: task.zones.filter((zone) => group.has(zone)) }));
    const blocks = plan.blocks;
    return { tasks: tasks.filter(({ zones }) => zones.length > 0), blocks, zones: Uint32Array.from(group) };
  });
}

/** Cells of a zone. */
export interface CellCount {
  readonly whole: number;
  readonly partial: number;
}

/**
 * @param row the zone's row number
 * @returns bytes of cells that a zone keeps @throws `budget-too-small` where that is more than the engine allows
 */
export function requireRoom(
  { needs, plan, raster, singly }: Prepared,
  engine: EngineCore,
  { whole, partial }: CellCount,
  row: number,
): number {
  if (!keepsCells(needs)) return 0;
  const each = singly ? 40 : bytesPerCell(raster.dtype);
  const bytes = plan.slices * (whole * each + partial * Math.max(16, each));
  if (bytes <= engine.keptBudget) return bytes;
  const mib = (size: number) => `${Math.ceil(size / 2 ** 20)} MiB`;
  const message =
    `The cells of zone ${row} take ${mib(bytes)}, which is more than a quarter of memoryBudget (${mib(4 * engine.keptBudget)}), ` +
    `and these statistics need them: raise memoryBudget to ${4 * bytes} bytes, select fewer slices, or ask for quantile_sketch.`;
  throw rastrumError("budget-too-small", message, { bytesNeeded: 4 * bytes, budgetBytes: 4 * engine.keptBudget });
}

function countOf({ runs, partial }: ZoneCells, zone: number): CellCount {
  let whole = 0;
  const stop = runs.runOffsets[runs.rowOffsets[zone + 1]];
  for (let run = runs.runOffsets[runs.rowOffsets[zone]]; run < stop; run++) whole += runs.stops[run] - runs.starts[run];
  return { whole, partial: partial ? partial.offsets[zone + 1] - partial.offsets[zone] : 0 };
}
