import { describe, expect, it, vi } from "vitest";
import { EngineCore, type ZonalRun } from "../../../src/engine.ts";
import type { ZonalOptions } from "../../../src/ops/zonal-options.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { createCells } from "../../../src/source/cells.ts";
import { type MemoryRasterOptions, memoryRaster } from "../../../src/source/memory.ts";
import type { CellArray, Dtype } from "../../../src/source/source.ts";
import { CellsInRange } from "../../../src/stats/cell-sieve.ts";
import { defineStatistic } from "../../../src/stats/define-statistic.ts";
import { values } from "../../helpers/asks.ts";
import { seededRandom } from "../../helpers/random.ts";
import { bytesOf } from "../../helpers/tables.ts";

const dtypes: readonly Dtype[] = [
  "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64",
]; // biome-ignore format: one line

const side = 32;

/** What cells may be: from one value to all different ones, with what is special among floats. */
const kinds: Readonly<Record<string, (random: () => number, i: number) => number>> = {
  "all the same": () => 7,
  "nine of ten are 0": (random) => (random() < 0.9 ? 0 : Math.floor(random() * 200) - 100),
  "few values": (random) => Math.floor(random() * 9) - 4,
  "many values": (random) => Math.floor((random() - 0.5) * 2 ** 33),
  "all different": (_, i) => i - 1000,
  "of all sizes": (random) => (random() - 0.5) * 2 ** Math.floor(random() * 120 - 60),
  "near each other": (random) => 1e9 + random() * 1e-5,
  "infinities, −0 and NaN": (random, i) => [Infinity, -Infinity, -0, 0, Number.NaN, 5e-324, 1, random()][i % 8],
};

function cellsOf(dtype: Dtype, kind: string, seed: number): CellArray {
  const random = seededRandom(seed);
  const cells = createCells(dtype, side * side);
  for (let i = 0; i < cells.length; i++) {
    const value = kinds[kind](random, i);
    if (dtype === "bool") cells[i] = value > 0 ? 1 : 0;
    else if (cells instanceof BigInt64Array || cells instanceof BigUint64Array) {
      const whole = BigInt(Number.isFinite(value) ? Math.trunc(value) : 2 ** 63);
      cells[i] = kind === "many values" ? whole * 2n ** 31n + BigInt(i) : whole;
    } else cells[i] = value;
  }
  return cells;
}

const zones = {
  type: "FeatureCollection",
  features: [
    // A star with slanted edges over most of the raster, and all of it.
    [[2.3, -1.1], [30.2, -3.7], [20.4, -16.2], [30.1, -30.6], [14.7, -21.9], [1.2, -30.4], [8.8, -15.6], [2.3, -1.1]],
    [[0, 0], [32, 0], [32, -32], [0, -32], [0, 0]],
  ].map((ring) => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } })),
}; // biome-ignore format: rings

/** An engine that sees how much its passes keep. */
class WatchedEngine extends EngineCore {
  passes = 0;
  most = 0;

  override async runZonal(run: ZonalRun) {
    this.passes++;
    const takers = new Set<CellsInRange>();
    const take = CellsInRange.prototype.take;
    const spy = vi.spyOn(CellsInRange.prototype, "take").mockImplementation(function (this: CellsInRange, cells) {
      takers.add(this);
      take.call(this, cells);
    });
    const partials = await super.runZonal(run);
    spy.mockRestore();
    let bytes = 0;
    for (const { kept } of takers) {
      for (const piece of kept.whole) bytes += piece.byteLength;
      bytes += kept.partial.length * 16;
    }
    this.most = Math.max(this.most, bytes);
    return partials;
  }
}

const big = new EngineCore({ backend: "cpu" });
const isList = (name: string) => /^(unique|frac)$/.test(name);

/** The same table by a small budget, in chunks, as by the default one, in one piece. */
async function expectSame(raster: Partial<MemoryRasterOptions>, options: ZonalOptions, memoryBudget: number) {
  const transform = [1, 0, 0, 0, -1, 0] as const;
  const job = (engine: EngineCore, chunkShape?: number[]) => {
    const whole = { width: side, height: side, transform, chunkShape, ...raster } as MemoryRasterOptions;
    return zonalStats(memoryRaster(whole), zones, { zonesCrs: "raster", ...options, engine });
  };
  const small = new WatchedEngine({ backend: "cpu", memoryBudget, concurrency: 3 });
  const slices = raster.dimensions?.map(() => 1) ?? [];
  const table = await job(small, [...slices, 16, 16]);
  expect(bytesOf(table)).toEqual(bytesOf(await job(big)));
  expect(small.most).toBeLessThanOrEqual(memoryBudget / 4);
  return small;
}

describe.each(dtypes)("cells of %s, more than may be kept, give the same to the bit", (dtype) => {
  const scalings = [[1, 0], [0.1, 0.7], [-0.01, 273.15], [1e-300, 0], [4, -(2 ** 60)], [-1, 2 ** 53]]; // biome-ignore format: one line
  it.each([...Object.keys(kinds).entries()])("%i: %s", { timeout: 30_000 }, async (n, kind) => {
    for (const i of [0, 1 + (n % 5), 1 + ((n + 2) % 5)]) {
      const [scale, offset] = scalings[i];
      const data = cellsOf(dtype, kind, i);
      const nodata = dtype === "bool" || i % 2 === 0 ? null : dtype.endsWith("int64") ? 3n : 3;
      const statistics = values.filter((name) => new Set<number | bigint>(data).size < 200 || !isList(name));
      for (const rule of ["center", "touched", "fraction"] as const) {
        const memoryBudget = 2048 * (data.BYTES_PER_ELEMENT > 2 ? 1 + (i % 3) : 1);
        const engine = await expectSame({ data, dtype, scale, offset, nodata }, { rule, statistics }, memoryBudget);
        expect(engine.passes).toBeGreaterThan(1);
      }
    }
  });
});

