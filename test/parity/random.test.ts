import fc from "fast-check";
import { expect, it } from "vitest";
import { type ZonalInput, zonal } from "../../src/kernels/zonal.ts";
import type { CellArray } from "../../src/source/source.ts";
import { expectSame, makeMask } from "../helpers/parity.ts";
import { draws, seed, seededRandom } from "../helpers/random.ts";
import { makers } from "../helpers/random-polygons.ts";
import { useBackends } from "../helpers/webgpu-backends.ts";

const backends = useBackends();

const types = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array };

const values: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.array(fc.integer({ min: -200, max: 70_000 }), { minLength: 1, maxLength: 40 }),
  fc.array(fc.float(), { minLength: 1, maxLength: 40 }),
  fc.array(fc.constantFrom(0, -0, 1, 255, -1, 2 ** 31, 2 ** -149, Infinity, -Infinity, Number.NaN), { minLength: 1 }),
);

const inputs: fc.Arbitrary<ZonalInput> = fc
  .record({
    type: fc.constantFrom(...Object.keys(types)),
    values,
    kinds: fc.array(fc.constantFrom(...Object.keys(makers)), { maxLength: 6 }),
    zoneSeed: fc.nat(),
    grid: fc.record({ height: fc.integer({ min: 1, max: 70 }), width: fc.integer({ min: 1, max: 90 }) }),
    corners: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)),
    slices: fc.integer({ min: 1, max: 4 }),
    nodata: fc.option(fc.oneof(fc.nat(30), fc.integer(), fc.double()), { nil: null }),
  })
  .map(({ type, values, kinds, zoneSeed, grid, corners, slices, nodata }) => {
    const { height, width } = grid;
    const random = seededRandom(zoneSeed);
    const [row, column] = [corners[0] % height, corners[1] % width];
    const window = {
      row,
      column,
      height: 1 + (corners[2] % (height - row)),
      width: 1 + (corners[3] % (width - column)),
    };
    const zones = kinds.map((kind) => makers[kind]({ random, height, width }));
    const data: CellArray = new types[type as keyof typeof types](slices * window.height * window.width);
    for (let i = 0; i < data.length; i++) data[i] = values[Math.floor(random() * values.length)];
    const among = nodata !== null && nodata < values.length && nodata >= 0 ? Number(data[Math.floor(nodata)]) : nodata;
    const needs = new Set(["sum", "squares"] as const);
    return { mask: makeMask(zones, height, width, window), data, slices, nodata: among, needs };
  });

it("any zones, window, type of cells, slices, nodata and budget: the same partials", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      expectSame(await backends[run++ % backends.length].run(zonal, input), zonal.cpu(input));
    }),
    { numRuns: draws(100), seed },
  );
  expect(run).toBeGreaterThanOrEqual(draws(100));
}, 120_000);
