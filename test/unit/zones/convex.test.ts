import { describe, expect, it } from "vitest";
import { areConvex } from "../../../src/zones/convex.ts";
import { RingSweep } from "../../../src/zones/ring-sweep.ts";
import { circle } from "../../helpers/hard-polygons.ts";
import { pixelZones, type Ring, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const isConvex = (...zones: Zone[]) => areConvex(pixelZones(zones).rings);
const square = rectangle(0, 0, 4, 4);

describe("zones that are one convex ring", () => {
  it.each<[string, Zone]>([
    ["a rectangle", [[square]]],
    ["the other way around", [[square.toReversed()]]],
    ["a triangle", [[[[0, 0], [4, 1], [1, 3]]]]], // biome-ignore format: one line
    ["a circle", circle(100, [5, 5], 4)],
  ])("are found: %s", (_, zone) => expect(isConvex(zone)).toBe(true));

  it.each<[string, Zone]>([
    ["a dent", [[[[0, 0], [4, 0], [1, 1], [0, 4]]]]], // biome-ignore format: one line
    ["a star that turns one way, but twice around", [[[0, 2, 4, 1, 3].map((i) => circle(5, [5, 5], 4)[0][0][i])]]],
    ["a ring walked twice", [[[...square, ...square]]]],
    ["a ring walked back", [[[...square, ...square.toReversed()]]]],
    ["a vertex on a straight line", [[[[0, 0], [2, 0], [4, 0], [4, 4]]]]], // biome-ignore format: one line
    ["two points", [[[[0, 0], [1, 1]]]]], // biome-ignore format: one line
    ["a point", [[[[1, 1]]]]],
    ["no vertex", [[[]]]],
    ["a hole", [[square, rectangle(1, 1, 2, 2)]]],
    ["two parts", [[square], [rectangle(5, 5, 6, 6)]]],
    ["none", []],
    ["NaN", [[[[0, 0], [4, 0], [Number.NaN, 4]]]]], // biome-ignore format: one line
  ])("are not: %s", (_, zone) => expect(isConvex(zone)).toBe(false));

  it("are all of them, or not all", () => {
    expect(isConvex([[square]], [[rectangle(9, 9, 10, 10)]])).toBe(true);
    expect(isConvex([[square]], [])).toBe(false);
    expect(isConvex()).toBe(true);
  });
});

it(`are valid by the sweep (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const sweep = new RingSweep();
  let convex = 0;
  for (let i = 0; i < draws(3000); i++) {
    const ring: Ring = Array.from(
      { length: 3 + (i % 4) },
      (): Vertex => [Math.floor(9 * random()), Math.floor(9 * random())],
    );
    if (!isConvex([[ring]])) continue;
    convex++;
    expect(sweep.findFault(pixelZones([[[ring]]]).rings, 0), JSON.stringify(ring)).toBeNull();
  }
  expect(convex).toBeGreaterThan(draws(700));
});
