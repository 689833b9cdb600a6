import type { Grid } from "../grid/grid.ts";
import type { CellList } from "./cell-list.ts";
import type { Distribution } from "./distribution.ts";
import { addDyadic, dyadic, dyadicToNumber, exactValue, multiplyDyadic, negateDyadic } from "./dyadic.ts";
import { keeping } from "./keeping.ts";
import type { KeptRow } from "./kept-cells.ts";
import { Moments } from "./moments.ts";
import { needed, type Partials } from "./partial.ts";
import type { Scaling } from "./power-sums.ts";
import type { AskedQuantiles } from "./quantile-columns.ts";
import type { Group, Value } from "./section.ts";
import type { SketchBuckets } from "./sketch.ts";
import type { MomentOfRow, OwnAccumulator } from "./statistic.ts";
import { isFiniteValue, unitsOf } from "./units.ts";

/** What a raster says of its stored cells. */
export interface CellMeaning extends Scaling {
  readonly grid: Grid;
  /** Whether cells are stored as integers. */
  readonly integers: boolean;
}

/** One row of partials seen as the numbers that statistics are made of, in the raster's units. */
export class PartialRow implements Group {
  /** Most values that a list of them may hold. */
  readonly mostListed: number;
  readonly #partials: Partials;
  readonly #meaning: CellMeaning;
  readonly #unscaled: boolean;
  readonly #moments: Moments;
  readonly #weighted: Moments | null = null;
  readonly #toUnits: (stored: Value) => Value;
  #row = 0;
  readonly #inSections: boolean;
  #distribution: Distribution | null = null;
  #isRead = false;
  #cellList: CellList | null = null;
  #buckets: SketchBuckets | null = null;

  /** @param mostListed said of groups that are read section by section; what is in memory already is no matter */
  constructor(partials: Partials, meaning: CellMeaning, mostListed?: number) {
    this.mostListed = mostListed ?? Infinity;
    this.#inSections = mostListed !== undefined;
    const { count, weight, sum, squares, weights, weightedSum, weightedSquares } = partials;
    this.#partials = partials;
    this.#meaning = meaning;
    this.#toUnits = unitsOf(meaning);
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
    this.#isRead = false;
    this.#cellList = this.#buckets = null;
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

  /** Puts a number of each of some rows, but those without cells, into a column. */
  putMoments({ name, isWeighted }: MomentOfRow, column: unknown[], rows: ArrayLike<number>): void {
    const moments = isWeighted ? this.weighted : this.#moments;
    moments.putInto(column, name, rows, this.#partials.count);
  }

  /** Puts quantiles of some rows into columns where nothing is yet. @returns whether all are found */
  putQuantiles(asked: AskedQuantiles, rows: ArrayLike<number>): boolean {
    return keeping().putQuantiles(asked, this.#partials, rows, this.#meaning);
  }

  /** Of all cells, by coverage × the weights of the second raster. */
  get weighted(): Moments {
    return needed(this.#weighted);
  }

  get min(): number | bigint {
    const { min, max } = this.#partials;
    return this.#toUnits(this.#meaning.scale < 0 ? max[this.#row] : min[this.#row]);
  }

  get max(): number | bigint {
    const { min, max } = this.#partials;
    return this.#toUnits(this.#meaning.scale < 0 ? min[this.#row] : max[this.#row]);
  }

  get range(): number | bigint {
    const [low, high] = [this.#partials.min[this.#row], this.#partials.max[this.#row]];
    if (typeof low === "bigint" && typeof high === "bigint" && this.#unscaled) return high - low;
    const difference = Number(high) - Number(low);
    if (this.#unscaled || !isFiniteValue(low) || !isFiniteValue(high)) return difference;
    const exact = addDyadic(exactValue(high), negateDyadic(exactValue(low)));
    return dyadicToNumber(multiplyDyadic(exact, dyadic(Math.abs(this.#meaning.scale))));
  }

  /** Whether cells weigh other than 1. */
  get weighed(): boolean {
    return this.#partials.weight !== null;
  }

  /** The valid cells by value, until another row is looked at; of a group that has any, all of them in memory. */
  get distribution(): Distribution {
    if (!this.#isRead) this.#read();
    return this.#distribution as Distribution;
  }

  #read(): void {
    if (this.#distribution === null) this.#distribution = new (keeping().Distribution)(this.#meaning, this.#toUnits);
    this.#distribution.readRow(needed(this.#partials.kept), this.#row, this.cells);
    this.#isRead = true;
  }

  get all(): Distribution | null {
    return this.#inSections ? null : this.distribution;
  }

  /** The quantile q within 2^-8 of the stored value's size; q is from 0 to 1. */
  sketchQuantile(q: number): number {
    this.#buckets ??= needed(this.#partials.sketches?.buckets(this.#row));
    const { min, max } = this.#partials;
    const share = this.#meaning.scale < 0 ? 1 - q : q;
    const stored = keeping().sketchQuantile(this.#buckets, share, Number(min[this.#row]), Number(max[this.#row]));
    return Number(this.#toUnits(stored));
  }

  get cellList(): CellList {
    this.#cellList ??= new (keeping().CellList)(this.#kept, this.#meaning.grid, this.#toUnits);
    return this.#cellList;
  }

  /** What a statistic of the caller's own has accumulated. */
  ownState(own: OwnAccumulator): unknown {
    return needed(this.#partials.own).total(this.#row, own);
  }

  get #kept(): KeptRow {
    return needed(this.#partials.kept?.row(this.#row));
  }
}
