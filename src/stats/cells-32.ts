import type { KeptRow } from "./kept-cells.ts";

export type Array32 = typeof Float32Array | typeof Int32Array | typeof Uint32Array;

/** An array of 32 bits that holds such cells, as wasm/order.ts takes them; null where none does. */
export function array32For(cells: KeptRow["partial"]): Array32 | null {
  if (cells instanceof Float32Array) return Float32Array;
  if (cells instanceof Int16Array || cells instanceof Int32Array || cells instanceof Int8Array) return Int32Array;
  if (cells instanceof Uint16Array || cells instanceof Uint32Array || cells instanceof Uint8Array) return Uint32Array;
  return null;
}

/** Kinds of cells in wasm/keys.ts: these, else without a sign. */
const FLOATS = 0;
const SIGNED = 1;
const UNSIGNED = 2;

export function kindOf(Cells: Array32): number {
  if (Cells === Float32Array) return FLOATS;
  return Cells === Int32Array ? SIGNED : UNSIGNED;
}

/** What wasm/order-memory.ts has beside cells, and for each that is whole or in part. */
export const BYTES_MORE = 2 ** 14 + 2 ** 10;
export const BYTES_WHOLE = 16;
export const BYTES_PARTIAL = 32;
