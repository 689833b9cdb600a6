import type { PartialCells } from "./zone-cells.ts";

/** Fills `PartialCells` zone by zone, each from the top row down and from left to right. */
export class PartialBuilder {
  readonly #offsets: Int32Array;
  #rows = new Int32Array(1024);
  #columns = new Int32Array(1024);
  #coverage = new Float64Array(1024);
  #length = 0;

  constructor(zones: number) {
    this.#offsets = new Int32Array(zones + 1);
  }

  add(row: number, column: number, coverage: number): void {
    const at = this.#length++;
    if (at === this.#rows.length) this.#grow();
    this.#rows[at] = row;
    this.#columns[at] = column;
    this.#coverage[at] = coverage;
  }

  finishZone(zone: number): void {
    this.#offsets[zone + 1] = this.#length;
  }

  finish(): PartialCells {
    return {
      offsets: this.#offsets,
      rows: this.#rows.slice(0, this.#length),
      columns: this.#columns.slice(0, this.#length),
      coverage: this.#coverage.slice(0, this.#length),
    };
  }

  #grow(): void {
    const [rows, columns, coverage] = [this.#rows, this.#columns, this.#coverage];
    this.#rows = new Int32Array(2 * rows.length);
    this.#rows.set(rows);
    this.#columns = new Int32Array(2 * rows.length);
    this.#columns.set(columns);
    this.#coverage = new Float64Array(2 * rows.length);
    this.#coverage.set(coverage);
  }
}
