import type { MaskInput } from "../../src/kernels/mask.ts";
import type { ZonalInput } from "../../src/kernels/zonal.ts";
import type { Mask } from "../../src/mask/mask.ts";
import type { CellArray } from "../../src/source/source.ts";
import type { Accumulator } from "../../src/stats/partial.ts";
import { makeMask } from "./parity.ts";
import { rectangle, type Vertex, type Zone } from "./pixel-zones.ts";
import { seededRandom } from "./random.ts";
import { makers } from "./random-polygons.ts";

/** Inputs that every kernel's two sides must agree on: kernel → case → input. A kernel without cases fails its test. */
export const kernelCases: Readonly<Record<string, () => Readonly<Record<string, () => unknown>>>> = {
  zonal: zonalCases,
  mask: maskCases,
};

export const needsAll: ReadonlySet<Accumulator> = new Set(["sum", "squares"]);

const height = 61;
const width = 83;
/** Odd on purpose: rows of 8- and 16-bit cells do not begin at words. */
const oddWindow = { row: 5, column: 7, height: 53, width: 71 };

/** One zone of every kind that breaks masks, one that covers all, one partly outside, and two that overlap. */
export function mixedZones(seed: number, rows = height, columns = width): Zone[] {
  const random = seededRandom(seed);
  const drawn = Object.values(makers).map((make) => make({ random, height: rows, width: columns }));
  const all: Zone = [[rectangle(-3, -3, columns + 3, rows + 3)]];
  const outside: Zone = [[rectangle(columns - 9.3, rows - 7.8, columns + 40, rows + 40)]];
  return [...drawn, all, outside, [[rectangle(10.2, 8.7, 40.4, 33.1)]], [[rectangle(22.5, 20.5, 60.5, 50.5)]]];
}

const oddMask = () => makeMask(mixedZones(7), height, width, oddWindow);

export function zonalInput(
  mask: Mask,
  slices: number,
  fill: (cells: number) => CellArray,
  nodata: number | bigint | null,
) {
  const data = fill(slices * mask.window.height * mask.window.width);
  return { mask, data, slices, nodata, needs: needsAll } satisfies ZonalInput;
}

interface Draw {
  readonly random: () => number;
  readonly whole: (low: number, high: number) => number;
}

function draw(seed: number): Draw {
  const random = seededRandom(seed);
  return { random, whole: (low, high) => low + Math.floor(random() * (high - low + 1)) };
}

/** Constructor, least and greatest value. */
const integers = {
  int8: [Int8Array, -(2 ** 7), 2 ** 7 - 1],
  uint8: [Uint8Array, 0, 2 ** 8 - 1],
  int16: [Int16Array, -(2 ** 15), 2 ** 15 - 1],
  uint16: [Uint16Array, 0, 2 ** 16 - 1],
  int32: [Int32Array, -(2 ** 31), 2 ** 31 - 1],
  uint32: [Uint32Array, 0, 2 ** 32 - 1],
} as const;

const { random, whole } = draw(11);
const anyBits = () => whole(0, 2 ** 32 - 1);
const specials = [Number.NaN, Infinity, -Infinity, -0, 0, 2 ** -149, -(2 ** -126) + 2 ** -149, 3.4028234663852886e38];

/** Name → how to draw a float32. */
const floats: Readonly<Record<string, () => number>> = {
  "one scale": () => 100 + random(),
  "around zero": () => (random() - 0.5) * 2,
  "offset of 1e7": () => Math.fround(1e7 + whole(0, 3)),
  "1e-38 to 1e38": () => (random() - 0.5) * 10 ** (76 * random() - 38),
  subnormal: () => whole(-9999, 9999) * 2 ** -149,
  "all bits there are": () => new Float32Array(Uint32Array.of(anyBits()).buffer)[0],
  "special values": () => specials[whole(0, specials.length - 1)],
  "special values among others": () => (random() < 0.9 ? random() * 50 : specials[whole(0, specials.length - 1)]),
  "greatest only": () => 3.4028234663852886e38,
  "nothing but NaN": () => Number.NaN,
  zeros: () => (random() < 0.5 ? 0 : -0),
};

function fill<Cells extends Exclude<CellArray, BigInt64Array | BigUint64Array>>(
  cells: Cells,
  value: () => number,
): Cells {
  for (let i = 0; i < cells.length; i++) cells[i] = value();
  return cells;
}

