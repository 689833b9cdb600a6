/** `npm run bench -- live`: see its --help. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import send from "send";
import { build } from "vite";
import { chromiumLaunchOptions } from "../scripts/chromium.mjs";
import { compiledWasm } from "../scripts/compiled-wasm.mjs";
import { numcodecsDecoders } from "../scripts/numcodecs-decoders.mjs";
import { liveZarr, liveZones } from "./live-data.mjs";
import { profiling } from "./live-profile.mjs";
import { categories, longestTasks } from "./live-trace.mjs";

const targets = { answerMs: 16, taskMs: 8 };

const help = `npm run bench -- live [options]

Drags a vertex of a zone of 500, an edit a frame, over 12 slices of 2048 x 2048 float32 cells, in Chromium: milliseconds
from each edit to its statistics, and the longest task of the page's main thread meanwhile. Of tasks over ${targets.taskMs} ms it
tells what was in them, as ms of the processor's time / by the clock: those that took as much of the processor worked, the
others waited, for it or for another thread. Answers are compared with zonalStats; a wrong one fails the run.

  --edits N         default 300
  --rule LIST       center, touched, fraction; default center,fraction
  --zones LIST      zones in the session; default 1,3000
  --depth LIST      slices a chunk, 12 or 1; default 12,1
  --statistics LIST default count,sum,mean,min,max,stdev
  --profile         names the functions of those tasks too; it takes its time
  --help            this text`;

const root = dirname(import.meta.dirname);

export async function main(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(help);
    return 0;
  }
  const folder = join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const list = (text) => text.split(",");
  const cases = list(options.depth).flatMap((depth) =>
    list(options.zones).flatMap((zones) => list(options.rule).map((rule) => ({ depth, zones: Number(zones), rule }))),
  );
  const site = await buildPage(options.profile);
  writeFileSync(join(site, "zones.json"), JSON.stringify(liveZones()));
  const server = await serve([site, folder]);
  const rows = [];
  try {
    for (const one of cases) {
      const asked = {
        ...{ url: liveZarr(folder, Number(one.depth)), zones: one.zones, rule: one.rule },
        ...{ statistics: list(options.statistics), edits: Number(options.edits) },
      };
      const { measured, tasks } = await measureIn(server.url, asked, options.profile);
      rows.push(rowOf(one, measured, tasks));
      console.error(`${one.zones} zones, ${one.depth} slices a chunk, ${one.rule}: ${measured.checked} rows checked`);
      tellTasks(tasks.over);
      if (measured.wrong.length === 0) continue;
      console.error(`WRONG: ${measured.wrong.slice(0, 5).join("\n")}`);
      return 1;
    }
  } finally {
    server.close();
    rmSync(site, { recursive: true, force: true });
  }
  console.table(rows);
  console.log(`targets: p95 below ${targets.answerMs} ms, no task of the main thread over ${targets.taskMs} ms`);
  return 0;
}

function readOptions(args) {
  const text = (value) => ({ type: "string", default: value });
  const known = { edits: text("300"), rule: text("center,fraction"), zones: text("1,3000"), depth: text("12,1") };
  const flag = { type: "boolean", default: false };
  const all = { ...known, statistics: text("count,sum,mean,min,max,stdev"), profile: flag, help: flag };
  return parseArgs({ args, options: all }).values;
}

/** In the page, and in its workers. */
const plugins = () => [numcodecsDecoders(), compiledWasm()];

async function buildPage(named) {
  const outDir = mkdtempSync(join(tmpdir(), "rastrum-live-"));
  await build({
    configFile: false,
    root: join(import.meta.dirname, "live"),
    base: "./",
    logLevel: "warn",
    plugins: plugins(),
    resolve: { alias: { rastrum: join(root, "src/index.ts") } },
    worker: { format: "es", plugins },
    build: { outDir, emptyOutDir: true, minify: !named, target: "es2022", chunkSizeWarningLimit: 2000 },
  });
  return outDir;
}

/** Serves folders, the first that has a file. */
async function serve([site, data]) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    send(request, path, { root: path.includes(".zarr/") ? data : site, dotfiles: "allow" }).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/index.html`, close };
}

/** A browser of its own, so that none has the memory of another. */
async function measureIn(url, asked, profile) {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await browser.startTracing(page, { categories: profile ? [...categories, profiling] : categories });
    const measured = await page.evaluate((asked) => window.measure(asked), asked);
    const trace = JSON.parse((await browser.stopTracing()).toString());
    return { measured, tasks: longestTasks(trace.traceEvents, "edits begin", "edits end", targets.taskMs) };
  } finally {
    await browser.close();
  }
}

/** Of those that waited, which may be many on a busy machine, only what they had most of. */
function tellTasks(over) {
  const limit = targets.taskMs;
  const textOf = ({ processor, wall }) => `${processor.toFixed(1)} / ${wall.toFixed(1)} ms`;
  for (const { parts, functions, ...task } of over) {
    if (task.processor <= limit) continue;
    const all = [...parts.map((part) => `${part.name} ${textOf(part)}`), ...functions];
    console.error(`  a task worked, ${textOf(task)}: ${all.join(", ")}`);
  }
  const waited = over.filter(({ processor }) => processor <= limit);
  const names = waited.map(({ parts }) => parts[0]?.name ?? "nothing long");
  const counts = [...new Set(names)].map((name) => `${name} ${names.filter((other) => other === name).length}`);
  if (waited.length > 0) console.error(`  ${waited.length} tasks waited, most of it in: ${counts.join(", ")}`);
}

function rowOf({ zones, depth, rule }, { readyMs, answers, tableMs, workers }, tasks) {
  const sorted = [...answers].sort((a, b) => a - b);
  const at = (share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1));
  const round = (value) => Number(value.toFixed(1));
  return {
    ...{ zones, "slices a chunk": Number(depth), rule, "p50 ms": at(0.5), "p95 ms": at(0.95), "p99 ms": at(0.99) },
    ...{ "longest task ms": round(tasks.wall), "longest CPU ms": round(tasks.processor) },
    ...{
      [`tasks over ${targets.taskMs} ms`]: tasks.over.length,
      "by CPU": tasks.over.filter(({ processor }) => processor > targets.taskMs).length,
    },
    ...{ "first table ms": round(readyMs), "table() ms": round(tableMs), workers },
  };
}
