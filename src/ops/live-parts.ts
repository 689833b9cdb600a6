import { areSums } from "../kernels/resident.ts";
import { changedZones } from "../mask/changed-zones.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import { joinZones } from "../mask/join-zones.ts";
import { TILE } from "../mask/tiles.ts";
import { allOrStop } from "../source/all-or-stop.ts";
import {
  combineRows,
  createPartials,
  keepsCells,
  type Partials,
  rowsFrom,
  valueKindOfDtype,
} from "../stats/partial.ts";
import type { LiveBlocks } from "./live-blocks.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** A zone's cells in one window of the raster's chunks, and what they come to. */
interface ZonePart {
  /** Its zones are bands of rows. */
  readonly mask: ClippedMask;
  readonly bands: readonly Band[];
  /** A row a slice. */
  readonly total: Partials;
}

/** What a band comes to: as many rows as there are slices, among those of others that were reduced with it. */
interface Band {
  readonly partials: Partials;
  readonly firstRow: number;
}

/** The parts of a zone, by their windows' corners. */
export type ZoneParts = ReadonlyMap<string, ZonePart>;

/** A window, and its bands that have not the cells that they had. */
export interface ChangedWindow {
  readonly place: string;
  readonly mask: ClippedMask;
  readonly bands: readonly number[];
}

/** Partials that are kept of a window, and of a zone over all windows, at most: some 90 bytes each. */
const MOST_PARTIALS = 512;
const MOST_OF_ZONE = 2 ** 15;

/**
 * Rows that are counted, reduced and kept together: as few as tiles have where partials are sums, which take little room
 * and are added in no time, more where slices or windows are many; else those of a chunk.
 */
export function bandRowsOf({ needs, plan, raster, selected }: Prepared): number {
  const [height, width] = raster.chunkShape.slice(selected.length);
  if (!areSums(needs)) return height;
  const windows = Math.ceil(raster.grid.height / height) * Math.ceil(raster.grid.width / width);
  const most = Math.min(MOST_PARTIALS, MOST_OF_ZONE / windows);
  return Math.min(TILE * Math.ceil((height * plan.slices) / (TILE * most)), TILE * Math.ceil(height / TILE));
}

export function changedWindows(masks: ReadonlyMap<string, ClippedMask>, known: ZoneParts): ChangedWindow[] {
  const changed: ChangedWindow[] = [];
  for (const [place, mask] of masks) {
    const before = known.get(place)?.mask;
    const bands = before ? changedZones(before, mask) : Array.from({ length: mask.zones }, (_, band) => band);
    if (bands.length > 0) changed.push({ place, mask, bands });
  }
  return changed;
}

/** The parts of a zone that has cells in these windows: changed bands are reduced anew, the others taken as they are. */
export async function reduceParts(
  masks: ReadonlyMap<string, ClippedMask>,
  changed: readonly ChangedWindow[],
  known: ZoneParts,
  blocks: LiveBlocks,
  ready: Prepared,
  atOnce: number,
  signal: AbortSignal,
): Promise<ZoneParts> {
  const parts = new Map([...known].filter(([place]) => masks.has(place)));
  await allOrStop(changed, atOnce, signal, async (window, stop) => {
    parts.set(window.place, await reducePart(window, known.get(window.place), blocks, ready, stop));
  });
  return parts;
}

async function reducePart(
  { mask, bands: changed }: ChangedWindow,
  before: ZonePart | undefined,
  blocks: LiveBlocks,
  ready: Prepared,
  signal: AbortSignal,
): Promise<ZonePart> {
  const { slices } = ready.plan;
  const partials = createRows(ready, changed.length * slices);
  const own = joinZones(changed.map((band) => ({ mask, from: band, to: band + 1 })));
  for (const batch of blocks.batches) await blocks.reduce(own, batch, partials, (zone) => zone * slices, signal);
  const bands = before ? [...before.bands] : [];
  changed.forEach((band, i) => {
    bands[band] = { partials, firstRow: i * slices };
  });
  const total = createRows(ready, slices);
  for (const { partials, firstRow } of bands) {
    combineRows(total, rowsFrom(0, slices), partials, rowsFrom(firstRow, slices));
  }
  return { mask, bands, total };
}

/** What all parts come to, a row a slice. */
export function combineParts(parts: ZoneParts, ready: Prepared): Partials {
  const all = createRows(ready, ready.plan.slices);
  const slices = rowsFrom(0, all.rows);
  for (const { total } of parts.values()) combineRows(all, slices, total);
  return all;
}

/** Whether parts are small enough to be kept for the next change. */
export function canKeep({ needs }: Prepared): boolean {
  return !keepsCells(needs);
}

function createRows({ raster, needs }: Prepared, rows: number): Partials {
  return createPartials(rows, valueKindOfDtype(raster.dtype), needs);
}
