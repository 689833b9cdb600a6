import { describe, expect, it, vi } from "vitest";
import type { Rule } from "../../../src/mask/rule.ts";
import type { ZoneCells } from "../../../src/mask/zone-cells.ts";
import { zoneCells } from "../../helpers/both-ways.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { coverageOf } from "../../helpers/masks.ts";
import { pixelZones, type Ring, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

vi.setConfig({ testTimeout: 60_000 });

const [height, width] = [9, 11];
const random = seededRandom(seed);
const zones: Zone[] = Array.from({ length: draws(15) }, () =>
  Object.values(hardMakers).map((maker) => maker({ random, height, width })),
).flat();

/** Of every zone the coverage of every cell: 1 for the cells of a run. */
function allCoverage(cells: ZoneCells, count = zones.length): Float64Array[] {
  return Array.from({ length: count }, (_, zone) => coverageOf(cells, zone, height, width));
}

function expectSame(rule: Rule, change: (zone: Zone) => Zone): void {
  const asDrawn = allCoverage(zoneCells(pixelZones(zones), height, width, rule));
  const changed = allCoverage(zoneCells(pixelZones(zones.map(change)), height, width, rule));
  for (const [zone, coverage] of asDrawn.entries()) {
    expect(changed[zone], JSON.stringify(zones[zone])).toStrictEqual(coverage);
  }
}

const eachRing =
  (change: (ring: Ring) => Ring) =>
  (zone: Zone): Zone =>
    zone.map((polygon) => polygon.map(change));

/** Turns a list so that it begins somewhere else. */
function turned<T>(list: readonly T[]): T[] {
  const by = Math.floor(random() * list.length);
  return [...list.slice(by), ...list.slice(0, by)];
}

describe.each(["center", "touched", "fraction"] as const)(
  `the cells by %s are the same to the bit (seed ${seed})`,
  (rule) => {
    it("wherever a ring begins", () => expectSame(rule, eachRing(turned)));

    it("which way round a ring goes", () =>
      expectSame(
        rule,
        eachRing((ring) => [...ring].reverse()),
      ));

    it("in whatever order rings and parts come", () =>
      expectSame(rule, (zone) => turned([...zone].reverse()).map((polygon) => turned([...polygon].reverse()))));

    it("with the first vertex again at the end", () =>
      expectSame(
        rule,
        eachRing((ring) => [...ring, ...ring.slice(0, 1)]),
      ));

    it("in whatever order zones come, and alone", () => {
      const asDrawn = allCoverage(zoneCells(pixelZones(zones), height, width, rule));
      const reversed = allCoverage(zoneCells(pixelZones([...zones].reverse()), height, width, rule)).reverse();
      expect(reversed).toStrictEqual(asDrawn);
      for (const [zone, coverage] of asDrawn.entries()) {
        const alone = zoneCells(pixelZones([zones[zone]]), height, width, rule);
        expect(allCoverage(alone, 1)).toStrictEqual([coverage]);
      }
    });

    it("on a grid that goes on below and to the right", () => {
      const larger = zoneCells(pixelZones(zones), 3 * height, 2 * width, rule);
      const asDrawn = allCoverage(zoneCells(pixelZones(zones), height, width, rule));
      for (const [zone, coverage] of asDrawn.entries()) {
        const window = { row: 0, column: 0, height, width };
        expect(coverageOf(larger, zone, 3 * height, 2 * width, window)).toStrictEqual(coverage);
      }
    });
  },
);

/** On odd multiples of 1/128 no vertex is on a centre or a border, and rows can be turned over without rounding. */
function offTies(zone: Zone): Zone {
  const place = (value: number) => (2 * Math.round(64 * Math.max(-1e6, Math.min(1e6, value))) + 1) / 128;
  return zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Vertex => [place(x), place(y)])));
}

it("coverage is the same to the bit on a grid with its last row first", () => {
  const upright = zones.map(offTies);
  const over = upright.map((zone) =>
    zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Vertex => [x, height - y]))),
  );
  const [here, there] = [upright, over].map((all) =>
    allCoverage(zoneCells(pixelZones(all), height, width, "fraction")),
  );
  for (const [zone, coverage] of here.entries()) {
    const rows = Array.from({ length: height }, (_, row) => there[zone].subarray(row * width, (row + 1) * width));
    expect(Float64Array.from(rows.reverse().flatMap((row) => [...row])), JSON.stringify(upright[zone])).toEqual(
      coverage,
    );
  }
});
