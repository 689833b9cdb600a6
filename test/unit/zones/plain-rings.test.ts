import { describe, expect, it } from "vitest";
import { oddZones } from "../../../src/zones/plain-rings.ts";
import { RingSweep } from "../../../src/zones/ring-sweep.ts";
import { pixelZones, type Ring, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const arePlain = (zone: Zone) => oddZones(pixelZones([zone]).rings).length === 0;

/** A star around (column, row) whose reach varies by `rough`: beyond 1, it crosses itself. */
function star(vertices: number, column: number, row: number, reach: number, random: () => number, rough = 0.02): Ring {
  return Array.from({ length: vertices }, (_, i): Vertex => {
    const angle = (2 * Math.PI * i) / vertices;
    const at = reach * (1 + rough * (random() - 0.5) * 2);
    return [column + at * Math.cos(angle), row + at * Math.sin(angle)];
  });
}

/** Each vertex up to three times. */
const repeated = (ring: Ring, random: () => number): Ring =>
  ring.flatMap((vertex) => Array.from({ length: 1 + Math.floor(3 * random()) }, () => vertex));

describe("zones that have nothing odd about them", () => {
  const random = seededRandom(1);
  const land = star(500, 50, 50, 40, random);
  const lake = star(60, 50, 50, 5, random);
  const isle = star(30, 95, 95, 3, random);

  it.each<[string, Zone]>([
    ["a triangle", [[[[0, 0], [4, 0], [4, 4]]]]], // biome-ignore format: one line
    ["a ring of many vertices", [[land]]],
    ["a vertex on a straight line", [[[[0, 0], [2, 0], [4, 0], [4, 4]]]]], // biome-ignore format: one line
    [
      "vertices that come several times",
      [[repeated(land, random), repeated(lake, random)], [[...isle, isle[0], isle[0]]]],
    ],
    ["the same of a triangle", [[[[0, 0], [0, 0], [4, 0], [4, 4], [4, 4], [4, 4], [0, 0]]]]], // biome-ignore format: one line
    ["a lake and isles", [[land, lake], [isle], [star(9, 5, 5, 2, random)]]],
  ])("are found: %s", (_, zone) => expect(arePlain(zone)).toBe(true));

  it.each<[string, Zone]>([
    ["a lake beside the land", [[land, isle]]],
    ["a lake in a lake", [[land, lake, star(20, 50, 50, 1, random)]]],
    ["a part on the land", [[land], [lake]]],
    ["a part in a lake, though valid", [[land, lake], [star(20, 50, 50, 1, random)]]],
    ["parts that overlap", [[land], [land.map(([x, y]): Vertex => [x + 1, y])]]],
    ["a ring that crosses itself far away", [[[...land, [50, 50], [5, 5], [50, 51]]]]],
    ["a spike", [[[...land, [500, 500]], [...land].reverse()]]],
    ["a ring walked back", [[[[0, 0], [4, 0], [2, 0]]]]], // biome-ignore format: one line
    ["two points, of which one comes several times", [[[[0, 0], [4, 0], [4, 0], [4, 0]]]]], // biome-ignore format: one line
    ["one point", [[[[1, 1], [1, 1], [1, 1], [1, 1]]]]], // biome-ignore format: one line
    ["a spike whose end comes twice", [[[...land, [500, 500], [500, 500]], [...land].reverse()]]],
    ["no ring", []],
    ["long edges by the thousand, though valid", [[rectangle(0, -1, 1e4, 0), ...combs(1000)]]],
  ])("are not: %s", (_, zone) => expect(arePlain(zone)).toBe(false));

  /** Teeth that all span all rows. */
  function combs(teeth: number): Ring[] {
    return [Array.from({ length: teeth }, (_, i): Vertex => [i, i % 2 === 0 ? 1 + i / 1e6 : 100])];
  }
});

it(`are valid by the sweep (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const sweep = new RingSweep();
  const seen = { plain: 0, other: 0 };
  const check = (zone: Zone) => {
    const found = arePlain(zone);
    seen[found ? "plain" : "other"]++;
    if (found) expect(sweep.findFault(pixelZones([zone]).rings, 0), JSON.stringify(zone)).toBeNull();
  };
  for (let i = 0; i < draws(200); i++) {
    for (const maker of Object.values(makers)) check(maker({ random, height: 12, width: 9 }));
    const rough = 2 * random() ** 4;
    const [shell, hole] = [star(200, 50, 50, 40, random, rough), star(40, 50 + 30 * random(), 50, 5, random)];
    check([[shell]]);
    check([[repeated(shell, random), repeated(hole, random)]]);
    check([[shell, hole]]);
    check([[shell], [hole]]);
  }
  expect(Math.min(seen.plain, seen.other)).toBeGreaterThan(draws(100));
});
