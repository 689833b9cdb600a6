import base64 from "../../wasm/keep.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import type { CellArray } from "../source/source.ts";
import { addExactColumn } from "./exact-sums.ts";
import { addExtremesColumn, needed, type Partials, rowsFrom } from "./partial.ts";
import { MOST_COPIED, nodataOf, rowsOfSlice } from "./slice-cells.ts";

/** Slices of cells behind each other, as large as the mask's window. */
export interface CellsOfSlices {
  readonly data: CellArray;
  readonly slices: number;
  readonly mask: ClippedMask;
  /** The stored value that is not valid. */
  readonly nodata: number | bigint | null;
}

type NarrowArray = Exclude<CellArray, BigInt64Array | BigUint64Array | Float64Array>;
type NarrowType = NarrowArray[typeof Symbol.toStringTag];

/** What wasm/keep.ts exports. */
type Compiled = {
  readonly memory: WebAssembly.Memory;
  readonly findRows: (runs: number, count: number) => void;
  readonly firstRow: WebAssembly.Global<"i32">;
  readonly stopRow: WebAssembly.Global<"i32">;
  readonly place: (cells: number, width: number, offsets: number, runs: number, kept: number) => void;
} & { readonly [Name in `keep${NarrowType}`]: (zones: number, nodata: number) => void };

/** What a thread keeps of memory at most, for cells and runs. */
const MOST_BYTES = 2 ** 25;
/** Bytes of a zone: its cells, the least and the greatest. */
const FOUND = 24;
/** Read or written behind cells. */
const LANES = 32;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), MOST_BYTES);

/** Keeps the whole cells of all zones, as keep-runs.ts does zone by zone; false where they must go that way. */
export function keepCompiled(partials: Partials, cells: CellsOfSlices, counts: boolean): boolean {
  const { data, mask, slices } = cells;
  const compiled = isNarrow(data) ? instances.take() : null;
  if (!compiled) return false;
  const places = putRuns(compiled, mask, data.BYTES_PER_ELEMENT);
  if (places) {
    needed(partials.kept).roomFor(data, slices * mask.cells);
    for (let slice = 0; slice < slices; slice++) keepSlice(partials, compiled, places, cells, slice, counts);
  }
  instances.keep(compiled);
  return places !== null;
}

function isNarrow(data: CellArray): boolean {
  return data.BYTES_PER_ELEMENT <= 4;
}

/** Where things lie in memory, and the rows that have runs. */
interface Places {
  readonly cells: number;
  readonly kept: number;
  readonly firstRow: number;
  readonly stopRow: number;
}

/** Null where all would take too much memory. */
function putRuns(
  compiled: Compiled,
  { zones, offsets, runs, window, cells }: ClippedMask,
  bytes: number,
): Places | null {
  const { memory } = compiled;
  const offsetsAt = FOUND * zones;
  const runsAt = offsetsAt + offsets.byteLength;
  const cellsAt = aligned(runsAt + runs.byteLength);
  if (cellsAt > MOST_BYTES || !reserve(memory, cellsAt)) return null;
  new Int32Array(memory.buffer, offsetsAt).set(offsets);
  new Int32Array(memory.buffer, runsAt).set(runs);
  compiled.findRows(runsAt, runs.length / 3);
  const [firstRow, stopRow] = [compiled.firstRow.value, compiled.stopRow.value];
  const copied = (stopRow - firstRow) * window.width * bytes;
  const keptAt = aligned(cellsAt + copied) + LANES;
  const end = keptAt + cells * bytes + LANES;
  if (copied > MOST_COPIED * cells || end > MOST_BYTES || !reserve(memory, end)) return null;
  compiled.place(cellsAt, window.width, offsetsAt, runsAt, keptAt);
  return { cells: cellsAt, kept: keptAt, firstRow, stopRow };
}

function keepSlice(
  partials: Partials,
  compiled: Compiled,
  places: Places,
  { data, mask, slices, nodata }: CellsOfSlices,
  slice: number,
  counts: boolean,
): void {
  const { zones, window } = mask;
  const base = slice * window.height * window.width;
  const cells = (data as NarrowArray).subarray(
    base + places.firstRow * window.width,
    base + places.stopRow * window.width,
  );
  const { buffer } = compiled.memory;
  const Cells = cells.constructor as new (buffer: ArrayBufferLike, at: number) => NarrowArray;
  new Cells(buffer, places.cells).set(cells);
  compiled[`keep${cells[Symbol.toStringTag]}`](zones, nodataOf(cells, nodata));
  const found = new Float64Array(buffer, 0, 3 * zones);
  const rows = rowsOfSlice(rowsFrom(0, zones), slices, slice);
  needed(partials.kept).addColumn(rows, new Cells(buffer, places.kept), found);
  if (counts) {
    addExtremesColumn(partials, rows, found, found.subarray(zones), found.subarray(2 * zones));
    if (partials.weight) addExactColumn(partials.weight, rows, found);
  }
}

function aligned(at: number): number {
  return Math.ceil(at / 16) * 16;
}
