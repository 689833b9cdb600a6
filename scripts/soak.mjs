/**
 * `npm run soak`: 10,000 jobs (or as many as its argument says) are cancelled in a row, each at a moment of its own, on
 * one engine of the built library with real workers. Then nothing of them may be left: memory, listeners, timers,
 * messages, files, workers. Prints what it saw as JSON; exits with 1 where something is left, and by itself where not.
 */
import { getEventListeners } from "node:events";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { createRandom } from "../bench/random.mjs";
import { rasterFiles, soakZones, writeFiles } from "./soak-data.mjs";

const dist = join(import.meta.dirname, "../dist");
const { createEngine, openZarr, zonalStats } = await import(join(dist, "index.js"));
const jobs = Number(process.argv[2] ?? 10_000);
if (!(jobs >= 100)) throw new Error(`The number of jobs cannot be ${process.argv[2]}: give 100 at least.`);

const LANES = 4;
const random = createRandom(5);
const upTo = (most) => Math.floor((most + 1) * random());
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const reason = new Error("enough");

/** Some jobs are done before their abort then. */
const LATE = "when the last chunk is done";

/** Moments to cancel at; each gets the job once it runs, and how long one takes. */
const moments = {
  "before it starts": null,
  "at once": () => {},
  "some promises later": async () => {
    for (let left = upTo(200); left > 0; left--) await null;
  },
  "some turns later": async () => {
    for (let left = upTo(20); left > 0; left--) await nextTurn();
  },
  "some time later": (_, ms) => wait(ms * random()),
  "while chunks are read and reduced": async (job) => {
    const share = random();
    for await (const { done, total } of job) if (done >= share * total) return;
  },
  [LATE]: async (job) => {
    for await (const { done, total } of job) if (done === total) return;
  },
};

/** Workers that there are and were, and messages to them that are not answered yet. */
const workers = { alive: 0, started: 0, unanswered: 0 };
function createWorker() {
  const worker = new Worker(join(dist, "worker.js"));
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (...message) => {
    workers.unanswered++;
    post(...message);
  };
  worker.on("message", (message) => {
    if (message !== "ready") workers.unanswered--;
  });
  worker.on("exit", () => workers.alive--);
  workers.alive++;
  workers.started++;
  return worker;
}

/** A server in memory that takes its time, and notices who goes. */
function serverOf(files) {
  const server = { open: 0 };
  const answer = async (address, { signal }) => {
    server.open++;
    try {
      await wait(3 * random(), undefined, { signal });
      const bytes = files.get(new URL(address).pathname.replace("/soak.zarr/", ""));
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      server.open--;
    }
  };
  return Object.assign(server, { fetch: answer });
}

const openFiles = () => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0);
const standardStreams = new Set(["PipeWrap", "TTYWrap"]); // made when first written to
const resources = () =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => !standardStreams.has(kind))
    .sort()
    .join(" ");

async function measured() {
  while (workers.unanswered > 0) await nextTurn();
  await wait(1500); // idle files are closed after a second
  collectGarbage();
  await nextTurn(); // what finalizers let go of
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { bytes: heapUsed + external, rss, files: openFiles(), resources: resources() };
}

const failures = [];
const expect = (what, isSo) => void (isSo || failures.push(what));
const outcomes = Object.fromEntries(Object.keys(moments).map((name) => [name, { cancelled: 0, done: 0 }]));

async function cancelled(number, start, ms) {
  const [name, moment] = Object.entries(moments)[number % Object.keys(moments).length];
  const controller = new AbortController();
  if (!moment) controller.abort(reason);
  const job = start(number, controller.signal);
  const outcome = job.then(
    () => "done",
    (error) => error,
  );
  await moment?.(job, ms)?.catch(() => {});
  controller.abort(reason);
  const result = await outcome;
  if (result === "done") outcomes[name].done++;
  else outcomes[name].cancelled++;
  expect(`a job cancelled ${name} rejects with ${result}`, result === "done" || result === reason);
  expect(`a listener is left ${name}`, getEventListeners(controller.signal, "abort").length === 0);
}

async function soak(first, end, start, ms) {
  let next = first;
  const lane = async () => {
    while (next < end) await cancelled(next++, start, ms);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

const files = rasterFiles();
const folder = writeFiles(files);
const server = serverOf(files);
const engine = createEngine({ backend: "cpu", workers: 2, createWorker });
const rasters = [
  await openZarr(join(folder, "soak.zarr")),
  await openZarr("http://soak.example/soak.zarr", { fetch: server.fetch }),
];
const zones = soakZones(folder);
const asked = [
  ["count", "sum"],
  ["median", "stdev"],
  ["mean", "mode"],
];
const start = (number, signal) => {
  const options = { statistics: asked[number % 3], rule: number % 5 === 0 ? "fraction" : "center" };
  const input = zones[number % 10 === 0 ? 3 : upTo(2)]; // those of many vertices now and then
  return zonalStats(rasters[upTo(1)], input, { ...options, zonesCrs: "raster", engine, signal });
};
const whole = async () => {
  const options = { zonesCrs: "raster", statistics: ["count", "sum", "median"], engine };
  const tables = [];
  for (const raster of rasters) for (const input of zones) tables.push(await zonalStats(raster, input, options));
  return JSON.stringify(tables.map((table) => table.toArray()));
};

const before = resources();
const began = performance.now();
const answers = await whole();
const warm = performance.now();
await whole();
const ms = (performance.now() - warm) / (rasters.length * zones.length);
const warmUp = Math.floor(jobs / 5);
await soak(0, warmUp, start, ms);
const early = await measured();
await soak(warmUp, jobs, start, ms);
const late = await measured();

const bytesAJob = Math.round((late.bytes - early.bytes) / (jobs - warmUp));
const rssMiB = (late.rss - early.rss) / 2 ** 20;
expect(`${bytesAJob} bytes a job are left`, late.bytes - early.bytes < 2 ** 21 + 100 * (jobs - warmUp));
expect(`the process grew by ${rssMiB} MiB`, rssMiB < 64);
expect(`${workers.started} workers were started`, workers.started === 2);
expect(`${server.open} requests are open`, server.open === 0);
expect(`${late.files - early.files} files are open`, late.files <= early.files);
expect(`what keeps the process alive went from "${before}" to "${late.resources}"`, late.resources === before);
for (const [name, { cancelled }] of Object.entries(outcomes)) {
  expect(`none was cancelled ${name}`, cancelled > 0 || name === LATE);
}
expect("the answers are not the same afterwards", (await whole()) === answers);
await engine.close();
rmSync(folder, { recursive: true });
await wait(200);
expect(`${workers.alive} workers are alive`, workers.alive === 0);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ jobs, seconds, outcomes, bytesAJob, rssMiB: Math.round(rssMiB), failures }, null, 2));
process.exitCode = failures.length > 0 ? 1 : 0;
