import { afterAll, describe, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import { residentOf } from "../../../src/ops/live-session.ts";
import { type LiveZonalStats, liveZonalStats } from "../../../src/ops/live-zonal-stats.ts";
import type { Dtype } from "../../../src/source/source.ts";
import { defineStatistic } from "../../../src/stats/define-statistic.ts";
import { checkDrags, raggedRaster, size } from "../../helpers/live-drags.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";
import { columnOf } from "../../helpers/tables.ts";
import { watchedRaster } from "../../helpers/watched-raster.ts";

const engine = new EngineCore({ backend: "cpu" });
afterAll(() => engine.close());

const sums = ["count", "sum", "mean", "min", "max", "stdev"];
const dtypes: readonly Dtype[] = [
  "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64",
]; // biome-ignore format: one line

/** Four chunks of 4 × 4 cells that hold their numbers; zone 0 in the first chunk, zone 1 in the last. */
const square = () => watchedRaster(countingRaster({ width: 8, height: 8, chunkShape: [4, 4] }));
const corners = collection(box(0, 0, 2, 2, { id: "a" }), box(6, 6, 8, 8, { id: "b" }));
const geometry = (left: number, top: number, right: number, bottom: number) =>
  box(left, top, right, bottom).geometry as object;
const open = (raster = square(), options = {}) =>
  liveZonalStats(raster, corners, { statistics: ["count", "sum"], zonesCrs: "raster", engine, ...options });

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => Promise.reject(new Error("accepted")),
    (reason: unknown) => reason,
  );
  if (!isRastrumError(error)) throw error;
  return error;
}

describe("live tables are those of zonalStats, bit for bit, as vertices are dragged", () => {
  it.each(dtypes)("%s, by every rule", async (dtype) => {
    for (const rule of ["center", "touched", "fraction"] as const) {
      const random = seededRandom(seed + dtypes.indexOf(dtype));
      await checkDrags(raggedRaster(dtype, random), { statistics: sums, rule }, engine, draws(12), random);
    }
  });

  it.each([
    { statistics: ["median", "quantile(0.9)", "mode", "unique"], rule: "fraction" },
    { statistics: ["mean", "quantile_sketch(0.4)"], rule: "touched" },
    { statistics: ["mean", "values", "cell_id"], rule: "fraction" },
    { statistics: ["count", "mean"], rule: "fraction", coverageWeight: "area_cartesian" },
    { statistics: ["count", "mean"], rule: "fraction", coverageWeight: "none", minCoverage: 0.3 },
  ] as const)("$statistics $rule $coverageWeight", async (options) => {
    const random = seededRandom(seed);
    const raster = raggedRaster("float32", random);
    await checkDrags(raster, options, engine, draws(6), random);
  });

  it("with a selection, an expression, a default value, scale and offset", async () => {
    const random = seededRandom(seed);
    const raster = raggedRaster("int16", random, {
      scale: 0.1,
      offset: 273.15,
      dimensions: [{ name: "b", size: 5, labels: null }],
    });
    const live = liveZonalStats(raster, collection(box(0, 0, 9, 9)), {
      ...{ statistics: sums, select: { b: [1, 4] }, cell: "x * 2 + 1", defaultValue: 5, zonesCrs: "raster", engine },
    });
    expect((await live.ready).numRows).toBe(3);
    const updated = await live.update(0, geometry(0, 0, size.width, size.height));
    expect(updated && columnOf(updated, "count")).toEqual([3710, 3710, 3710]);
    live.close();
  });
});

