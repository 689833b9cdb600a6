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
    kept.addOne(4, 6, 0.6, null, null);
    kept.addOne(3, 5n, 0.5, null, null);
    expect(kept.row(3)).toEqual({ whole: [Int8Array.of(1, 2)], partial: [5n], coverage: [0.5], weights: [], ids: [] });
    expect(kept.row(4)).toEqual({ whole: [], partial: [6], coverage: [0.6], weights: [], ids: [] });
    expect([kept.row(0), kept.row(2), kept.row(5), kept.row(6), kept.row(1000)]).toEqual(new Array(5).fill(null));
  });

  it("keeps weights and numbers where they are needed, also of cells that come after a row was looked at", () => {
    const kept = new KeptCells();
    kept.addOne(1, 6, 0.6, 0.5, 17);
    expect(kept.row(1)).toEqual({ whole: [], partial: [6], coverage: [0.6], weights: [0.5], ids: [17] });
    kept.addOne(0, 7, 1, Number.NaN, 3);
    kept.addOne(1, 8, 1, 2, 4);
    expect(kept.row(1)).toEqual({ whole: [], partial: [6, 8], coverage: [0.6, 1], weights: [0.5, 2], ids: [17, 4] });
    expect(kept.row(0)).toEqual({ whole: [], partial: [7], coverage: [1], weights: [Number.NaN], ids: [3] });
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
