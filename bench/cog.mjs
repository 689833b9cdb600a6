import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import send from "send";
import { buildIfStale } from "./build.mjs";

const root = dirname(import.meta.dirname);
const FILES = {
  deflate: "2 × 4096² int16, COG of 512² tiles, deflate with predictor 2",
  lzw: "2048² uint8, strips of 4 rows, LZW",
  zstd: "4096² float32, COG of 512² tiles, zstd with predictor 3",
};
const TASKS = { whole: "all cells", zone: "a zone of a fiftieth of the cells" };

const help = `npm run bench -- cog [options]

Reads GeoTIFFs over HTTP from this machine by openCog, geotiff.js and rasterio (/vsicurl/), in turns, each run in a process
of its own: requests, bytes of their answers, and time without start and imports, medians. Where a peer's sum of cells differs
from rasterio's it is marked, and the exit code is 1.

  --folder PATH   has venv12/bin/python with rasterio; default $RASTRUM_PEERBENCH, else ../shared/peerbench
  --geotiff PATH  has node_modules/geotiff (3.0 was measured); default the same
  --dist PATH     a build of Rastrum; default dist
  --reps N        default 5
  --delay MS      what each request waits for before it is answered; default 0
  --help          this text`;

/** `npm run bench -- cog`. @returns {Promise<number>} exit code */
export async function main(args) {
  const { values: options } = parseArgs({
    args,
    options: {
      folder: { type: "string", default: process.env.RASTRUM_PEERBENCH ?? join(root, "../shared/peerbench") },
      geotiff: { type: "string" },
      dist: { type: "string" },
      reps: { type: "string", default: "5" },
      delay: { type: "string", default: "0" },
      help: { type: "boolean", default: false },
    },
  });
  if (options.help) return console.log(help) ?? 0;
  const folder = resolve(options.folder);
  const python = join(folder, "venv12/bin/python");
  const geotiff = resolve(options.geotiff ?? folder);
  const missing = [python, join(geotiff, "node_modules/geotiff")].find((path) => !existsSync(path));
  if (missing) return console.error(`${missing} is not there: say --folder PATH, or --geotiff PATH.`) ?? 1;
  if (!options.dist) buildIfStale(root);
  const data = join(root, ".cache/bench/cog");
  mkdirSync(data, { recursive: true });
  const made = spawnSync(python, [join(import.meta.dirname, "cog-data.py"), data], { stdio: "inherit" });
  if (made.status !== 0) return 1;
  const dist = resolve(options.dist ?? join(root, "dist"));
  const script = join(import.meta.dirname, "cog-peer.mjs");
  const peers = {
    rastrum: [process.execPath, script, "rastrum", join(dist, "index.js")],
    "geotiff.js": [
      process.execPath,
      script,
      "geotiff",
      createRequire(join(geotiff, "package.json")).resolve("geotiff"),
    ],
    rasterio: [python, join(import.meta.dirname, "cog-peer.py")],
  };
  const server = await serve(data, Number(options.delay));
  let others = 0;
  try {
    for (const [file, what] of Object.entries(FILES)) {
      for (const [task, how] of Object.entries(TASKS)) {
        console.log(`\n${what}: ${how}`);
        others += await compare(peers, server, `${server.url}/${file}.tif`, task, Number(options.reps));
      }
    }
  } finally {
    server.close();
  }
  return others > 0 ? 1 : 0;
}

/** @returns how many peers have other cells than rasterio */
async function compare(peers, server, url, task, reps) {
  const runs = new Map(Object.keys(peers).map((name) => [name, []]));
  for (let rep = 0; rep < reps; rep++) {
    for (const [name, command] of Object.entries(peers)) {
      server.reset();
      const { ms, cpuMs, sum } = await run([...command, url, task]);
      runs.get(name).push({ ms, cpuMs, sum, requests: server.requests, bytes: server.bytes });
    }
  }
  const of = (name, key) => runs.get(name).map((each) => each[key]).sort((a, b) => a - b); // biome-ignore format: one line
  const median = (list) => list[Math.floor(list.length / 2)];
  const [{ sum }] = runs.get("rasterio");
  let others = 0;
  for (const name of runs.keys()) {
    const [ms, cpuMs] = [median(of(name, "ms")), median(of(name, "cpuMs"))];
    const ratio = (key) => (median(of(name, key)) / median(of("rastrum", key))).toFixed(2);
    const isSame = runs.get(name).every((each) => Math.abs(each.sum - sum) <= 1e-9 * Math.abs(sum));
    if (!isSame) others++;
    console.log(
      [
        name.padEnd(12),
        `${ms.toFixed(0)} ms (${ratio("ms")} × ours)`.padStart(24),
        `${cpuMs.toFixed(0)} ms of processors (${ratio("cpuMs")} ×)`.padStart(36),
        `${median(of(name, "requests"))} requests`.padStart(16),
        `${(median(of(name, "bytes")) / 1e6).toFixed(2)} MB`.padStart(12),
        isSame ? "" : `  OTHER CELLS: ${runs.get(name)[0].sum} for ${sum}`,
      ].join(""),
    );
  }
  return others;
}

/** What a peer prints: milliseconds and the sum of the cells it read. */
function run([program, ...args]) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
    });
    child.on("close", (code) =>
      code === 0 ? done(JSON.parse(text)) : fail(new Error(`${args.join(" ")}: exit ${code}`)),
    );
  });
}

/** Files of a folder, with right answers to Range; counts requests and the bytes of their bodies. */
async function serve(folder, delayMs) {
  const counts = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    counts.requests++;
    response.on("finish", () => {
      if (request.method === "GET") counts.bytes += Number(response.getHeader("content-length") ?? 0);
    });
    setTimeout(
      () => send(request, new URL(request.url, "http://h").pathname, { root: folder }).pipe(response),
      delayMs,
    );
  });
  server.keepAliveTimeout = 120_000; // a slow peer pauses between requests
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    get requests() {
      return counts.requests;
    },
    get bytes() {
      return counts.bytes;
    },
    reset: () => Object.assign(counts, { requests: 0, bytes: 0 }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
