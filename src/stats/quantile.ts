import { productError } from "../grid/exact-product.ts";
import { addDyadic, dyadic, dyadicToNumber, exactValue, multiplyDyadic, negateDyadic } from "./dyadic.ts";
import { roundPair } from "./pair.ts";
import { ProductSum } from "./product-sum.ts";
import { eachSection, type Group, type Scan, type Section, type Value, type Walk } from "./section.ts";
import type { ValueTable } from "./value-table.ts";

/**
 * The quantile q. Of unweighed cells: linear between the order statistics around q·(n − 1) (Hyndman & Fan 1996, type 7,
 * as NumPy does), rounded once. Of weighed cells: exactextract's, which gives the i-th of k different values the place
 * i·wᵢ + (k − 1)·Σ_{j<i} wⱼ (https://stats.stackexchange.com/a/13223) and is linear between them.
 */
export function quantileOf(group: Group, q: number): number | Walk<number> {
  const { all, weighed, cells } = group;
  if (all === null) return weighed ? walkToWeighed(group, q) : walkTo(new Place(q, cells));
  return weighed ? weighedQuantile(all.table, q) : unweighedQuantile(all, new Place(q, cells));
}

function unweighedQuantile(all: Section, place: Place): number {
  return between(all.cellAt(place.below), place, all);
}

/** Where q·(n − 1) lies among n cells: so much, as two doubles, beyond the cell `below`. */
class Place {
  readonly below: number;
  readonly fraction: number;
  readonly rest: number;
  readonly isBetween: boolean;

  constructor(q: number, cells: number) {
    const position = q * (cells - 1);
    this.rest = productError(q, cells - 1, position);
    const below = Math.floor(position);
    this.below = position === below && this.rest < 0 ? below - 1 : below;
    this.fraction = position - this.below;
    this.isBetween = this.fraction !== 0 || this.rest !== 0;
  }
}

function* walkTo(place: Place): Walk<number> {
  const { below } = place;
  let section: Section = yield { place: below, from: false };
  const low = section.cellAt(below);
  if (place.isBetween && below + 1 === section.stop) section = yield { place: below + 1, from: false };
  return between(low, place, section);
}

/** @param section holds the cell above `low` */
function between(low: Value, { below, fraction, rest, isBetween }: Place, section: Section): number {
  return isBetween ? interpolate(low, section.cellAt(below + 1), fraction, rest) : Number(low);
}

const products = new ProductSum();

/** low + (high − low)·(fraction + rest), rounded once. */
function interpolate(low: Value, high: Value, fraction: number, rest: number): number {
  if (low === high || (fraction === 0 && rest === 0)) return Number(low);
  if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(low) + Number(high);
  if (typeof low === "bigint" || typeof high === "bigint") return interpolateExactly(low, high, fraction, rest);
  products.clear();
  products.add(low, 1);
  products.add(high, fraction);
  products.add(-low, fraction);
  products.add(high, rest);
  products.add(-low, rest);
  const pair = products.pair();
  // Null where that is not certain to be correctly rounded.
  return (pair && roundPair(pair)) ?? interpolateExactly(low, high, fraction, rest);
}

function interpolateExactly(low: Value, high: Value, fraction: number, rest: number): number {
  const [from, to] = [exactValue(low), exactValue(high)];
  const part = addDyadic(dyadic(fraction), dyadic(rest));
  return dyadicToNumber(addDyadic(from, multiplyDyadic(addDyadic(to, negateDyadic(from)), part)));
}

function weighedQuantile(table: ValueTable, q: number): number {
  if (q === 1) return Number(table.valueAt(table.length - 1));
  const found = new WeighedPlace(q, table.total, table.length - 1);
  found.take(table);
  return found.result();
}

function* walkToWeighed(group: Group, q: number): Walk<number> {
  let total = 0;
  let last = -1;
  let greatest: Value = 0;
  yield* eachSection(group, ({ table }) => {
    for (let i = 0; i < table.length; i++) total += table.weightAt(i);
    last += table.length;
    greatest = table.valueAt(table.length - 1);
  });
  // What rounding does to places must not matter here.
  if (q === 1) return Number(greatest);
  const found = new WeighedPlace(q, total, last);
  for (let start = 0; start < group.cells && !found.isFound; ) {
    const section: Section = yield { place: start, from: true };
    found.take(section.table);
    start = section.stop;
  }
  return found.result();
}

/** Goes over values until their places pass that of q. */
class WeighedPlace implements Scan<number> {
  isFound = false;
  readonly #target: number;
  readonly #last: number;
  #index = 0;
  #place = 0;
  #passed = 0;
  /** The value before, then what was found. */
  #value: Value = 0;

  /** @param total of all weights, added up in the order of the values @param last place among different values of the greatest */
  constructor(q: number, total: number, last: number) {
    this.#target = q * total * last;
    this.#last = last;
  }

  take(table: ValueTable): void {
    const [target, last, first] = [this.#target, this.#last, this.#index];
    let place = this.#place;
    let passed = this.#passed;
    for (let i = 0; i < table.length; i++) {
      const weight = table.weightAt(i);
      const next = (first + i) * weight + last * passed;
      if (next > target && first + i > 0) {
        const low = i > 0 ? table.valueAt(i - 1) : this.#value;
        this.#value = interpolate(low, table.valueAt(i), (target - place) / (next - place), 0);
        this.isFound = true;
        return;
      }
      place = next;
      passed += weight;
    }
    this.#index += table.length;
    this.#place = place;
    this.#passed = passed;
    this.#value = table.valueAt(table.length - 1);
  }

  result(): number {
    return Number(this.#value);
  }
}
