/**
 * `node bench/numerics.mjs [DRAWS] [SEED]`: the worst error of each statistic beside exact arithmetic, over random rasters
 * of all types (full ranges, offsets that make naive variances cancel, exponents from end to end, with and without scale
 * and offset), rules and weights. The cells of each zone with their coverage are those that the library lists; how far
 * that coverage is from exact is what `npm run oracle` measures.
 */
import { dirname, join } from "node:path";
import { buildIfStale } from "./build.mjs";
import * as exact from "./numerics-exact.mjs";
import { createRandom } from "./random.mjs";
import { starZones } from "./zones.mjs";

const root = dirname(import.meta.dirname);
buildIfStale(root);
const { zonalStats, memoryRaster } = await import(join(root, "dist/index.js"));

const SIDE = 24;
const ZONES = 6;
const [draws, seed] = [Number(process.argv[2] ?? 600), Number(process.argv[3] ?? 1)];
const random = createRandom(seed);
const moments = ["count", "sum", "mean", "variance", "stdev", "coefficient_of_variation"];
const others = ["min", "max", "range", "mode", "majority", "minority", "variety", "unique", "frac"];
const quantiles = [0, 0.1, 0.5, 0.9, 1];
const byQ = quantiles.flatMap((q) => [`quantile(${q})`, `quantile_sketch(${q})`]);
const weightedNames = ["weighted_sum", "weighted_mean", "weighted_variance", "weighted_stdev"];

const integers = (Cells, bits, signed) => () =>
  new Cells(SIDE * SIDE).map(() => Math.floor(2 ** bits * random()) - (signed ? 2 ** (bits - 1) : 0));
const words = (Cells) => () =>
  new Cells(SIDE * SIDE).map(
    () => (BigInt(Math.floor(2 ** 32 * random())) << 32n) | BigInt(Math.floor(2 ** 32 * random())),
  );
const floats = (Cells, value) => () => new Cells(SIDE * SIDE).map(value);
const sign = () => (random() < 0.5 ? -1 : 1);

const kinds = {
  int8: integers(Int8Array, 8, true),
  uint8: integers(Uint8Array, 8, false),
  int16: integers(Int16Array, 16, true),
  uint16: integers(Uint16Array, 16, false),
  int32: integers(Int32Array, 32, true),
  uint32: integers(Uint32Array, 32, false),
  int64: words(BigInt64Array),
  uint64: words(BigUint64Array),
  "float32, 0 to 1000": floats(Float32Array, () => 1000 * random()),
  "float32 at 1e7": floats(Float32Array, () => 1e7 + 100 * random()),
  "float32, all exponents": floats(Float32Array, () => sign() * (1 + random()) * 2 ** (253 * random() - 126)),
  "float64, 0 to 1000": floats(Float64Array, () => 1000 * random()),
  "float64 at 1e9": floats(Float64Array, () => 1e9 + random()),
  "float64, sums that cancel": floats(
    Float64Array,
    (_, i) => (i % 2 ? -1 : 1) * (1e16 + (i % 3) * 2) + (i % 7 ? 0 : random()),
  ),
  "float64, all exponents": floats(Float64Array, () => sign() * (1 + random()) * 2 ** (2044 * random() - 1022)),
};
const scalings = [{}, {}, { scale: 0.1, offset: -32 }, { scale: -0.00275, offset: 273.15 }];
const rules = ["center", "fraction"];

const worst = new Map();

for (let draw = 0; draw < draws; draw++) {
  const names = Object.keys(kinds);
  const kind = names[draw % names.length];
  const scaling = scalings[Math.floor(scalings.length * random())];
  const rule = rules[Math.floor(2 * random())];
  const weighed = random() < 0.4;
  await compareDraw(kind, scaling, rule, weighed);
}
print();
process.exit(0);

async function compareDraw(kind, scaling, rule, hasWeights) {
  const size = { width: SIDE, height: SIDE, transform: [1, 0, 0, 0, -1, SIDE] };
  const raster = memoryRaster({ data: kinds[kind](), ...size, ...scaling, chunkShape: [10, 10] });
  const weights = hasWeights ? memoryRaster({ data: new Float64Array(SIDE * SIDE).map(random), ...size }) : null;
  const zoneSeed = Math.floor(2 ** 32 * random());
  const zones = starZones({ seed: zoneSeed, count: ZONES, height: SIDE, width: SIDE, transform: size.transform });
  const lists = ["cell_id", "coverage", ...(weights ? ["weights"] : [])];
  const statistics = [...moments, ...others, ...byQ, ...(weights ? weightedNames : []), ...lists];
  const options = { statistics, rule, zonesCrs: "raster", backend: "cpu", ...(weights ? { weights } : {}) };
  const table = await zonalStats(raster, zones, options);
  const { data } = await raster.read({ row: 0, column: 0, width: SIDE, height: SIDE });
  for (let row = 0; row < table.numRows; row++) compareRow(table.get(row).toJSON(), data, scaling, rule, kind);
}