function zonalCases(): Record<string, () => ZonalInput> {
  const cases: Record<string, () => ZonalInput> = {};
  for (const [name, [Type, low, high]] of Object.entries(integers)) {
    const cells = (n: number) => fill(new Type(n), () => whole(low, high));
    cases[`${name}, 3 slices`] = () => zonalInput(oddMask(), 3, cells, null);
    cases[`${name}, nodata`] = () => {
      return zonalInput(oddMask(), 1, (n) => fill(new Type(n), () => (random() < 0.3 ? high : low)), high);
    };
    cases[`${name}, nodata it cannot hold`] = () => zonalInput(oddMask(), 1, cells, random() < 0.5 ? low - 1 : 0.5);
  }
  for (const [name, value] of Object.entries(floats)) {
    cases[`float32, ${name}`] = () => zonalInput(oddMask(), 2, (n) => Float32Array.from({ length: n }, value), null);
  }
  const some = (n: number) => Float32Array.from({ length: n }, () => [0, -0, -9999, 0.1, 2.5, Infinity][whole(0, 5)]);
  for (const nodata of [0, -0, -9999, 0.1, Math.fround(0.1), Infinity, Number.NaN, 1e300, 5n]) {
    cases[`float32, nodata ${Object.is(nodata, -0) ? "−0" : nodata}`] = () => zonalInput(oddMask(), 1, some, nodata);
  }
  const steps = (n: number) => Float32Array.from({ length: n }, (_, i) => i % 97);
  for (const needs of [[], ["sum"]] as const) {
    cases[`float32, needs [${needs}]`] = () => ({ ...zonalInput(oddMask(), 2, steps, 3), needs: new Set(needs) });
  }
  for (const [Type, nodata] of [
    [Uint8Array, 255],
    [Int8Array, -1],
    [Int8Array, 1000],
  ] as const) {
    const bytes = (n: number) => fill(new Type(n), () => whole(0, 255));
    const needs: ReadonlySet<Accumulator> = new Set(["sum", "values"]);
    const name = `values of ${Type.name}, nodata ${nodata}`;
    cases[name] = () => ({ ...zonalInput(oddMask(), 3, bytes, nodata), needs });
    cases[`${name}, thousands of small zones`] = () => ({ ...zonalInput(smallZones(), 2, bytes, nodata), needs });
  }
  cases["thousands of small zones"] = () => zonalInput(smallZones(), 2, steps, null);
  cases["a window of one cell"] = () => zonalInput(makeMask([[[rectangle(0, 0, 1, 1)]]], 1, 1), 5, steps, null);
  cases["no zone in the window"] = () => zonalInput(makeMask([[], [[rectangle(-9, -9, -1, -1)]]], 20, 20), 2, steps, 0);
  cases["no zones"] = () => zonalInput(makeMask([], 20, 20), 2, steps, 0);
  cases["no slices"] = () => zonalInput(oddMask(), 0, steps, 0);
  return cases;
}

/** 2,500 small triangles, overlapping each other. */
export function smallZones(): Mask {
  const { random } = draw(5);
  const zones = Array.from({ length: 2500 }, (): Zone => {
    const [x, y] = [160 * random(), 160 * random()];
    const corner = (): Vertex => [x + 9 * random(), y + 9 * random()];
    return [[[corner(), corner(), corner()]]];
  });
  return makeMask(zones, 170, 170);
}

function maskCases(): Record<string, () => MaskInput> {
  const cases: Record<string, () => MaskInput> = {};
  const [rows, columns] = [100, 140];
  for (const [kind, make] of Object.entries(makers)) {
    const { random } = draw(23);
    for (const number of [1, 2, 3]) {
      cases[`${kind} ${number}`] = () => {
        return { mask: makeMask([make({ random, height: rows, width: columns })], rows, columns), zone: 0 };
      };
    }
  }
  const large = makeMask([[[ring(20_000, 300)]], [[ring(5000, 200), ring(5000, 100)]]], 700, 700);
  cases["a ring of 20,000 vertices"] = () => ({ mask: large, zone: 0 });
  cases["a hole of 5,000 vertices"] = () => ({ mask: large, zone: 1 });
  cases["an odd window of it"] = () => ({
    mask: { ...large, window: { row: 301, column: 97, height: 111, width: 203 } },
    zone: 0,
  });
  const small = smallZones();
  for (const zone of [0, 1000, 2499]) cases[`small zone ${zone} of thousands`] = () => ({ mask: small, zone });
  return cases;
}

/** A ring of waves around (350, 350). */
function ring(vertices: number, radius: number): Vertex[] {
  return Array.from({ length: vertices }, (_, i): Vertex => {
    const angle = (2 * Math.PI * i) / vertices;
    const reach = radius + 20 * Math.sin(17 * angle);
    return [350 + reach * Math.cos(angle), 350 + reach * Math.sin(angle)];
  });
}
