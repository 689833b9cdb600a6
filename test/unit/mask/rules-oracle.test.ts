import { describe, expect, it } from "vitest";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import { exactCoverage } from "../../helpers/exact-coverage.ts";
import { exactTouched } from "../../helpers/exact-touched.ts";
import { coverageOf, maskOf } from "../../helpers/masks.ts";
import { pixelZones, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const [height, width] = [9, 11];

describe(`cells by "touched" and "fraction" are those of exact arithmetic (seed ${seed})`, () => {
  it.each(Object.keys(makers))("%s", { timeout: 120_000 }, (kind) => {
    const random = seededRandom(seed);
    const zones: Zone[] = Array.from({ length: draws(100) }, () => makers[kind]({ random, height, width }));
    const { runs } = zoneCells(pixelZones(zones), height, width, "touched");
    const fraction = zoneCells(pixelZones(zones), height, width, "fraction");
    for (const [row, zone] of zones.entries()) {
      const touched = exactTouched(zone, height, width);
      expect(maskOf(runs, row, height, width), JSON.stringify(zone)).toEqual(touched);
      const expected = exactCoverage(zone, height, width);
      const coverage = coverageOf(fraction, row, height, width);
      const error = coverage.reduce((most, value, cell) => Math.max(most, Math.abs(value - expected[cell])), 0);
      if (!(error <= 1e-12)) expect(coverage, JSON.stringify(zone)).toEqual(expected);
    }
  });
});
