import { describe, expect, it } from "vitest";
import { countedCells } from "../../../src/mask/counted-cells.ts";
import { type Rule, rules } from "../../../src/mask/rule.ts";
import { PathsBuilder } from "../../../src/zones/paths-builder.ts";
import { RingsBuilder } from "../../../src/zones/rings-builder.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { seededRandom } from "../../helpers/random.ts";

type Path = readonly (readonly [x: number, y: number])[];

/** A zone a list of paths, in cells. */
function zonesOf(...zones: readonly (readonly Path[])[]): PixelZones {
  const rings = new RingsBuilder(1);
  const paths = new PathsBuilder();
  for (const zone of zones) {
    for (const path of zone) {
      for (const [x, y] of path) paths.push(x, y);
      paths.endPath();
    }
    rings.endZone();
    paths.endZone();
  }
  return { length: zones.length, rings: rings.finish(), paths: paths.finish(), bounds: new Float64Array() };
}

const [height, width] = [6, 8];

/** "row,column" of each cell of a zone, in order. */
async function cellsOf(zones: PixelZones, zone = 0, rule: Rule = "center", rows = [0, height]): Promise<string[]> {
  const { runs } = await countedCells(zones, rows[1], width, { rule, minCoverage: 0, whole: false }, rows[0]);
  const cells: string[] = [];
  for (let entry = runs.rowOffsets[zone]; entry < runs.rowOffsets[zone + 1]; entry++) {
    const row = runs.firstRow[zone] + entry - runs.rowOffsets[zone];
    for (let run = runs.runOffsets[entry]; run < runs.runOffsets[entry + 1]; run++) {
      for (let column = runs.starts[run]; column < runs.stops[run]; column++) cells.push(`${row},${column}`);
    }
  }
  return cells;
}

const cell = (...path: Path) => cellsOf(zonesOf([path]));

describe("points", () => {
  it("take the cell that they are in, which has its left and upper border", async () => {
    expect(await cell([2.5, 1.25])).toEqual(["1,2"]);
    expect(await cell([2, 1])).toEqual(["1,2"]);
    expect(await cell([2 - 2 ** -51, 1])).toEqual(["1,1"]);
    expect(await cell([0, 0])).toEqual(["0,0"]);
  });

  it("take none outside, the right and the lower border of the raster included", async () => {
    for (const [x, y] of [
      [8, 1],
      [1, 6],
      [-(2 ** -60), 1],
      [1, -1e-9],
      [1e150, 1],
      [1, -1e150],
    ]) {
      // biome-ignore format: one line
      expect(await cell([x, y])).toEqual([]);
    }
  });

  it("count once a zone, however many are in a cell", async () => {
    expect(await cellsOf(zonesOf([[[1.1, 1]], [[1.9, 1.5]], [[3, 1]], [[1.5, 0]]]))).toEqual(["0,1", "1,1", "1,3"]);
  });
});

