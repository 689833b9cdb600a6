import type { PixelZones } from "../zones/zones.ts";
import type { Counting } from "./counted-cells.ts";
import { countWhole, keepCovered } from "./partial-cells.ts";
import { type ZoneCells, zoneCells } from "./zone-cells.ts";

/** The cells that count by rules that look at more than centres; loaded where one of those is asked for. */
export function coveredCells(
  zones: PixelZones,
  stopRow: number,
  width: number,
  { rule, minCoverage, whole }: Counting,
  firstRow: number,
): ZoneCells {
  const cells = keepCovered(zoneCells(zones, stopRow, width, rule, firstRow), minCoverage);
  return whole ? countWhole(cells) : cells;
}
