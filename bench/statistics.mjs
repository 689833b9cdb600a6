/** `npm run bench -- statistics`: see --help. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { buildIfStale } from "./build.mjs";
import { profile } from "./profile.mjs";
import { base, cases } from "./statistics-cases.mjs";
import { checkStatistics } from "./statistics-check.mjs";
import { sizes, statisticsData } from "./statistics-data.mjs";

const help = `npm run bench -- statistics [options]

The cost of each statistic and rule as a ratio to count and mean by center, on the same seeded raster and zones in memory.
Runs take turns: before each run of a case one of count and mean, garbage collected before both. The ratio is that of the
medians of CPU time, which other work on the machine disturbs least. Some zones of every case are compared with a plain
computation. Peak memory is the resident set of a process of its own that runs the case once, on four times the cells.

  --case TEXT     only cases whose name holds this text; may be given several times
  --reps N        repetitions; default 5
  --backend NAME  cpu or webgpu; default cpu
  --quick         small sizes: to see that all works, not to measure
  --no-memory     no processes of their own, so no peak memory
  --profile       where the time of each case goes: self time by function
  --json          the figures as JSON
  --help          this text`;

const root = dirname(import.meta.dirname);
/** Above this ratio a case is flagged. */
const MOST = 3;

export async function main(args) {
  const options = readOptions(args);
  if (options === null) return 2;
  if (options.help) {
    console.log(help);
    return 0;
  }
  const chosen = cases.filter(
    ({ name }) => options.case.length === 0 || options.case.some((text) => name.includes(text)),
  );
  const folder = join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  buildIfStale(root);
  const rastrum = await import(join(root, "dist/index.js"));
  const data = statisticsData(rastrum, folder, sizes[options.quick ? "quick" : "time"]);
  const engine = rastrum.createEngine({ backend: options.backend });
  const bench = { ...data, rastrum, engine, reps: Number(options.reps) };
  const results = [];
  for (const one of chosen) {
    const measured = await measureCase(bench, one);
    const memory = options["no-memory"] ? {} : memoryOf(one, options.quick ? "quick" : "memory");
    results.push({ ...measured, ...memory });
    // As it goes: the table comes last.
    console.error(`${one.name}: ${measured.ratio.toFixed(2)} (${measured.cpu.toFixed(0)} ms)`);
    if (options.profile) await printProfile(bench, one);
  }
  console.log(options.json ? JSON.stringify(results, null, 2) : lines(results, bench).join("\n"));
  await engine.close();
  return 0;
}

/** One job of a case; the processes that measure memory run it too. */
export function runCase({ rastrum, zones, raster, options: named, engine }, { raster: name, statistics, options }) {
  return rastrum.zonalStats(raster(name), zones, { statistics, zonesCrs: "raster", engine, ...named(options) });
}

async function measureCase(bench, one) {
  const { raster, zones, reps } = bench;
  const plainCase = { ...base, raster: one.raster };
  const times = { base: [], case: [] };
  await runCase(bench, plainCase);
  const table = await runCase(bench, one);
  const { weights, classes } = bench.options(one.options);
  const step = Math.floor(zones.features.length / 4);
  const sample = [1, 1 + step, 1 + 2 * step, 1 + 3 * step];
  const rasters = { raster: raster(one.raster), weights, classes };
  const compared = await checkStatistics({ ...one, ...rasters, zones, table, sample });
  for (let rep = 0; rep < reps; rep++) {
    times.base.push(await timed(() => runCase(bench, plainCase)));
    times.case.push(await timed(() => runCase(bench, one)));
  }
  const [ofBase, ofCase] = [times.base, times.case].map(summary);
  const ratios = { ratio: ofCase.cpu / ofBase.cpu, ratioOfMinima: ofCase.min / ofBase.min };
  return { name: one.name, base: ofBase, ...ofCase, ...ratios, compared };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

async function timed(work) {
  collectGarbage();
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

/** Milliseconds. */
function summary(times) {
  const [wall, cpu] = ["wall", "cpu"].map((key) => times.map((time) => time[key]).sort((a, b) => a - b));
  return { min: wall[0], median: middle(wall), cpu: middle(cpu) };
}

function middle(sorted) {
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const peaks = new Map();

/** Of several processes of their own: one a case, one a raster for the base. */
function memoryOf(one, size) {
  const peak = (name) => {
    if (!peaks.has(name)) {
      const script = join(root, "bench/statistics-memory.mjs");
      const child = spawnSync(process.execPath, [script, size, name], { encoding: "utf8" });
      if (child.status !== 0) throw new Error(child.stderr);
      peaks.set(name, Number(child.stdout));
    }
    return peaks.get(name);
  };
  return { peakMiB: peak(one.name), basePeakMiB: peak(`base of ${one.raster}`) };
}

function lines(results, { zones, reps }) {
  const head = ["", "min ms", "median ms", "CPU ms", "of base", "ratio", "of minima", "peak MiB", "of base", ""];
  const rows = results.map((one) => [
    one.name,
    ...[one.min, one.median, one.cpu, one.base.cpu].map((ms) => ms.toFixed(1)),
    ...[one.ratio, one.ratioOfMinima].map((ratio) => ratio.toFixed(2)),
    ...[one.peakMiB, one.basePeakMiB].map((mib) => mib?.toFixed(0) ?? ""),
    one.ratio > MOST ? `over ${MOST}` : "",
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((cells) => cells[i].length)));
  const compared = results.reduce((sum, one) => sum + one.compared, 0);
  return [
    `${zones.features.length} zones, data in memory, ${reps} repetitions, interleaved; base: count and mean by center`,
    ...[head, ...rows].map((cells) =>
      cells.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join("  "),
    ),
    `answers: ${compared.toLocaleString("en")} values equal the plain computation`,
  ];
}

async function printProfile(bench, one) {
  const times = await profile(async () => {
    for (let rep = 0; rep < bench.reps; rep++) await runCase(bench, one);
  });
  console.log(`\n${one.name}: self time, mean of ${bench.reps} runs under the profiler`);
  for (const { name, ms, share } of times.slice(0, 14)) {
    console.log(`${(ms / bench.reps).toFixed(1).padStart(8)} ms ${(100 * share).toFixed(1).padStart(5)}%  ${name}`);
  }
}

function readOptions(args) {
  const flag = { type: "boolean", default: false };
  const text = { case: { type: "string", multiple: true, default: [] }, reps: { type: "string", default: "5" } };
  const flags = { quick: flag, "no-memory": flag, profile: flag, json: flag, help: flag };
  try {
    const { values } = parseArgs({ args, options: { ...text, backend: { type: "string", default: "cpu" }, ...flags } });
    if (!(Number(values.reps) > 0 && Number.isInteger(Number(values.reps))))
      throw new Error(`--reps cannot be ${values.reps}.`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    return null;
  }
}
