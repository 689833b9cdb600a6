import type { PixelZones } from "../zones/zones.ts";
import { boundaryCells } from "./boundary-cells.ts";
import { compiledCells } from "./compiled-cells.ts";
import type { Rule } from "./rule.ts";
import { type Runs, zoneRuns } from "./runs.ts";

/** Cells that a zone covers in part, zone after zone, from the top row down and from left to right. */
export interface PartialCells {
  /** Zone z has the cells offsets[z] … offsets[z + 1]. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** Covered fraction, in (0, 1]. */
  readonly coverage: Float64Array;
}

export interface ZoneCells {
  /** Cells that belong to a zone whole. */
  readonly runs: Runs;
  /** The rest; null for rules that know no parts. */
  readonly partial: PartialCells | null;
}

/** The cells of every zone by a rule, in the rows firstRow … stopRow of a grid. Cost ∝ boundary in these. */
export function zoneCells(zones: PixelZones, stopRow: number, width: number, rule: Rule, firstRow = 0): ZoneCells {
  if (rule === "center") return { runs: zoneRuns(zones, stopRow, width, firstRow), partial: null };
  const grid = { firstRow, stopRow, width };
  return compiledCells(zones, grid, rule) ?? boundaryCells(zones, grid, rule);
}
