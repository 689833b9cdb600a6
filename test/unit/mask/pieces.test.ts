import { describe, expect, it } from "vitest";
import { concatZoneCells, piecesOf } from "../../../src/mask/concat-zone-cells.ts";
import { placeMany } from "../../../src/mask/placing.ts";
import type { PartialCells, ZoneCells } from "../../../src/mask/zone-cells.ts";

const runs = {
  firstRow: Int32Array.of(0),
  rowOffsets: Int32Array.of(0, 0),
  runOffsets: Int32Array.of(0),
  starts: new Int32Array(0),
  stops: new Int32Array(0),
};
const slice = (row: number): ZoneCells & { readonly partial: PartialCells } => ({
  runs,
  partial: {
    offsets: Int32Array.of(0, 2),
    rows: Int32Array.of(row, row),
    columns: Int32Array.of(1, 2),
    coverage: Float64Array.of(0.5, 0.25),
  },
});

describe("cells of several slices of zones", () => {
  it("are given as they came, and as one", () => {
    const slices = [slice(3), slice(4)];
    const { runs, partial } = concatZoneCells(slices) as ReturnType<typeof slice>;
    expect(piecesOf(partial, "offsets")).toEqual([Int32Array.of(0, 2), Int32Array.of(0, 2)]);
    expect(partial.offsets).toEqual(Int32Array.of(0, 2, 4));
    expect(piecesOf(partial, "offsets")).toEqual([partial.offsets]);
    expect(piecesOf(runs, "firstRow")).toHaveLength(2);
    expect(runs).toEqual({ ...slices[0].runs, firstRow: new Int32Array(2), rowOffsets: new Int32Array(3) });
    expect(piecesOf(partial, "rows")).toEqual([slices[0].partial.rows, slices[1].partial.rows]);
    expect(partial.rows).toEqual(Int32Array.of(3, 3, 4, 4));
    expect(partial.rows).toBe(partial.rows);
    expect(Object.getOwnPropertyDescriptor(partial, "rows")).toMatchObject({ value: partial.rows, enumerable: true });
    expect(structuredClone(partial)).toEqual({
      offsets: Int32Array.of(0, 2, 4),
      rows: Int32Array.of(3, 3, 4, 4),
      columns: Int32Array.of(1, 2, 1, 2),
      coverage: Float64Array.of(0.5, 0.25, 0.5, 0.25),
    });
  });

  it("are counted without being put together", async () => {
    const { runs } = concatZoneCells([slice(3), slice(4)].map(({ runs }) => ({ runs, partial: null })));
    await placeMany({ runs, partial: null }, null);
    expect(piecesOf(runs, "starts")).toHaveLength(2);
  });

  it("of one slice are its own", () => {
    const { partial } = slice(3);
    expect(piecesOf(partial, "coverage")).toEqual([partial.coverage]);
  });
});
