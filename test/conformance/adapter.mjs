// Adapter of shared/conformance/runner.mjs to the built library: RASTRUM_BACKEND=cpu|webgpu picks the backend.
import { createEngine, memoryRaster, zonalStats } from "../../dist/index.js";

const engine = createEngine({ backend: process.env.RASTRUM_BACKEND ?? "cpu" });
const rules = { centre: "center", all_touched: "touched", coverage: "fraction" };

/** One case of the corpus: geometries are in the raster's CRS, which has no name. */
export async function zonal(testCase, raster, weights) {
  const zones = {
    type: "FeatureCollection",
    features: testCase.features.map((geometry) => ({ type: "Feature", properties: {}, geometry })),
  };
  const rule = rules[testCase.method];
  const table = await zonalStats(rasterOf(raster), zones, {
    statistics: [...new Set(["count", ...testCase.stats.map((name) => ownName(name, rule))])],
    rule,
    zonesCrs: "raster",
    engine,
    ...optionsOf(testCase.options, weights),
  });
  const features = zones.features.map((_, row) =>
    Object.fromEntries(testCase.stats.map((name) => [name, statistic(table, name, row, rule)])),
  );
  return rule === "fraction" ? { features } : { features, masks: await masks(raster, zones, rule) };
}

function rasterOf({ data, dtype, width, height, bounds, nodata }) {
  return memoryRaster({ data, dtype, width, height, bounds, nodata });
}

function optionsOf(options, weights) {
  const own = {
    minCoverage: options.min_coverage_frac,
    coverageWeight: options.coverage_weight,
    defaultValue: options.default_value,
    defaultWeight: options.default_weight,
  };
  for (const name of Object.keys(own)) if (own[name] === undefined) delete own[name];
  // exactextract resamples no weights.
  return weights ? { ...own, weights: rasterOf(weights), resampling: "none" } : own;
}

/** rasterstats, which answers for whole cells, says `unique` for the number of different values. */
function ownName(name, rule) {
  return name === "unique" && rule !== "fraction" ? "variety" : name;
}

/** rasterstats has no sum and no variety where there is no valid cell; exactextract has 0, as here. */
function statistic(table, name, row, rule) {
  const value = table.getChild(ownName(name, rule)).get(row);
  const isNone = rule !== "fraction" && table.getChild("count").get(row) === 0;
  if (isNone && (name === "sum" || name === "unique")) return null;
  return value !== null && typeof value === "object" ? [...value] : value;
}

/**
 * Masks through the front door: a raster whose slice s holds 2^(k − 32s) at cell k for 32 cells, and 0 elsewhere, so
 * that the sums of a zone are the bits of its mask.
 */
async function masks({ width, height, bounds }, zones, rule) {
  const slices = Math.ceil((width * height) / 32);
  const data = new Uint32Array(slices * width * height);
  for (let cell = 0; cell < width * height; cell++) data[(cell >> 5) * width * height + cell] = 2 ** (cell & 31);
  const dimensions = [{ name: "word", size: slices, labels: null }];
  const raster = memoryRaster({ data, width, height, bounds, dimensions });
  const sums = (await zonalStats(raster, zones, { statistics: ["sum"], rule, zonesCrs: "raster", engine })).getChild(
    "sum",
  );
  return zones.features.map((_, zone) =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => {
        const cell = row * width + column;
        return (sums.get(zone * slices + (cell >> 5)) >>> (cell & 31)) & 1;
      }).join(""),
    ),
  );
}
