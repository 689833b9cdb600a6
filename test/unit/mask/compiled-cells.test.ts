import { afterEach, describe, expect, it, vi } from "vitest";
import { boundaryCells } from "../../../src/mask/boundary-cells.ts";
import { compiledCells } from "../../../src/mask/compiled-cells.ts";
import type { GridRows, Rule } from "../../../src/mask/rule.ts";
import { Tangle } from "../../../src/mask/tangle.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { checkSame } from "../../helpers/both-ways.ts";
import { circle, hardMakers, manyHoles } from "../../helpers/hard-polygons.ts";
import { pixelZones, type Ring, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { moved } from "../../helpers/random-polygons.ts";
import { voronoi } from "../../helpers/voronoi.ts";

vi.setConfig({ testTimeout: 60_000 });

const random = seededRandom(seed);
const [height, width] = [9, 11];
const grid: GridRows = { firstRow: 0, stopRow: height, width };

/** Row numbers of the zones that WebAssembly left to JavaScript, where both find the same to the bit. */
function refusedOf(zones: PixelZones, grid: GridRows, rule: Rule): number[] {
  const refused: number[] = [];
  const countOne: typeof boundaryCells = (all, grid, rule, first, stop) => {
    refused.push(first ?? 0);
    return boundaryCells(all, grid, rule, first, stop);
  };
  const found = compiledCells(zones, grid, rule, countOne);
  if (!found) throw new Error("There is no WebAssembly here.");
  checkSame(found, boundaryCells(zones, grid, rule));
  return refused;
}

const scaled = (zone: Zone, change: (value: number) => number): Zone =>
  zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Vertex => [change(x), change(y)])));

describe.each(["touched", "fraction"] as const)(
  `cells by %s in WebAssembly, to the bit those in JavaScript (seed ${seed})`,
  (rule) => {
    it.each(Object.keys(hardMakers))("of zones of the kind %s", (kind) => {
      const zones = Array.from({ length: draws(20) }, () => hardMakers[kind]({ random, height, width }));
      const refused = refusedOf(pixelZones(zones), grid, rule).length;
      if (/beyond|very far/.test(kind)) expect(refused).toBeGreaterThan(0);
      else expect(refused).toBeLessThanOrEqual(zones.length / 20);
      const far = zones.map((zone) => moved(zone, 70_000.25, 65_536));
      refusedOf(pixelZones(far), { firstRow: 65_536, stopRow: 65_536 + height, width: 70_000 + width }, rule);
      refusedOf(pixelZones(zones), { firstRow: 2, stopRow: 6, width: 5 }, rule);
    });

    it("of zones with vertices on borders, corners and centres of cells, none of them refused", () => {
      const snap = (unit: number) => (value: number) => Math.round(value / unit) * unit;
      const zones = ["star", "spiral", "comb", "scribble", "holes touching the shell"].flatMap((kind) =>
        Array.from({ length: draws(40) }, (_, i) =>
          scaled(hardMakers[kind]({ random, height, width }), snap([1, 0.5, 0.25][i % 3])),
        ),
      );
      expect(refusedOf(pixelZones(zones), grid, rule)).toEqual([]);
    });

    it("of a partition of the plane, none of it refused", () => {
      const sites = Array.from({ length: 500 }, (): Vertex => [80 * random(), 60 * random()]);
      const zones = voronoi(sites, 60, 80, 40);
      expect(refusedOf(pixelZones(zones), { firstRow: 0, stopRow: 60, width: 80 }, rule)).toEqual([]);
    });

    it("of more zones, rows, runs and cells than memory holds at a time", () => {
      const small = Array.from({ length: 40_000 }, (_, i): Zone => [[rectangle(i % 90, 0.5, (i % 90) + 1.25, 1.5)]]);
      expect(refusedOf(pixelZones(small), { firstRow: 0, stopRow: 2, width: 100 }, rule)).toEqual([]);
      const tall: Zone = [[rectangle(0.5, 0.25, 3.5, 100_000.5)], [[[9, 0], [4, 70_000], [12, 200_000]]]]; // biome-ignore format: one line
      expect(refusedOf(pixelZones([tall, tall]), { firstRow: 0, stopRow: 200_000, width: 20 }, rule)).toEqual([]);
      const large = [circle(100_000, [25_000, 25_000], 24_999.5), manyHoles(random, 40, 40, 500, 500)];
      expect(refusedOf(pixelZones(large), { firstRow: 0, stopRow: 50_000, width: 50_000 }, rule)).toEqual([]);
    });

    it("of zones beside each other, of which one is too much in the middle of its rows", () => {
      const teeth = Array.from({ length: 9000 }, (_, i): Vertex => [i / 1000, 80_000 + (i % 2) / 2]);
      const comb: Ring = [[0.5, 0.5], [8.5, 0.5], ...[...teeth].reverse()]; // biome-ignore format: one line
      const zones: Zone[] = [[[rectangle(0.5, 0.5, 2.5, 2)]], [[comb]], [], [[rectangle(1, 1, 2.5, 70_000)]]];
      const refused = refusedOf(pixelZones([...zones, ...zones]), { firstRow: 0, stopRow: 90_000, width: 10 }, rule);
      expect(refused).toEqual([1, 5]);
    });
  },
);

