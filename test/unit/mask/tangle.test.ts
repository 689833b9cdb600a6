import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import { countZones } from "../../../src/worker/zone-work.ts";
import { pixelZones, type Ring, rectangle, type Vertex } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";

const fraction = { rule: "fraction", minCoverage: 0, whole: false } as const;

describe("a zone whose edges are a tangle", () => {
  const random = seededRandom(seed);
  const tangle = (vertices: number): Ring => Array.from({ length: vertices }, (): Vertex => [random(), random()]);

  it("of more crossings in a cell than can be told in time is refused by its row, not worked on for minutes", async () => {
    const zones = pixelZones([[[rectangle(0, 0, 1, 1)]], [[tangle(3000)]]]);
    const error = await countZones({ zones, height: 4, width: 4, counting: fraction, firstZone: 10 }).catch((e) => e);
    expect(isRastrumError(error, "invalid-zones") && error.feature).toBe(11);
    const counting = { ...fraction, rule: "center" } as const;
    expect((await countZones({ zones, height: 4, width: 4, counting })).cells.runs.firstRow.length).toBe(2);
  });

  it("of fewer is counted, each by itself", async () => {
    const zones = pixelZones([[[tangle(200)]], [[tangle(200)]]]);
    const { cells } = await countZones({ zones, height: 1, width: 1, counting: fraction });
    expect(cells.partial?.coverage).toHaveLength(2);
  });
});

it("a ring walked 20,001 times has the cells of the ring, and soon", () => {
  const corners: Vertex[] = [[0.1, 0.2], [3.3, 0.4], [2.9, 2.7], [0.4, 2.2]]; // biome-ignore format: one line
  const many = Array.from({ length: 20_001 }, () => corners).flat();
  const [once, often] = [corners, many].map((ring) => zoneCells(pixelZones([[[ring]]]), 4, 4, "fraction"));
  expect(often.partial?.rows).toEqual(once.partial?.rows);
  often.partial?.coverage.forEach((coverage, i) => {
    expect(coverage).toBeCloseTo(once.partial?.coverage[i] ?? 0, 12);
  });
}, 3000);