function compareRow(found, data, { scale = 1, offset = 0 }, rule, kind) {
  const coverage = [...found.coverage];
  const stored = [...found.cell_id].map((id) => data[Number(id)]);
  if (stored.length === 0) return;
  const values = stored.map((value) => exact.productInUnits(value, scale, offset));
  const cells = values.map((value, i) => ({ value, weight: exact.inUnits(coverage[i]) }));
  const note = (name, group, ulps) => record(name, group, ulps, kind);
  const expected = exact.exactMoments(cells);
  const unscaled = scale === 1 && offset === 0;
  for (const name of moments) note(name, rule, ulpsOf(found[name], expected[name]));
  if (rule === "center" && unscaled && /int/.test(kind)) note("sum of integers", rule, ulpsOf(found.sum, expected.sum));
  // Values that scale and offset make equal are one: of scaled cells the rounded value is what counts.
  const rounded = unscaled ? cells : cells.map((cell) => ({ ...cell, value: exact.roundedInUnits(cell.value) }));
  compareOthers(found, rounded, rule, unscaled, note);
  for (const [name, value] of extremesOf(values)) note(name, rule, ulpsOf(found[name], value));
  if (!found.weights) return;
  const weights = [...found.weights];
  const weighted = values.map((value, i) => ({ value, weight: exact.productInUnits(coverage[i], weights[i]) }));
  const own = exact.exactMoments(weighted);
  for (const name of weightedNames) note(name, rule, ulpsOf(found[name], own[name.replace("weighted_", "")]));
}

function compareOthers(found, cells, rule, unscaled, note) {
  const distribution = exact.exactDistribution(cells);
  const value = (units) => ({ top: units, bottom: 1n << 2148n });
  for (const q of quantiles) {
    const exactly = rule === "fraction" ? exact.exactWeighedQuantile(distribution, q) : exact.exactQuantile(cells, q);
    note("quantile (of the cells around)", rule, ulpsOf(found[`quantile(${q})`], exactly));
    if (rule === "center" && unscaled) {
      const ulps = 2 ** 8 * exact.relativeError(found[`quantile_sketch(${q})`], exactly);
      note("quantile_sketch (in 2^-8)", rule, ulps);
    }
  }
  const total = distribution.reduce((sum, [, weight]) => sum + weight, 0n);
  const best = (isBetter) => distribution.reduce((kept, entry) => (isBetter(entry[1], kept[1]) ? entry : kept))[0];
  note("mode", rule, ulpsOf(found.mode, value(best((a, b) => a >= b))));
  note("majority", rule, ulpsOf(found.majority, value(best((a, b) => a > b))));
  note("minority", rule, ulpsOf(found.minority, value(best((a, b) => a < b))));
  note("variety", rule, Math.abs(found.variety - distribution.length));
  [...found.unique].forEach((each, i) => {
    note("unique", rule, ulpsOf(each, value(distribution[i][0])));
  });
  [...found.frac].forEach((each, i) => {
    note("frac", rule, ulpsOf(each, { top: distribution[i][1], bottom: total }));
  });
}

function extremesOf(values) {
  const [least, greatest] = [-1, 1].map((sign) => values.reduce((a, b) => (b < a === sign < 0 ? b : a)));
  return Object.entries({ min: least, max: greatest, range: greatest - least }).map(([name, top]) => [
    name,
    { top, bottom: 1n << 2148n },
  ]);
}

/** A sum beyond 64 bits is an Arrow decimal: four words, the least first, in two's complement. */
function scalar(value) {
  if (typeof value !== "object") return value;
  return BigInt.asIntN(
    128,
    Array.from(value).reduceRight((high, word) => (high << 32n) | BigInt(word), 0n),
  );
}

/** Null where no double is as large as the exact value. */
function ulpsOf(found, expected) {
  if (exact.isTooLarge(expected)) return null;
  const value = scalar(found);
  return Number.isFinite(Number(value)) ? exact.errorInUlps(value, expected) : Infinity;
}

function record(name, group, ulps, kind) {
  if (ulps === null) return;
  const key = `${name}, ${group}`;
  const before = worst.get(key) ?? { compared: 0, ulps: 0, kind: "" };
  worst.set(key, {
    compared: before.compared + 1,
    ...(ulps > before.ulps ? { ulps, kind } : { ulps: before.ulps, kind: before.kind }),
  });
}

function print() {
  console.log(`${draws} rasters, seed ${seed}; errors in ulps of the exact value, 0.5 is rounded correctly`);
  for (const [name, { compared, ulps, kind }] of [...worst].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(
      `${name.padEnd(36)} ${String(compared).padStart(8)} compared   ${ulps.toFixed(3).padStart(9)}   ${kind}`,
    );
  }
}
