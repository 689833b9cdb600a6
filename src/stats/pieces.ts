import { RowOrder } from "./row-order.ts";

const NONE = new Int32Array(0);
/** Room for so many pieces comes at once. */
const LEAST = 64;

/** Which rows the cells of a column belong to: piece by piece, each of one row. */
export class Pieces {
  length = 0;
  #rows: Int32Array = NONE;
  /** Where pieces end, each of which begins where the one before ends. */
  #stops: Int32Array = NONE;
  #order: RowOrder | null = null;

  /** Cells up to `stop` are of this row: nothing where there are none. */
  end(row: number, stop: number): void {
    const last = this.length - 1;
    if (stop === (last < 0 ? 0 : this.#stops[last])) return;
    this.#order = null;
    if (last >= 0 && this.#rows[last] === row) {
      this.#stops[last] = stop;
      return;
    }
    if (this.length === this.#rows.length) this.#grow();
    this.#rows[this.length] = row;
    this.#stops[this.length++] = stop;
  }

  /**
   * So many more cells are of each row, one row after the other; none where that is not above 0.
   * @param start where they begin @returns where they end
   */
  endAll(rows: Int32Array, counts: Float64Array, start: number): number {
    while (this.length + rows.length > this.#rows.length) this.#grow();
    const [toRows, toStops] = [this.#rows, this.#stops];
    let { length } = this;
    let stop = start;
    for (let i = 0; i < rows.length; i++) {
      if (!(counts[i] > 0)) continue;
      stop += counts[i];
      if (length === 0 || toRows[length - 1] !== rows[i]) toRows[length++] = rows[i];
      toStops[length - 1] = stop;
    }
    this.length = length;
    this.#order = null;
    return stop;
  }

  #grow(): void {
    this.#rows = grown(this.#rows);
    this.#stops = grown(this.#stops);
  }

  start(piece: number): number {
    return piece === 0 ? 0 : this.#stops[piece - 1];
  }

  stop(piece: number): number {
    return this.#stops[piece];
  }

  /** Pieces in the order of their rows, until there are more. */
  get order(): RowOrder {
    if (this.#order === null) this.#order = new RowOrder(this.#rows.subarray(0, this.length));
    return this.#order;
  }

  /** Where the cells of each row begin, if they lie row after row, and where the last ones end. */
  offsets(rows: number): Int32Array {
    const offsets = new Int32Array(rows + 1);
    for (let piece = 0; piece < this.length; piece++) {
      offsets[this.#rows[piece] + 1] += this.stop(piece) - this.start(piece);
    }
    return addedUp(offsets);
  }
}

function grown(numbers: Int32Array): Int32Array {
  const twice = new Int32Array(Math.max(LEAST, 2 * numbers.length));
  twice.set(numbers);
  return twice;
}

/** Adds to each number those before it, in its place. */
export function addedUp(numbers: Int32Array): Int32Array {
  for (let i = 1; i < numbers.length; i++) numbers[i] += numbers[i - 1];
  return numbers;
}
