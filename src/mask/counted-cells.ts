import type { PixelZones } from "../zones/zones.ts";
import { countWhole, keepCovered } from "./partial-cells.ts";
import { withPathCells } from "./path-cells.ts";
import { type Rule, type ZoneCells, zoneCells } from "./zone-cells.ts";

/** Which cells count. */
export interface Counting {
  readonly rule: Rule;
  /** Covered fraction from which on a cell counts. */
  readonly minCoverage: number;
  /** Whether those that count in part count whole. */
  readonly whole: boolean;
}

/** The cells of every zone that count, in the rows firstRow … stopRow of a grid. */
export function countedCells(
  zones: PixelZones,
  stopRow: number,
  width: number,
  counting: Counting,
  firstRow = 0,
): ZoneCells {
  const cells = keepCovered(zoneCells(zones, stopRow, width, counting.rule, firstRow), counting.minCoverage);
  const counted = counting.whole ? countWhole(cells) : cells;
  return zones.paths ? { ...counted, runs: withPathCells(counted.runs, zones.paths, stopRow, width, firstRow) } : counted;
}
