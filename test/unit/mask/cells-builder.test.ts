import { expect, it } from "vitest";
import { boundaryCells } from "../../../src/mask/boundary-cells.ts";
import { CellsBuilder } from "../../../src/mask/cells-builder.ts";
import { pixelZones, rectangle } from "../../helpers/pixel-zones.ts";

const grid = { firstRow: 0, stopRow: 9, width: 9 };
const [left, beyond] = [rectangle(0.5, 0.5, 3.5, 4.25), rectangle(90, 90, 95, 95)];

it("what is left of a piece, and what comes behind it, is in buffers that columns do not share", () => {
  const { runs, partial } = boundaryCells(pixelZones([[[left]], [[left]]]), grid, "fraction");
  if (!partial) throw new Error("The rule knows parts.");
  const builder = new CellsBuilder(2);
  builder.endZones(0, runs.firstRow, runs.rowOffsets.subarray(1), partial.offsets.subarray(1));
  builder.append({ ...partial, ...runs, runOffsets: runs.runOffsets.slice(0, -1) });
  builder.rewind(1);
  builder.addZone(1, boundaryCells(pixelZones([[[beyond]]]), grid, "fraction"));
  const found = builder.finish(true);
  expect(found).toStrictEqual(boundaryCells(pixelZones([[[left]], [[beyond]]]), grid, "fraction"));
  const buffers = [...Object.values(found.runs), ...Object.values(found.partial ?? {})].map(({ buffer }) => buffer);
  expect(new Set(buffers).size).toBe(buffers.length);
});
