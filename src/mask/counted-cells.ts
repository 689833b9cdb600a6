import type { PixelZones } from "../zones/zones.ts";
import { expectPlacing } from "./placing.ts";
import type { Rule } from "./rule.ts";
import { type Runs, zoneRuns } from "./runs.ts";
import type { ZoneCells } from "./zone-cells.ts";

/** Which cells count. */
export interface Counting {
  readonly rule: Rule;
  /** Covered fraction from which on a cell counts. */
  readonly minCoverage: number;
  /** Whether those that count in part count whole. */
  readonly whole: boolean;
}

/** By the rule `center`, of fewer vertices cells are found before what finds those of many could be loaded. */
const MANY_VERTICES = 4096;

const loadCentered = () => import("./center-runs.ts");
const loadCovered = () => import("./covered-cells.ts");

/**
 * Has what counts by the rule come while zones are read; where that fails, `countedCells` says so.
 * @param areFew whether zones have few vertices
 */
export function expectCounting({ rule }: Counting, areFew: boolean): void {
  if (rule !== "center") loadCovered().catch(() => {});
  else if (!areFew) loadCentered().catch(() => {});
  if (!areFew) expectPlacing();
}

/** The cells of every zone that count, in the rows firstRow … stopRow of a grid. */
export async function countedCells(
  zones: PixelZones,
  stopRow: number,
  width: number,
  counting: Counting,
  firstRow = 0,
): Promise<ZoneCells> {
  const cells =
    counting.rule === "center"
      ? { runs: await centeredRuns(zones, stopRow, width, firstRow), partial: null }
      : (await loadCovered()).coveredCells(zones, stopRow, width, counting, firstRow);
  if (!zones.paths) return cells;
  const { withPathCells } = await import("./path-cells.ts");
  return { ...cells, runs: withPathCells(cells.runs, zones.paths, stopRow, width, firstRow) };
}

async function centeredRuns(zones: PixelZones, stopRow: number, width: number, firstRow: number): Promise<Runs> {
  const isMany = zones.rings.coordinates.length >= 2 * MANY_VERTICES;
  const runsOf = isMany ? (await loadCentered()).centerRuns : zoneRuns;
  return runsOf(zones, stopRow, width, firstRow);
}
