// Adapter of shared/conformance/runner.mjs to the built library: RASTRUM_BACKEND=cpu|webgpu picks the backend.
import { createEngine, memoryRaster, statistics, zonalStats } from "../../dist/index.js";

const engine = createEngine({ backend: process.env.RASTRUM_BACKEND ?? "cpu" });
const rules = { centre: "center", all_touched: "touched", coverage: "fraction" };
const known = new Set([...statistics.map(({ name }) => name), "std", "var"]);

/** One case of the corpus: geometries are in the raster's CRS, which has no name. */
export async function zonal(testCase, raster, weights) {
  if (weights || Object.keys(testCase.options).length > 0) return { unsupported: "weights and options" };
  const missing = testCase.stats.filter((name) => !known.has(name));
  if (missing.length > 0) return { unsupported: `the statistics ${missing.join(", ")}` };
  const zones = {
    type: "FeatureCollection",
    features: testCase.features.map((geometry) => ({ type: "Feature", properties: {}, geometry })),
  };
  const { data, dtype, width, height, bounds, nodata } = raster;
  const cells = memoryRaster({ data, dtype, width, height, bounds, nodata });
  const rule = rules[testCase.method];
  const table = await zonalStats(cells, zones, { statistics: testCase.stats, rule, zonesCrs: "raster", engine });
  const features = zones.features.map((_, row) =>
    Object.fromEntries(testCase.stats.map((name) => [name, statistic(table, name, row, rule)])),
  );
  return rule === "fraction" ? { features } : { features, masks: await masks(raster, zones, rule) };
}

/** rasterstats, which answers for whole cells, has no sum where there is no valid one; exactextract's is 0, as here. */
function statistic(table, name, row, rule) {
  const value = table.getChild(name).get(row);
  return name === "sum" && rule !== "fraction" && table.getChild("count")?.get(row) === 0 ? null : value;
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
