/** Cells by all three rules, by `center` both ways, beside exact arithmetic. */
import { centerRuns } from "../../src/mask/center-runs.ts";
import { zoneCells } from "./both-ways.ts";
import { exactMask } from "./even-odd.ts";
import { exactCoverage } from "./exact-coverage.ts";
import { exactTouched } from "./exact-touched.ts";
import { circle, hardMakers, manyHoles } from "./hard-polygons.ts";
import { coverageOf, maskOf } from "./masks.ts";
import { pixelZones, type Zone } from "./pixel-zones.ts";
import { moved } from "./random-polygons.ts";

export interface OracleTally {
  polygons: number;
  /** Cells × ways. */
  verdicts: number;
  /** Cells whose verdict on centre or touch is another, or whose coverage is off by more than 1e-12. */
  mismatches: number;
  largestError: number;
  /** The first zone that went wrong. */
  wrong: { kind: string; rule: string; zone: Zone } | null;
}

export function createTally(): OracleTally {
  return { polygons: 0, verdicts: 0, mismatches: 0, largestError: 0, wrong: null };
}

/**
 * Compares the zones' cells with the exact ones.
 * @param shift the code sees zones so many cells further right and down; exact where their coordinates are whole
 *   multiples of 2^-30, say
 */
function compareZones(
  tally: OracleTally,
  kind: string,
  zones: readonly Zone[],
  height: number,
  width: number,
  shift = 0,
): void {
  const far = pixelZones(zones.map((zone) => moved(zone, shift, shift)));
  const [centers, touches, fractions] = (["center", "touched", "fraction"] as const).map((rule) =>
    zoneCells(far, height + shift, width + shift, rule),
  );
  const window = { row: shift, column: shift, height, width };
  const compiled = centerRuns(far, height + shift, width + shift);
  for (const [row, zone] of zones.entries()) {
    const wrong = {
      compiled: differences(maskOf(compiled, row, height, width, window), exactMask(zone, height, width)),
      center: differences(maskOf(centers.runs, row, height, width, window), exactMask(zone, height, width)),
      touched: differences(maskOf(touches.runs, row, height, width, window), exactTouched(zone, height, width)),
      fraction: 0,
    };
    const expected = exactCoverage(zone, height, width);
    const coverage = coverageOf(fractions, row, height, width, window);
    for (let cell = 0; cell < expected.length; cell++) {
      const error = Math.abs(coverage[cell] - expected[cell]);
      if (!(error <= 1e-12)) wrong.fraction++;
      tally.largestError = Math.max(tally.largestError, error);
    }
    tally.polygons++;
    tally.verdicts += 4 * height * width;
    for (const [rule, count] of Object.entries(wrong)) {
      tally.mismatches += count;
      if (count > 0) tally.wrong ??= { kind, rule, zone };
    }
  }
}

function differences(got: readonly string[], expected: readonly string[]): number {
  let count = 0;
  for (const [row, text] of expected.entries()) {
    for (let column = 0; column < text.length; column++) if (got[row][column] !== text[column]) count++;
  }
  return count;
}

/** On 2^-30 of a cell, so that the zone can be moved by 2^16 and more without rounding. */
function coarse(zone: Zone): Zone {
  const round = (value: number) => Math.round(value * 2 ** 30) / 2 ** 30;
  return zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [round(x), round(y)] as const)));
}

/** Then nothing is rounded, and there are not too many cells between the origin and the zone. */
function canMove(zone: Zone, shift: number): boolean {
  return zone.flat(3).every((value) => Math.abs(value) < shift);
}

/** `count` zones of every kind, a quarter of them at row and column 65,536. */
export function compareRandomZones(tally: OracleTally, kind: string, random: () => number, count: number): void {
  const [height, width] = [9, 11];
  const draw = () => hardMakers[kind]({ random, height, width });
  compareZones(tally, kind, Array.from({ length: count - Math.floor(count / 4) }, draw), height, width);
  const far = Array.from({ length: Math.floor(count / 4) }, () => coarse(draw()));
  const [movable, fixed] = [true, false].map((can) => far.filter((zone) => canMove(zone, 65_536) === can));
  compareZones(tally, `${kind}, far down`, movable, height, width, 65_536);
  compareZones(tally, kind, fixed, height, width);
}

/** Circles of `size` × 10 vertices, and `size` holes. */
export function compareLargeZones(tally: OracleTally, random: () => number, size: number): void {
  compareZones(tally, "large circle", [circle(10 * size, [50.3, 49.8], 48.7)], 100, 101);
  compareZones(tally, "small circle", [circle(10 * size, [5, 4.5], 3)], 9, 11);
  const across = Math.max(1, Math.round(Math.sqrt(size / 25)));
  compareZones(tally, "holes", [manyHoles(random, across, Math.ceil(size / across), 60, 50)], 60, 50);
  compareZones(tally, "holes, small", [manyHoles(random, across, Math.ceil(size / across), 9, 11)], 9, 11);
}

export const oracleKinds = Object.keys(hardMakers);
