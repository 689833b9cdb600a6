import { expect, it } from "vitest";
import { withoutZones } from "../../../src/mask/without-zones.ts";

it("zones that are out have no cells; the others keep theirs, and their numbers", () => {
  const window = { row: 0, column: 0, height: 4, width: 8 };
  const mask = {
    window,
    zones: 4,
    runs: Int32Array.of(0, 0, 3, 1, 0, 2, 2, 5, 6, 3, 1, 8),
    offsets: Int32Array.of(0, 1, 2, 3, 4),
    cells: 13,
    partial: {
      offsets: Int32Array.of(0, 1, 1, 3, 4),
      rows: Int32Array.of(0, 2, 3, 1),
      columns: Int32Array.of(3, 4, 5, 6),
      coverage: Float64Array.of(0.1, 0.2, 0.3, 0.4),
    },
  };
  expect(withoutZones(mask, Uint8Array.of(1, 0, 1, 0))).toEqual({
    window,
    zones: 4,
    runs: Int32Array.of(1, 0, 2, 3, 1, 8),
    offsets: Int32Array.of(0, 0, 1, 1, 2),
    cells: 9,
    partial: {
      offsets: Int32Array.of(0, 0, 0, 0, 1),
      rows: Int32Array.of(1),
      columns: Int32Array.of(6),
      coverage: Float64Array.of(0.4),
    },
  });
  expect(withoutZones({ ...mask, partial: null }, new Uint8Array(4))).toEqual({ ...mask, partial: null });
});
