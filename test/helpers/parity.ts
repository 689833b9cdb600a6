import "./keeping.ts";
import { expect } from "vitest";
import type { Window } from "../../src/grid/window.ts";
import type { Mask } from "../../src/mask/mask.ts";
import { zoneRuns } from "../../src/mask/runs.ts";
import { type Dyadic, dyadicToInteger } from "../../src/stats/dyadic.ts";
import { type ExactSums, exactTotal, roundedTotal } from "../../src/stats/exact-sums.ts";
import type { Partials } from "../../src/stats/partial.ts";
import { sortCells } from "../../src/stats/sort-cells.ts";
import { pixelZones, type Zone } from "./pixel-zones.ts";

/** A mask of all the zones over a window of a grid of height × width cells. */
export function makeMask(zones: readonly Zone[], height: number, width: number, window?: Window): Mask {
  const inPixels = pixelZones(zones);
  return {
    window: window ?? { row: 0, column: 0, height, width },
    zones: Uint32Array.from(zones, (_, zone) => zone),
    runs: zoneRuns(inPixels, height, width),
    partial: null,
    pixelZones: inPixels,
  };
}

/** All that partials stand for: exact totals, however they are held. */
export function meaningOf(partials: Partials): object[] {
  return Array.from({ length: partials.rows }, (_, row) => {
    const count = partials.count[row];
    const extremes = count === 0 ? null : [Number(partials.min[row]) + 0, Number(partials.max[row]) + 0];
    const values = partials.kept?.row(row) ? sortCells(partials.kept.row(row)?.whole ?? []) : null;
    const [weight, sum, squares] = [partials.weight, partials.sum, partials.squares].map((sums) => totalOf(sums, row));
    return { row, count, extremes, weight, sum, squares, values };
  });
}

function totalOf(sums: ExactSums | null, row: number): object | null {
  if (!sums) return null;
  return { exact: scaled(exactTotal(sums, row)), rounded: roundedTotal(sums, row), nonfinite: sums.nonfinite[row] };
}

/** In units of 2^-2200, below what any sum of doubles or squares of floats holds. */
function scaled(total: Dyadic): bigint | null {
  return dyadicToInteger({ mantissa: total.mantissa, exponent: total.exponent + 2200 });
}

/** The outputs of a kernel's two sides are the same. */
export function expectSame(gpu: unknown, cpu: unknown, message?: string): void {
  if (cpu instanceof Uint8Array) {
    expect(gpu, message).toBeInstanceOf(Uint8Array);
    const wrong = cpu.findIndex((cell, i) => cell !== (gpu as Uint8Array)[i]);
    expect({ wrong, length: (gpu as Uint8Array).length }, message).toEqual({ wrong: -1, length: cpu.length });
    return;
  }
  expect(meaningOf(gpu as Partials), message).toEqual(meaningOf(cpu as Partials));
}