describe("what is computed", () => {
  it("only chunks that come newly into a zone are read, and the others are held", async () => {
    const raster = square();
    const live = open(raster);
    await live.ready;
    expect(raster.reads).toHaveLength(2);
    await live.update(0, geometry(0, 0, 3, 2));
    expect(raster.reads).toHaveLength(2);
    const updated = await live.update(0, geometry(0, 0, 5, 1));
    expect(raster.reads).toHaveLength(3);
    expect(updated && columnOf(updated, "zone")).toEqual([0]);
    expect(updated && columnOf(updated, "id")).toEqual(["a"]);
    expect(updated && columnOf(updated, "sum")).toEqual([0 + 1 + 2 + 3 + 4]);
    expect(columnOf(await live.table(), "count")).toEqual([5, 4]);
    expect(columnOf(await live.table(), "id")).toEqual(["a", "b"]);
    live.close();
  });

  it("what the budget does not hold is read again", async () => {
    const tight = new EngineCore({ backend: "cpu", memoryBudget: 2 * 4 * 4 * 4 });
    const raster = square();
    const live = open(raster, { engine: tight });
    await live.ready;
    const before = raster.reads.length;
    for (let i = 1; i <= 3; i++) {
      await live.update(0, geometry(0, 0, 2 + (i % 2), 2));
      await live.update(1, geometry(6, 6, 7 + (i % 2), 8));
    }
    expect(raster.reads.length).toBeGreaterThan(before + 2);
    expect(columnOf(await live.table(), "count")).toEqual([6, 4]);
    await tight.close();
  });

  it("a zone may be empty, lie outside, come back, and be invalid, which the tables say", async () => {
    const live = open();
    await live.ready;
    const empty = await live.update(0, null);
    expect(empty && [columnOf(empty, "count"), columnOf(empty, "sum")]).toEqual([[0], [0]]);
    const outside = await live.update(0, geometry(20, 20, 30, 30));
    expect(outside?.schema.metadata.get("rastrum.warnings")).toContain("wholly outside the raster (rows 0)");
    expect((await live.table()).schema.metadata.get("rastrum.warnings")).toContain("1 of 2 zones lie wholly outside");
    const back = await live.update(0, { type: "Feature", properties: null, geometry: geometry(0, 0, 1, 1) });
    expect(back && columnOf(back, "count")).toEqual([1]);
    expect((await live.table()).schema.metadata.get("rastrum.warnings")).toBe("[]");
    live.close();
  });

  it("tells its progress and estimate as a job, and finds zones by id", async () => {
    const live = open();
    expect(() => live.zoneOfId("b")).toThrow("await ready");
    expect((await live.ready.estimate()).chunks).toBe(2);
    const seen: number[] = [];
    for await (const { done } of live.ready) seen.push(done);
    expect(seen.at(-1)).toBe(2);
    expect(live.zoneOfId("b")).toBe(1);
    expect(() => live.zoneOfId("c")).toThrow('"c"');
    live.close();
  });
});

describe("updates that overtake each other", () => {
  it("one that waits for chunks is superseded, and its reads are stopped unless they are wanted again", async () => {
    const raster = watchedRaster(countingRaster({ width: 8, height: 8, chunkShape: [4, 4] }), { delay: () => 20 });
    const live = open(raster);
    await live.ready;
    const first = live.update(0, geometry(0, 0, 5, 5)); // all four chunks
    const second = live.update(0, geometry(0, 0, 5, 1)); // two of them
    expect(await first).toBeNull();
    const updated = await second;
    expect(updated && columnOf(updated, "sum")).toEqual([0 + 1 + 2 + 3 + 4]);
    expect(raster.inFlight).toBe(0);
    expect(columnOf(await live.table(), "count")).toEqual([5, 4]);
    live.close();
  });

  it("one that waits for nothing is answered, then the last of those that came meanwhile", async () => {
    const live = open();
    await live.ready;
    await live.update(0, geometry(0, 0, 1, 1));
    const calls = [2, 3, 4].map(async (right) => {
      if (right > 2) await Promise.resolve();
      return live.update(0, geometry(0, 0, right, 1));
    });
    const counts = (await Promise.all(calls)).map((table) => table && columnOf(table, "count")[0]);
    expect(counts.at(-1)).toBe(4);
    expect(columnOf(await live.table(), "count")).toEqual([4, 4]);
    live.close();
  });

  it("those of other zones go on, and updates before the first table wait for it", async () => {
    const live = open();
    const tables = await Promise.all([live.update(0, geometry(0, 0, 3, 1)), live.update(1, geometry(5, 7, 8, 8))]);
    expect(tables.map((table) => table && columnOf(table, "count"))).toEqual([[3], [3]]);
    live.close();
  });
});

