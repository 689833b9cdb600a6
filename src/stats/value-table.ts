import type { Value } from "./section.ts";
import type { Tabulated } from "./tabulate.ts";

/** Different values of cells, ascending, in the raster's units, with what each weighs. */
export class ValueTable {
  readonly length: number;
  readonly #values: ArrayLike<Value>;
  readonly #weights: ArrayLike<number>;
  readonly #isTurned: boolean;
  readonly #toUnits: (stored: Value) => Value;
  #total: number | null = null;

  /** @param isTurned whether the last of the values is the least in units */
  constructor({ values, weights, length }: Tabulated, isTurned: boolean, toUnits: (stored: Value) => Value) {
    this.length = length;
    this.#values = values;
    this.#weights = weights;
    this.#isTurned = isTurned;
    this.#toUnits = toUnits;
  }

  weightAt(index: number): number {
    return this.#weights[this.#isTurned ? this.length - 1 - index : index];
  }

  valueAt(index: number): Value {
    return this.#toUnits(this.#values[this.#isTurned ? this.length - 1 - index : index]);
  }

  /** The weights of all values, added up in their order. */
  get total(): number {
    if (this.#total === null) this.#total = this.#sum();
    return this.#total;
  }

  #sum(): number {
    let sum = 0;
    for (let i = 0; i < this.length; i++) sum += this.weightAt(i);
    return sum;
  }
}
