import { reserve } from "../compiled/reserve.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import type { CompiledColumns, TablesThere } from "./table-columns.ts";
import type { CellsInput } from "./zonal.ts";

export type Bytes = Uint8Array | Int8Array;

/** What wasm/byte-tables.ts exports. */
export interface Compiled extends CompiledColumns {
  readonly BLOCK: WebAssembly.Global<"i32">;
  readonly placeCells: (at: number, width: number, flip: number, nodata: number) => void;
  readonly placeRuns: (at: number, offsets: number) => void;
  readonly placePartial: (offsets: number, rows: number, columns: number, coverage: number) => void;
  readonly placeLists: (wholeOffsets: number, offsets: number, whole: number, parts: number, shares: number) => void;
  readonly wholeListed: () => number;
  readonly partsListed: () => number;
  readonly tabulate: (
    zones: number,
    wanted: number,
    found: number,
    ends: number,
    weights: number,
    values: number,
  ) => number;
}

/** Columns of what is left of zones: valid cells, least, greatest, and from this one on the components of their weight. */
export const WEIGHT = 3;
export const COLUMNS = 7;
/** Different values of 8 bits. */
const KEYS = 256;
/** Memory of a slice, and tables of all slices, at most: chunks of 4096 × 4096 cells have room. */
export const MOST_BYTES = 2 ** 25;
/** Of a value in a table. */
const BYTES_A_VALUE = 10;

/** Where things lie in memory. */
export interface Places {
  readonly wanted: number;
  readonly cells: number;
  readonly found: number;
  readonly ends: number;
  readonly weights: number;
  readonly values: number;
  readonly lists: {
    readonly wholeOffsets: number;
    readonly offsets: number;
    readonly whole: number;
    readonly parts: number;
    readonly shares: number;
  };
  /** Of all that. */
  readonly end: number;
}

/** Puts all but cells into memory; null where there is not enough. */
export function placeBlock(
  compiled: Compiled,
  { mask, nodata, slices }: CellsInput,
  data: Bytes,
  wanted: Uint8Array,
): Places | null {
  const { zones, window, runs, offsets, partial } = mask;
  let end = compiled.BLOCK.value;
  const take = (bytes: number) => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const most = Math.min(KEYS * zones, mask.cells + (partial?.rows.length ?? 0));
  const listed = cellsOfOthers(mask, wanted);
  const places = {
    wanted: take(zones),
    cells: take(window.height * window.width),
    found: take(8 * COLUMNS * zones),
    ends: take(4 * zones),
    weights: take(8 * most),
    values: take(2 * most),
    lists: {
      wholeOffsets: take(4 * (zones + 1)),
      offsets: take(4 * (zones + 1)),
      whole: take(listed.whole),
      parts: take(listed.parts),
      shares: take(8 * listed.parts),
    },
  };
  const [runsAt, offsetsAt] = [take(runs.byteLength), take(offsets.byteLength)];
  const columns = partial ? [partial.offsets, partial.rows, partial.columns, partial.coverage] : [];
  const columnsAt = columns.map(({ byteLength }) => take(byteLength));
  if (Math.max(end, BYTES_A_VALUE * most * slices) > MOST_BYTES || !reserve(compiled.memory, end)) return null;
  const { buffer } = compiled.memory;
  put(buffer, places.wanted, wanted);
  put(buffer, runsAt, runs);
  put(buffer, offsetsAt, offsets);
  columns.forEach((column, i) => {
    put(buffer, columnsAt[i], column);
  });
  const [partialAt = 0, rowsAt = 0, columnAt = 0, coverageAt = 0] = columnsAt;
  compiled.placeRuns(runsAt, offsetsAt);
  compiled.placePartial(partialAt, rowsAt, columnAt, coverageAt);
  const { lists } = places;
  compiled.placeLists(lists.wholeOffsets, lists.offsets, lists.whole, lists.parts, lists.shares);
  compiled.placeCells(places.cells, window.width, data instanceof Int8Array ? 128 : 0, byteOf(data, nodata));
  return { ...places, end };
}

/** Cells of the zones that are not wanted: whole ones, and others. */
function cellsOfOthers({ zones, runs, offsets, partial }: ClippedMask, wanted: Uint8Array) {
  let [whole, parts] = [0, 0];
  for (let zone = 0; zone < zones; zone++) {
    if (wanted[zone] === 1) continue;
    for (let i = 3 * offsets[zone]; i < 3 * offsets[zone + 1]; i += 3) whole += runs[i + 2] - runs[i + 1];
    if (partial) parts += partial.offsets[zone + 1] - partial.offsets[zone];
  }
  return { whole, parts };
}

/** The tables of so many zones, with so many values in all, and room behind them; null where there is not enough. */
export function roomForColumns(
  { memory }: Compiled,
  { weights, end }: Places,
  zones: number,
  length: number,
): TablesThere | null {
  const room = end + 8 * Math.ceil(zones / 2) * 2;
  const stop = room + 8 * Math.max(zones, length);
  return stop <= MOST_BYTES && reserve(memory, stop) ? { zones, length, weights, room, zoneRoom: end } : null;
}

export function put(buffer: ArrayBuffer, at: number, from: ArrayBufferView): void {
  new Uint8Array(buffer, at).set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength));
}

/** The byte that stands for no value; −1 where no cell can. */
function byteOf(data: Bytes, nodata: number | bigint | null): number {
  const value = Number(nodata ?? Number.NaN);
  const like = new (data.constructor as typeof Uint8Array)([value]);
  return like[0] === value ? value & 255 : -1;
}
