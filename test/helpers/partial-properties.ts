/** Any split of a job gives the table of the whole job, as a property: parts run on the engines that it takes. */
import { type Table, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { expect } from "vitest";
import type { EngineCore } from "../../src/engine.ts";
import { combinePartials } from "../../src/ops/combine-partials.ts";
import { finalizePartials } from "../../src/ops/finalize-partials.ts";
import { type PartialsOptions, zonalPartials } from "../../src/ops/zonal-partials.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import type { Dimension, Dtype, IndexRange, Labels, Raster } from "../../src/source/source.ts";
import { contentOf, sent } from "./partials.ts";
import { seededRandom } from "./random.ts";
import { dimensionsOf, geojsonOf, type RasterSpec, rasterOf, rasterSpecs, zonesOn } from "./random-rasters.ts";

/** Names that go together in one table: with weights and without. */
const plainStatistics = [
  "count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation", "median",
  "quantile(0.3)", "quantile_sketch(0.4)", "mode", "majority", "minority", "variety", "unique", "frac", "frac_of(3)",
  "histogram(-1,0,2,50)", "histogram(4)", "histogram_edges(4)", "values", "coverage", "cell_id", "center_x",
  "min_center_x", "max_center_y",
]; // biome-ignore format: few lines
const weightedStatistics = [
  "weights", "weighted_sum", "weighted_mean", "weighted_variance", "weighted_stdev", "weighted_frac",
]; // biome-ignore format: few lines

type Random = () => number;
const upTo = (random: Random, length: number) => Math.floor(random() * length);
const pick = <Item>(random: Random, items: readonly Item[]) => items[upTo(random, items.length)];

/** Labels that do not ascend, or come twice: rows are told apart by their index. */
function labelled(dimension: Dimension, random: Random): Dimension {
  const indices = Array.from({ length: dimension.size }, (_, i) => (i * 7) % 3);
  const labels: Labels | null = pick(random, [
    null,
    { type: "number", values: indices.map((i) => -i / 2) },
    { type: "text", values: indices.map((i) => `b${i}`) },
    { type: "time", values: indices.map((i) => -86_400_000 * i) },
  ]);
  return { ...dimension, labels };
}

/** Ids and attributes of all kinds, so that the type of a column shows only when all rows are there. */
function withAttributes(zones: object, random: Random): { features: object[] } {
  const value = () => pick(random, [null, undefined, 1, -2.5, "text", "1", true, { a: 1 }]);
  const { features } = zones as { features: object[] };
  const few = random() < 0.5 ? [1, 2.5] : [value(), value()];
  const filled = features.map((feature) => ({
    ...feature,
    id: random() < 0.7 ? pick(random, [7, "seven", 8]) : undefined,
    properties: { name: pick(random, few), other: value() },
  }));
  return { ...zones, features: filled };
}

function optionsOf(spec: RasterSpec, random: Random) {
  const fraction = random() < 0.5;
  const small = Float32Array.from({ length: spec.height * spec.width }, () =>
    pick(random, [0, 0.5, 3, 1e10, Number.NaN]),
  );
  const grid = { ...spec, sizes: [], scale: 1, offset: 0, nodata: null };
  const weights = random() < 0.3 ? rasterOf({ ...grid, data: small, dtype: "float32" }) : undefined;
  const codes = Uint8Array.from(small, () => upTo(random, 4));
  const classes = random() < 0.3 ? rasterOf({ ...grid, data: codes, dtype: "uint8", nodata: 0 }) : undefined;
  const pool = [...plainStatistics, ...(weights ? weightedStatistics : [])];
  const asked = pool.filter(() => random() < 0.15);
  const statistics = [...asked, pick(random, pool)].filter((name, i, all) => all.indexOf(name) === i);
  const perClass = statistics.some((name) => /^unique|frac$/.test(name));
  const form = classes
    ? pick(random, ["long", "wide"] as const)
    : perClass
      ? pick(random, ["list", "long", "wide"] as const)
      : "list";
  return {
    statistics,
    form,
    weights: statistics.some((name) => name.startsWith("weight")) ? weights : undefined,
    classes,
    rule: fraction ? ("fraction" as const) : pick(random, ["center", "touched"] as const),
    minCoverage: fraction ? pick(random, [0, 0.25]) : 0,
    coverageWeight: fraction ? pick(random, ["fraction", "none", "area_cartesian"] as const) : ("fraction" as const),
    defaultValue: random() < 0.2 && !/^u?int|bool/.test(spec.dtype) ? 3 : undefined,
    defaultWeight: random() < 0.5 ? 1 : undefined,
    include: ["name", "other"],
    zonesCrs: "raster",
  };
}

/** [0, size) in pieces next to each other. */
function cut(size: number, random: Random): IndexRange[] {
  const stops = Array.from({ length: size }, (_, i) => i + 1).filter((stop) => stop === size || random() < 0.4);
  return stops.map((stop, i) => [i === 0 ? 0 : stops[i - 1], stop]);
}

/** The tables of a job that was split by zones, those by slices, those by chunks, of another shape for each. */
async function split(
  spec: RasterSpec,
  dimensions: Dimension[],
  zones: { features: object[] },
  random: Random,
  options: () => PartialsOptions,
) {
  const tables: Promise<Table>[] = [];
  for (const [first, stop] of cut(zones.features.length, random)) {
    const piece = { ...zones, features: zones.features.slice(first, stop) };
    const along = pick(random, dimensions);
    for (const range of along ? cut(along.size, random) : [undefined]) {
      const select = along && range ? { [along.name]: range } : {};
      const of = 1 + upTo(random, 4);
      const chunkShape = [...spec.sizes, spec.height, spec.width].map((size) => 1 + upTo(random, size));
      const raster: Raster = rasterOf(spec, { chunkShape, dimensions });
      for (let index = 0; index < of; index++) {
        tables.push(
          Promise.resolve(zonalPartials(raster, piece, { ...options(), select, part: [index, of], firstZone: first })),
        );
      }
    }
  }
  return Promise.all(tables);
}

/** Some at a time, whichever come, until one is left. */
function combineAnyhow(tables: readonly Table[], random: Random): Table {
  const left = tables.map(sent);
  do {
    const some = Array.from(
      { length: 1 + upTo(random, left.length) },
      () => left.splice(upTo(random, left.length), 1)[0],
    );
    left.push(sent(combinePartials(some)));
  } while (left.length > 1);
  return left[0];
}

/** @param engines those that parts run on, by chance; the whole job runs on the first */
export function splitProperty(engines: readonly EngineCore[], dtypes?: readonly Dtype[]) {
  const cases = rasterSpecs(dtypes).chain((spec) =>
    fc.record({ spec: fc.constant(spec), zones: zonesOn(spec), draw: fc.integer() }),
  );
  return fc.asyncProperty(cases, async ({ spec, zones: polygons, draw }) => {
    const random = seededRandom(draw);
    const dimensions = dimensionsOf(spec).map((dimension) => labelled(dimension, random));
    const zones = withAttributes(geojsonOf(polygons), random);
    const options = optionsOf(spec, random);
    const tables = await split(spec, dimensions, zones, random, () => ({ ...options, engine: pick(random, engines) }));
    const combined = combineAnyhow(tables, random);
    const whole = await zonalStats(rasterOf(spec, { dimensions }), zones, { ...options, engine: engines[0] });
    expect(contentOf(finalizePartials(combined))).toEqual(contentOf(whole));
    expect(tableToIPC(combinePartials(tables.reverse()))).toEqual(tableToIPC(combinePartials([combined])));
  });
}
