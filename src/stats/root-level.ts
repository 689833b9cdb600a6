import type { Dtype } from "../source/source.ts";
import { Bins, bytesOfBin, type CellFacts, type Level } from "./bins.ts";
import { roundedTotal } from "./exact-sums.ts";
import { OrdinalRange } from "./ordinal-range.ts";
import { type Ordinals, ordinalOf, ordinalsOf } from "./ordinals.ts";
import { type Partials, valueKindOf } from "./partial.ts";
import type { CellMeaning } from "./partial-row.ts";

/** All cells of a group, and the ordinals by which they are told apart. */
export interface Root {
  readonly ordinals: Ordinals;
  readonly level: Level;
}

/**
 * What the sums of a group say of its cells.
 * @param bytes what they take where they are kept, at most
 */
export function rootOf(partials: Partials, row: number, meaning: CellMeaning, facts: CellFacts, bytes: number): Root {
  const { count, weight, weights } = partials;
  const [min, max] = [partials.min[row], partials.max[row]];
  const ordinals = ordinalsOf(valueKindOf(partials.min), min, max, meaning);
  const [a, b] = [min, max].map((value) => ordinalOf(ordinals, value));
  const [least, greatest] = a < b ? [a, b] : [b, a];
  const cells = count[row];
  const level: Level = {
    length: 1,
    cells: [cells],
    bytesOf: () => Math.min(bytes, cells * Math.max(facts.bytes.whole, facts.bytes.partial)),
    onlyOrdinal: () => (least === greatest ? least : null),
    boundsOf: () => [least, greatest],
    weightOf: () => (weight ? roundedTotal(weight, row) : cells),
    productOf: () => (weights ? roundedTotal(weights, row) : Number.NaN),
  };
  return { ordinals, level };
}

/** Extremes of integers that have so few values that all can be counted at once. */
const narrow: Partial<Record<Dtype, readonly [least: number, greatest: number]>> = {
  bool: [0, 255],
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
};

/** A root that has counted all cells by value. */
interface CountedRoot extends Root {
  readonly level: Bins;
}

/** Counts the cells of groups by value as they are first read, for as many groups as a budget has room for. */
export class FirstCounts {
  readonly #roots = new Map<number, CountedRoot>();
  readonly #create: (() => CountedRoot) | null = null;
  readonly #most: number = 0;

  constructor(dtype: Dtype, meaning: CellMeaning, facts: CellFacts, budget: number) {
    const extremes = narrow[dtype];
    if (!extremes) return;
    const ordinals = ordinalsOf("float64", ...extremes, meaning);
    const bounds = extremes.map((value) => ordinalOf(ordinals, value)).sort((a, b) => (a < b ? -1 : 1));
    const range = new OrdinalRange(ordinals, bounds[0], bounds[1], 16);
    // Where scaling lets values meet, ordinals are those of doubles.
    if (range.shift > 0) return;
    this.#most = Math.floor(budget / 2 / (range.length * bytesOfBin(facts)));
    this.#create = () => ({ ordinals, level: new Bins(range, facts) });
  }

  /** Null where there is no room, or no point. */
  of(row: number): CountedRoot | null {
    const found = this.#roots.get(row);
    if (found || !this.#create || this.#roots.size >= this.#most) return found ?? null;
    const root = this.#create();
    this.#roots.set(row, root);
    return root;
  }
}
