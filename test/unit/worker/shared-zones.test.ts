import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import type { WorkerPool } from "../../../src/worker/pool.ts";
import { countZonesIn } from "../../../src/worker/shared-zones.ts";
import { countZones } from "../../../src/worker/zone-work.ts";
import { sliceZones } from "../../../src/zones/slice-zones.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";

const [height, width] = [90, 110];
const zones = pixelZones(
  Array.from({ length: 5000 }, (_, i): Zone => [[rectangle(i % 100, i % 83, (i % 100) + 3, (i % 83) + 2.5)]]),
);
const taskOf = (zones: PixelZones) =>
  ({ zones, height, width, counting: { rule: "fraction", minCoverage: 0, whole: false } }) as const;

/** What does the tasks of two workers. */
const poolOf = (run: WorkerPool["run"]) => ({ size: 2, run }) as WorkerPool;

it("zones are counted in parts as they are at once", async () => {
  let parts = 0;
  const pool = poolOf((async (_: string, part: Parameters<typeof countZones>[0]) => {
    parts++;
    return countZones(part);
  }) as WorkerPool["run"]);
  expect(await countZonesIn(pool, taskOf(zones), undefined)).toEqual(await countZones(taskOf(zones)));
  expect(parts).toBe(4);
});

it("where a part cannot be cut out, those that workers have are waited for, and what becomes of them is heard", async () => {
  let [cut, refused] = [0, 0];
  const slice = (first: number, end: number) => {
    if (++cut > 2) throw new RangeError("no memory");
    return sliceZones(zones, first, end);
  };
  const costs = Float64Array.from({ length: zones.length + 1 }, (_, i) => i);
  const pool = poolOf(async () => {
    await setTimeout(20);
    refused++;
    throw new Error("refused");
  });
  const counting = countZonesIn(pool, taskOf({ ...zones, cuts: { costs, allMeet: true, slice } }), undefined);
  await expect(counting).rejects.toThrow(new RangeError("no memory"));
  expect(refused).toBe(2);
});
