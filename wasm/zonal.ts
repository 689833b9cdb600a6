/**
 * The reduce by zone of a slice, for workers: compiled once for all of them, and 128 bits at a time. This is
 * AssemblyScript, a subset of TypeScript that has the types of WebAssembly (https://www.assemblyscript.org).
 * src/kernels/zonal-wasm.ts puts cells and runs into memory and calls it; src/kernels/zonal-dense.ts is the same in
 * JavaScript.
 *
 * Runs are row, start, stop triples (i32). A block of runs holds up to 2^14 cells, so that no lane overflows and no
 * piece rounds; `ends` has the run after each block's last. Of each block eight f64 are left, each in a column of its own:
 * count, least, greatest, two pieces of the sum, three of the squares. What is read behind the last cell (up to 14 bytes)
 * counts for nothing. Nodata is NaN where no cell can be it.
 */
import { reduceShort } from "./short";
import { spanOfIntegers } from "./spans";
import { reduceWide } from "./wide";

export { cutRuns } from "./blocks";
export { placeCells, placeRuns } from "./lanes";
export { spanOfFloats as spanOfFloat32Array } from "./spans";
export { cut } from "./wide";

export function spanOfInt32Array(count: i32, nodata: f64): void {
  spanOfIntegers<i32>(count, nodata);
}

export function spanOfUint32Array(count: i32, nodata: f64): void {
  spanOfIntegers<u32>(count, nodata);
}

export function reduceInt8Array(from: i32, to: i32, nodata: f64): void {
  reduceShort<i8>(from, to, nodata);
}

export function reduceUint8Array(from: i32, to: i32, nodata: f64): void {
  reduceShort<u8>(from, to, nodata);
}

export function reduceInt16Array(from: i32, to: i32, nodata: f64): void {
  reduceShort<i16>(from, to, nodata);
}

export function reduceUint16Array(from: i32, to: i32, nodata: f64): void {
  reduceShort<u16>(from, to, nodata);
}

export function reduceInt32Array(from: i32, to: i32, nodata: f64): void {
  reduceWide<i32>(from, to, nodata, false, true);
}

export function reduceUint32Array(from: i32, to: i32, nodata: f64): void {
  reduceWide<u32>(from, to, nodata, false, true);
}

/** Without squares. */
export function sumFloat32Array(from: i32, to: i32, nodata: f64): void {
  reduceWide<f32>(from, to, nodata, true, false);
}

export function reduceFloat32Array(from: i32, to: i32, nodata: f64): void {
  reduceWide<f32>(from, to, nodata, false, true);
}

/** Where cells are far apart. */
export function reduceFarFloat32Array(from: i32, to: i32, nodata: f64): void {
  reduceWide<f32>(from, to, nodata, true, true);
}
