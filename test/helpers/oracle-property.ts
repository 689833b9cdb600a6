/** Whole jobs beside the oracle: every value of every row. */
import fc from "fast-check";
import { expect } from "vitest";
import { EngineCore } from "../../src/engine.ts";
import { zoneCells } from "../../src/mask/zone-cells.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import { type Ask, asks, optionsOf, tightBudget, tinyBudget } from "./asks.ts";
import { type Bounds, type Expected, type OracleCell, type OracleMeaning, oracleOf } from "./brute-force.ts";
import { exactMask } from "./even-odd.ts";
import { exactTouched } from "./exact-touched.ts";
import { coverageOf } from "./masks.ts";
import { pixelZones, type Zone } from "./pixel-zones.ts";
import { chunkShapes, geojsonOf, type RasterSpec, rasterOf, rasterSpecs, zonesOn } from "./random-rasters.ts";
import { cellOf, textOf } from "./tables.ts";

/** No squares, so that an area is not 1 and the axes are told apart; by powers of two, so that zones keep their place. */
const transform = [0.5, 0, 0, 0, -4, 0] as const;
const place = (column: number, row: number) => [0.5 * column, -4 * row];
const cellArea = 0.5 * 4;

const cases = rasterSpecs().chain((spec) =>
  fc.record({
    spec: fc.constant(spec),
    zones: zonesOn(spec),
    chunkShape: chunkShapes(spec),
    ask: asks(spec),
    budgetOf: fc.constantFrom(tightBudget, tinyBudget),
  }),
);

export function oracleProperty() {
  return fc.asyncProperty(cases, async ({ spec, zones, chunkShape, ask, budgetOf }) => {
    const raster = rasterOf(spec, { chunkShape, transform });
    const engine = new EngineCore({ backend: "cpu", memoryBudget: budgetOf(spec, chunkShape, ask) });
    const table = await zonalStats(raster, geojsonOf(zones, place), { ...optionsOf(ask, spec, raster), engine });
    const slices = spec.sizes.reduce((product, size) => product * size, 1);
    expect(table.numRows).toBe(zones.length * slices);
    for (const [index, zone] of zones.entries()) {
      const coverage = coveredParts(zone, spec, ask);
      for (let slice = 0; slice < slices; slice++) {
        const cells = validCells(spec, ask, slice, coverage);
        const oracle = cells.length > 0 ? oracleOf(cells, meaningOf(spec, ask)) : emptyValue;
        for (const name of ask.statistics) {
          const found = cellOf(table, name, index * slices + slice);
          const expected = oracle(name);
          if (!agrees(found, expected)) expect({ name, found: textOf(found) }).toEqual({ name, found: told(expected) });
        }
      }
    }
  });
}

function meaningOf({ dtype, scale, offset, width }: RasterSpec, { rule, coverageWeight }: Ask): OracleMeaning {
  return {
    ...{ scale, offset, width },
    integers: !dtype.startsWith("float"),
    weighed: rule === "fraction" || coverageWeight === "area_cartesian",
    centerX: (column) => 0.5 * (column + 0.5),
    centerY: (row) => -4 * (row + 0.5),
  };
}

/** The fractions themselves are those of src/mask, which the mask oracle holds to 1e-12. */
function coveredParts(zone: Zone, { height, width }: RasterSpec, ask: Ask): number[] {
  if (ask.rule !== "fraction") {
    const mask = (ask.rule === "center" ? exactMask : exactTouched)(zone, height, width).join("");
    return [...mask].map((cell) => (cell === "#" ? 1 : 0));
  }
  const covered = coverageOf(zoneCells(pixelZones([zone]), height, width, "fraction"), 0, height, width);
  return [...covered].map((part) => (part >= ask.minCoverage ? part : 0));
}

function validCells(spec: RasterSpec, ask: Ask, slice: number, coverage: readonly number[]): OracleCell[] {
  const { height, width, data, nodata } = spec;
  const first = slice * height * width;
  return coverage.flatMap((part, place) => {
    const stored = data[first + place];
    if (part === 0 || stored === nodata || Number.isNaN(stored)) return [];
    const counted = ask.coverageWeight === "none" ? 1 : part;
    const covered = ask.coverageWeight === "area_cartesian" ? counted * cellArea : counted;
    return [{ stored, covered, weight: weightOf(ask, place), row: Math.floor(place / width), column: place % width }];
  });
}

function weightOf({ weights, defaultWeight = Number.NaN }: Ask, place: number): number | null {
  if (!weights) return null;
  return Number.isNaN(weights[place]) ? defaultWeight : weights[place];
}

function emptyValue(name: string): Expected {
  if (/^(count|sum|weighted_sum|variety)$/.test(name)) return 0;
  if (name === "histogram(4)") return [0, 0, 0, 0];
  if (name === "histogram(-1,0,2,50)") return [0, 0, 0];
  return /^(unique|.*frac|histogram_edges.*|values|coverage|weights|cell_id|center_[xy])$/.test(name) ? [] : null;
}

function agrees(found: unknown, expected: Expected): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return false;
    return expected.every((each, i) => agrees(found[i], each));
  }
  if (!isBounds(expected)) return textOf(found) === textOf(expected);
  return typeof found === "number" && found >= expected.least && found <= expected.greatest;
}

function isBounds(expected: Expected): expected is Bounds {
  return typeof expected === "object" && expected !== null && "least" in expected;
}

function told(expected: Expected): string {
  if (Array.isArray(expected)) return `[${expected.map(told).join(" ")}]`;
  return isBounds(expected) ? `${expected.least} to ${expected.greatest}` : textOf(expected);
}
