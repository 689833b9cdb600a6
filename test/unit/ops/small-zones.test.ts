import { describe, expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import { areSmall } from "../../../src/ops/small-zones.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { asWorker, workingWorker } from "../../helpers/fake-worker.ts";

const box = (left: number, top: number, right: number, bottom: number) => {
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]]; // biome-ignore format: a ring
  return { type: "Polygon" as const, coordinates: [corners] };
};

describe("zones that are soon known", () => {
  it("are objects of few positions", () => {
    const many = Array.from({ length: 5000 }, (_, i) => [i, 0]);
    expect(areSmall(box(0, 0, 1, 1))).toBe(true);
    expect(areSmall({ type: "Feature", properties: {}, geometry: box(0, 0, 1, 1) })).toBe(true);
    expect(areSmall({ type: "Polygon", coordinates: [many] })).toBe(false);
    expect(areSmall("zones.geojson")).toBe(false);
    expect(areSmall({ type: "nothing of the kind", features: null } as never)).toBe(true);
  });

  it("are not those whose depth is an attack", () => {
    let coordinates: unknown = [0, 0];
    for (let i = 0; i < 1e5; i++) coordinates = [coordinates];
    expect(areSmall({ type: "Polygon", coordinates } as never)).toBe(false);
  });

  it("start workers for what they cover, not for all of a raster", async () => {
    const [width, height] = [5000, 4000]; // 20 MB: workers help from 16 MiB on
    const raster = memoryRaster({
      data: new Uint8Array(width * height).fill(3),
      width,
      height,
      transform: [1, 0, 0, 0, 1, 0],
      chunkShape: [1000, 1000],
    });
    const answer = async (zone: ReturnType<typeof box>) => {
      const engine = createEngine({ backend: "cpu", workers: 1, createWorker: () => asWorker(workingWorker()) });
      const options = { zonesCrs: "raster", statistics: ["sum"], engine };
      const table = await zonalStats(raster, zone, options);
      await engine.close();
      return [table.getChild("sum")?.get(0), table.schema.metadata.get("rastrum.workers")];
    };
    expect(await answer(box(10, 10, 20, 30))).toEqual([3 * 10 * 20, undefined]);
    expect(await answer(box(0, 0, width, height))).toEqual([3 * width * height, "1"]);
  });
});
