import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../src/engine.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { type CountedDevice, countedDevice } from "../../helpers/counted-device.ts";
import { box, collection, unitTransform } from "../../helpers/squares.ts";
import { bytesOf } from "../../helpers/tables.ts";
import { arrayV3, writeZarr } from "../../helpers/zarr-fixture.ts";

const side = 32;
/** Of a chunk of float32. */
const chunkBytes = 4 * side * side;
const chunks = 4;

/** All that were opened, in order. */
let devices: CountedDevice[];
const real = navigator.gpu;

beforeEach(() => {
  devices = [];
  const requestAdapter: GPU["requestAdapter"] = async (options) => {
    devices.push(await countedDevice(real));
    return devices[devices.length - 1].gpu.requestAdapter(options);
  };
  Object.defineProperty(navigator, "gpu", { value: { requestAdapter }, configurable: true });
});
afterEach(() => {
  Object.defineProperty(navigator, "gpu", { value: real, configurable: true });
});

const uploads = ({ writes }: CountedDevice) => writes.filter((bytes) => bytes === chunkBytes).length;

/** Four chunks in a row, of which each holds numbers of its own. */
async function openChunks() {
  const cells = (chunk: number) => Float32Array.from({ length: side * side }, (_, i) => 1000 * chunk + (i % 97) / 4);
  const files = Array.from({ length: chunks }, (_, i) => [`c/0/${i}`, new Uint8Array(cells(i).buffer)] as const);
  const folder = await writeZarr({
    "zarr.json": arrayV3([side, chunks * side], "float32", ["y", "x"], { chunks: [side, side] }),
    ...Object.fromEntries(files),
  });
  return { folder, raster: await openZarr(folder, { transform: unitTransform }) };
}

type Opened = Awaited<ReturnType<typeof openChunks>>["raster"];

const everywhere = collection(box(0, 0, chunks * side, side), box(1, 2, 40, 20));
const elsewhere = collection(box(3, 3, chunks * side - 5, side - 1));

function job(
  raster: Opened,
  zones: object,
  options: { engine?: Engine; backend?: "cpu"; rule?: "fraction"; signal?: AbortSignal },
) {
  return zonalStats(raster, zones, { statistics: ["count", "sum", "stdev"], zonesCrs: "raster", ...options });
}

it("the next job on the raster reads, decodes and uploads nothing, whatever its zones and rule", async () => {
  const { folder, raster } = await openChunks();
  const asked = [[everywhere, {}], [elsewhere, {}], [elsewhere, { rule: "fraction" }]] as const; // biome-ignore format: one line
  const wanted = [];
  for (const [zones, options] of asked) wanted.push(bytesOf(await job(raster, zones, { ...options, backend: "cpu" })));
  const engine = createEngine({ backend: "webgpu" });
  await job(raster, everywhere, { engine });
  expect(uploads(devices[0])).toBe(chunks);
  await rm(join(folder, "c"), { recursive: true });
  for (const [i, [zones, options]] of asked.entries()) {
    expect(bytesOf(await job(raster, zones, { ...options, engine }))).toEqual(wanted[i]);
  }
  expect(uploads(devices[0])).toBe(chunks);
  const lost = devices[0].device.lost;
  await engine.close();
  expect((await lost).reason).toBe("destroyed"); // and with it all buffers
});

it("without a budget for chunks nothing stays on the device either", async () => {
  const { raster } = await openChunks();
  const engine = createEngine({ backend: "webgpu", keptChunks: 0 });
  for (let time = 0; time < 2; time++) await job(raster, everywhere, { engine });
  expect(uploads(devices[0])).toBe(2 * chunks);
  await engine.close();
});

it("a device in place of one that was lost has chunks of its own", async () => {
  const { raster } = await openChunks();
  const engine = createEngine({ backend: "webgpu" });
  const first = bytesOf(await job(raster, everywhere, { engine }));
  devices[0].device.destroy();
  for (let time = 0; time < 2; time++) expect(bytesOf(await job(raster, everywhere, { engine }))).toEqual(first);
  expect(devices.map(uploads)).toEqual([chunks, chunks]);
  await engine.close();
});

it("200 jobs leave no more buffers than a few, within the budget", async () => {
  const rasters = [await openChunks(), await openChunks()];
  const keptChunks = 3 * chunkBytes + 1000;
  const engine = createEngine({ backend: "webgpu", keptChunks });
  const left: { readonly resources: number; readonly bytes: number }[] = [];
  for (let i = 0; i < 200; i++) {
    // Some are cancelled, at once or while they run.
    const signal = i % 5 === 0 ? AbortSignal.timeout(i % 3) : undefined;
    const done = job(rasters[i % 2].raster, i % 3 ? everywhere : elsewhere, { engine, signal });
    await done.catch((error) => expect(error).toBe(signal?.reason));
    const { live, liveBytes } = devices[0];
    left.push({ resources: live.size, bytes: liveBytes });
  }
  const most = (of: typeof left, what: "resources" | "bytes") => Math.max(...of.map((counts) => counts[what]));
  const [early, late] = [left.slice(20, 100), left.slice(100)];
  // A few more where a job was cancelled at another moment.
  expect(most(late, "resources")).toBeLessThanOrEqual(most(early, "resources") + chunks);
  expect(most(late, "bytes")).toBeLessThanOrEqual(most(early, "bytes") + keptChunks);
  // Chunks that stay, as many that were being reduced and wait for their next use, and small ones.
  expect(most(late, "bytes")).toBeLessThanOrEqual(keptChunks + (chunks + 4) * chunkBytes);
  expect(devices).toHaveLength(1);
  await engine.close();
});
