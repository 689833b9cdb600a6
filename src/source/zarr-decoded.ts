import { cStrides } from "./copy-cells.ts";
import type { CellArray } from "./source.ts";

/** A decoded chunk; the strides need not be C order. Text is a list of strings. */
export interface DecodedChunk {
  readonly data: CellArray | readonly string[];
  readonly strides: readonly number[];
}

/** Turns the bytes of one chunk into cells: float16 as float32, bool as 0 and 1. Throws what went wrong, untagged. */
export type Decoder = (bytes: Uint8Array) => Promise<DecodedChunk>;

/** A chunk that the store lacks: every cell the fill value; numbers only. */
export function filledChunk(data: CellArray, shape: readonly number[], fillValue: unknown): DecodedChunk {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    data.fill(typeof fillValue === "bigint" ? fillValue : 0n);
  } else {
    data.fill(typeof fillValue === "number" ? fillValue : fillValue === true ? 1 : 0);
  }
  return { data, strides: cStrides(shape) };
}
