import { describe, expect, it } from "vitest";
import { GrowingColumn } from "../../../src/zones/growing-column.ts";

/** Adds parts of so many entries, of a file of `total`, and tells what was made room for. */
function grow(parts: readonly number[], total: number, mostAtFirst: number) {
  const made: number[] = [];
  const column = new GrowingColumn((length) => {
    made.push(length);
    return new Uint32Array(length);
  }, mostAtFirst);
  let next = 0;
  for (const length of parts) {
    const part = Uint32Array.from({ length }, () => next++);
    column.add(part, next / total);
  }
  return { made, values: column.finish() };
}

describe("a growing column", () => {
  it("makes room once where a file is alike everywhere", () => {
    const { made, values } = grow([100, 100, 100, 100], 400, 1000);
    expect(values).toEqual(Uint32Array.from({ length: 400 }, (_, i) => i));
    expect(made).toEqual([0, 408]);
  });

  it("believes no first part that promises too much", () => {
    const { made, values } = grow([100, 1, 1], 100_000, 150);
    expect(values).toEqual(Uint32Array.from({ length: 102 }, (_, i) => i));
    expect(made).toEqual([0, 200]);
    expect(values.buffer.byteLength).toBe(4 * 102);
  });

  it("may be empty", () => expect(grow([], 1, 10).values).toEqual(new Uint32Array(0)));
});
