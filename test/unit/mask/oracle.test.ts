import { describe, expect, it } from "vitest";
import { centerWays } from "../../helpers/center-ways.ts";
import { exactMask } from "../../helpers/even-odd.ts";
import { maskOf } from "../../helpers/masks.ts";
import { pixelZones, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const [height, width] = [9, 11];

describe.each(centerWays)(`masks by %s are those of exact arithmetic (seed ${seed})`, (_, runsOf) => {
  it.each(Object.keys(makers))("%s", { timeout: 120_000 }, (kind) => {
    const random = seededRandom(seed);
    const zones: Zone[] = Array.from({ length: draws(500) }, () => makers[kind]({ random, height, width }));
    const runs = runsOf(pixelZones(zones), height, width);
    for (const [row, zone] of zones.entries()) {
      const expected = exactMask(zone, height, width);
      expect(maskOf(runs, row, height, width), JSON.stringify(zone)).toEqual(expected);
    }
  });
});

it("the oracle itself knows a square with a hole, ties half-open", () => {
  const square = [[0.5, 0.5], [3.5, 0.5], [3.5, 3.5], [0.5, 3.5]] as const; // biome-ignore format: one line
  const hole = [[1, 1], [2, 1], [2, 2], [1, 2]] as const; // biome-ignore format: one line
  // Centres on the left and top edges are in, on the right and bottom ones out.
  expect(exactMask([[square, hole]], 4, 5)).toEqual(["###..", "#.#..", "###..", "....."]);
});
