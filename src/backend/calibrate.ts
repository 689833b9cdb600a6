import { type ZonalInput, zonal } from "../kernels/zonal.ts";
import type { Mask } from "../mask/mask.ts";
import { zoneRuns } from "../mask/runs.ts";
import { createCells } from "../source/cells.ts";
import type { CellArray } from "../source/source.ts";
import type { PixelZones } from "../zones/zones.ts";
import type { Backend, Demand } from "./backend.ts";
import { type Rates, ratesOf } from "./cost.ts";

/** A device takes no others, so no other demand is measured. */
type NarrowArray = Exclude<CellArray, BigInt64Array | BigUint64Array>;

/** Rows and columns of the block: some milliseconds of a thread; so much that a GPU's upload shows. */
const SIDES = { cpu: 256, webgpu: 1024 } as const;
/** Zones along each side of the block that many zones share. */
const MANY = 32;
/** Runs without a faster one, and runs in all, that end a measurement: engines compile what they have seen often. */
const PATIENCE = 5;
const MOST_RUNS = 40;

/** How fast a backend reduces cells of a type: some hundredths of a second, in pieces of a millisecond or a few. */
export async function measureRates(
  backend: Backend,
  { dtype, needs }: Demand,
  side: number = SIDES[backend.name],
): Promise<Rates> {
  const data = createCells(dtype, side * side) as NarrowArray;
  for (let i = 0; i < 251; i++) data[i] = i % 100;
  for (let filled = 251; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled);
  const across = Math.min(MANY, side / 8);
  const size = side / across / 2;
  const input = (edge: number, across: number, size: number) => (): ZonalInput => {
    const mask = squares(edge, across, size);
    return { data: data.subarray(0, edge * edge), slices: 1, mask, nodata: null, needs };
  };
  const whole = input(side, 1, side);
  const many = input(side, across, size);
  await measured(backend, many); // compiles
  return ratesOf({
    whole: await measured(backend, whole),
    wholeFresh: await measuredFresh(backend, whole),
    many: await measured(backend, many),
    manyFresh: await measuredFresh(backend, many),
    wide: await measured(backend, input(side, 1, 1)),
    tiny: await measured(backend, input(MANY, 1, 1)),
    bytes: data.byteLength,
    cells: data.length,
    parts: across ** 2,
    partCells: (across * size) ** 2,
  });
}

/** Seconds of a run whose mask is there from one before it. */
async function measured(backend: Backend, make: () => ZonalInput): Promise<number> {
  const input = make();
  try {
    await backend.run(zonal, input);
    return await fastest(() => timed(backend, input));
  } finally {
    backend.releaseMask(input.mask);
  }
}

/** Seconds of a run that makes its mask. */
function measuredFresh(backend: Backend, make: () => ZonalInput): Promise<number> {
  return fastest(async () => {
    const input = make();
    try {
      return await timed(backend, input);
    } finally {
      backend.releaseMask(input.mask);
    }
  });
}

async function timed(backend: Backend, input: ZonalInput): Promise<number> {
  const began = performance.now();
  await backend.run(zonal, input);
  return (performance.now() - began) / 1000;
}

async function fastest(run: () => Promise<number>): Promise<number> {
  let best = Infinity;
  for (let runs = 0, slower = 0; runs < MOST_RUNS && slower < PATIENCE; runs++) {
    const seconds = await run();
    slower = seconds < 0.95 * best ? 0 : slower + 1;
    best = Math.min(best, seconds);
  }
  return best;
}

/** The mask of across × across square zones of `size` cells, evenly over a block. */
function squares(side: number, across: number, size: number): Mask {
  const zones = across ** 2;
  const coordinates = new Float64Array(8 * zones);
  const bounds = new Float64Array(4 * zones);
  for (let zone = 0; zone < zones; zone++) {
    const left = (zone % across) * (side / across);
    const top = Math.floor(zone / across) * (side / across);
    const [right, bottom] = [left + size, top + size];
    coordinates.set([left, top, right, top, right, bottom, left, bottom], 8 * zone);
    bounds.set([left, top, right, bottom], 4 * zone);
  }
  const each = Uint32Array.from({ length: zones + 1 }, (_, zone) => zone);
  const rings = { coordinates, ringOffsets: each.map((zone) => 4 * zone), polygonOffsets: each, zoneOffsets: each };
  const pixelZones: PixelZones = { length: zones, rings, bounds };
  const window = { row: 0, column: 0, height: side, width: side };
  return { window, zones: each.subarray(0, zones), runs: zoneRuns(pixelZones, side, side), partial: null, pixelZones };
}
