/** Sums, means and variances of cells with weights, in fractions of bigints, each rounded once. */
import { add, divide, multiply, negate, type Rational, rational, rootToNumber, toNumber } from "./rational.ts";

export type Stored = number | bigint;

/** value = stored × scale + offset. */
export interface Scaling {
  readonly scale: number;
  readonly offset: number;
}

export class OracleMoments {
  readonly #weights: readonly number[];
  readonly #values: readonly Stored[];
  readonly #meaning: Scaling;
  readonly #finite: boolean;

  /** @param values as stored */
  constructor(values: readonly Stored[], weights: readonly number[], meaning: Scaling) {
    this.#values = values;
    this.#weights = weights;
    this.#meaning = meaning;
    this.#finite = [...weights, ...values].every((each) => Number.isFinite(Number(each)));
  }

  get weight(): number {
    return this.#weights.every(Number.isFinite) ? toNumber(this.#total(0)) : Number.NaN;
  }

  get sum(): number {
    return this.#finite ? toNumber(this.#total(1)) : this.#infinite();
  }

  get mean(): number {
    if (!this.#finite) return this.#infinite() / this.weight;
    return quotient(this.#total(1), this.#total(0));
  }

  get variance(): number {
    const all = this.#total(0);
    return this.#finite && all.top !== 0n ? toNumber(divide(this.#spread(), multiply(all, all))) : Number.NaN;
  }

  get stdev(): number {
    const all = this.#total(0);
    if (!this.#finite || all.top === 0n || this.#spread().top < 0n) return Number.NaN;
    return rootToNumber(lowest(divide(this.#spread(), multiply(all, all))));
  }

  get variation(): number {
    if (!this.#finite) return Number.NaN;
    const sum = this.#total(1);
    if (sum.top === 0n) return this.#spread().top === 0n ? Number.NaN : Infinity;
    const root = rootToNumber(lowest(divide(this.#spread(), multiply(sum, sum))));
    return sum.top < 0n ? 0 - root : root;
  }

  /** What IEEE arithmetic makes of the terms that are not finite. */
  #infinite(): number {
    const terms = this.#values.map((stored, i) => {
      const value = Number.isFinite(Number(stored)) ? Math.sign(Number(stored)) : Number(stored) * this.#meaning.scale;
      return value * this.#weights[i];
    });
    return terms.filter((term) => !Number.isFinite(term)).reduce((sum, term) => sum + term, 0);
  }

  /** W·Σw·x² − (Σw·x)². */
  #spread(): Rational {
    const sum = this.#total(1);
    return add(multiply(this.#total(0), this.#total(2)), negate(multiply(sum, sum)));
  }

  #total(power: 0 | 1 | 2): Rational {
    if (!this.#finite && power > 0) return rational(0);
    const terms = this.#values.map((stored, i) => {
      let term = Number.isFinite(this.#weights[i]) ? rational(this.#weights[i]) : rational(0);
      for (let p = 0; p < power; p++) term = multiply(term, exactInUnits(stored, this.#meaning));
      return term;
    });
    return total(terms);
  }
}

function quotient(a: Rational, b: Rational): number {
  if (b.top !== 0n) return toNumber(divide(a, b));
  return a.top === 0n ? Number.NaN : a.top > 0n ? Infinity : -Infinity;
}

export function exactInUnits(stored: Stored, { scale, offset }: Scaling): Rational {
  return add(multiply(rational(stored), rational(scale)), rational(offset));
}

export function total(terms: readonly Rational[]): Rational {
  return terms.reduce((sum, term) => lowest(add(sum, term)), rational(0));
}

/** Denominators are powers of two times n: kept short, or they would grow with every addition. */
export function lowest({ top, bottom }: Rational): Rational {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? { top: 0n, bottom: 1n } : { top: top / a, bottom: bottom / a };
}
