import { describe, expect, it } from "vitest";
import { KeptCells } from "../../../src/stats/kept-cells.ts";

describe("kept cells", () => {
  it("has no row where nothing was kept, not even for an empty piece", () => {
    const kept = new KeptCells();
    kept.addWhole(0, new Float32Array(0));
    expect(kept.row(0)).toBeNull();
  });

  it("keeps whole cells as they are stored, and others with what is known of each", () => {
    const kept = new KeptCells();
    kept.addWhole(3, Int8Array.of(1, 2));
    kept.addOne(3, 5, 0.5, null, null);
    kept.addOne(4, 6, 0.6, 0.5, 17);
    expect(kept.row(3)).toEqual({ whole: [Int8Array.of(1, 2)], partial: [5], coverage: [0.5], weights: [], ids: [] });
    expect(kept.row(4)).toEqual({ whole: [], partial: [6], coverage: [0.6], weights: [0.5], ids: [17] });
  });

  it("combines rows of any numbers, many times as large as arguments of a call may be, and leaves the other as it is", () => {
    const [total, other] = [new KeptCells(), new KeptCells()];
    const many = 200_000;
    for (let i = 0; i < many; i++) other.addOne(2, i % 7, 0.5, 1, i);
    other.addWhole(2, Int16Array.of(9));
    total.addWhole(1, Int16Array.of(8));
    total.combine(1, other, 2);
    total.combine(1, other, 5);
    const row = total.row(1);
    expect([row?.partial.length, row?.ids[many - 1], row?.weights.length]).toEqual([many, many - 1, many]);
    expect(row?.whole).toEqual([Int16Array.of(8), Int16Array.of(9)]);
    expect([other.row(2)?.whole.length, other.row(1)]).toEqual([1, null]);
  });
});
