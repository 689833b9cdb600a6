import { type Counting, countedCells } from "../mask/counted-cells.ts";
import type { RowRange } from "../mask/replace-rows.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { type InvalidZone, invalidZones } from "../zones/validity.ts";
import type { PixelZones } from "../zones/zones.ts";

/** Zones in pixel space, and which of the cells of a grid count for them. */
export interface ZonesTask {
  readonly zones: PixelZones;
  readonly height: number;
  readonly width: number;
  readonly counting: Counting;
  /** Only cells of these rows of the grid, if it is said. */
  readonly rows?: RowRange;
}

/** What the zones' rings say, apart from what cells hold. */
export interface CountedZones {
  readonly cells: ZoneCells;
  readonly invalid: readonly InvalidZone[];
}

export async function countZones({ zones, height, width, counting, rows }: ZonesTask): Promise<CountedZones> {
  const [first, stop] = rows ? [Math.max(0, rows.first), Math.min(height, rows.stop)] : [0, height];
  return { cells: await countedCells(zones, stop, width, counting, first), invalid: await invalidZones(zones) };
}
