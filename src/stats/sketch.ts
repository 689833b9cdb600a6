import { addForm, type ExactForm, totalForm } from "./exact-form.ts";
import { addExact, combineExact, createExactSums, type ExactSums, roundedTotal } from "./exact-sums.ts";

/**
 * A quantile sketch that merges: a histogram whose buckets are the doubles of 8 significant bits. A value counts for
 * the nearest of them (of two the one farther from 0), which is within 2^-8 of the value, relative (0.4 %).
 *
 * It has the guarantee of DDSketch (Masson, Rim & Lee 2019, PVLDB 12, 2195–2205) with the buckets of HdrHistogram
 * (Tene): found from the bits of a value, where DDSketch takes a logarithm, which engines may round as they like. Weights
 * are summed exactly. So any order, any split and any host give the same bits.
 *
 * - Numbers of 8 bits (integers up to 256, halves and quarters of them …) are kept as they are: of bytes nothing is lost.
 * - Values below 2^-1022 in size are within 2^-1030 (absolute); −0 is 0.
 * - ±Infinity have a bucket of their own; NaN is no value and is passed over; a bigint is rounded to a double first.
 * - A row has at most 524,033 buckets (71,000 of 32-bit floats; 128 for each doubling that values span, so some
 *   1,300 from 1 to 1,000), at some 50 bytes each.
 */
export class Sketches {
  readonly #rows = new Map<number, Row>();
  /** One row a bucket, in the order in which they were first met. */
  #weights: ExactSums = createExactSums(64);
  #used = 0;

  /** Adds a cell. `weight` is finite and not negative; a cell of weight 0 does not count. */
  add(row: number, value: number | bigint, weight: number): void {
    const key = bucketOf(Number(value));
    if (key === NO_VALUE || weight === 0) return;
    this.#addWeight(this.#row(row), key, weight, 1);
  }

  /** Adds the first `n` of `values`, whole cells of weight 1. */
  addAll(row: number, values: Float64Array, n: number): void {
    counts ??= new Uint32Array(2 * INFINITE + 1);
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    const met: number[] = [];
    for (let i = 0; i < n; i++) {
      const high = words[2 * i + HIGH_WORD];
      const magnitude = bucketOfMagnitude(high);
      const key = magnitude < INFINITE ? signed(high, magnitude) : bucketOf(values[i]);
      if (key === NO_VALUE) continue;
      if (counts[key + INFINITE]++ === 0) met.push(key);
    }
    if (met.length === 0) return;
    const sketch = this.#row(row);
    for (const key of met) {
      this.#addWeight(sketch, key, counts[key + INFINITE], counts[key + INFINITE]);
      counts[key + INFINITE] = 0;
    }
  }