/** Different numbers, so that no answer can be right by chance. */
const many = () => cellsOf("float32", "many values", 5) as Float32Array;

it("weights of a second raster, areas, and classes", async () => {
  const transform = [1, 0, 0, 0, -1, 0] as const;
  const beside = (data: CellArray) => memoryRaster({ data, width: side, height: side, transform });
  const random = seededRandom(3);
  const weights = beside(Float64Array.from(many(), () => Math.floor(random() * 10) / 8));
  const classes = beside(Uint8Array.from(many(), (_, i) => (i % side) / 12));
  const few = cellsOf("float32", "few values", 1);
  for (const data of [few, many()]) {
    const statistics = ["sum", "median", "quantile(0.9)", "mode", "variety", "histogram(5)"];
    if (data === few) statistics.push("weighted_frac", "frac", "unique", "weighted_mean");
    const weighed = data === few ? { weights } : {};
    for (const rule of ["center", "fraction"] as const) {
      await expectSame({ data }, { rule, statistics, ...weighed }, 8192);
      await expectSame({ data }, { rule, statistics, ...weighed, coverageWeight: "area_cartesian" }, 8192);
      const engine = await expectSame({ data }, { rule, statistics, ...weighed, classes }, 4096);
      expect(engine.passes).toBeGreaterThan(2);
    }
  }
});

it("slices of a cube share the passes over their chunks", async () => {
  const steps = 5;
  const data = new Float32Array(steps * side * side).map((_, i) => ((i * 7919) % 10007) / 3);
  const dimensions = [{ name: "time", size: steps, labels: null }];
  const cube = { data, dimensions, chunkShape: [steps, 16, 16] };
  const engine = await expectSame(cube, { statistics: ["median"] }, 8 * 1024);
  // Fewer than two for each slice of two zones, though each takes a first look, counts, and what is around its median.
  expect(engine.passes).toBeLessThan(2 * steps * 2);
});

it("bytes and 16-bit integers are counted as they are first read", async () => {
  const engine = new WatchedEngine({ backend: "cpu", memoryBudget: 2 ** 20 });
  const data = new Uint8Array(1024 * 1024).map((_, i) => (i * i) % 251);
  const raster = memoryRaster({
    data,
    width: 1024,
    height: 1024,
    chunkShape: [256, 256],
    transform: [1, 0, 0, 0, 1, 0],
  });
  const whole = { type: "Polygon", coordinates: [[[0, 0], [1024, 0], [1024, 1024], [0, 1024], [0, 0]]] }; // biome-ignore format: one line
  const table = await zonalStats(raster, whole, {
    zonesCrs: "raster",
    statistics: ["mode", "median", "variety"],
    engine,
  });
  expect(engine.passes).toBe(1);
  const sorted = data.slice().sort();
  expect(table.getChild("median")?.get(0)).toBe((sorted[2 ** 19 - 1] + sorted[2 ** 19]) / 2);
  expect(table.getChild("variety")?.get(0)).toBe(new Set(data).size);
});

it("progress goes on, and its total grows with the passes", async () => {
  const engine = new EngineCore({ backend: "cpu", memoryBudget: 4096 });
  const raster = memoryRaster({
    data: many(),
    width: side,
    height: side,
    chunkShape: [16, 16],
    transform: [1, 0, 0, 0, 1, 0],
  });
  const whole = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [32, 0],
        [32, 32],
        [0, 32],
        [0, 0],
      ],
    ],
  };
  const job = zonalStats(raster, whole, { zonesCrs: "raster", statistics: ["mode"], engine });
  expect((await job.estimate()).chunks).toBe(4);
  const told: { done: number; total: number }[] = [];
  for await (const progress of job) told.push(progress);
  const last = told[told.length - 1];
  expect(last.total).toBeGreaterThan(2 * 4);
  expect(last.done).toBe(last.total);
  for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total);
});

describe("what cannot be in little memory says so", () => {
  const small = () => new EngineCore({ backend: "cpu", memoryBudget: 2048 });

  it("lists of more values than there is memory for", async () => {
    const raster = { width: side, height: side, transform: [1, 0, 0, 0, -1, 0] as const, chunkShape: [16, 16] };
    const options = { zonesCrs: "raster", engine: small() };
    const listed = zonalStats(memoryRaster({ ...raster, data: many() }), zones, {
      ...options,
      statistics: ["unique"],
    });
    await expect(listed).rejects.toMatchObject({ tag: "budget-too-small", budgetBytes: 2048 });
  });

  it("a statistic of one's own that reads the whole distribution", async () => {
    const raster = { width: side, height: side, transform: [1, 0, 0, 0, -1, 0] as const, chunkShape: [16, 16] };
    const own = defineStatistic({
      name: "third",
      needs: ["values"],
      finalize: (row) => row.distribution.table.valueAt(2),
    });
    const options = { zonesCrs: "raster", engine: small(), statistics: [own] };
    const asked = zonalStats(memoryRaster({ ...raster, data: many() }), zones, options);
    await expect(asked).rejects.toMatchObject({ tag: "budget-too-small", budgetBytes: 2048 });
  });
});
