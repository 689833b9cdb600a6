import { type ClippedMask, clippedMask } from "../mask/clipped-mask.ts";
import { replaceRows } from "../mask/replace-rows.ts";
import { sameMask } from "../mask/same-mask.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { planZonal } from "../plan/plan.ts";
import { allOrStop } from "../source/all-or-stop.ts";
import { bytesPerCell } from "../source/dtype.ts";
import { combineRow, createPartials, keepsCells, type Partials, valueKindOfDtype } from "../stats/partial.ts";
import { changedRows } from "../zones/changed-rows.ts";
import type { PixelZones } from "../zones/zones.ts";
import type { LiveBlocks } from "./live-blocks.ts";
import type { Prepared } from "./zonal-prepare.ts";
import { faultsOf, type ZoneFaults } from "./zone-faults.ts";

/** A zone's cells in one window of the raster's chunks, and what they come to, a row a slice. */
interface ZonePart {
  readonly mask: ClippedMask;
  readonly partials: Partials;
}

/** The parts of a zone, by their windows' corners. */
export type ZoneParts = ReadonlyMap<string, ZonePart>;

/** A geometry on the raster's grid: of one zone. */
export interface ZoneShape {
  readonly pixelZones: PixelZones;
  readonly cells: ZoneCells;
  readonly masks: ReadonlyMap<string, ClippedMask>;
  readonly faults: ZoneFaults;
}

/**
 * Where only some rows of a zone have other cells than it had before, the cells of those are found anew.
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
  const rows = before ? changedRows(before.pixelZones, pixelZones) : null;
  const task = { zones: pixelZones, height, width, counting, firstZone: row };
  const { cells: found, invalid } = await blocks.countZones(rows ? { ...task, rows } : task);
  const cells = before && rows ? replaceRows(before.cells, found, rows) : found;
  const lattice = { height, width, chunkShape: raster.chunkShape, bytesPerCell: bytesPerCell(raster.dtype) };
  const masks = planZonal(lattice, cells, selected).tasks.map(({ window, zones }): [string, ClippedMask] => {
    const place = `${window.row},${window.column}`;
    const isUntouched = rows !== null && (rows.stop <= window.row || window.row + window.height <= rows.first);
    const known = isUntouched ? before?.masks.get(place) : undefined;
    return [place, known ?? clippedMask({ window, zones, ...cells, pixelZones })];
  });
  return { pixelZones, cells, masks: new Map(masks), faults: faultsOf(pixelZones, height, width, invalid, row) };
}

/** The windows in which a shape has not the cells that the parts had. */
export function changedWindows({ masks }: ZoneShape, known: ZoneParts): string[] {
  return [...masks.keys()].filter((place) => {
    const [before, mask] = [known.get(place)?.mask, masks.get(place)];
    return !(before && mask && sameMask(before, mask));
  });
}

/** The parts of a shape: those in changed windows are reduced anew, several at once, the others taken as they are. */
export async function reduceParts(
  shape: ZoneShape,
  known: ZoneParts,
  blocks: LiveBlocks,
  ready: Prepared,
  atOnce: number,
  signal: AbortSignal,
): Promise<ZoneParts> {
  const changed = new Set(changedWindows(shape, known));
  const parts = new Map<string, ZonePart>();
  await allOrStop([...shape.masks], atOnce, signal, async ([place, mask], stop) => {
    const before = known.get(place);
    if (before && !changed.has(place)) {
      parts.set(place, before);
      return;
    }
    const partials = createRows(ready);
    for (const batch of blocks.batches) await blocks.reduce(mask, batch, partials, () => 0, stop);
    parts.set(place, { mask, partials });
  });
  return parts;
}

/** What all parts come to, a row a slice. */
export function combineParts(parts: ZoneParts, ready: Prepared): Partials {
  const total = createRows(ready);
  for (const { partials } of parts.values()) {
    for (let slice = 0; slice < total.rows; slice++) combineRow(total, slice, partials, slice);
  }
  return total;
}

/** Whether parts are small enough to be kept for the next change. */
export function canKeep({ needs }: Prepared): boolean {
  return !keepsCells(needs);
}

function createRows({ raster, plan, needs }: Prepared): Partials {
  return createPartials(plan.slices, valueKindOfDtype(raster.dtype), needs);
}