describe("ends", () => {
  it("an aborted update rejects with the reason and changes nothing; others go on", async () => {
    const raster = watchedRaster(countingRaster({ width: 8, height: 8, chunkShape: [4, 4] }), { delay: () => 10 });
    const live = open(raster);
    await live.ready;
    const controller = new AbortController();
    const update = live.update(0, geometry(0, 0, 8, 8), { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(update).rejects.toThrow("enough");
    await expect(live.update(0, geometry(0, 0, 1, 1), { signal: controller.signal })).rejects.toThrow("enough");
    expect(columnOf(await live.table(), "count")).toEqual([4, 4]);
    expect(columnOf((await live.update(0, geometry(0, 0, 8, 8))) as never, "count")).toEqual([64]);
    live.close();
  });

  it("a read that fails rejects the update, which changes nothing and can be made again", async () => {
    let isBroken = true;
    const raster = watchedRaster(countingRaster({ width: 8, height: 8, chunkShape: [4, 4] }), {
      failure: (read) => (read >= 2 && isBroken ? new Error("no luck") : undefined),
    });
    const live = open(raster);
    await live.ready;
    await expect(live.update(0, geometry(0, 0, 8, 8))).rejects.toThrow("no luck");
    expect(columnOf(await live.table(), "count")).toEqual([4, 4]);
    isBroken = false;
    await live.update(0, geometry(0, 0, 8, 8));
    expect(columnOf(await live.table(), "count")).toEqual([64, 4]);
    live.close();
  });

  it("closing ends updates with null and the first table with an error, frees what is held, and stays closed", async () => {
    const own = new EngineCore({ backend: "cpu" });
    const raster = watchedRaster(countingRaster({ width: 8, height: 8, chunkShape: [4, 4] }), { delay: () => 10 });
    const live = open(raster, { engine: own });
    await live.ready;
    const other = open(raster, { engine: own });
    const ready = refusal(Promise.resolve(other.ready));
    expect(residentOf(own).bytes).toBeGreaterThan(0);
    const update = live.update(0, geometry(0, 0, 8, 8));
    live.close();
    other.close();
    live.close();
    expect(await update).toBeNull();
    expect((await ready).tag).toBe("closed");
    expect((await refusal(live.update(0, null))).tag).toBe("closed");
    expect((await refusal(live.table())).tag).toBe("closed");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([residentOf(own).bytes, raster.inFlight]).toEqual([0, 0]);
    await own.close();
  });

  it("closing while the first table's zones are finalized ends it too", async () => {
    const closes = () => {
      live.close();
      return 1;
    };
    const closing = defineStatistic({ name: "closing", needs: ["sum"], finalize: closes });
    const live: LiveZonalStats = open(square(), { statistics: [closing] });
    expect((await refusal(Promise.resolve(live.ready))).tag).toBe("closed");
  });

  it("a signal ends all with its reason; a closed engine is told", async () => {
    const controller = new AbortController();
    const live = open(square(), { signal: controller.signal });
    await live.ready;
    controller.abort(new Error("enough"));
    await expect(live.update(0, null)).rejects.toThrow("enough");
    const own = new EngineCore({ backend: "cpu" });
    const late: LiveZonalStats = open(square(), { engine: own });
    await late.ready;
    await own.close();
    expect((await refusal(late.update(0, geometry(0, 0, 8, 8)))).tag).toBe("closed");
  });
});

describe("bad input", () => {
  it("zones that there are not, and geometries that are none, with the row to blame", async () => {
    const live = open();
    await live.ready;
    for (const zone of [-1, 2, 0.5, Number.NaN, "a"]) {
      expect(await refusal(live.update(zone as number, null))).toMatchObject({ tag: "invalid-option", option: "zone" });
    }
    const circle = { type: "Circle", coordinates: [0, 0] };
    expect(await refusal(live.update(1, circle))).toMatchObject({ tag: "invalid-zones", feature: 1 });
    const far = { type: "Polygon", coordinates: [[[0, 0], [1e300, 0], [0, 1], [0, 0]]] }; // biome-ignore format: one line
    expect(await refusal(live.update(1, far))).toMatchObject({ tag: "invalid-zones", feature: 1 });
    expect(columnOf(await live.table(), "count")).toEqual([4, 4]);
    live.close();
  });

  it.each(["weights", "classes", "form"])("%s is not supported, and says so", async (option) => {
    const live = open(square(), { [option]: option === "form" ? "long" : square() });
    expect(await refusal(Promise.resolve(live.ready))).toMatchObject({ tag: "unsupported", what: option });
    expect((await refusal(live.update(0, null))).tag).toBe("unsupported");
  });

  it("a chunk beyond the budget is told with the least that works", async () => {
    const live = open(square(), { engine: new EngineCore({ backend: "cpu", memoryBudget: 63 }) });
    expect(await refusal(Promise.resolve(live.ready))).toMatchObject({ tag: "budget-too-small", bytesNeeded: 64 });
  });
});
