/** `npm run bench -- growth`: see --help. */
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { buildIfStale } from "./build.mjs";
import { rasterOf, series } from "./growth-series.mjs";
import { thousands } from "./report.mjs";

/** A slope above this is no linear growth: 2 times as much would take more than 2.2 times as long. */
const STEEPEST = 1.15;

const help = `npm run bench -- growth [options]

Doubles what a job's time should be linear in, four times over, and fits the slope of log(CPU time) over log(size): 1 is
linear, less is a constant share. CPU time of all threads, which other work on the machine disturbs least; the least of
the repetitions. Exits with 1 where a slope is above ${STEEPEST}.

  --series TEXT   only series whose name holds this text; there are: ${Object.keys(series).join(", ")}
  --reps N        repetitions; default 3
  --help          this text`;

const root = dirname(import.meta.dirname);

export async function main(args) {
  const { values: options } = parseArgs({
    args,
    options: {
      series: { type: "string", default: "" },
      reps: { type: "string", default: "3" },
      help: { type: "boolean", default: false },
    },
  });
  if (options.help) {
    console.log(help);
    return 0;
  }
  buildIfStale(root);
  const rastrum = await import(join(root, "dist/index.js"));
  const collectGarbage = exposedGc();
  let steepest = 0;
  for (const [name, one] of Object.entries(series).filter(([key]) => key.includes(options.series))) {
    console.log(`\n${name}: ${one.about}`);
    const points = [];
    await leastTime(rastrum, one.make(one.sizes[0]), 1, collectGarbage); // what runs first is compiled first
    for (const size of one.sizes) {
      const ms = await leastTime(rastrum, one.make(size), Number(options.reps), collectGarbage);
      points.push({ size, ms });
      console.log(`${thousands(size).padStart(12)} ${ms.toFixed(0).padStart(8)} ms ${perUnit(ms, size)}`);
    }
    const slope = slopeOf(points);
    steepest = Math.max(steepest, slope);
    console.log(`slope ${slope.toFixed(2)}${slope > STEEPEST ? ": TOO STEEP" : ""}`);
  }
  return steepest > STEEPEST ? 1 : 0;
}

async function leastTime(rastrum, { zones, raster: shape, rule = "center" }, reps, collectGarbage) {
  const raster = rasterOf(rastrum, shape);
  const options = { statistics: ["count", "mean"], rule, zonesCrs: "raster", backend: "cpu" };
  let least = Number.POSITIVE_INFINITY;
  for (let rep = 0; rep < reps; rep++) {
    collectGarbage();
    const before = process.cpuUsage();
    const table = await rastrum.zonalStats(raster, zones, options);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    if (table.numRows === 0 || !(table.getChild("count").get(0) > 0)) throw new Error("The zones have no cells.");
  }
  return least;
}

function perUnit(ms, size) {
  return `${((1e6 * ms) / size).toFixed(0).padStart(8)} ns each`;
}

/** Of the least squares' line through log(ms) over log(size). */
function slopeOf(points) {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const up = xs.reduce((sum, value, i) => sum + (value - x) * (ys[i] - y), 0);
  return up / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}

function exposedGc() {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
