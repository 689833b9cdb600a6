import { describe, expect, it } from "vitest";
import { centerRuns } from "../../../src/mask/center-runs.ts";
import { zoneRuns } from "../../../src/mask/runs.ts";
import { takeZones } from "../../../src/zones/compiled-zones.ts";
import { circle, hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones, type Ring, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const [height, width] = [9, 11];
const all = { ...makers, ...hardMakers };

function expectSame(zones: readonly Zone[], stopRow = height, columns = width, firstRow = 0): void {
  const placed = pixelZones(zones);
  expect(centerRuns(placed, stopRow, columns, firstRow)).toEqual(zoneRuns(placed, stopRow, columns, firstRow));
}

describe(`cells by WebAssembly are those by JavaScript, to the bit (seed ${seed})`, () => {
  it.each(Object.keys(all))("%s", (kind) => {
    const random = seededRandom(seed);
    const zones = Array.from({ length: draws(200) }, () => all[kind]({ random, height, width }));
    expectSame(zones);
    expectSame(zones, 6, 4, 3); // some rows
    expectSame(zones, 3, width, 3); // none
  });

  /** Of all kinds, each with some coordinates that are not of this world. */
  it("coordinates beyond all measure, tiny ones, and none", () => {
    const random = seededRandom(seed);
    const odd = [
      1e-320,
      -1e-310,
      5e-324,
      1e-91,
      2 ** 30,
      -(2 ** 30) - 1,
      2 ** 31,
      2 ** 52,
      -1e300,
      Infinity,
      -Infinity,
    ];
    const spoiled = (value: number) => (random() < 0.1 ? odd[Math.floor(random() * odd.length)] : value);
    const kinds = Object.values(all);
    const zones = Array.from({ length: draws(1000) }, (_, i): Zone => {
      const zone = kinds[i % kinds.length]({ random, height, width });
      if (i % 3 > 0) return zone;
      return zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Vertex => [spoiled(x), spoiled(y)])));
    });
    expectSame(zones);
  });

  it("a zone of which it cannot tell is left to JavaScript: products of such numbers would lose bits", () => {
    // At row 0 the edges from (x, 0) to (1, 1) cross at ½ + x / 2, right of the centre of column 0.
    const beside = (x: number): Zone => [[[[x, 0], [1, 1], [0, 1]]]]; // biome-ignore format: one line
    const zones = [2 ** -200, 1e-310, 2 ** -200].map(beside);
    expectSame(zones);
    const found: number[] = [];
    takeZones(
      pixelZones(zones).rings,
      ({ memory, cells }, first, end, at) => {
        found.push(new Int32Array(memory.buffer, cells(first, end, 0, height, width, 0, 0, at), 1)[0]);
      },
      () => expect.fail("they fit"),
    );
    expect(found).toEqual([1]);
  });

  it("many crossings in a row, many parts, and zones that fill several batches", () => {
    const random = seededRandom(seed);
    const comb: Ring = [...Array.from({ length: 900 }, (_, i): Vertex => [random() * 500, i % 2 === 0 ? -1 : 40])];
    const parts: Zone = Array.from({ length: 60 }, () => [circle(9, [250 * random(), 40 * random()], 30)[0][0]]);
    const half = (value: number) => Math.round(2 * value) / 2;
    const small = Array.from({ length: 30_000 }, (): Zone => {
      const [x, y] = [half(480 * random()), half(40 * random())];
      return [[rectangle(x, y, x + half(9 * random()), y + half(9 * random()))]];
    });
    const large = circle(70_000, [250, 20], 30);
    expectSame([[[comb]], parts, ...small, large, [], parts, ...small.slice(0, 9), [[comb], ...parts]], 40, 500);
  });

  it("zones whose rows or columns are more than 2^30", () => {
    const far = rectangle(0, 0, 3, 3).map(([x, y]): Vertex => [x + 2 ** 30, y + 2 ** 30]);
    expectSame([[[far]], [[rectangle(0, 0, 3, 3)]]], 2 ** 31 - 1, 2 ** 31 - 1);
    expectSame([[[rectangle(0, 0, 2 ** 30, 3)]]], 3, 2 ** 30 - 1);
  });
});
