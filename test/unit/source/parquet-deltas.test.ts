import { describe, expect, it } from "vitest";
import { bitsAt, checkDeltaHeader, checkSharedBeginnings } from "../../../src/source/parquet/parquet-deltas.ts";

const viewOf = (bytes: readonly number[]) => new DataView(new Uint8Array(bytes).buffer);
/** Blocks of 128 in 4 parts of 32; whole numbers of 7 bits, signed ones by turns: 0, −1, 1, −2 … */
const head = (count: number) => [0x80, 0x01, 4, count];
/** A first value, and one block in which each differs from the one before by as much. */
const steady = (count: number, first: number, step: number) => [...head(count), 2 * first, 2 * step, 0, 0, 0, 0];

describe("texts that share their beginnings", () => {
  it("come to their lengths", () => {
    // Shared 0, 1, 2 … 9; own 5 each: 5, 6 … 14 bytes.
    const bytes = [...steady(10, 0, 1), ...steady(10, 5, 0)];
    expect(checkSharedBeginnings(viewOf(bytes), 0, 10)).toBe(5 * 10 + (9 * 10) / 2);
    expect(checkSharedBeginnings(viewOf([...head(1), 0, ...head(1), 14]), 0, 1)).toBe(7);
    expect(checkSharedBeginnings(viewOf([]), 0, 0)).toBe(0);
  });

  it("may have lengths that differ by whatever bits", () => {
    // Own lengths 3, then differences of 2 bits (1, 2, 3, 0) above the least one, which is −1: 3, 3, 4, 6, 5.
    const own = [...head(5), 6, 1, 2, 0, 0, 0, 0b00111001, 0, 0, 0, 0, 0, 0, 0];
    expect(checkSharedBeginnings(viewOf([...steady(5, 0, 0), ...own]), 0, 5)).toBe(3 + 3 + 4 + 6 + 5);
  });

  it.each([
    ["begin as one that is shorter", [...steady(3, 0, 4), ...steady(3, 2, 0)], 3, "one that is shorter"],
    ["have negative lengths", [...steady(3, 0, 0), ...head(3), 0, 1, 0, 0, 0, 0], 3, "negative lengths"],
    ["are fewer than said", [...steady(3, 0, 0), ...steady(3, 2, 0)], 4, "3 lengths of 4 texts"],
    ["differ by too many bits", [...head(3), 0, 0, 33, 0, 0, 0], 3, "33 bits"],
    ["end too early", steady(3, 0, 0), 3, "outside"],
  ])("are refused where they %s", (_, bytes, count, message) => {
    expect(() => checkSharedBeginnings(viewOf(bytes), 0, count)).toThrow(RangeError);
    expect(() => checkSharedBeginnings(viewOf(bytes), 0, count)).toThrow(message);
  });
});

describe("a list of differences", () => {
  it.each([
    ["parts without end", [0x80, 0x01, 0xff, 0xff, 0xff, 0x7f, 3]],
    ["no parts", [0x80, 0x01, 0, 3]],
    ["blocks without end", [0xff, 0xff, 0xff, 0xff, 0x0f, 1, 3]],
    ["numbers without end", Array.from({ length: 12 }, () => 0xff)],
  ])("is refused with %s", (_, bytes) => {
    expect(() => checkDeltaHeader(viewOf(bytes), 0)).toThrow(RangeError);
  });

  it("has bits across bytes", () => {
    expect(bitsAt(viewOf([0b1010_0000, 0b0000_0110]), 0, 5, 6)).toBe(0b110_101);
    expect(bitsAt(viewOf([255, 255, 255, 255]), 0, 0, 32)).toBe(2 ** 32 - 1);
  });
});
