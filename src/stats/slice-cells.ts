import type { CellArray } from "../source/source.ts";

/** Bytes of a slice that are copied into WebAssembly for a cell in zones at most, or JavaScript would be as fast. */
export const MOST_COPIED = 128;

/** The rows of partials of some zones in one of so many slices. */
export function rowsOfSlice(zones: Int32Array, slices: number, slice: number): Int32Array {
  const rows = new Int32Array(zones.length);
  for (let i = 0; i < zones.length; i++) rows[i] = zones[i] * slices + slice;
  return rows;
}

/** The stored value that is not valid; NaN where no cell can be it. */
export function nodataOf(
  cells: Exclude<CellArray, BigInt64Array | BigUint64Array>,
  nodata: number | bigint | null,
): number {
  const value = nodata === null ? Number.NaN : Number(nodata);
  const Cells = cells.constructor as new (values: number[]) => typeof cells;
  return new Cells([value])[0] === value ? value : Number.NaN;
}
