import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import type { ZoneCells } from "../../../src/mask/zone-cells.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { toPixelZones } from "../../../src/zones/pixel-zones.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { zoneCells } from "../../helpers/both-ways.ts";
import { exactArea } from "../../helpers/exact-area.ts";
import { pixelZones, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { voronoi } from "../../helpers/voronoi.ts";

vi.setConfig({ testTimeout: 60_000 });

/** For each cell, row after row, the sum of what its zones cover; for each zone the sum over its cells. */
function sums({ runs, partial }: ZoneCells, zones: number, height: number, width: number) {
  const cells = new Float64Array(height * width);
  const areas = new Float64Array(zones);
  for (let zone = 0; zone < zones; zone++) {
    const add = (row: number, column: number, coverage: number) => {
      cells[row * width + column] += coverage;
      areas[zone] += coverage;
    };
    for (let entry = runs.rowOffsets[zone]; entry < runs.rowOffsets[zone + 1]; entry++) {
      const row = runs.firstRow[zone] + entry - runs.rowOffsets[zone];
      for (let run = runs.runOffsets[entry]; run < runs.runOffsets[entry + 1]; run++) {
        for (let column = runs.starts[run]; column < runs.stops[run]; column++) add(row, column, 1);
      }
    }
    if (!partial) continue;
    for (let i = partial.offsets[zone]; i < partial.offsets[zone + 1]; i++) {
      add(partial.rows[i], partial.columns[i], partial.coverage[i]);
    }
  }
  return { cells, areas };
}

const farthestFrom = (target: number, values: Iterable<number>) =>
  [...values].reduce((most, value) => Math.max(most, Math.abs(value - target)), 0);

/** Zones whose bounds lie on the grid: their cells are all there. */
function inside({ length, bounds }: PixelZones, height: number, width: number): number[] {
  return Array.from({ length }, (_, zone) => zone).filter((zone) => {
    const [left, top, right, bottom] = bounds.subarray(4 * zone, 4 * zone + 4);
    return left >= 0 && top >= 0 && right <= width && bottom <= height;
  });
}

function expectAreas(pixels: PixelZones, zones: readonly Zone[], areas: Float64Array, height: number, width: number) {
  const whole = inside(pixels, height, width);
  for (const zone of whole) {
    const area = exactArea(zones[zone]);
    expect(Math.abs(areas[zone] - area) / area, `zone ${zone}`).toBeLessThan(1e-12);
  }
  return whole.length;
}

describe(`a Voronoi diagram of 2,000 sites (seed ${seed})`, () => {
  const [height, width, margin] = [250, 300, 60];
  const random = seededRandom(seed);
  const sites = Array.from(
    { length: 2000 },
    (): Vertex => [(width + 2 * margin) * random() - margin, (height + 2 * margin) * random() - margin],
  );
  const zones = voronoi(sites, height, width, margin);
  const pixels = pixelZones(zones);

  it("has each cell once by center", () => {
    const { cells } = sums(zoneCells(pixels, height, width, "center"), zones.length, height, width);
    expect(new Set(cells)).toEqual(new Set([1]));
  });

  it("covers each cell wholly by fraction, each zone as much as its area", () => {
    const { cells, areas } = sums(zoneCells(pixels, height, width, "fraction"), zones.length, height, width);
    expect(farthestFrom(1, cells)).toBeLessThan(1e-12);
    expect(expectAreas(pixels, zones, areas, height, width)).toBeGreaterThan(800);
  });

  it("has each cell by touched as often as zones cover some of it", () => {
    const touched = sums(zoneCells(pixels, height, width, "touched"), zones.length, height, width);
    const { runs, partial } = zoneCells(pixels, height, width, "fraction");
    const covered = new Float64Array(partial?.coverage.length ?? 0).fill(1);
    const fraction = sums({ runs, partial: partial && { ...partial, coverage: covered } }, zones.length, height, width);
    expect(touched.cells).toEqual(fraction.cells);
  });
});

/** Real borders of counties; they are not part of the repository. */
const island = fileURLToPath(new URL("../../../../shared/data/sao-miguel/concelhos.geojson", import.meta.url));

if (existsSync(island)) {
  describe("the counties of an island", () => {
    const [height, width] = [400, 800];
    const grid = { crs: "OGC:CRS84", transform: [1 / 1000, 0, -25.9, 0, -1 / 1000, 37.95] as const, height, width };
    const pixels = toPixelZones(parseGeojson(JSON.parse(readFileSync(island, "utf8"))), grid);
    const zones = nested(pixels);

    it("share no cell by center, and lose none between them", () => {
      const { cells } = sums(zoneCells(pixels, height, width, "center"), zones.length, height, width);
      expect(new Set(cells)).toEqual(new Set([0, 1]));
      const coast = sums(zoneCells(pixelZones([[coastOf(zones)]]), height, width, "center"), 1, height, width);
      expect(cells).toEqual(coast.cells);
    });

    it("cover by fraction what the island covers, each as much as its area", () => {
      const { cells, areas } = sums(zoneCells(pixels, height, width, "fraction"), zones.length, height, width);
      const coast = sums(zoneCells(pixelZones([[coastOf(zones)]]), height, width, "fraction"), 1, height, width);
      expect(
        farthestFrom(
          0,
          cells.map((sum, cell) => sum - coast.cells[cell]),
        ),
      ).toBeLessThan(1e-12);
      expect(expectAreas(pixels, zones, areas, height, width)).toBe(6);
    });
  });
} else {
  console.warn(`SKIPPED: real county borders (${island} is not there)`);
  it.skip("SKIPPED: real county borders, since ../shared/data is not there");
}

function nested({ length, rings }: PixelZones): Zone[] {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  return range(0, length).map((zone) =>
    range(zoneOffsets[zone], zoneOffsets[zone + 1]).map((polygon) =>
      range(polygonOffsets[polygon], polygonOffsets[polygon + 1]).map((ring) =>
        range(ringOffsets[ring], ringOffsets[ring + 1]).map(
          (vertex): Vertex => [coordinates[2 * vertex], coordinates[2 * vertex + 1]],
        ),
      ),
    ),
  );
}

/** Edges that two zones share cancel: as rings of two vertices, the rest of the edges is the even-odd outline. */
function coastOf(zones: readonly Zone[]) {
  return zones.flat(2);
}
