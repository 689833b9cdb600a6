import fc from "fast-check";
import { expect, it } from "vitest";
import { EngineCore } from "../../src/engine.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import { allStatistics, bruteForce, textOf } from "../helpers/brute-force.ts";
import { draws, seed } from "../helpers/random.ts";
import { chunkShapes, geojsonOf, rasterOf, rasterSpecs, zonesOn } from "../helpers/random-rasters.ts";
import { cellOf } from "../helpers/tables.ts";

const engine = new EngineCore({ backend: "cpu" });
const cases = rasterSpecs().chain((spec) =>
  fc.record({ spec: fc.constant(spec), zones: zonesOn(spec), chunkShape: chunkShapes(spec) }),
);

it(`every statistic is correctly rounded, by exact arithmetic cell by cell (seed ${seed})`, async () => {
  const property = fc.asyncProperty(cases, async ({ spec, zones, chunkShape }) => {
    const raster = rasterOf(spec, { chunkShape });
    const options = { statistics: allStatistics, zonesCrs: "raster", engine };
    const table = await zonalStats(raster, geojsonOf(zones), options);
    const slices = spec.sizes.reduce((product, size) => product * size, 1);
    const expected = bruteForce({ ...spec, slices, zones });
    expect(table.numRows).toBe(expected.length);
    for (const [row, values] of expected.entries()) {
      const texts = Object.fromEntries(allStatistics.map((name) => [name, textOf(cellOf(table, name, row))]));
      expect(texts).toEqual(Object.fromEntries(allStatistics.map((name) => [name, textOf(values[name])])));
    }
  });
  await fc.assert(property, { numRuns: draws(350), seed });
}, 120_000);
