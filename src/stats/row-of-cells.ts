import { concat } from "../source/concat.ts";
import type { CellArray } from "../source/source.ts";
import type { CellColumns, CellSink, KeptRow } from "./kept-cells.ts";

/** Takes the cells of one row in. */
export class RowOfCells implements CellSink {
  readonly #whole: CellArray[] = [];
  readonly #parts: CellColumns[] = [];

  addWhole(_: number, cells: CellArray, start: number, stop: number): void {
    if (start < stop) this.#whole.push(cells.subarray(start, stop));
  }

  addMany(_: number, { values, coverage, weights, ids }: CellColumns, start: number, stop: number): void {
    if (start === stop) return;
    this.#parts.push({
      values: values.subarray(start, stop),
      coverage: coverage.subarray(start, stop),
      weights: weights.length > 0 ? weights.subarray(start, stop) : weights,
      ids: ids.length > 0 ? ids.subarray(start, stop) : ids,
    });
  }

  finish(): KeptRow | null {
    const [whole, parts] = [this.#whole, this.#parts];
    if (whole.length === 0 && parts.length === 0) return null;
    if (parts.length === 0) return { whole, partial: NONE, coverage: NONE, weights: NONE, ids: NONE };
    const { values, coverage, weights, ids } = parts.length === 1 ? parts[0] : joinedColumns(parts);
    return { whole, partial: values, coverage, weights, ids };
  }
}

const NONE = new Float64Array(0);

function joinedColumns(parts: readonly CellColumns[]): CellColumns {
  const column = (name: keyof CellColumns) => concat(parts.map((part) => part[name]));
  return {
    values: column("values"),
    coverage: column("coverage") as Float64Array,
    weights: column("weights") as Float64Array,
    ids: column("ids") as Float64Array,
  };
}
