import type { CellArray } from "../source/source.ts";
import { roundedSum } from "./rounded-sum.ts";
import type { Value } from "./section.ts";
import { ascendingPlaces } from "./sort-cells.ts";

/** Different values, ascending, and the weight of each; of `length` of them. */
export interface Tabulated {
  readonly values: ArrayLike<Value>;
  readonly weights: ArrayLike<number>;
  readonly length: number;
}

/** The least and the greatest of different values, and the least difference of two. */
export interface Spread {
  readonly gap: number;
  readonly least: Value;
  readonly greatest: Value;
}

export function spreadOf({ values, length }: Tabulated): Spread {
  let gap = Infinity;
  for (let i = 1; i < length; i++) gap = Math.min(gap, Number(values[i]) - Number(values[i - 1]));
  return { gap, least: values[0], greatest: values[length - 1] };
}

/** Cells, those in part with their coverage. */
interface CoveredCells {
  readonly partial: CellArray | readonly Value[];
  readonly coverage: ArrayLike<number>;
}

/** Sorted whole cells, with cells in part put among them. */
export function tabulate(sorted: CellArray | Value[], { partial, coverage }: CoveredCells): Tabulated {
  const like = sorted.length > 0 ? sorted : partial;
  const table = new Table(sorted, like, mostValues(like, sorted.length + partial.length));
  if (partial.length > 0) {
    const order = ascendingPlaces(partial);
    for (let from = 0; from < order.length; ) {
      const value = partial[order[from]];
      let to = from + 1;
      while (to < order.length && partial[order[to]] === value) to++;
      table.addBelow(value);
      table.addPartial(value, weightsOf(coverage, order, from, to));
      from = to;
    }
  }
  table.addRest();
  return table;
}

/**
 * As many as cells, but no more than 16 bits have, where cells are no longer: a table of more would take several times
 * what the cells do.
 */
function mostValues(like: CellArray | readonly Value[], cells: number): number {
  const isShort = cells > SHORT_VALUES && "BYTES_PER_ELEMENT" in like && like.BYTES_PER_ELEMENT <= 2;
  return isShort ? SHORT_VALUES : cells;
}

const SHORT_VALUES = 2 ** 16;

function weightsOf(coverage: ArrayLike<number>, order: ArrayLike<number>, from: number, to: number): number[] {
  const weights = [coverage[order[from]]];
  for (let i = from + 1; i < to; i++) weights.push(coverage[order[i]]);
  return weights;
}

class Table implements Tabulated {
  readonly values: CellArray | Value[];
  readonly weights: Float64Array;
  length = 0;
  readonly #sorted: CellArray | Value[];
  /** The next of the sorted cells. */
  #next = 0;

  /** @param like an array of values @param most values that there may be */
  constructor(sorted: CellArray | Value[], like: CellArray | readonly Value[], most: number) {
    const Values = like.constructor as new (length: number) => CellArray | Value[];
    this.values = new Values(most);
    this.weights = new Float64Array(most);
    this.#sorted = sorted;
  }

  /** Of whole cells below a value. */
  addBelow(limit: Value): void {
    const sorted = this.#sorted;
    let stop = this.#next;
    while (stop < sorted.length && sorted[stop] < limit) stop++;
    this.#count(stop);
  }

  addRest(): void {
    this.#count(this.#sorted.length);
  }

  /** A value, of which the next whole cells may be some. */
  addPartial(value: Value, weights: number[]): void {
    const sorted = this.#sorted;
    const first = this.#next;
    while (this.#next < sorted.length && sorted[this.#next] === value) this.#next++;
    if (this.#next > first) weights.push(this.#next - first);
    this.values[this.length] = value;
    this.weights[this.length++] = roundedSum(weights, 0, weights.length);
  }

  #count(stop: number): void {
    const [sorted, weights] = [this.#sorted, this.weights];
    const values = this.values as Float64Array; // one name for all kinds
    let at = this.length - 1;
    for (let i = this.#next; i < stop; i++) {
      const value = sorted[i] as number;
      if (i === this.#next || value !== values[at]) values[++at] = value;
      weights[at]++;
    }
    this.length = at + 1;
    this.#next = stop;
  }
}
