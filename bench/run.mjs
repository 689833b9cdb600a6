/** `npm run bench`: see --help. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfStale } from "./build.mjs";
import { checkAnswers, checkSame } from "./check.mjs";
import { jobs } from "./jobs.mjs";
import { measure } from "./measure.mjs";
import { peakMemory } from "./memory.mjs";
import { profile } from "./profile.mjs";
import { summarize, tableLines, thousands } from "./report.mjs";

const others = {
  statistics: "./statistics.mjs",
  peers: "./peerbench.mjs",
  growth: "./growth.mjs",
  live: "./live.mjs",
  gpu: "./gpu.mjs",
  cog: "./cog.mjs",
};
if (Object.hasOwn(others, process.argv[2] ?? "")) {
  const { main } = await import(others[process.argv[2]]);
  process.exit(await main(process.argv.slice(3)));
}

const help = `npm run bench -- [options]
npm run bench -- statistics [options]   # these have their own --help
npm run bench -- peers [options]
npm run bench -- growth [options]
npm run bench -- live [options]
npm run bench -- gpu [options]
npm run bench -- cog [options]

Times a seeded job against its floor, reading and decoding the same chunks alone, and checks its answers.

  --job NAME      ${Object.keys(jobs).join(", ")} or all; default terrain
  --backend LIST  cpu, webgpu or cpu,webgpu; default cpu
  --reps N        repetitions, interleaved; default 5
  --quick         small sizes: to see that all works, not to measure
  --profile       then runs the job on the first backend under V8's profiler: self time by function
  --json          the figures as JSON
  --help          this text

WebGPU in Node: eval "$(node scripts/webgpu-env.mjs)" first. On a software adapter its times say nothing about GPUs.`;

const options = readOptions();
if (options.help) {
  console.log(help);
  process.exit(0);
}

const names = options.job === "all" ? Object.keys(jobs) : options.job.split(",");
const backends = options.backend.split(",");
const reps = Number(options.reps);
const wrong =
  names.find((name) => !Object.hasOwn(jobs, name)) ??
  backends.find((name) => name !== "cpu" && name !== "webgpu") ??
  (Number.isInteger(reps) && reps > 0 ? null : options.reps);
if (wrong !== null) refuse(`"${wrong}" cannot be used here.`);

const root = dirname(import.meta.dirname);
const folder = join(root, ".cache/bench");
mkdirSync(folder, { recursive: true });
buildIfStale(root);
const rastrum = await import(join(root, "dist/index.js"));
const results = [];
for (const name of names) results.push(await bench(name));
if (options.json) console.log(JSON.stringify(results, null, 2));
process.exit(0); // npm webgpu (Dawn) keeps the process alive

function readOptions() {
  const text = (value) => ({ type: "string", default: value });
  const flag = { type: "boolean", default: false };
  const known = { job: text("terrain"), backend: text("cpu"), reps: text("5") };
  try {
    const { values } = parseArgs({ options: { ...known, quick: flag, profile: flag, json: flag, help: flag } });
    return values;
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(message) {
  console.error(`${message}\n\n${help}`);
  process.exit(2);
}

async function bench(name) {
  const job = jobs[name];
  const prepared = await job.prepare(rastrum, folder, job.sizes[options.quick ? "quick" : "full"]);
  const measured = await measure(rastrum, prepared, { reps, backends });
  const tables = [...measured.tables.values()].flat();
  const raster = await prepared.open();
  const checked = await checkAnswers(raster, prepared.zones, tables[0], { sample: options.quick ? 60 : 24 });
  checkSame(tables);
  const adapters = [...measured.tables].map(([, list]) => list[0].schema.metadata.get("rastrum.backend_reason"));
  const result = {
    job: name,
    estimate: measured.estimate,
    rows: summarize(measured),
    reps,
    adapters,
    checked,
    memoryMiB: await peakMemory(name, options.quick ? "quick" : "full"),
  };
  if (!options.json) print(job, result);
  if (options.profile) await printProfile(prepared);
  return result;
}

function print(job, { job: name, estimate, rows, adapters, checked, memoryMiB }) {
  const { zones, cells, chunks, decodedBytes } = estimate;
  console.log(`\n${name}: ${job.about}`);
  console.log(
    `${thousands(zones)} zones with ${thousands(cells)} cells; ${chunks} chunks, ${thousands(decodedBytes)} bytes decoded; ${reps} repetitions, interleaved`,
  );
  console.log(tableLines(rows).join("\n"));
  if (backends.includes("webgpu")) {
    const adapter = adapters[backends.indexOf("webgpu")];
    const software = /swiftshader|llvmpipe|lavapipe|software/i.test(adapter);
    console.log(`webgpu: ${adapter}${software ? ", a software adapter: these are no figures of a GPU" : ""}`);
  }
  console.log(`answers: ${checked} rows equal brute force, all ${reps * backends.length} tables equal bit for bit`);
  const { before, peak } = memoryMiB ?? {};
  const memory = memoryMiB ? `${thousands(peak)} MiB, of it ${thousands(before)} before it began` : "not known here";
  console.log(`peak memory of one run in a process of its own, with all that it starts: ${memory}`);
}

async function printProfile({ zones, statistics, open }) {
  const runs = Array.from({ length: reps });
  const options = { statistics, zonesCrs: "raster", backend: backends[0] };
  const times = await profile(async () => {
    for (const _ of runs) await rastrum.zonalStats(await open(), zones, options);
  });
  console.log(`\nself time of the job, mean of ${reps} runs under the profiler`);
  for (const { name, ms, share } of times.slice(0, 24)) {
    console.log(`${(ms / reps).toFixed(1).padStart(8)} ms ${(100 * share).toFixed(1).padStart(5)}%  ${name}`);
  }
}
