/**
 * Every statistic of one group once more, cell by cell in fractions of bigints: sums are rounded once, whatever the
 * order; what src computes in doubles is bounded. Nothing of src/stats or src/kernels is used.
 */
import { exactInUnits, lowest, OracleMoments, type Scaling, type Stored, total } from "./brute-moments.ts";
import { add, compare, divide, multiply, negate, type Rational, rational, toNumber } from "./rational.ts";

/** A valid cell of a zone. */
export interface OracleCell {
  readonly stored: Stored;
  /** Coverage, or the area that is covered. */
  readonly covered: number;
  /** What the second raster gives; NaN where it gives none; null without one. */
  readonly weight: number | null;
  readonly row: number;
  readonly column: number;
}

export interface OracleMeaning extends Scaling {
  readonly integers: boolean;
  /** Whether the rule or the area gives cells weights other than 1. */
  readonly weighed: boolean;
  readonly width: number;
  readonly centerX: (column: number) => number;
  readonly centerY: (row: number) => number;
}

/** One value, or two that the result lies between. */
export type Expected = Value | Bounds | readonly (Value | Bounds)[];
export type Value = number | bigint | null;
export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

/** What src rounds more than once: n additions of doubles, each within half an ulp. */
const SLACK = 2 ** -45;

export function near(value: number, size = Math.abs(value)): Bounds | number {
  return Number.isFinite(value) ? { least: value - SLACK * size, greatest: value + SLACK * size } : value;
}

/** Of a group that has cells; `name` as it is asked for, in full. */
export function oracleOf(cells: readonly OracleCell[], meaning: OracleMeaning): (name: string) => Expected {
  const group = new OracleGroup(cells, meaning);
  return (name) => {
    const [, base, inner] = /^(\w+?)(?:\((.*)\))?$/.exec(name) ?? [];
    const member = oracles[base];
    if (!member) throw new Error(`There is no oracle for ${name}.`);
    return member(group, (inner ?? "").split(",").map(Number));
  };
}

type Oracle = (group: OracleGroup, parameters: readonly number[]) => Expected;

const oracles: Readonly<Record<string, Oracle>> = {
  count: (g) => g.plain.weight,
  sum: (g) => g.sum,
  mean: (g) => g.plain.mean,
  min: (g) => g.sorted[0],
  max: (g) => g.sorted[g.sorted.length - 1],
  range: (g) => g.range,
  variance: (g) => g.plain.variance,
  stdev: (g) => g.plain.stdev,
  coefficient_of_variation: (g) => g.plain.variation,
  weighted_sum: (g) => g.weighted.sum,
  weighted_mean: (g) => g.weighted.mean,
  weighted_variance: (g) => g.weighted.variance,
  weighted_stdev: (g) => g.weighted.stdev,
  median: (g) => g.quantile(0.5),
  quantile: (g, [q]) => g.quantile(q),
  quantile_sketch: (g) => g.extent,
  mode: (g) => g.mostFrequent[g.mostFrequent.length - 1],
  majority: (g) => g.mostFrequent[0],
  minority: (g) => g.leastFrequent[0],
  variety: (g) => g.classes.length,
  unique: (g) => g.classes.map(({ value }) => value),
  frac: (g) => g.fractions(g.classes),
  frac_of: (g, [wanted]) => {
    const index = g.classes.findIndex(({ value }) => Number(value) === wanted);
    return index < 0 ? 0 : g.fractions(g.classes)[index];
  },
  weighted_frac: (g) => g.fractions(g.weightedClasses),
  histogram: (g, edges) => g.histogram(edges),
  histogram_edges: (g, edges) => g.edges(edges),
  values: (g) => g.cells.map(({ stored }) => g.inUnits(stored)),
  coverage: (g) => g.cells.map(({ covered }) => covered),
  weights: (g) => g.cells.map(({ weight }) => weight),
  cell_id: (g) => g.cells.map(({ row, column }) => row * g.meaning.width + column),
  center_x: (g) => g.cells.map(({ column }) => g.meaning.centerX(column)),
  center_y: (g) => g.cells.map(({ row }) => g.meaning.centerY(row)),
  min_center_x: (g) => g.meaning.centerX(g.first(g.sorted[0]).column),
  min_center_y: (g) => g.meaning.centerY(g.first(g.sorted[0]).row),
  max_center_x: (g) => g.meaning.centerX(g.first(g.sorted[g.sorted.length - 1]).column),
  max_center_y: (g) => g.meaning.centerY(g.first(g.sorted[g.sorted.length - 1]).row),
};

