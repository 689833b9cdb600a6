/**
 * Adapter of shared/conformance/runner.mjs to the built library. RASTRUM_BACKEND=cpu|webgpu picks the backend,
 * RASTRUM_POOL=on|off has workers help with all rasters or with none, RASTRUM_ANSWERS=FILE takes a line a case: hashes of
 * the tables, or the error, which are the same however it ran; and how it ran.
 */
import { createHash } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { RecordBatch, Schema, Table } from "apache-arrow";
import { createEngine, isRastrumError, memoryRaster, tableToArrow, zonalStats } from "../../dist/index.js";

const { RASTRUM_BACKEND: backend = "cpu", RASTRUM_POOL: pool = "", RASTRUM_ANSWERS: answers } = process.env;
const pools = { "": {}, on: { workers: 2, workersFrom: 0 }, off: { workers: 0 } };
if (!Object.hasOwn(pools, pool)) throw new Error(`RASTRUM_POOL cannot be ${pool}: give on or off.`);
const engine = createEngine({ backend, ...pools[pool] });
if (answers) writeFileSync(answers, "");

const rules = { centre: "center", all_touched: "touched", coverage: "fraction" };

/** One case of the corpus: geometries are in the raster's CRS, which has no name. */
export async function zonal(testCase, raster, weights) {
  const tables = [];
  const tell = (said) => answers && appendFileSync(answers, `${JSON.stringify({ id: testCase.id, ...said })}\n`);
  try {
    const found = await answerOf(testCase, raster, weights, tables);
    tell({ answer: tables.map(hashOf), ran: tables.map(howItRan) });
    return found;
  } catch (error) {
    if (!isRastrumError(error)) throw error;
    tell({ answer: `${error.tag}: ${error.message}`, ran: [] });
    throw error;
  }
}

/** What the runner compares; all tables that it is read off go into `tables`. */
async function answerOf(testCase, raster, weights, tables) {
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
  tables.push(table);
  const features = zones.features.map((_, row) =>
    Object.fromEntries(testCase.stats.map((name) => [name, statistic(table, name, row, rule)])),
  );
  if (rule === "fraction") return { features };
  const words = await maskWords(raster, zones, rule);
  tables.push(words);
  return { features, masks: masksIn(words, raster, zones) };
}

/** Of all that a table holds, and of its warnings; the other metadata say how it ran. */
function hashOf({ schema, batches }) {
  const plain = new Schema(schema.fields, new Map([["warnings", schema.metadata.get("rastrum.warnings")]]));
  const bytes = tableToArrow(new Table(batches.map(({ data }) => new RecordBatch(plain, data))));
  return createHash("sha256").update(bytes).digest("hex");
}

function howItRan({ schema: { metadata } }) {
  return [metadata.get("rastrum.backend"), metadata.get("rastrum.workers") ?? "none"];
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
function maskWords({ width, height, bounds }, zones, rule) {
  const slices = Math.ceil((width * height) / 32);
  const data = new Uint32Array(slices * width * height);
  for (let cell = 0; cell < width * height; cell++) data[(cell >> 5) * width * height + cell] = 2 ** (cell & 31);
  const dimensions = [{ name: "word", size: slices, labels: null }];
  const raster = memoryRaster({ data, width, height, bounds, dimensions });
  return zonalStats(raster, zones, { statistics: ["sum"], rule, zonesCrs: "raster", engine });
}

/** The same as rows of 0 and 1. */
function masksIn(words, { width, height }, zones) {
  const sums = words.getChild("sum");
  const slices = words.numRows / zones.features.length;
  return zones.features.map((_, zone) =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => {
        const cell = row * width + column;
        return (sums.get(zone * slices + (cell >> 5)) >>> (cell & 31)) & 1;
      }).join(""),
    ),
  );
}
