import { applyTransform, createPixelMapping } from "../grid/affine.ts";
import type { Grid } from "../grid/grid.ts";
import { countedCells } from "../mask/counted-cells.ts";
import type { Runs } from "../mask/runs.ts";
import { zoneCells } from "../mask/zone-cells.ts";
import type { PixelZones } from "../zones/zones.ts";

/** What the count of each zone cannot be less than, nor more. */
export interface CountRange {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How the cells of a raster lie in those of an overview: whole, from the row and column `first` on. */
export interface Nesting {
  readonly rows: number;
  readonly columns: number;
  /** Row and column of the raster (0 or less) at which the overview's first cell begins. */
  readonly firstRow: number;
  readonly firstColumn: number;
}

/** null where cells of the raster are cut by those of the overview, or lie beside them. */
export function nestingOf(base: Grid, overview: Grid): Nesting | null {
  const mapping = base.transform && createPixelMapping(base.transform);
  if (!mapping || !overview.transform) return null;
  const { transform } = overview;
  const place = (column: number, row: number) => {
    const [x, y] = applyTransform(transform, column, row);
    return [mapping.column(x, y), mapping.row(x, y)];
  };
  const [start, end] = [place(0, 0), place(overview.width, overview.height)];
  const [oblique] = place(0, overview.height);
  const sizes = [(end[0] - start[0]) / overview.width, (end[1] - start[1]) / overview.height];
  const whole = [...start, ...sizes].map(Math.round);
  // Affine transforms in f64 are right to far less than this.
  const isNear = [...start, ...sizes].every((value, i) => Math.abs(value - whole[i]) < 1e-6);
  const [firstColumn, firstRow, columns, rows] = whole;
  const covers =
    firstColumn <= 0 &&
    firstRow <= 0 &&
    firstColumn + columns * overview.width >= base.width &&
    firstRow + rows * overview.height >= base.height;
  if (!isNear || !covers || columns < 1 || rows < 1 || Math.abs(oblique - start[0]) > 1e-6) return null;
  return { rows, columns, firstRow, firstColumn };
}

/**
 * Bounds of the cells of each zone by any rule, from an overview's cells: those that lie wholly inside are counted, and
 * no cell lies in one that the zone does not touch. Cost ∝ boundary in cells of the overview.
 * @param zones in cells of the raster
 */
export async function countRange(zones: PixelZones, base: Grid, overview: Grid, nesting: Nesting): Promise<CountRange> {
  const { height, width } = overview;
  const placed = inOverview(zones, nesting);
  // Cells of the raster up to each row and column of the overview: the last ones may reach beyond the raster.
  const upTo = (cells: number, first: number, step: number, size: number) =>
    Int32Array.from({ length: cells + 1 }, (_, i) => Math.min(Math.max(first + i * step, 0), size));
  const rows = upTo(height, nesting.firstRow, nesting.rows, base.height);
  const columns = upTo(width, nesting.firstColumn, nesting.columns, base.width);
  const touched = { rule: "touched", minCoverage: 0, whole: true } as const;
  return {
    low: countCells(zoneCells(placed, height, width, "fraction").runs, rows, columns), // of polygons alone
    high: countCells((await countedCells(placed, height, width, touched)).runs, rows, columns),
  };
}

/** The same zones in cells of the overview. They are scaled, not projected anew: edges that bend must be the same edges. */
function inOverview({ length, rings, paths, bounds }: PixelZones, nesting: Nesting): PixelZones {
  const { rows, columns, firstRow, firstColumn } = nesting;
  const scale = (values: Float64Array) =>
    values.map((value, i) => (i % 2 === 0 ? (value - firstColumn) / columns : (value - firstRow) / rows));
  return {
    length,
    rings: { ...rings, coordinates: scale(rings.coordinates) },
    ...(paths && { paths: { ...paths, coordinates: scale(paths.coordinates) } }),
    bounds: scale(bounds),
  };
}

function countCells(runs: Runs, rows: Int32Array, columns: Int32Array): Float64Array {
  const { firstRow, rowOffsets, runOffsets, starts, stops } = runs;
  return Float64Array.from(firstRow, (first, zone) => {
    let count = 0;
    for (let entry = rowOffsets[zone]; entry < rowOffsets[zone + 1]; entry++) {
      const row = first + entry - rowOffsets[zone];
      const height = rows[row + 1] - rows[row];
      for (let run = runOffsets[entry]; run < runOffsets[entry + 1]; run++) {
        count += height * (columns[stops[run]] - columns[starts[run]]);
      }
    }
    return count;
  });
}
