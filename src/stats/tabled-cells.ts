import { KeptCells } from "./kept-cells.ts";
import type { Tabulated } from "./tabulate.ts";

/** Tables of the groups of a slice, one behind the other. */
export interface Tables {
  readonly values: Int16Array;
  readonly weights: Float64Array;
  /** Of each group the end of its table. */
  readonly ends: Int32Array;
}

/** Most values of 8 bits. */
const KEYS = 256;

/** In place of kept cells: what is known of each row's cells by value, and no more is kept. */
export class TabledCells extends KeptCells {
  readonly #slices: readonly Tables[];
  readonly #table = { values: new Int16Array(KEYS), weights: new Float64Array(KEYS), length: 0 };

  constructor(slices: readonly Tables[]) {
    super();
    this.#slices = slices;
  }

  /** Of a row, until the next is asked for. */
  override table(row: number): Tabulated {
    const slices = this.#slices;
    const { values, weights, ends } = slices[row % slices.length];
    const group = Math.floor(row / slices.length);
    const start = group === 0 ? 0 : ends[group - 1];
    const table = this.#table;
    table.length = ends[group] - start;
    for (let i = 0; i < table.length; i++) {
      table.values[i] = values[start + i];
      table.weights[i] = weights[start + i];
    }
    return table;
  }

  override get isTabled(): boolean {
    return true;
  }

  override inColumns(): null {
    return null;
  }

  override passOn(): never {
    throw new Error("There are no cells, but tables of them.");
  }
}
