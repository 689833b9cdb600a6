import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../src/engine.ts";
import { clippedMask } from "../../../src/mask/clipped-mask.ts";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { buffersOf } from "../../../src/worker/messages.ts";
import type { TaskInput } from "../../../src/worker/tasks.ts";
import { asWorker, workingWorker } from "../../helpers/fake-worker.ts";
import { pixelZones, rectangle } from "../../helpers/pixel-zones.ts";
import { box, collection, unitTransform } from "../../helpers/squares.ts";

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

const zones = pixelZones([[[rectangle(0.5, 0.5, 3.25, 2)]], [[rectangle(2, 1, 4, 4)]]]);

it("a mask whose buffers were moved is made again", () => {
  const cells = zoneCells(zones, 4, 4, "fraction");
  const window = { row: 1, column: 0, height: 3, width: 4 };
  const mask = { window, zones: Uint32Array.of(0, 1), ...cells, pixelZones: zones };
  const clipped = clippedMask(mask);
  expect(clippedMask(mask)).toBe(clipped);
  const moved = structuredClone(clipped, { transfer: buffersOf(clipped) });
  expect(clipped.offsets).toHaveLength(0);
  expect(clippedMask(mask)).toStrictEqual(moved);
});

/** Two slices of 8 × 8 cells of 1, in chunks of 4 × 4 cells and so many slices, by workers. */
function sums(slices: number, createWorker: () => ReturnType<typeof asWorker>) {
  const engine = createEngine({ backend: "cpu", workers: 1, workersFrom: 0, createWorker });
  engines.push(engine);
  const dimensions = [{ name: "time", size: 2, labels: null }];
  const data = new Uint8Array(2 * 64).fill(1);
  const raster = memoryRaster({ data, width: 8, height: 8, dimensions, transform: unitTransform, chunkShape: [slices, 4, 4] }); // biome-ignore format: one line
  const rule = "fraction";
  return zonalStats(raster, collection(box(0.5, 0.5, 7.5, 7.25)), {
    statistics: ["sum"],
    rule,
    zonesCrs: "raster",
    engine,
  });
}

it.each([
  ["moved where one block uses it", 2, true],
  ["copied where several do", 1, false],
])("a mask is %s", async (_, slices, isMoved) => {
  const moved: boolean[] = [];
  const watched = () => {
    const worker = workingWorker();
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message, transfer = []) => {
      if (message.name === "reduce") {
        const { mask } = message.input as TaskInput<"reduce">;
        moved.push(...buffersOf(mask).map((buffer) => transfer.includes(buffer)));
      }
      post(message, transfer);
    };
    return asWorker(worker);
  };
  const table = await sums(slices, watched);
  expect([...(table.getChild("sum") ?? [])]).toEqual([7 * 6.75, 7 * 6.75]);
  expect([...new Set(moved)]).toEqual([isMoved]);
});

it.each([2, 1])("blocks of a worker that is lost are reduced here: of %i slices", async (slices) => {
  let sent = 0;
  const lost = () =>
    asWorker(
      workingWorker((worker, { name }) => {
        if (name !== "reduce" || ++sent !== 2) return true;
        worker.fail("gone");
        return false;
      }),
    );
  const table = await sums(slices, lost);
  expect([...(table.getChild("sum") ?? [])]).toEqual([7 * 6.75, 7 * 6.75]);
  expect(sent).toBeGreaterThanOrEqual(2);
});
