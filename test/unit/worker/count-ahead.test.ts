import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import type { Grid } from "../../../src/grid/grid.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { countAhead } from "../../../src/worker/count-ahead.ts";
import { WorkerLost, type WorkerPool } from "../../../src/worker/pool.ts";
import { countZonesIn } from "../../../src/worker/shared-zones.ts";
import { type CountedZones, countZones, type ZonesAhead, type ZonesTask } from "../../../src/worker/zone-work.ts";
import { readZones } from "../../../src/zones/read-zones.ts";
import { placingOf } from "../../../src/zones/zone-projector.ts";
import { asWorker, workingWorker } from "../../helpers/fake-worker.ts";

const [height, width] = [90, 110];
const grid = { crs: "EPSG:4326", transform: [1, 0, 0, 0, -1, 45], width, height } satisfies Grid;
/** 3.5 MB, of 28,000 zones; the one in the middle is a bow-tie, which is invalid. */
const bowTie = 14_000;
const features = Array.from({ length: 28_000 }, (_, i) => {
  const [x, y, at] = [i % 100, 40 - (i % 83), i === bowTie ? -1 : 1];
  const ring = [
    [x + 0.25, y],
    [x + 3, y],
    [x + (at === 1 ? 4 : 0.25), y - 2.5],
    [x + (at === 1 ? 0.25 : 3), y - 2.5],
    [x + 0.25, y],
  ];
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
});
const turned = ({ geometry, ...feature }: (typeof features)[0]) => {
  const coordinates = geometry.coordinates.map((ring) => ring.map(([x, y]) => [x + 360, y]));
  return { ...feature, geometry: { ...geometry, coordinates } };
};
const collection = { type: "FeatureCollection", features };
const counting = { rule: "fraction", minCoverage: 0, whole: false } as const;

/** What does the tasks of so many workers; tells of which zones they are. */
function poolOf(parts: number[][], run: (task: ZonesTask) => unknown = countZones, size = 2): WorkerPool {
  const tell = async (_: string, task: ZonesTask) => {
    parts.push([task.firstZone ?? 0, task.zones.length]);
    return run(task);
  };
  return { size, run: tell as unknown as WorkerPool["run"] } as WorkerPool;
}

/** Reads, places and counts zones as a job does. */
async function countedOf(pool: WorkerPool, text: string, on: Grid, zonesCrs: string | null = null, then = () => {}) {
  const ahead: ZonesAhead = { grid: on, zonesCrs, counting, parts: [], rings: null };
  const zones = await readZones(text, { onRead: (read) => countAhead(pool, ahead, read, undefined) });
  const { project } = await placingOf(zones, on, zonesCrs, "raster");
  const task = { zones: await project(zones), height, width, counting };
  const begun = ahead.parts.length;
  const counted = countZonesIn(pool, task, undefined, ahead.rings === zones.rings ? ahead : null);
  then();
  return { begun, counted, expected: await countZones(task) };
}

/** To the bit; of so many numbers `toEqual` takes seconds. */
function areSame(found: CountedZones, expected: CountedZones): boolean {
  const plain = ({ cells: { runs, partial }, invalid }: CountedZones) => ({
    runs: { ...runs },
    partial: { ...partial },
    invalid,
  });
  return isDeepStrictEqual(plain(found), plain(expected));
}

it("zones are counted while others are read as they are at once", async () => {
  const parts: number[][] = [];
  const { begun, counted, expected } = await countedOf(poolOf(parts), JSON.stringify(collection), grid);
  expect(areSame(await counted, expected)).toBe(true);
  expect(begun).toBe(4);
  expect(expected.invalid.map(({ zone }) => zone)).toEqual([bowTie]);
  expect(parts).toHaveLength(6);
  const order = parts.sort(([first], [next]) => first - next);
  expect(order.reduce((end, [first, length]) => (first === end ? end + length : Number.NaN), 0)).toBe(28_000);
});

it.each<[string, Grid, string | null]>([
  ["of another CRS", { ...grid, crs: "EPSG:32633" }, null],
  ["on a grid that is turned", { ...grid, transform: [1, 0.5, 0, 0, -1, 45] }, null],
  ["that lie a turn further on", { ...grid, transform: [1, 0, 360, 0, -1, 45] }, null],
  ["whose raster says no CRS", { ...grid, crs: null }, "raster"],
])("zones %s are counted as they lie", async (_, on, zonesCrs) => {
  const { begun, counted, expected } = await countedOf(poolOf([]), JSON.stringify(collection), on, zonesCrs);
  expect(begun).toBe(zonesCrs === "raster" ? 4 : 0);
  expect(areSame(await counted, expected)).toBe(true);
});