  /** Adds row `from` of `other` to row `into`; not a row to itself. */
  combine(into: number, other: Sketches, from: number): void {
    const source = other.#rows.get(from);
    if (!source) return;
    const row = this.#row(into);
    row.cells += source.cells;
    for (const [key, bucket] of source.buckets) {
      const to = this.#bucket(row, key);
      combineExact(this.#weights, to, other.#weights, bucket);
    }
  }

  /** The same with exact weights, to be taken in again by `restore`. */
  exactBuckets(row: number): ExactBuckets | null {
    const sketch = this.#rows.get(row);
    if (!sketch) return null;
    const keys = Int32Array.from(sketch.buckets.keys()).sort();
    return {
      values: Float64Array.from(keys, representative),
      weights: Array.from(keys, (key) => totalForm(this.#weights, sketch.buckets.get(key) as number)),
      cells: sketch.cells,
    };
  }

  /** Adds what `exactBuckets` gave; false where a weight is none that it can have given. */
  restore(row: number, { values, weights, cells }: ExactBuckets): boolean {
    const sketch = this.#row(row);
    sketch.cells += cells;
    return weights.every((weight, i) => {
      const bucket = this.#bucket(sketch, bucketOf(values[i]));
      return addForm(this.#weights, bucket, weight);
    });
  }

  /** What a row holds, or null where no cell was added. */
  buckets(row: number): SketchBuckets | null {
    const sketch = this.#rows.get(row);
    if (!sketch) return null;
    const keys = Int32Array.from(sketch.buckets.keys()).sort();
    return {
      values: Float64Array.from(keys, representative),
      weights: Float64Array.from(keys, (key) => roundedTotal(this.#weights, sketch.buckets.get(key) as number)),
      cells: sketch.cells,
    };
  }

  #row(row: number): Row {
    let found = this.#rows.get(row);
    if (!found) {
      found = { cells: 0, buckets: new Map() };
      this.#rows.set(row, found);
    }
    return found;
  }

  #addWeight(row: Row, key: number, weight: number, cells: number): void {
    row.cells += cells;
    const bucket = this.#bucket(row, key); // before `#weights` is read: it may grow
    addExact(this.#weights, bucket, weight);
  }

  /** The row of `#weights` that belongs to a bucket, a new one where need be. */
  #bucket(row: Row, key: number): number {
    let bucket = row.buckets.get(key);
    if (bucket === undefined) {
      bucket = this.#used++;
      if (bucket === this.#weights.rows) this.#weights = enlarged(this.#weights);
      row.buckets.set(key, bucket);
    }
    return bucket;
  }
}

/** A row of a sketch, nothing of it rounded. */
export interface ExactBuckets {
  /** What stands for the values of each bucket, ascending. */
  readonly values: Float64Array;
  readonly weights: readonly ExactForm[];
  /** Cells that were added, whatever their weight. */
  readonly cells: number;
}

/** A row of a sketch. */
export interface SketchBuckets {
  /** What stands for the values of each bucket, ascending. */
  readonly values: Float64Array;
  /** Sum of the weights in each bucket, correctly rounded. */
  readonly weights: Float64Array;
  /** Cells that were added, whatever their weight. */
  readonly cells: number;
}

/**
 * The quantile q (0 to 1) of a sketch whose least and greatest value are `min` and `max`.
 *
 * Linear between the order statistics around q·(n − 1), as `quantile` is (Hyndman & Fan 1996, type 7), each of them
 * within 2^-8 of its size: so of cells that weigh the same the result is within 2^-8 · max(|low|, |high|) of `quantile`,
 * where low and high are the cells between which that lies. Where weights differ, order statistic i is the value at
 * which a share of (i + ½) / n of all weight is passed. q = 0 and q = 1 give `min` and `max`.
 */
export function sketchQuantile({ values, weights, cells }: SketchBuckets, q: number, min: number, max: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const orderStatistic = (index: number) => {
    if (index === 0) return min;
    if (index === cells - 1) return max;
    const target = ((index + 0.5) * total) / cells;
    let bucket = 0;
    for (let passed = weights[0]; bucket < values.length - 1 && passed <= target; passed += weights[bucket]) bucket++;
    return Math.min(max, Math.max(min, values[bucket]));
  };
  const position = q * (cells - 1);
  const below = Math.floor(position);
  const fraction = position - below;
  const low = orderStatistic(below);
  if (fraction === 0) return low;
  const high = orderStatistic(below + 1);
  // Infinities of both signs have nothing between them: NaN, as for `quantile`.
  if (low === high || !Number.isFinite(low) || !Number.isFinite(high)) return low === high ? low : low + high;
  return Math.min(high, Math.max(low, low * (1 - fraction) + high * fraction));
}

interface Row {
  cells: number;
  /** Key → row of the weights. */
  readonly buckets: Map<number, number>;
}

/** Bits of the high word that a bucket drops: of 20 bits of the significand it keeps 7, beside the implicit one. */
const DROPPED = 13;
/** Buckets of one sign are numbered by exponent and significand, from 0, the bucket of 0, to that of Infinity. */
const INFINITE = 0x7ff00000 >>> DROPPED;
const NO_VALUE = INFINITE + 1;

const double = new Float64Array([-0]);
const doubleWords = new Int32Array(double.buffer);
const HIGH_WORD = doubleWords[1] === 0 ? 0 : 1;

/** Scratch of `addAll`, 2 MiB, all 0 between calls. */
let counts: Uint32Array | null = null;

/** The bucket of a value: negative for negative values, in their order; NO_VALUE for NaN. */
function bucketOf(value: number): number {
  if (Number.isNaN(value)) return NO_VALUE;
  double[0] = value;
  const high = doubleWords[HIGH_WORD];
  const magnitude = bucketOfMagnitude(high);
  // The greatest doubles must not be rounded up to infinity.
  return signed(high, Number.isFinite(value) ? Math.min(magnitude, INFINITE - 1) : INFINITE);
}

/** Exponent and significand of a double, rounded, from its high word. */
function bucketOfMagnitude(high: number): number {
  return ((high & 0x7fffffff) + (1 << (DROPPED - 1))) >>> DROPPED;
}

function signed(high: number, magnitude: number): number {
  return high < 0 ? 0 - magnitude : magnitude;
}

/** What stands for a bucket: the one double in it that has only the bits kept. */
function representative(key: number): number {
  doubleWords[1 - HIGH_WORD] = 0;
  doubleWords[HIGH_WORD] = Math.abs(key) << DROPPED;
  return key < 0 ? -double[0] : double[0];
}

/** The same sums with twice the rows. */
function enlarged(sums: ExactSums): ExactSums {
  const twice = (column: Float64Array) => {
    const longer = new Float64Array(2 * sums.rows);
    longer.set(column);
    return longer;
  };
  return {
    rows: 2 * sums.rows,
    components: sums.components.map(twice),
    nonfinite: twice(sums.nonfinite),
    spill: sums.spill,
  };
}
