/** Cells of a group by value, made by hand, and what statistics make of them. */
import type { CellArray } from "../../src/source/source.ts";
import { Distribution } from "../../src/stats/distribution.ts";
import * as frequency from "../../src/stats/frequency.ts";
import * as histogram from "../../src/stats/histogram.ts";
import * as quantile from "../../src/stats/quantile.ts";
import { type Group, type Value, type Walk, walkThrough } from "../../src/stats/section.ts";

class CellsOfGroup extends Distribution implements Group {
  weighed = false;
  mostListed = Infinity;

  get cells(): number {
    return this.stop;
  }

  get min(): Value {
    return this.valueAt(0);
  }

  get max(): Value {
    return this.valueAt(this.size - 1);
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
  const cells = new CellsOfGroup(kept, { scale, offset });
  cells.weighed = parts.length > 0;
  return cells;
}

function answered<Rest extends unknown[], Result>(walkOf: (group: Group, ...rest: Rest) => Walk<Result>) {
  return (cells: CellsOfGroup, ...rest: Rest): Result => walkThrough(walkOf(cells, ...rest), cells);
}

export const modeOf = answered(frequency.modeOf);
export const majorityOf = answered(frequency.majorityOf);
export const minorityOf = answered(frequency.minorityOf);
export const fractionOf = answered(frequency.fractionOf);
export const fractionsOf = answered((group) => frequency.fractionsOf(group, "weights"));
export const histogramOf = answered(histogram.histogramOf);
export const histogramEdges = answered(histogram.histogramEdges);
export const quantileOf = answered(quantile.quantileOf);
