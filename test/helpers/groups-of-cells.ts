/** Cells of a group by value, made by hand, and what statistics make of them. */
import { expect } from "vitest";
import type { CellArray } from "../../src/source/source.ts";
import { Distribution } from "../../src/stats/distribution.ts";
import * as frequency from "../../src/stats/frequency.ts";
import * as histogram from "../../src/stats/histogram.ts";
import * as quantile from "../../src/stats/quantile.ts";
import { type Group, isWalk, type Value, type Walk, walkThrough } from "../../src/stats/section.ts";

class CellsOfGroup extends Distribution implements Group {
  weighed = false;
  mostListed = Infinity;
  all: CellsOfGroup | null = this;

  get cells(): number {
    return this.stop;
  }

  get min(): Value {
    return this.table.valueAt(0);
  }

  get max(): Value {
    return this.table.valueAt(this.table.length - 1);
  }

  /** Different values, ascending, and their weights. */
  values(): Value[] {
    return Array.from({ length: this.table.length }, (_, i) => this.table.valueAt(i));
  }

  get weights(): number[] {
    return Array.from({ length: this.table.length }, (_, i) => this.table.weightAt(i));
  }
}

/** Whole cells, in pieces as they come, and cells with their coverage. */
export function distributionOf(
  pieces: readonly CellArray[],
  parts: readonly (readonly [value: Value, coverage: number])[] = [],
  { scale = 1, offset = 0 } = {},
): CellsOfGroup {
  const [partial, coverage] = [parts.map(([value]) => value), parts.map(([, part]) => part)];
  const kept = { whole: pieces.map((piece) => piece.slice()), partial, coverage, weights: [], ids: [] };
  const cells = new CellsOfGroup({ scale, offset });
  cells.read(kept);
  cells.weighed = parts.length > 0;
  return cells;
}

/** At once, which is the same as by a walk. */
function answered<Rest extends unknown[], Result>(find: (group: Group, ...rest: Rest) => Result | Walk<Result>) {
  return (cells: CellsOfGroup, ...rest: Rest): Result => {
    const [atOnce, byWalk] = [cells, null].map((all) => {
      cells.all = all;
      const found = find(cells, ...rest);
      return isWalk<Result>(found) ? walkThrough(found, cells) : found;
    });
    expect(atOnce).toEqual(byWalk);
    return atOnce;
  };
}

export const modeOf = answered(frequency.modeOf);
export const majorityOf = answered(frequency.majorityOf);
export const minorityOf = answered(frequency.minorityOf);
export const varietyOf = answered(frequency.varietyOf);
export const uniqueOf = answered(frequency.uniqueOf);
export const fractionOf = answered(frequency.fractionOf);
export const fractionsOf = answered(frequency.fractionsOf);
export const histogramOf = answered(histogram.histogramOf);
export const histogramEdges = answered(histogram.histogramEdges);
export const quantileOf = answered(quantile.quantileOf);
