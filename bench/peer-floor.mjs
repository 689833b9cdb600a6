/**
 * What a workload of ../shared/peerbench costs before anything is computed, as one more peer beside bench/peer.mjs:
 *
 *     cd FOLDER/OF/PEERBENCH && node PATH/TO/bench/peer-floor.mjs w1 [--rule center] [--started] [--runs 1] [--name floor]
 *
 * The very chunks that the job by this rule reads are read and decoded by as many workers, beside that the file of zones
 * is read and parsed by JSON.parse. wall_s and cpu_in_s as those of bench/peer.mjs.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createDecoders } from "./decoders.mjs";
import { readAll, recording } from "./reads.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: "string", default: "center" },
    name: { type: "string", default: "floor" },
    runs: { type: "string", default: "1" },
    started: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});
const [workload] = positionals;
const manifest = JSON.parse(readFileSync(`data/${workload === "w5" ? "w1" : workload}.json`, "utf8"));
const { openZarr, zonalStats } = await import("../dist/index.js");
const [zarr, geojson] = [resolve(manifest.zarr), resolve(manifest.geojson)];
const open = () => openZarr(zarr, { path: manifest.array });

if (options.list) console.log(JSON.stringify(await listReads()));
else console.log(JSON.stringify(await timed()));
process.exit(0); // workers keep the process alive

/** Found by a process of its own, so that V8 is as cold as it is for the others. */
async function listReads() {
  const reads = [];
  await zonalStats(recording(await open(), reads), geojson, { rule: options.rule, backend: "cpu" });
  return reads;
}

async function timed() {
  const script = join(import.meta.dirname, "peer-floor.mjs");
  const list = execFileSync(process.execPath, [script, workload, "--rule", options.rule, "--list"], {
    maxBuffer: 2 ** 30,
  });
  const reads = JSON.parse(list);
  const decoders = options.started ? createDecoders() : null;
  await decoders?.awake();
  let figures = null;
  for (let run = 0; run < Number(options.runs); run++) figures = await once(reads, decoders);
  return { peer: options.name, workload, ...figures, phases: {}, self_rss_mb: process.resourceUsage().maxRSS / 1024 };
}

async function once(reads, started) {
  const before = { wall: performance.now(), cpu: process.cpuUsage() };
  const decoders = started ?? createDecoders();
  const parsed = readFile(geojson, "utf8").then(JSON.parse);
  await readAll(await open(), reads, decoders);
  await parsed;
  const { user, system } = process.cpuUsage(before.cpu);
  const figures = { wall_s: (performance.now() - before.wall) / 1000, cpu_in_s: (user + system) / 1e6 };
  if (!started) await decoders.close();
  return figures;
}
