/**
 * Rastrum as one more peer of ../shared/peerbench (see its pb.py for the contract), through the public entry only:
 *
 *     cd FOLDER/OF/PEERBENCH && node PATH/TO/bench/peer.mjs w1 [--rule center] [--backend cpu] [--name rastrum] [--runs 1] [--started]
 *
 * The last line is JSON: wall_s and cpu_in_s from files on disk to columns in memory, imports excluded. Phases: "vector"
 * until the first chunk may be read (zones read, parsed, their cells found, the plan made), "compute" until the last
 * chunk is done, "collect" for the table and its columns. Answers go to $PB_OUT as JSON columns.
 *
 * With `--started` the engine's workers are up before the clock starts, as processes are. With `--runs N` the job is done
 * N times and the last is told: what it takes where V8 has compiled the code before.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { peerColumns, peerStatistics } from "./peer-columns.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: "string", default: "center" },
    backend: { type: "string", default: "cpu" },
    name: { type: "string", default: "rastrum" },
    runs: { type: "string", default: "1" },
    started: { type: "boolean", default: false },
    entry: { type: "string", default: join(import.meta.dirname, "../dist/index.js") },
  },
});
const [workload] = positionals;
const kinds = { w1: "basic", w2: "basic", w3: "classes", w4: "basic", w5: "quantiles", edge: "basic" };
if (!Object.hasOwn(kinds, workload ?? "")) {
  console.error(`Say which workload: ${Object.keys(kinds).join(", ")}.`);
  process.exit(2);
}
const kind = kinds[workload];
const manifest = JSON.parse(readFileSync(`data/${workload === "w5" ? "w1" : workload}.json`, "utf8"));
const { createEngine, openZarr, zonalStats } = await import(pathToFileURL(resolve(options.entry)).href);
const engine = options.started ? createEngine({ backend: options.backend, keptChunks: 0 }) : null;
await engine?.start();

for (let run = 1; run < Number(options.runs); run++) await answer(startWatch());
const watch = startWatch();
const { table, columns } = await answer(watch);

if (process.env.PB_OUT) writeFileSync(process.env.PB_OUT, JSON.stringify(withNulls(columns)));
console.log(
  JSON.stringify({
    peer: options.name,
    workload,
    wall_s: rounded(watch.total.wall),
    cpu_in_s: rounded(watch.total.cpu),
    phases: inSeconds(watch.phases, "wall"),
    phases_cpu: inSeconds(watch.phases, "cpu"),
    self_rss_mb: Math.round(process.resourceUsage().maxRSS / 102.4) / 10,
    note: table.schema.metadata.get("rastrum.backend_reason") ?? null,
  }),
);
process.exit(0); // npm webgpu (Dawn) keeps the process alive

/** Does the job, from files to columns. */
async function answer({ end }) {
  const raster = await openZarr(resolve(manifest.zarr), { path: manifest.array });
  const job = zonalStats(raster, resolve(manifest.geojson), {
    statistics: peerStatistics[kind],
    rule: options.rule,
    ...(engine ? { engine } : { backend: options.backend }),
    form: kind === "classes" ? "wide" : "list",
  });
  let isRead = false;
  for await (const { done, total } of job) {
    if (!isRead) end("vector");
    isRead = true;
    if (done === total) end("compute");
  }
  const table = await job;
  const columns = peerColumns[kind](table, manifest);
  end("collect");
  return { table, columns };
}

/** Milliseconds of each phase: `end` gives one the time since the end of the one before. */
function startWatch() {
  const phases = Object.fromEntries(["vector", "compute", "collect"].map((name) => [name, { wall: 0, cpu: 0 }]));
  const total = { wall: 0, cpu: 0 };
  let last = now();
  const end = (name) => {
    const at = now();
    for (const kind of ["wall", "cpu"]) {
      phases[name][kind] += at[kind] - last[kind];
      total[kind] += at[kind] - last[kind];
    }
    last = at;
  };
  return { phases, total, end };
}

function now() {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

function rounded(ms) {
  return Math.round(ms * 10) / 10_000;
}

function inSeconds(phases, kind) {
  return Object.fromEntries(Object.entries(phases).map(([name, times]) => [name, rounded(times[kind])]));
}

/** Values that are missing are NaN in columns, null in JSON. */
function withNulls(all) {
  const known = (value) => (Number.isNaN(value) ? null : value);
  const list = (values) => Array.from(values, (value) => (typeof value === "number" ? known(value) : list(value)));
  return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, list(values)]));
}