describe("zones by fraction that are too much for WebAssembly", () => {
  const counts = (zone: Zone, width = 4) =>
    refusedOf(pixelZones([zone]), { firstRow: 0, stopRow: 4, width }, "fraction").length;

  it("are counted by JavaScript: rows of more columns, zones of more polygons, what is not finite", () => {
    expect(counts([[rectangle(0.5, 0.5, 40_000.5, 0.75)]], 50_000)).toBe(1);
    expect(counts(Array.from({ length: 65_537 }, (_, i) => [rectangle(0.5, i + 0.25, 3, i + 0.75)]))).toBe(1);
    expect(counts([[[[0, 0], [2 ** 50, 1], [0, 2]]]])).toBe(1); // biome-ignore format: one line
  });

  it("are counted by JavaScript: those of so many rows that places might have more than 32 bits", () => {
    const counted: unknown[] = [];
    const none: typeof boundaryCells = (_, grid, rule, first) => {
      counted.push(first);
      return boundaryCells(pixelZones([[]]), grid, rule);
    };
    const [tall, low] = [2 ** 30 - 1, 3].map((y): Zone => [[[[0, 0], [2, 0], [1, y]]]]); // biome-ignore format: one line
    compiledCells(pixelZones([tall, low]), { firstRow: 0, stopRow: 2 ** 30, width: 4 }, "fraction", none);
    expect(counted).toEqual([0]);
  });

  it("are told by the row of a tangle", () => {
    const tangle = Array.from({ length: 3000 }, (): Vertex => [random(), random()]);
    const zones = pixelZones([[[rectangle(0, 0, 1, 1)]], [[tangle]]]);
    const error = (() => {
      try {
        return compiledCells(zones, grid, "fraction");
      } catch (error) {
        return error;
      }
    })();
    expect(error instanceof Tangle && error.zone).toBe(1);
    expect(counts([[rectangle(0.5, 0.5, 3, 3)]])).toBe(0); // and all is as before
  });
});

describe("where the host has no WebAssembly", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("cells are those of JavaScript", async () => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", undefined);
    const { zoneCells } = await import("../../../src/mask/zone-cells.ts");
    const { compiledCells } = await import("../../../src/mask/compiled-cells.ts");
    const zones = pixelZones([[[rectangle(0.5, 0.5, 2.5, 2)]]]);
    expect(compiledCells(zones, grid, "fraction")).toBeNull();
    expect(zoneCells(zones, height, width, "fraction")).toStrictEqual(boundaryCells(zones, grid, "fraction"));
  });
});
