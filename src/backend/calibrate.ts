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
/** After a first round, which compiles; the fastest counts. */
const REPETITIONS = 3;

/** How fast a backend reduces cells of a type: some tens of milliseconds, in pieces of a few. */
export async function measureRates(
  backend: Backend,
  { dtype, needs }: Demand,
  side: number = SIDES[backend.name],
): Promise<Rates> {
  const data = createCells(dtype, side * side) as NarrowArray;
  for (let i = 0; i < 251; i++) data[i] = i % 100;
  for (let filled = 251; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled);
  const input = (edge: number, across: number, size: number): ZonalInput => ({
    data: data.subarray(0, edge * edge),
    slices: 1,
    mask: squares(edge, across, size),
    nodata: null,
    needs,
  });
  const spacing = side / MANY;
  const time = async (make: () => ZonalInput) => {
    await timed(backend, make(), 1);
    return timed(backend, make(), REPETITIONS);
  };
  const tiny = await time(() => input(MANY, 1, 1));
  const wide = await time(() => input(side, 1, 1));
  const whole = await time(() => input(side, 1, side));
  const many = await time(() => input(side, MANY, spacing / 2));
  return ratesOf({
    tiny: tiny.again,
    wide: wide.again,
    whole: whole.again,
    wholeFresh: whole.first,
    many: many.again,
    manyFresh: many.first,
    bytes: data.byteLength,
    cells: data.length,
    parts: MANY ** 2,
    partCells: (MANY * (spacing / 2)) ** 2,
  });
}

/** Seconds of the first run, which makes the mask, and of the fastest of some more. */
async function timed(backend: Backend, input: ZonalInput, repetitions: number) {
  const seconds: number[] = [];
  try {
    for (let i = 0; i <= repetitions; i++) {
      const began = performance.now();
      await backend.run(zonal, input);
      seconds.push((performance.now() - began) / 1000);
    }
  } finally {
    backend.releaseMask(input.mask);
  }
  return { first: seconds[0], again: Math.min(...seconds.slice(1)) };
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
