import { describe, expect, it } from "vitest";
import { KeptCells } from "../../../src/stats/kept-cells.ts";

const doubles = (...numbers: number[]) => Float64Array.from(numbers);

function singles(kept: KeptCells, row: number) {
  const { partial = [], coverage = [], weights = [], ids = [] } = kept.row(row) ?? {};
  return [Array.from<number | bigint>(partial), [...coverage], [...weights], [...ids]];
}

describe("kept cells", () => {
  it("has no row where nothing was kept, not even for an empty piece", () => {
    const kept = new KeptCells();
    kept.addWhole(0, new Float32Array(0), 0, 0);
    expect(kept.row(0)).toBeNull();
  });

  it("keeps whole cells as they are stored, and others with what is known of each", () => {
    const kept = new KeptCells();
    const cells = Int8Array.of(9, 1, 2, 6, 5);
    kept.addWhole(3, cells, 1, 3);
    kept.addOne(4, cells, 3, 0.6, null, null);
    kept.addOne(3, cells, 4, 0.5, null, null);
    const none = new Float64Array(0);
    const bytes = (...values: number[]) => Int8Array.from(values);
    expect(kept.row(3)).toEqual({
      whole: [bytes(1, 2)],
      partial: bytes(5),
      coverage: doubles(0.5),
      weights: none,
      ids: none,
    });
    expect(kept.row(4)).toEqual({ whole: [], partial: bytes(6), coverage: doubles(0.6), weights: none, ids: none });
    expect([kept.row(0), kept.row(2), kept.row(5), kept.row(6), kept.row(1000)]).toEqual(new Array(5).fill(null));
  });

  it("keeps weights and numbers where they are needed, also of cells that come after a row was looked at", () => {
    const kept = new KeptCells();
    const cells = BigInt64Array.of(6n, 7n, 8n);
    kept.addOne(1, cells, 0, 0.6, 0.5, 17);
    expect(singles(kept, 1)).toEqual([[6n], [0.6], [0.5], [17]]);
    kept.addOne(0, cells, 1, 1, Number.NaN, 3);
    kept.addOne(1, cells, 2, 1, 2, 4);
    expect(singles(kept, 1)).toEqual([[6n, 8n], [0.6, 1], [0.5, 2], [17, 4]]); // biome-ignore format: a line
    expect(singles(kept, 0)).toEqual([[7n], [1], [Number.NaN], [3]]);
  });

  it("combines rows of any numbers, many times as large as arguments of a call may be, and leaves the other as it is", () => {
    const [total, other] = [new KeptCells(), new KeptCells()];
    const many = 200_000;
    const cells = Int16Array.of(0, 1, 2, 3, 4, 5, 6, 8, 9);
    for (let i = 0; i < many; i++) other.addOne(2, cells, i % 7, 0.5, 1, i);
    other.addWhole(2, cells, 8, 9);
    total.addWhole(1, cells, 7, 8);
    total.combine(1, other, 2);
    total.combine(1, other, 5);
    const row = total.row(1);
    expect([row?.partial.length, row?.ids[many - 1], row?.weights.length]).toEqual([many, many - 1, many]);
    expect(row?.whole).toEqual([Int16Array.of(8), Int16Array.of(9)]);
    expect([other.row(2)?.whole.length, other.row(1)]).toEqual([1, null]);
  });

  it("gives the cells of a row together, whatever was added in between and wherever it came from", () => {
    const cells = Uint8Array.of(1, 2, 3, 4, 5, 6);
    const [first, second, total] = [new KeptCells(), new KeptCells(), new KeptCells()];
    first.addWhole(7, cells, 0, 2);
    first.addOne(7, cells, 5, 0.25, null, null);
    second.addOne(1, cells, 4, 0.5, null, null);
    second.addOne(0, cells, 3, 0.75, null, null);
    second.addOne(1, cells, 0, 1, null, null);
    total.combine(2, first, 7);
    total.combine(0, second, 1);
    total.combine(2, second, 1);
    total.addWhole(2, cells, 2, 3);
    expect(singles(total, 2).slice(0, 2)).toEqual([[6, 5, 1], [0.25, 0.5, 1]]); // biome-ignore format: a line
    const { wholeOffsets, offsets, whole, values, coverage } = total.byRow(3);
    expect([[...wholeOffsets], [...offsets]]).toEqual([
      [0, 0, 0, 3],
      [0, 2, 2, 5],
    ]);
    expect([whole, values]).toEqual([Uint8Array.of(3, 1, 2), Uint8Array.of(5, 1, 6, 5, 1)]);
    expect([...coverage]).toEqual([0.5, 1, 0.25, 0.5, 1]);
  });

  it("takes memory that others leave where it is of their type and enough", () => {
    const first = new KeptCells();
    const room = first.roomFor(new Float32Array(0), 1000);
    first.recycle();
    const [other, larger, next] = [new KeptCells(), new KeptCells(), new KeptCells()];
    expect(other.roomFor(new Int32Array(0), 10)).toBeInstanceOf(Int32Array);
    expect(larger.roomFor(new Float32Array(0), 1001)).not.toBe(room);
    expect(next.roomFor(new Float32Array(0), 70)).toBe(room);
    next.addWhole(0, Float32Array.of(3, 4), 0, 2);
    const { whole } = next.byRow(1);
    expect(whole).toEqual(Float32Array.of(3, 4));
    expect(whole?.buffer.byteLength).toBe(8);
  });
});
