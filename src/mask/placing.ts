import type { PlacedCells } from "./placed-cells.ts";
import type { Runs } from "./runs.ts";
import type { PartialCells, ZoneCells } from "./zone-cells.ts";

/** Runs and cells in part of fewer are clipped before what does it could be loaded. */
const MANY = 2 ** 14;

const placed = new WeakMap<Runs, PlacedCells>();

const load = () => import("./placed-cells.ts");

/** Has what places cells come while zones are read. */
export function expectPlacing(): void {
  load().catch(() => {});
}

/**
 * Puts the cells of a job's zones to where masks are clipped in WebAssembly, if they are many and it can be, until
 * `freeCells`, or for as long as there is somebody who has them.
 * @param bounds of the zones, where they are known
 */
export async function placeMany(cells: ZoneCells, bounds: Float64Array | null): Promise<void> {
  const { runs, partial } = cells;
  if (cellsInPart(partial) + runsIn(runs) < MANY || placed.has(runs)) return;
  const placing = await load().catch(() => null); // JavaScript does the same
  if (placed.has(runs)) return;
  const found = placing?.placeCells(cells, bounds);
  if (found) placed.set(runs, found);
}

/** How many there are of all zones, where columns are not put together yet. */
const counts = new WeakMap<Runs | PartialCells, number>();

export function tellCount(columns: Runs | PartialCells, count: number): void {
  counts.set(columns, count);
}

/** How many there are of all zones. */
export function runsIn(runs: Runs): number {
  return counts.get(runs) ?? runs.starts.length;
}

/** How many there are of all zones. */
export function cellsInPart(partial: PartialCells | null): number {
  return partial ? (counts.get(partial) ?? partial.offsets[partial.offsets.length - 1]) : 0;
}

/** Where the cells of zones are placed; null where they are not. */
export function placedCells({ runs }: Pick<ZoneCells, "runs">): PlacedCells | null {
  return placed.get(runs) ?? null;
}

/** Masks are clipped no more. */
export function freeCells({ runs }: ZoneCells): void {
  placed.get(runs)?.free();
  placed.delete(runs);
}
