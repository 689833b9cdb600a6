import { expect, it } from "vitest";
import { DeviceLost } from "../../src/backend/backend.ts";
import { createWebgpuBackend, type WebgpuBackend, type WebgpuOptions } from "../../src/backend/webgpu.ts";
import { type ZonalInput, zonal } from "../../src/kernels/zonal.ts";
import { type CountedDevice, countedDevice } from "../helpers/counted-device.ts";
import { mixedZones, zonalInput } from "../helpers/kernel-cases.ts";
import { expectSame, makeMask } from "../helpers/parity.ts";
import { rectangle, type Vertex } from "../helpers/pixel-zones.ts";

const [rows, columns] = [90, 120];
const slices = 2;
/** Bytes of a block of float32. */
const blockBytes = 4 * slices * rows * columns;
const numbers = (n: number) => Float32Array.from({ length: n }, (_, i) => ((i * 7919) % 1009) / 8);

async function withDevice(
  options: WebgpuOptions,
  use: (backend: WebgpuBackend, counted: CountedDevice) => Promise<void>,
) {
  const counted = await countedDevice();
  const backend = await createWebgpuBackend({ ...options, gpu: counted.gpu });
  try {
    await use(backend, counted);
  } finally {
    backend.close();
  }
}

function block(seed: number, kept = true): ZonalInput {
  const triangle: Vertex[] = [[2, 3], [80.5, 20 + seed], [30, 85]]; // biome-ignore format: one line
  const mask = makeMask(
    [[[rectangle(0, 0, columns, rows)]], [[rectangle(seed, 5.2, 70.1, 60)]], [[triangle]]],
    rows,
    columns,
  );
  return { ...zonalInput(mask, slices, numbers, 2), kept };
}

/** Uploads of a whole block so far. */
const uploads = ({ writes }: CountedDevice) => writes.filter((bytes) => bytes === blockBytes).length;

/** The backend's answer is the CPU's, and its mask is let go of as at the end of a job. */
async function check(backend: WebgpuBackend, input: ZonalInput): Promise<void> {
  expectSame(await backend.run(zonal, input), zonal.cpu(input));
  backend.releaseMask(input.mask);
}

it("cells that are kept are uploaded once, whatever zones, statistics and nodata come", () =>
  withDevice({ keptCells: 2 * blockBytes }, async (backend, counted) => {
    const first = block(3);
    await check(backend, first);
    await check(backend, { ...first, mask: block(4).mask });
    await check(backend, { ...first, nodata: null, needs: new Set() });
    expect(uploads(counted)).toBe(1);
    await check(backend, block(3)); // equal cells, but of another array
    expect(uploads(counted)).toBe(2);
  }));

it("others are uploaded each time, as are all without a budget, or where they exceed it", () =>
  withDevice({ keptCells: blockBytes - 1 }, async (backend, counted) => {
    for (const input of [block(3, false), block(3)]) for (let time = 0; time < 2; time++) await check(backend, input);
    expect(uploads(counted)).toBe(4);
    await withDevice({}, async (other, counted) => {
      const input = block(3);
      for (let time = 0; time < 2; time++) await check(other, input);
      expect(uploads(counted)).toBe(2);
    });
  }));

it("what was not used for longest goes first", () =>
  withDevice({ keptCells: 2 * blockBytes + 1000 }, async (backend, counted) => {
    const [a, b, c] = [block(3), block(4), block(5)];
    for (const input of [a, b, a, c, a, b]) await check(backend, input);
    expect(uploads(counted)).toBe(4); // a, b, c in place of b, b again
  }));

it.each([Uint8Array, Int16Array])("strips and slices of %o are found in a block that is there as a whole", (Cells) =>
  withDevice(
    { memoryBudget: 100_000 * Cells.BYTES_PER_ELEMENT, keptCells: 10 ** 6, fill: "parity" },
    async (backend, counted) => {
      // Pages of at most 79 or 111 rows, and cells of 25,000 bytes a byte of a cell.
      const mask = makeMask(mixedZones(3, 150, 70), 150, 70);
      const input: ZonalInput = {
        ...zonalInput(mask, 2, (n) => new Cells(n).map((_, i) => i % 101), 5),
        kept: true,
      };
      for (let time = 0; time < 2; time++) await check(backend, input);
      expect(counted.writes.filter((bytes) => bytes === 2 * 150 * 70 * Cells.BYTES_PER_ELEMENT)).toHaveLength(1);
    },
  ),
);

it("runs of the same cells at the same time, and of more than the budget, are right", () =>
  withDevice({ keptCells: blockBytes }, async (backend) => {
    const blocks = [block(3), block(4), block(5)];
    const inputs = [...blocks, ...blocks].map((input, i) => ({ ...input, mask: blocks[i % 2].mask }));
    const outputs = await Promise.all(inputs.map((input) => backend.run(zonal, input)));
    for (const [i, output] of outputs.entries()) expectSame(output, zonal.cpu(inputs[i]));
  }));

it("fifty blocks leave no more buffers than the budget", () =>
  withDevice({ memoryBudget: 10 ** 6, keptCells: 3 * blockBytes }, async (backend, counted) => {
    for (let i = 0; i < 50; i++) {
      const input = block(3);
      await backend.run(zonal, input);
      backend.releaseMask(input.mask);
    }
    expect(uploads(counted)).toBe(50);
    expect(counted.liveBytes).toBeLessThanOrEqual(3 * blockBytes + 10 ** 6 / 8);
  }));

it("what is kept goes where memory is short, and the run is done again", () =>
  withDevice({ keptCells: 3 * blockBytes }, async (backend, counted) => {
    const [a, b] = [block(3), block(4)];
    await check(backend, a);
    const kept = [...counted.live].filter((resource) => "size" in resource && resource.size >= blockBytes);
    expect(kept).toHaveLength(1);
    counted.exhaust(1);
    await Promise.all([check(backend, b), check(backend, { ...block(5), kept: false })]);
    expect(counted.live.has(kept[0])).toBe(false);
    for (let time = 0; time < 2; time++) await check(backend, a);
    expect(uploads(counted)).toBeGreaterThanOrEqual(5); // nothing is kept any more
    // Without anything to let go of it is as if the device were lost.
    counted.exhaust(1);
    await expect(backend.run(zonal, block(6))).rejects.toBeInstanceOf(DeviceLost);
  }));

it("many blocks at once take few submissions, and one readback each", () =>
  withDevice({}, async (backend, counted) => {
    const inputs = Array.from({ length: 24 }, (_, i) => block(3 + (i % 3)));
    await check(backend, inputs[0]); // with the pipelines
    const [maps, submits] = [counted.maps, counted.submits];
    const outputs = await Promise.all(inputs.map((input) => backend.run(zonal, input)));
    expect(counted.maps - maps).toBeLessThanOrEqual(4);
    expect(counted.submits - submits).toBe(counted.maps - maps);
    for (const [i, output] of outputs.entries()) expectSame(output, zonal.cpu(inputs[i]));
  }));