describe("lines", () => {
  it.each<[what: string, path: Path, cells: string[]]>([
    ["a line of no length is a point", [[2, 1], [2, 1]], ["1,2"]],
    ["along a row", [[1.5, 2.5], [4.5, 2.5]], ["2,1", "2,2", "2,3", "2,4"]],
    ["along a row to a border, whose cell it meets in a point", [[1.5, 2.5], [3, 2.5]], ["2,1", "2,2", "2,3"]],
    ["from a border", [[3, 2.5], [1.5, 2.5]], ["2,1", "2,2", "2,3"]],
    ["on the border of two rows: the lower", [[1.5, 2], [2.5, 2]], ["2,1", "2,2"]],
    ["on the border of two columns: the right", [[2, 1.5], [2, 2.5]], ["1,2", "2,2"]],
    ["down to a border, whose cell it meets in a point", [[2.5, 0.5], [2.5, 2]], ["0,2", "1,2", "2,2"]],
    ["through corners, to the right and down", [[0.5, 0.5], [2.5, 2.5]], ["0,0", "1,1", "2,2"]],
    ["through corners, to the left and down: the cells whose upper left they are, too",
      [[2.5, 0.5], [0.5, 2.5]], ["0,2", "1,1", "1,2", "2,0", "2,1"]],
    ["a slope", [[0.5, 0.25], [3.5, 1.75]], ["0,0", "0,1", "1,2", "1,3"]],
    ["a steep slope", [[0.25, 0.5], [1.75, 3.5]], ["0,0", "1,0", "2,1", "3,1"]],
    ["on the raster's right border", [[8, 1], [8, 3]], []],
    ["on its left one", [[0, 1], [0, 1.5]], ["1,0"]],
    ["through the whole raster from far beyond", [[-1e9, 2.5], [1e9, 2.5]],
      Array.from({ length: width }, (_, column) => `2,${column}`)],
    ["of several vertices, back over itself", [[1.5, 1.5], [3.5, 1.5], [1.5, 1.5]], ["1,1", "1,2", "1,3"]],
  ])("%s", async (_, path, cells) => {
    expect(await cellsOf(zonesOf([path]))).toEqual(cells);
    expect(await cellsOf(zonesOf([[...path].reverse()]))).toEqual(cells);
  }); // biome-ignore format: a line each

  it("have the same cells by every rule, and in every part of the rows", async () => {
    const zones = zonesOf([[[0.3, 0.2], [7.1, 5.9], [3, 3]]], [[[2.2, 2.2]]], []); // biome-ignore format: one line
    for (const zone of [0, 1, 2]) {
      const whole = await cellsOf(zones, zone);
      for (const rule of rules) expect(await cellsOf(zones, zone, rule)).toEqual(whole);
      const parts = await Promise.all([[0, 2], [2, 3], [3, 6]].map((rows) => cellsOf(zones, zone, "touched", rows))); // biome-ignore format: one line
      expect(parts.flat()).toEqual(whole);
    }
  });

  it("pass through a cell exactly if some point of theirs is in it", async () => {
    const next = seededRandom(7);
    // Any place, or one on borders and middles of cells.
    const pick = (unit = next() < 0.5 ? 2 ** BITS : 2) => Math.round((next() * 10 - 1) * unit) / unit;
    for (let i = 0; i < 2000; i++) {
      const path: Path = [[pick(), pick()], [pick(), pick()]]; // biome-ignore format: one line
      expect(await cell(...path), JSON.stringify(path)).toEqual(cellsByFractions(path));
    }
  });
});

/** Coordinates are whole numbers of 2^-40 of a cell. */
const BITS = 40;

/**
 * The same in exact arithmetic on whole numbers: a line meets [a, a + 1) × [b, b + 1) if the ranges of its parameter in which x and y are in theirs have a point in common.
 */
function cellsByFractions(path: Path): string[] {
  const big = (value: number) => BigInt(value * 2 ** BITS);
  const [[x0, y0], [x1, y1]] = path.map(([x, y]) => [big(x), big(y)]);
  const found: string[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const inX = rangeWithin(x0, x1, big(column), big(column + 1));
      const inY = rangeWithin(y0, y1, big(row), big(row + 1));
      if (inX && inY && meet(inX, inY)) found.push(`${row},${column}`);
    }
  }
  return found;
}

/** A range of t in [0, 1], as fractions; an end may be left out. */
interface Range {
  readonly low: readonly [bigint, bigint];
  readonly high: readonly [bigint, bigint];
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

/** The t for which low ≤ from + t (to − from) < high. */
function rangeWithin(from: bigint, to: bigint, low: bigint, high: bigint): Range | null {
  const step = to - from;
  const all: Range = { low: [0n, 1n], high: [1n, 1n], hasLow: true, hasHigh: true };
  if (step === 0n) return low <= from && from < high ? all : null;
  const size = step < 0n ? -step : step;
  const [start, stop] = step > 0n ? [low - from, high - from] : [from - high, from - low];
  const begin = start < 0n ? all : { low: [start, size] as const, hasLow: step > 0n };
  const end = stop > size ? all : { high: [stop, size] as const, hasHigh: step < 0n };
  return { low: begin.low, hasLow: begin.hasLow, high: end.high, hasHigh: end.hasHigh };
}

function meet(a: Range, b: Range): boolean {
  const [low, hasLow] = later(a.low, a.hasLow, b.low, b.hasLow);
  const [high, hasHigh] = earlier(a.high, a.hasHigh, b.high, b.hasHigh);
  const difference = high[0] * low[1] - low[0] * high[1];
  return difference > 0n || (difference === 0n && hasLow && hasHigh);
}

type Fraction = readonly [bigint, bigint];

function later(a: Fraction, hasA: boolean, b: Fraction, hasB: boolean): [Fraction, boolean] {
  const difference = a[0] * b[1] - b[0] * a[1];
  if (difference === 0n) return [a, hasA && hasB];
  return difference > 0n ? [a, hasA] : [b, hasB];
}

function earlier(a: Fraction, hasA: boolean, b: Fraction, hasB: boolean): [Fraction, boolean] {
  const difference = a[0] * b[1] - b[0] * a[1];
  if (difference === 0n) return [a, hasA && hasB];
  return difference < 0n ? [a, hasA] : [b, hasB];
}
