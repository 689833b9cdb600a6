import type { CellArray } from "../source/source.ts";
import type { ValueKind } from "./partial.ts";
import type { CellMeaning } from "./partial-row.ts";
import type { Value } from "./section.ts";
import { mayMeet, unitsOf } from "./units.ts";

/** Cells whose ordinals are made at once. */
export const MOST_ORDINALS = 4096;

/** Cells as they are kept: in an array of their own type, or one by one. */
export type Cells = CellArray | readonly Value[];

/**
 * Unsigned 64-bit integers in the order of values in the raster's units. Cells that scaling rounds to one value have one
 * ordinal. Two words each, the low one first.
 */
export interface Ordinals {
  /** Puts those of cells `from` … `to` (at most `MOST_ORDINALS`) into `words`. */
  fill(words: Uint32Array, cells: Cells, from: number, to: number): void;
  /** The value in the raster's units. */
  valueAt(ordinal: bigint): Value;
}

/** Ordinals of cells from `least` to `greatest`, all as stored. */
export function ordinalsOf(kind: ValueKind, least: Value, greatest: Value, meaning: CellMeaning): Ordinals {
  // Integers that scaling keeps apart are best told by what is stored: equal steps, and no rounding.
  if (!meaning.integers || mayMeet(1, least, greatest, meaning)) return doubleOrdinals(meaning);
  const stored = kind === "float64" ? integerOrdinals(meaning) : wideOrdinals(kind, meaning);
  return meaning.scale < 0 ? turnedAround(stored) : stored;
}

export function ordinalOf(ordinals: Ordinals, stored: Value): bigint {
  const words = new Uint32Array(2);
  ordinals.fill(words, [stored], 0, 1);
  return (BigInt(words[1]) << 32n) | BigInt(words[0]);
}

const SIGN = 0x80000000;
const HALF = 2n ** 63n;
const MOST = 2n ** 64n - 1n;

/** Integers of up to 32 bits. */
function integerOrdinals(meaning: CellMeaning): Ordinals {
  const toUnits = unitsOf(meaning);
  return {
    fill(words, cells, from, to) {
      for (let i = from, at = 0; i < to; i++, at += 2) {
        const value = cells[i] as number;
        words[at] = value;
        words[at + 1] = value < 0 ? SIGN - 1 : SIGN;
      }
    },
    valueAt: (ordinal) => toUnits(Number(ordinal - HALF)),
  };
}

/** 64-bit integers. */
function wideOrdinals(kind: ValueKind, meaning: CellMeaning): Ordinals {
  const toUnits = unitsOf(meaning);
  const signed = kind === "int64";
  const scratch = new BigUint64Array(MOST_ORDINALS);
  const halves = new Uint32Array(scratch.buffer);
  return {
    fill(words, cells, from, to) {
      for (let i = from; i < to; i++) scratch[i - from] = cells[i] as bigint;
      for (let at = 0; at < 2 * (to - from); at += 2) {
        words[at] = halves[at];
        words[at + 1] = signed ? halves[at + 1] ^ SIGN : halves[at + 1];
      }
    },
    valueAt: (ordinal) => toUnits(signed ? ordinal - HALF : ordinal),
  };
}

/** Doubles in units: their bits ascend as they do, but for the sign. */
function doubleOrdinals(meaning: CellMeaning): Ordinals {
  const toUnits = unitsOf(meaning);
  const scratch = new Float64Array(MOST_ORDINALS);
  const halves = new Uint32Array(scratch.buffer);
  return {
    fill(words, cells, from, to) {
      // Adding 0 turns −0, which is the same value as 0, into 0.
      for (let i = from; i < to; i++) scratch[i - from] = Number(toUnits(cells[i])) + 0;
      for (let at = 0; at < 2 * (to - from); at += 2) {
        const [low, high] = [halves[at], halves[at + 1]];
        const negative = high >= SIGN;
        words[at] = negative ? ~low : low;
        words[at + 1] = negative ? ~high : high ^ SIGN;
      }
    },
    valueAt(ordinal) {
      const bits = ordinal >= HALF ? ordinal - HALF : MOST - ordinal;
      return new Float64Array(BigUint64Array.of(bits).buffer)[0];
    },
  };
}

function turnedAround(ordinals: Ordinals): Ordinals {
  return {
    fill(words, cells, from, to) {
      ordinals.fill(words, cells, from, to);
      for (let at = 0; at < 2 * (to - from); at++) words[at] = ~words[at];
    },
    valueAt: (ordinal) => ordinals.valueAt(MOST - ordinal),
  };
}
