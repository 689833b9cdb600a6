import { rastrumError } from "../errors.ts";
import type { Grid } from "../grid/grid.ts";
import type { RowRange } from "../mask/bands.ts";
import { type Counting, countedCells } from "../mask/counted-cells.ts";
import { Tangle } from "../mask/tangle.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { type InvalidZone, invalidZones } from "../zones/validity.ts";
import type { PixelZones, Rings } from "../zones/zones.ts";

/** Zones in pixel space, and which of the cells of a grid count for them. */
export interface ZonesTask {
  readonly zones: PixelZones;
  readonly height: number;
  readonly width: number;
  readonly counting: Counting;
  /** Only cells of these rows of the grid, if it is said. */
  readonly rows?: RowRange;
  /** Row number of the first of the zones, for messages; 0 unless given. */
  readonly firstZone?: number;
}

/** Zones that are counted while others are read, part after part from the first on, as if all are placed as they come. */
export interface ZonesAhead extends Pick<ZonesTask, "counting"> {
  readonly grid: Grid;
  readonly zonesCrs: string | null | undefined;
  readonly parts: PartAhead[];
  /** Those of the zones that were read, once all are. */
  rings: Rings | null;
}

export interface PartAhead {
  /** The zone behind its last. */
  readonly end: number;
  /** Its invalid zones by rows of the file. */
  readonly counted: Promise<CountedZones>;
}

/** What the zones' rings say, apart from what cells hold. */
export interface CountedZones {
  readonly cells: ZoneCells;
  readonly invalid: readonly InvalidZone[];
}

/** Of how many vertices the cells are found in some 10 ms, as long as a page may wait. */
export const SOON_COUNTED = 8192;

export function verticesOf({ rings, paths }: PixelZones): number {
  return rings.ringOffsets[rings.ringOffsets.length - 1] + (paths?.coordinates.length ?? 0) / 2;
}

/** Throws `invalid-zones` where a zone's covered fractions cannot be found in time. */
export async function countZones(task: ZonesTask): Promise<CountedZones> {
  const { zones, height, width, counting, rows, firstZone = 0 } = task;
  const [first, stop] = rows ? [Math.max(0, rows.first), Math.min(height, rows.stop)] : [0, height];
  try {
    return { cells: await countedCells(zones, stop, width, counting, first), invalid: await invalidZones(zones) };
  } catch (error) {
    if (!(error instanceof Tangle)) throw error;
    const feature = firstZone + error.zone;
    const message = `Zone ${feature} crosses itself too often for its covered fractions to be found in time: mend its geometry, or take the rule "center".`;
    throw rastrumError("invalid-zones", message, { feature });
  }
}
