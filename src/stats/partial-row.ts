import type { Grid } from "../grid/grid.ts";
import { CellList } from "./cell-list.ts";
import { Distribution } from "./distribution.ts";
import { addDyadic, dyadic, dyadicToNumber, exactValue, multiplyDyadic, negateDyadic } from "./dyadic.ts";
import type { KeptRow } from "./kept-cells.ts";
import { Moments } from "./moments.ts";
import { roundPair } from "./pair.ts";
import { needed, type Partials } from "./partial.ts";
import type { Scaling } from "./power-sums.ts";
import { ProductSum } from "./product-sum.ts";
import { type SketchBuckets, sketchQuantile } from "./sketch.ts";

/** What a raster says of its stored cells. */
export interface CellMeaning extends Scaling {
  readonly grid: Grid;
  /** Whether cells are stored as integers. */
  readonly integers: boolean;
}

/** One row of partials seen as the numbers that statistics are made of, in the raster's units. */
export class PartialRow {
  readonly #partials: Partials;
  readonly #meaning: CellMeaning;
  readonly #unscaled: boolean;
  readonly #moments: Moments;
  readonly #weighted: Moments | null = null;
  readonly #products = new ProductSum();
  #row = 0;
  #distribution: Distribution | null = null;
  #weightedDistribution: Distribution | null = null;
  #cellList: CellList | null = null;
  #buckets: SketchBuckets | null = null;

  constructor(partials: Partials, meaning: CellMeaning) {
    const { count, weight, sum, squares, weights, weightedSum, weightedSquares } = partials;
    this.#partials = partials;
    this.#meaning = meaning;
    this.#unscaled = meaning.scale === 1 && meaning.offset === 0;
    this.#moments = new Moments({ weight: weight ?? count, sum, squares }, meaning, meaning.integers);
    if (weights) {
      const sums = { weight: weights, sum: weightedSum, squares: weightedSquares };
      this.#weighted = new Moments(sums, meaning, false);
    }
  }

  get row(): number {
    return this.#row;
  }

  set row(row: number) {
    this.#row = row;
    this.#moments.row = row;
    if (this.#weighted) this.#weighted.row = row;
    this.#distribution = this.#weightedDistribution = this.#cellList = this.#buckets = null;
  }

  /** Valid cells, whole or in part: 0 for a group without any. */
  get cells(): number {
    return this.#partials.count[this.#row];
  }

  /** Σ w: of coverage, where the rule knows parts of cells, else the number of cells. */
  get count(): number {
    return this.#moments.weight;
  }

  /** Exact for integers, as a bigint where no double holds it; else correctly rounded, as are all that follow. */
  get sum(): number | bigint {
    return this.#moments.sum;
  }

  get mean(): number {
    return this.#moments.mean;
  }

  /** Of the population; NaN where a cell is infinite. */
  get variance(): number {
    return this.#moments.variance;
  }

  get stdev(): number {
    return this.#moments.stdev;
  }

  get coefficientOfVariation(): number {
    return this.#moments.coefficientOfVariation;
  }

  /** Of all cells, by coverage × the weights of the second raster. */
  get weighted(): Moments {
    return needed(this.#weighted);
  }

  get min(): number | bigint {
    const { min, max } = this.#partials;
    return this.#value(this.#meaning.scale < 0 ? max[this.#row] : min[this.#row]);
  }

  get max(): number | bigint {
    const { min, max } = this.#partials;
    return this.#value(this.#meaning.scale < 0 ? min[this.#row] : max[this.#row]);
  }

  get range(): number | bigint {
    const [low, high] = [this.#partials.min[this.#row], this.#partials.max[this.#row]];
    if (typeof low === "bigint" && typeof high === "bigint" && this.#unscaled) return high - low;
    const difference = Number(high) - Number(low);
    if (this.#unscaled || !isFiniteValue(low) || !isFiniteValue(high)) return difference;
    const exact = addDyadic(exactValue(high), negateDyadic(exactValue(low)));
    return dyadicToNumber(multiplyDyadic(exact, dyadic(Math.abs(this.#meaning.scale))));
  }

  /** The valid cells by value; of a group that has any. */
  get distribution(): Distribution {
    this.#distribution ??= this.#distributionOf(this.#kept, this.#partials.weight !== null);
    return this.#distribution;
  }

  /** The same, each cell counted by its coverage × the weight that the second raster gives it. */
  get weightedDistribution(): Distribution {
    if (!this.#weightedDistribution) {
      const coverage = this.#kept.weights.map((weight, i) => weight * this.#kept.coverage[i]);
      this.#weightedDistribution = this.#distributionOf({ ...this.#kept, coverage }, true);
    }
    return this.#weightedDistribution;
  }

  /** The quantile q within 2^-8 of the stored value's size; q is from 0 to 1. */
  sketchQuantile(q: number): number {
    this.#buckets ??= needed(this.#partials.sketches?.buckets(this.#row));
    const { min, max } = this.#partials;
    const share = this.#meaning.scale < 0 ? 1 - q : q;
    const stored = sketchQuantile(this.#buckets, share, Number(min[this.#row]), Number(max[this.#row]));
    return Number(this.#value(stored));
  }

  get cellList(): CellList {
    this.#cellList ??= new CellList(this.#kept, this.#meaning.grid, (stored) => this.#value(stored));
    return this.#cellList;
  }

  #distributionOf(kept: KeptRow, weighed: boolean): Distribution {
    return new Distribution(kept, (stored) => this.#value(stored), weighed, this.#meaning);
  }

  get #kept(): KeptRow {
    return needed(this.#partials.kept?.row(this.#row));
  }

  /** Adding 0 turns −0, which equals 0 and so depends on the order of cells, into 0. */
  #value(stored: number | bigint): number | bigint {
    if (this.#unscaled) return typeof stored === "bigint" ? stored : stored + 0;
    const { scale, offset } = this.#meaning;
    if (!isFiniteValue(stored)) return Number(stored) * scale;
    // One of the two operations is exact then, the other rounds correctly.
    if (typeof stored === "number" && (scale === 1 || offset === 0)) return stored * scale + offset;
    return this.#scaledByPair(stored) ?? scaledByBigint(stored, this.#meaning);
  }

  /** Null where that is not certain to be correctly rounded. */
  #scaledByPair(stored: number | bigint): number | null {
    if (typeof stored === "bigint") return null;
    this.#products.clear();
    this.#products.add(stored, this.#meaning.scale);
    this.#products.add(1, this.#meaning.offset);
    const pair = this.#products.pair();
    return pair && roundPair(pair);
  }
}

function scaledByBigint(stored: number | bigint, { scale, offset }: Scaling): number {
  return dyadicToNumber(addDyadic(multiplyDyadic(exactValue(stored), dyadic(scale)), dyadic(offset)));
}

function isFiniteValue(stored: number | bigint): boolean {
  return typeof stored === "bigint" || Number.isFinite(stored);
}
