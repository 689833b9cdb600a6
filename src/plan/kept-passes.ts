import { rastrumError } from "../errors.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import type { IndexRange } from "../source/source.ts";
import { type KeptBytes, onePass, type Pass } from "./passes.ts";
import type { BlockTask, Plan, SpatialTask } from "./plan.ts";

/**
 * Passes for statistics that keep the cells of zones until a group is complete, none of which keeps more than `budget`
 * bytes. Slices go first into different passes, since no chunk is read twice that way; where one chunk's slices are too
 * many still, zones do. A zone that alone is too large has a pass that more will follow; with `atOnce`, where all of its
 * cells must be there together, a pass a slice, and where these are too large `budget-too-small` is thrown.
 */
export function planPasses(
  plan: Plan,
  cells: ZoneCells,
  bytesPerCell: KeptBytes,
  budget: number,
  atOnce: boolean,
): Pass[] {
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
      const bytesASlice = group.reduce((sum, zone) => sum + zoneBytes[zone], 0);
      const pass = { tasks: tasksOf(plan.tasks, new Set(group)), blocks, zones: Uint32Array.from(group) };
      if (slices * bytesASlice <= budget) passes.push(pass);
      else if (!atOnce) passes.push({ ...pass, bytesASlice });
      else if (bytesASlice > budget) throw tooSmall(group[0], bytesASlice, budget);
      else for (const block of blocks.flatMap(singleSlices)) passes.push({ ...pass, blocks: [block] });
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

/** A block slice by slice, in C order. */
function singleSlices({ ranges, slices }: BlockTask): BlockTask[] {
  let places: (readonly IndexRange[])[] = [[]];
  for (const [start, stop] of ranges) {
    const steps = Array.from({ length: stop - start }, (_, i): IndexRange => [start + i, start + i + 1]);
    places = places.flatMap((place) => steps.map((step) => [...place, step]));
  }
  return places.map((place, i) => ({ ranges: place, slices: slices.subarray(i, i + 1) }));
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
  const message =
    `The cells of zone ${zone} take ${bytesNeeded} bytes, more than a quarter of memoryBudget (${4 * budget}), and lists of cells ` +
    `have them all at once: raise memoryBudget to ${4 * bytesNeeded} bytes, or leave lists such as values and cell_id out.`;
  return rastrumError("budget-too-small", message, { bytesNeeded: 4 * bytesNeeded, budgetBytes: 4 * budget });
}
