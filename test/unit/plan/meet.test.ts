import { describe, expect, it } from "vitest";
import { type PlacedCells, placeCells } from "../../../src/mask/placed-cells.ts";
import { freeCells, placedCells, placeMany } from "../../../src/mask/placing.ts";
import { type ZoneCells, zoneCells } from "../../../src/mask/zone-cells.ts";
import { cellsIn, meetChunks } from "../../../src/plan/meet.ts";
import { planZonal } from "../../../src/plan/plan.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { voronoi } from "../../helpers/voronoi.ts";

const random = seededRandom(seed);
const [height, width] = [31, 43];

function placed(cells: ZoneCells, bounds: Float64Array | null = null): PlacedCells {
  const found = placeCells(cells, bounds);
  if (!found) throw new Error("There is no WebAssembly here.");
  return found;
}

/** Chunks of so many rows and columns, of a grid; whether bounds are known or not. */
function expectSame(
  cells: ZoneCells,
  { bounds }: PixelZones,
  chunkHeight: number,
  chunkWidth: number,
  rows = height,
  columns = width,
): void {
  const [down, across] = [Math.ceil(rows / chunkHeight), Math.ceil(columns / chunkWidth)];
  for (const known of [null, bounds]) {
    const all = placed(cells, known);
    expect(all.meet(cells, chunkHeight, chunkWidth, across, down)).toEqual(
      meetChunks(cells, chunkHeight, chunkWidth, across),
    );
    expect(all.wholeCells).toBe(cellsIn(cells.runs));
    all.free();
  }
}

describe.each(["center", "touched", "fraction"] as const)(
  `chunks that zones have cells in by %s: by WebAssembly those by JavaScript (seed ${seed})`,
  (rule) => {
    it.each(Object.keys(hardMakers))("of zones of the kind %s", (kind) => {
      const zones = Array.from({ length: draws(20) }, () => hardMakers[kind]({ random, height, width }));
      const placedZones = pixelZones(zones);
      const cells = zoneCells(placedZones, height, width, rule);
      for (const side of [1, 2, 5, 16, 31, 100]) {
        expectSame(cells, placedZones, side, side);
        expectSame(cells, placedZones, side, 1 + Math.floor(random() * width));
      }
    });

    it("of more zones than have their bounds in memory at once, on borders of chunks and outside the grid too", () => {
      const squares = Array.from({ length: 5000 }, (_, i): Zone => {
        const [left, top] = [4.75 * (i % 71) - 4, 3.5 * Math.floor(i / 71) - 4];
        return [[rectangle(left, top, left + 3, top + 2.5)]];
      });
      const zones = pixelZones(squares);
      const cells = zoneCells(zones, 240, 320, rule);
      for (const side of [16, 60, 512]) expectSame(cells, zones, side, side, 240, 320);
    });

    it("of a partition of the plane", () => {
      const sites = Array.from({ length: 500 }, (): Vertex => [320 * random(), 240 * random()]);
      const zones = pixelZones(voronoi(sites, 240, 320, 40));
      const cells = zoneCells(zones, 240, 320, rule);
      for (const side of [1, 16, 60, 512]) expectSame(cells, zones, side, side, 240, 320);
    });
  },
);

describe("chunks of placed cells", () => {
  const stripes = Array.from({ length: 20 }, (_, i): Zone => [[rectangle(2 * i + 0.5, 0.5, 2 * i + 1.75, 1000)]]);
  const cells = zoneCells(pixelZones(stripes), 1000, width, "fraction");

  it("are left to JavaScript where they are too many or too large, cells are beside them, or parts are others", () => {
    const all = placed(cells);
    const partial = null;
    expect(all.meet(cells, 1, 1, 2 ** 11, 2 ** 10)).toBeNull();
    expect(all.meet(cells, 2 ** 30, 1, 43, 1)).toBeNull();
    expect(all.meet(cells, 100, 10, 3, 10)).toBeNull(); // 30 columns of 40
    expect(all.meet(cells, 100, 10, 5, 9)).toBeNull();
    expect(all.meet({ ...cells, partial }, 100, 10, 5, 10)).toBeNull();
    expect(all.meet(cells, 100, 10, 5, 10)).toHaveLength(40);
    all.free();
  });

  it("make the same plan", async () => {
    const lattice = { height: 1000, width, chunkShape: [64, 16], bytesPerCell: 4 };
    const plan = planZonal(lattice, cells, []);
    await placeMany(cells, null);
    expect(placedCells(cells)).not.toBeNull();
    expect(planZonal(lattice, cells, [])).toStrictEqual(plan);
    freeCells(cells);
  });
});