interface Class {
  readonly value: Stored;
  /** Σ of the weights, correctly rounded. */
  readonly weight: number;
}

class OracleGroup {
  readonly cells: readonly OracleCell[];
  readonly meaning: OracleMeaning;
  /** In the raster's units, ascending. */
  readonly sorted: readonly Stored[];
  readonly plain: OracleMoments;

  constructor(cells: readonly OracleCell[], meaning: OracleMeaning) {
    this.cells = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
    this.meaning = meaning;
    this.sorted = cells.map(({ stored }) => this.inUnits(stored)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    this.plain = this.#moments(({ covered }) => covered);
  }

  get #unscaled(): boolean {
    return this.meaning.scale === 1 && this.meaning.offset === 0;
  }

  inUnits(stored: Stored): Stored {
    if (this.#unscaled) return typeof stored === "bigint" ? stored : stored + 0;
    if (typeof stored === "number" && !Number.isFinite(stored)) return stored * this.meaning.scale;
    return toNumber(exactInUnits(stored, this.meaning));
  }

  /** What a sketch keeps to, whose cells are doubles; its error has tests of its own. */
  get extent(): Bounds {
    const values = this.cells.map(({ stored }) => Number(this.inUnits(Number(stored))));
    return { least: Math.min(...values), greatest: Math.max(...values) };
  }

  get weighted(): OracleMoments {
    return this.#moments(({ covered, weight }) => covered * Number(weight));
  }

  #moments(weightOf: (cell: OracleCell) => number): OracleMoments {
    const values = this.cells.map(({ stored }) => stored);
    return new OracleMoments(values, this.cells.map(weightOf), this.meaning);
  }

  get sum(): Value {
    if (!this.meaning.integers || this.meaning.weighed || !this.#unscaled) return this.plain.sum;
    return this.cells.reduce((sum, { stored }) => sum + BigInt(stored), 0n);
  }

  get range(): Value {
    const stored = this.cells.map((cell) => cell.stored).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const [low, high] = [stored[0], stored[stored.length - 1]];
    if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(high) - Number(low);
    const exact = multiply(add(rational(high), negate(rational(low))), rational(Math.abs(this.meaning.scale)));
    return typeof low === "bigint" && this.#unscaled ? exact.top : toNumber(exact);
  }

  get classes(): readonly Class[] {
    return this.#classesBy(({ covered }) => covered);
  }

  get weightedClasses(): readonly Class[] {
    return this.#classesBy(({ covered, weight }) => covered * Number(weight));
  }

  #classesBy(weightOf: (cell: OracleCell) => number): Class[] {
    const values = this.sorted.filter((value, i) => i === 0 || value !== this.sorted[i - 1]);
    return values.map((value) => {
      const own = this.cells.filter(({ stored }) => this.inUnits(stored) === value).map(weightOf);
      return { value, weight: own.every(Number.isFinite) ? toNumber(total(own.map(rational))) : Number.NaN };
    });
  }

  /** Those that lack 1e-12 of the most weight, or less. */
  get mostFrequent(): Stored[] {
    const most = Math.max(...this.classes.map(({ weight }) => weight));
    return this.classes.filter(({ weight }) => weight >= most * (1 - 1e-12)).map(({ value }) => value);
  }

  get leastFrequent(): Stored[] {
    const least = Math.min(...this.classes.map(({ weight }) => weight));
    return this.classes.filter(({ weight }) => weight <= least * (1 + 1e-12)).map(({ value }) => value);
  }

  first(value: Stored): OracleCell {
    return this.cells.find(({ stored }) => this.inUnits(stored) === value) as OracleCell;
  }

