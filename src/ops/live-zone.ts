import { byBands, type RowRange, replaceBands, wholeBands } from "../mask/bands.ts";
import { type ClippedMask, clippedMask } from "../mask/clipped-mask.ts";
import { planZonal } from "../plan/plan.ts";
import { bytesPerCell } from "../source/dtype.ts";
import { changedRows } from "../zones/changed-rows.ts";
import type { PixelZones } from "../zones/zones.ts";
import type { LiveBlocks } from "./live-blocks.ts";
import { bandRowsOf } from "./live-parts.ts";
import type { CellCount } from "./live-passes.ts";
import type { Prepared } from "./zonal-prepare.ts";
import { faultsOf, type ZoneFaults } from "./zone-faults.ts";

/** A geometry on the raster's grid: of one zone. */
export interface ZoneShape {
  readonly pixelZones: PixelZones;
  /** Its cells in windows of the raster's chunks, by bands of rows; by the windows' corners. */
  readonly masks: ReadonlyMap<string, ClippedMask>;
  readonly faults: ZoneFaults;
}

/**
 * Where only some rows of a zone have other cells than it had before, the cells of their bands are found anew.
 * @param pixelZones one zone @param row its row number @param before what it was, where that is known
 */
export async function shapeOf(
  pixelZones: PixelZones,
  row: number,
  ready: Prepared,
  blocks: LiveBlocks,
  before: ZoneShape | null,
): Promise<ZoneShape> {
  const { raster, counting, selected } = ready;
  const { height, width } = raster.grid;
  const bandRows = bandRowsOf(ready);
  const changed = before && changedRows(before.pixelZones, pixelZones);
  const chunkHeight = raster.chunkShape[selected.length];
  const rows = changed ? wholeBands(changed, bandRows, chunkHeight, height) : { first: 0, stop: height };
  const task = { zones: pixelZones, height, width, counting, firstZone: row, rows };
  const { cells, invalid } = await blocks.countZones(task);
  const lattice = { height, width, chunkShape: raster.chunkShape, bytesPerCell: bytesPerCell(raster.dtype) };
  const found = planZonal(lattice, cells, selected).tasks.map(({ window, zones }): [string, ClippedMask] => {
    const mask = clippedMask({ window, zones, ...cells, pixelZones });
    return [`${window.row},${window.column}`, byBands(mask, bandRows)];
  });
  const masks = replaceMasks(before?.masks ?? new Map(), new Map(found), bandRows, rows);
  return { pixelZones, masks, faults: faultsOf(pixelZones, height, width, invalid, row) };
}

/** The masks of windows that have cells. */
function replaceMasks(
  before: ZoneShape["masks"],
  found: ZoneShape["masks"],
  bandRows: number,
  rows: RowRange,
): ZoneShape["masks"] {
  const masks = new Map(found);
  for (const [place, mask] of before) {
    const replaced = replaceBands(mask, found.get(place), bandRows, rows);
    if (replaced.cells > 0 || replaced.partial?.rows.length) masks.set(place, replaced);
  }
  return masks;
}

export function countOf({ masks }: ZoneShape): CellCount {
  let whole = 0;
  let partial = 0;
  for (const mask of masks.values()) {
    whole += mask.cells;
    partial += mask.partial?.rows.length ?? 0;
  }
  return { whole, partial };
}
