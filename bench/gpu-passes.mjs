/** The process that `npm run bench -- gpu` starts; on a machine with a driver of its own it can be run as it is. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { create, globals } from "webgpu";
import { copyTimes } from "./gpu-copy.mjs";
import { PassTimer } from "./gpu-timer.mjs";
import { createRandom } from "./random.mjs";
import { starZones } from "./zones.mjs";

Object.assign(globalThis, globals);
const { values: options } = parseArgs({
  options: {
    side: { type: "string" },
    reps: { type: "string" },
    "no-subgroups": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

// Times to the nanosecond: browsers round them to 0.1 ms, which is longer than many a pass.
const gpu = create(["disable-dawn-features=timestamp_quantization"]);
const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
if (!adapter) throw new Error("There is no WebGPU adapter here.");
const { info } = adapter;
const name = [info.description || info.device, info.vendor, info.architecture].filter(Boolean).join(", ");
const isSoftware = info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|software|basic render/i.test(name);
if (!adapter.features.has("timestamp-query")) {
  console.log(`adapter: ${name}: it has no timestamp queries, so that passes cannot be timed.`);
  process.exit(1);
}
const subgroups = adapter.features.has("subgroups") && !options["no-subgroups"];
const requiredFeatures = ["timestamp-query", ...(subgroups ? ["subgroups"] : [])];
const device = await adapter.requestDevice({ requiredFeatures });
const timer = new PassTimer(device);
offer(device);
const { createEngine, memoryRaster, zonalStats } = await import(join(import.meta.dirname, "../dist/index.js"));

const side = Number(options.side ?? (isSoftware ? 512 : 4096));
const reps = Number(options.reps ?? (isSoftware ? 3 : 9));
const transform = [1, 0, 0, 0, -1, side];
const random = createRandom(7);
const types = { float32: Float32Array, int16: Int16Array, uint8: Uint8Array };
const zonesOf = (count, radius) => starZones({ seed: 7, count, height: side, width: side, transform, radius });
const zoneSets = { large: zonesOf(64), small: zonesOf(Math.round(side ** 2 / 1000), 8) };

const results = [];
for (const [dtype, Cells] of Object.entries(types)) {
  const data = Cells.from({ length: side * side }, () => 200 * random());
  const raster = memoryRaster({ data, width: side, height: side, transform, chunkShape: [side, side] });
  for (const [zones, collection] of Object.entries(zoneSets)) {
    const statistics = dtype === "uint8" ? ["mean", "stdev", "median"] : ["mean", "stdev"];
    results.push(
      ...(await measure({ raster, dtype, bytesACell: Cells.BYTES_PER_ELEMENT, zones, collection, statistics })),
    );
  }
}
const copyBytes = 4 * side * side;
const copyNs = median(await copyTimes(device, timer, copyBytes, reps));
const copyRate = (2 * copyBytes) / copyNs;
report();
process.exit(0); // Dawn keeps the process alive

/** The library finds this device as that of a browser. */
function offer(device) {
  const found = { info, features: adapter.features, limits: adapter.limits, requestDevice: async () => device };
  const host = globalThis.navigator ?? {};
  Object.defineProperty(host, "gpu", { value: { requestAdapter: async () => found }, configurable: true });
  Object.defineProperty(globalThis, "navigator", { value: host, configurable: true });
}

/** Whole jobs on one engine; each draws its masks anew. The first, which makes pipelines, does not count. */
async function measure({ raster, dtype, bytesACell, zones, collection, statistics }) {
  const engine = shared();
  const job = () => zonalStats(raster, collection, { statistics, zonesCrs: "raster", engine });
  const { cells } = await job().estimate();
  const times = new Map();
  let texels = 0;
  for (let i = 0; i <= reps; i++) {
    await job();
    const taken = await timer.take();
    if (i === 0) continue;
    texels = taken.texels;
    for (const [pass, ns] of taken.ns) times.set(pass, [...(times.get(pass) ?? []), ns]);
  }
  // What a pass cannot do without: cells within zones and their texels of the mask; all texels of pages are cleared.
  const bytes = {
    draw: texels,
    fingerprint: cells,
    reduce: cells * (bytesACell + 1),
    count: cells * (bytesACell + 1),
  };
  return [...times].map(([pass, all]) => ({ pass, dtype, zones, cells, bytes: bytes[pass], ns: median(all) }));
}

/** One engine, since there is one device, which an engine destroys when it is closed. */
function shared() {
  shared.engine ??= createEngine({ backend: "webgpu" });
  return shared.engine;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function report() {
  const share = ({ bytes, ns }) => (isSoftware ? null : bytes / ns / copyRate);
  const rows = results.map((row) => ({ ...row, gigabytesASecond: row.bytes / row.ns, shareOfCopy: share(row) }));
  if (options.json) {
    console.log(
      JSON.stringify(
        { adapter: name, isSoftware, subgroups, side, reps, copyGigabytesASecond: copyRate, rows },
        null,
        2,
      ),
    );
    return;
  }
  console.log(`adapter: ${name}; ${side} × ${side} cells; medians of ${reps}; ${subgroups ? "" : "no "}subgroups`);
  if (isSoftware) console.log("A SOFTWARE ADAPTER: these are no figures of a GPU; they only show that all works.");
  console.log(
    `copy: ${(copyNs / 1e6).toFixed(3)} ms${isSoftware ? "" : `, ${copyRate.toFixed(0)} GB/s read and written`}`,
  );
  for (const { pass, dtype, zones, cells, ns, gigabytesASecond, shareOfCopy } of rows) {
    const rate =
      shareOfCopy === null ? "" : `  ${gigabytesASecond.toFixed(1)} GB/s  ${(100 * shareOfCopy).toFixed(0)}% of copy`;
    console.log(
      `${pass.padEnd(12)} ${dtype.padEnd(8)} ${zones} zones, ${cells} cells  ${(ns / 1e6).toFixed(3)} ms${rate}`,
    );
  }
}