  fractions(classes: readonly Class[]): (Bounds | number)[] {
    if (classes.some(({ weight }) => Number.isNaN(weight))) return classes.map(() => Number.NaN);
    const all = total(classes.map(({ weight }) => rational(weight)));
    const exact = classes.every(({ weight }) => Number.isInteger(weight));
    const size = classes.reduce((sum, { weight }) => sum + Math.abs(weight), 0) / Math.abs(toNumber(all));
    return classes.map(({ weight }) => {
      if (all.top === 0n) return weight === 0 ? Number.NaN : weight * Infinity;
      const fraction = toNumber(divide(rational(weight), all));
      return exact ? fraction : near(fraction, Math.max(1, size) * Math.abs(fraction));
    });
  }

  histogram(bins: readonly number[]): Expected {
    const edges = bins.length > 1 ? bins : this.#binEdges(bins[0]);
    // Equal bins go from double to double.
    const place = (value: Stored) => (bins.length > 1 ? value : Number(value));
    const counts = Array.from({ length: edges.length - 1 }, (_, bin) => {
      const last = bin === edges.length - 2;
      const own = this.classes.filter(({ value }) => {
        const [from, to, at] = [edges[bin], edges[bin + 1], place(value)];
        return at >= from && (at < to || (last && !(at > to)));
      });
      return toNumber(total(own.map(({ weight }) => rational(weight))));
    });
    return this.meaning.weighed ? counts.map((count) => near(count)) : counts;
  }

  edges(bins: readonly number[]): Expected {
    return bins.length > 1 ? bins : this.#binEdges(bins[0]);
  }

  /** Least value + i/n of the range, in doubles as it is documented; that they are sane is a test of its own. */
  #binEdges(n: number): number[] {
    const finite = this.sorted.map(Number).filter(Number.isFinite);
    if (finite.length === 0) return Array.from({ length: n + 1 }, (_, i) => i / n);
    let [low, high] = [finite[0], finite[finite.length - 1]];
    if (low === high) [low, high] = [low - 0.5, high + 0.5];
    const step = high - low < Infinity ? (high - low) / n : high / n - low / n;
    return Array.from({ length: n + 1 }, (_, i) => (i === n ? high : low + i * step));
  }

  quantile(q: number): Expected {
    return this.meaning.weighed ? this.#weighedQuantile(q) : this.#plainQuantile(q);
  }

  /** Type 7: linear around q·(n − 1). */
  #plainQuantile(q: number): number {
    const position = multiply(rational(q), rational(this.sorted.length - 1));
    const below = Number(position.top / position.bottom);
    return between(this.sorted, below, add(position, rational(-below)));
  }

  /** As exactextract: place i·wᵢ + (k − 1)·Σ_{j<i} wⱼ for the i-th of k values. src rounds places: q within 2^-45. */
  #weighedQuantile(q: number): Expected {
    const values = this.classes.map(({ value }) => value);
    const weights = this.classes.map(({ weight }) => rational(weight));
    const last = rational(values.length - 1);
    const places: Rational[] = [];
    let passed = rational(0);
    for (const [i, weight] of weights.entries()) {
      places.push(add(multiply(rational(i), weight), multiply(last, passed)));
      passed = lowest(add(passed, weight));
    }
    const at = (share: number): number => {
      const target = multiply(multiply(rational(share), passed), last);
      const next = places.findIndex((place) => compare(place, target) > 0);
      if (next < 0) return Number(values[values.length - 1]);
      const step = add(places[next], negate(places[next - 1]));
      return between(values, next - 1, divide(add(target, negate(places[next - 1])), step));
    };
    if (q === 1 || values.length === 1) return Number(values[values.length - 1]);
    const [least, greatest] = [at(Math.max(0, q - SLACK)), at(Math.min(1, q + SLACK))];
    if (Number.isNaN(least) || Number.isNaN(greatest)) return at(q);
    return least === greatest ? least : { least, greatest };
  }
}

/** values[below] + fraction × the step to the next. */
function between(values: readonly Stored[], below: number, fraction: Rational): number {
  const [low, high] = [values[below], values[below + 1]];
  if (fraction.top === 0n || low === high) return Number(low);
  if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(low) + Number(high);
  return toNumber(add(rational(low), multiply(add(rational(high), negate(rational(low))), fraction)));
}