it.each<[string, object]>([
  ["of a CRS that is named behind them", { ...collection, crs: { type: "name", properties: { name: "EPSG:32633" } } }],
  ["of which the last lies a turn further on", { ...collection, features: [...features, turned(features[0])] }],
])("zones %s are not taken as they were counted ahead", async (_, zones) => {
  const { begun, counted, expected } = await countedOf(poolOf([]), JSON.stringify(zones), grid);
  expect(begun).toBe(4);
  expect(areSame(await counted, expected)).toBe(true);
});

it("parts are as large for many workers, though more of them come with a window", async () => {
  const parts: number[][] = [];
  const { begun, counted, expected } = await countedOf(poolOf(parts, countZones, 8), JSON.stringify(collection), grid);
  expect(areSame(await counted, expected)).toBe(true);
  expect(begun).toBeGreaterThan(10);
  expect(Math.max(...parts.map(([, length]) => length))).toBeLessThan(2500);
});

it("a CRS that cannot be read keeps nobody from those that can", async () => {
  const link = '"crs":{"type":"link","properties":{}}';
  const named = '"crs":{"type":"name","properties":{"name":"EPSG:4326"}}';
  const text = `{"type":"FeatureCollection",${link},"features":${JSON.stringify(features)},${named}}`;
  const { begun, counted, expected } = await countedOf(poolOf([]), text, grid);
  expect(begun).toBe(0);
  expect(areSame(await counted, expected)).toBe(true);
});

it("nothing is left out where all workers are gone once some zones are counted", async () => {
  let size = 2;
  const pool = poolOf([], (task) => {
    if (size === 0) throw new WorkerLost("they are gone");
    return countZones(task);
  });
  Object.defineProperty(pool, "size", { get: () => size });
  const { begun, counted, expected } = await countedOf(pool, JSON.stringify(collection), grid, null, () => {
    size = 0;
  });
  expect(begun).toBe(4);
  expect(areSame(await counted, expected)).toBe(true);
});

it("a job's table is that without workers", async () => {
  const begun: (number | undefined)[] = [];
  const createWorker = () =>
    asWorker(
      workingWorker((_, { name, input }) => {
        if (name === "countZones") begun.push((input as ZonesTask).firstZone);
        return true;
      }),
    );
  const [byTwo, alone] = [{ workers: 2, workersFrom: 0, createWorker }, { workers: 0 }].map((options) =>
    createEngine({ backend: "cpu", ...options }),
  );
  await byTwo.start();
  const data = Uint8Array.from({ length: width * height }, (_, i) => i % 200);
  const raster = memoryRaster({ ...grid, data });
  const text = JSON.stringify(collection);
  const tables = [byTwo, alone].map((engine) =>
    zonalStats(raster, text, { engine, rule: "fraction", statistics: ["count", "sum"] }),
  );
  const columns = (await Promise.all(tables)).map((table) =>
    ["count", "sum"].map((name) => table.getChild(name)?.toArray()),
  );
  expect(begun.filter((first) => first === 0)).toEqual([0]);
  expect(begun).toHaveLength(6);
  expect(isDeepStrictEqual(columns[0], columns[1])).toBe(true);
  expect(columns[0][0]).toHaveLength(28_000);
  await Promise.all([byTwo.close(), alone.close()]);
});

it("what was counted of zones that are not those of the file is left out", async () => {
  const others = JSON.stringify(collection)
    .slice(0, -1)
    .concat(`,"features":${JSON.stringify(features.slice(0, 27_000).reverse())}}`);
  const { begun, counted, expected } = await countedOf(poolOf([]), others, grid);
  expect(begun).toBeGreaterThan(0);
  expect(areSame(await counted, expected)).toBe(true);
});

it("zones are counted here where a worker is lost with some that were counted ahead", async () => {
  const pool = poolOf([], (task) => {
    if (task.firstZone === 0) throw new WorkerLost("it is gone");
    return countZones(task);
  });
  const { begun, counted, expected } = await countedOf(pool, JSON.stringify(collection), grid);
  expect(begun).toBe(4);
  expect(areSame(await counted, expected)).toBe(true);
});
