import { expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { distWorker } from "../../helpers/dist-worker.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";

it.each([
  ["workers", -1],
  ["workers", 1.5],
  ["workersFrom", -1],
  ["workersFrom", Number.POSITIVE_INFINITY],
  ["createWorker", 3],
])("refuses %s: %s", (option, received) => {
  try {
    createEngine({ [option]: received });
  } catch (error) {
    if (!isRastrumError(error, "invalid-option")) throw error;
    expect([error.option, error.received]).toEqual([option, received]);
    return;
  }
  expect.unreachable();
});

it.each([
  [16, "1"],
  [17, undefined],
])("workers help with 2 × 2 float32 cells, which are 16 bytes, from %i bytes on: %s", async (workersFrom, helped) => {
  const engine = createEngine({ backend: "cpu", workers: 1, workersFrom, createWorker: distWorker });
  const raster = countingRaster({ data: Float32Array.of(1, 2, 3, 4), width: 2, height: 2 });
  const table = await zonalStats(raster, collection(box(0, 0, 2, 2)), {
    statistics: ["sum"],
    zonesCrs: "raster",
    engine,
  });
  expect(table.schema.metadata.get("rastrum.workers")).toBe(helped);
  expect(table.getChild("sum")?.get(0)).toBe(1 + 2 + 3 + 4);
  await engine.close();
});
