import type { PixelZones } from "../zones/zones.ts";
import type { Rule } from "./rule.ts";
import { zoneRuns } from "./runs.ts";
import type { ZoneCells } from "./zone-cells.ts";

/** Which cells count. */
export interface Counting {
  readonly rule: Rule;
  /** Covered fraction from which on a cell counts. */
  readonly minCoverage: number;
  /** Whether those that count in part count whole. */
  readonly whole: boolean;
}

const loadCovered = () => import("./covered-cells.ts");

/** Has what counts by the rule come while zones are read; where that fails, `countedCells` says so. */
export function expectCounting({ rule }: Counting): void {
  if (rule !== "center") loadCovered().catch(() => {});
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
      ? { runs: zoneRuns(zones, stopRow, width, firstRow), partial: null }
      : (await loadCovered()).coveredCells(zones, stopRow, width, counting, firstRow);
  if (!zones.paths) return cells;
  const { withPathCells } = await import("./path-cells.ts");
  return { ...cells, runs: withPathCells(cells.runs, zones.paths, stopRow, width, firstRow) };
}
