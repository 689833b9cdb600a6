import { rastrumError } from "../errors.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import type { BlockTask, Plan, SpatialTask } from "./plan.ts";

/** A part of a plan whose groups are complete once it is done: all cells of its zones, in its slices. */
export interface Pass {
  readonly tasks: readonly SpatialTask[];
  readonly blocks: readonly BlockTask[];
  /** Row numbers of zones. */
  readonly zones: Uint32Array;
}

/** Bytes that a kept cell takes: one that belongs to its zone whole, and one that it covers in part. */
export interface KeptBytes {
  readonly whole: number;
  readonly partial: number;
}

/** The whole plan at once: for statistics that keep no cells. */
export function onePass(plan: Plan, zoneCount: number): Pass[] {
  return [
    { tasks: plan.tasks, blocks: plan.blocks, zones: Uint32Array.from({ length: zoneCount }, (_, zone) => zone) },
  ];
}

/**
 * Passes for statistics that keep the cells of zones until a group is complete, none of which keeps more than `budget`
 * bytes. Slices go first into different passes, since no chunk is read twice that way; where one chunk's slices are too
 * many still, zones do. Throws `budget-too-small` where one zone alone is too large.
 */
export function planPasses(plan: Plan, cells: ZoneCells, bytesPerCell: KeptBytes, budget: number): Pass[] {
  const zoneBytes = bytesOfZones(cells, bytesPerCell);
  const sliceBytes = zoneBytes.reduce((sum, bytes) => sum + bytes, 0);
  const [everything] = onePass(plan, zoneBytes.length);
  const passes: Pass[] = [];
  for (const blocks of groups(plan.blocks, (block) => block.slices.length * sliceBytes, budget)) {
    const slices = blocks.reduce((sum, block) => sum + block.slices.length, 0);
    if (slices * sliceBytes <= budget) {
      passes.push({ ...everything, blocks });
      continue;
    }
    for (const group of groups([...everything.zones], (zone) => slices * zoneBytes[zone], budget)) {
      const needed = group.reduce((sum, zone) => sum + slices * zoneBytes[zone], 0);
      if (needed > budget) throw tooSmall(group[0], needed, budget);
      passes.push({ tasks: tasksOf(plan.tasks, new Set(group)), blocks, zones: Uint32Array.from(group) });
    }
  }
  return passes;
}

/** Neighbours together as long as they are within the budget; one that is over it alone. */
function groups<Item>(items: readonly Item[], bytesOf: (item: Item) => number, budget: number): Item[][] {
  const found: Item[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const item of items) {
    bytes += bytesOf(item);
    if (bytes <= budget) found[found.length - 1].push(item);
    else {
      found.push([item]);
      bytes = bytesOf(item);
    }
  }
  return found;
}

function tasksOf(tasks: readonly SpatialTask[], zones: ReadonlySet<number>): SpatialTask[] {
  return tasks
    .map((task) => ({ ...task, zones: task.zones.filter((zone) => zones.has(zone)) }))
    .filter((task) => task.zones.length > 0);
}

function bytesOfZones({ runs, partial }: ZoneCells, bytesPerCell: KeptBytes): number[] {
  return Array.from(runs.firstRow, (_, zone) => {
    const inPart = partial ? partial.offsets[zone + 1] - partial.offsets[zone] : 0;
    let whole = 0;
    const stop = runs.runOffsets[runs.rowOffsets[zone + 1]];
    for (let run = runs.runOffsets[runs.rowOffsets[zone]]; run < stop; run++) {
      whole += runs.stops[run] - runs.starts[run];
    }
    return whole * bytesPerCell.whole + inPart * bytesPerCell.partial;
  });
}

function tooSmall(zone: number, bytesNeeded: number, budget: number) {
  const mib = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
  const message =
    `The cells of zone ${zone} take ${mib(bytesNeeded)}, more than a quarter of memoryBudget (${mib(budget)}), and this ` +
    "statistic needs them at once: raise memoryBudget, or select fewer slices.";
  return rastrumError("budget-too-small", message, { bytesNeeded: 4 * bytesNeeded, budgetBytes: 4 * budget });
}
