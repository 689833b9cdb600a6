import { asValues, type ColumnValues, type ListBlock, type NumberColumn } from "../stats/column-values.ts";
import type { StatisticColumns } from "../stats/finalize.ts";
import type { StatisticValue } from "../stats/statistic.ts";
import { type PackedColumn, packColumns, unpackColumns } from "./pack-columns.ts";

/** Values of statistics that come a block at a time, as messages carry them: nothing is made of each of them. */
export class CollectedColumns {
  /** Rows whose values have come. */
  readonly closed: Uint8Array;
  readonly #columns: CollectedColumn[] = [];
  #length = 0;

  constructor(statistics: number, rows: number) {
    this.closed = new Uint8Array(rows);
    for (let i = 0; i < statistics; i++) this.#columns.push(new CollectedColumn(rows));
  }

  /** How many rows have values. */
  get length(): number {
    return this.#length;
  }

  /** Puts what is found of some rows, one after the other. */
  put(rows: Int32Array, found: readonly PackedColumn[]): void {
    if (rows.length === 0) return; // columns of nothing are of no kind
    this.#length += mark(this.closed, rows);
    for (let i = 0; i < found.length; i++) this.#columns[i].put(rows, found[i]);
  }

  /** All values: of rows that have not come by now those of other columns, if there are any. */
  finish(others: StatisticColumns | null): ColumnValues[] {
    if (others) {
      const open = rowsThatAre(0, this.closed);
      this.put(open, packColumns(others.map((values) => takeRows(values, open))));
    }
    return this.#columns.map((column) => column.values);
  }
}

/** Those of a statistic: of the kind that came first, or as they are where there are several. */
class CollectedColumn {
  readonly #rows: number;
  #numbers: NumberColumn | null = null;
  /** As they came: a copy of all items would be as long in the making as their cells. */
  #lists: ListBlock[] | null = null;
  #others: (StatisticValue | null)[] | null = null;

  constructor(rows: number) {
    this.#rows = rows;
  }

  put(rows: Int32Array, found: PackedColumn): void {
    if ("isNull" in found && !this.#lists && !this.#others) {
      this.#numbers ??= { numbers: new Float64Array(this.#rows), isNull: new Uint8Array(this.#rows) };
      putNumbers(this.#numbers.numbers, this.#numbers.isNull, rows, found.numbers, found.isNull);
    } else if ("offsets" in found && !this.#numbers && !this.#others) {
      this.#lists ??= [];
      this.#lists.push({ rows, items: found.numbers, offsets: found.offsets });
    } else this.#putOthers(rows, unpackColumns([found])[0]);
  }

  #putOthers(rows: Int32Array, found: readonly (StatisticValue | null)[]): void {
    this.#others ??= [...asValues(this.values)];
    this.#numbers = this.#lists = null;
    for (let i = 0; i < rows.length; i++) this.#others[rows[i]] = found[i];
  }

  get values(): ColumnValues {
    if (this.#lists) return { rows: this.#rows, blocks: this.#lists };
    return this.#numbers ?? this.#others ?? new Array(this.#rows).fill(null);
  }
}

// Loops over rows call nothing, so that V8 compiles them in little time.

/** @returns how many of the rows were not marked */
function mark(closed: Uint8Array, rows: Int32Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    count += 1 - closed[rows[i]];
    closed[rows[i]] = 1;
  }
  return count;
}

function putNumbers(
  numbers: Float64Array,
  isNull: Uint8Array,
  rows: Int32Array,
  found: Float64Array,
  isNullThere: Uint8Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    numbers[rows[i]] = found[i];
    isNull[rows[i]] = isNullThere[i];
  }
}

/** Rows of zones, each with all its slices, whose mark is this. */
export function rowsThatAre(mark: 0 | 1, marks: Uint8Array, slices = 1): Int32Array {
  const rows = new Int32Array(marks.length * slices);
  let length = 0;
  for (let zone = 0, row = 0; zone < marks.length; zone++) {
    for (const end = row + slices; row < end; row++) if (marks[zone] === mark) rows[length++] = row;
  }
  return rows.subarray(0, length);
}

export function takeRows<Value>(values: readonly Value[], rows: Int32Array): Value[] {
  const taken: Value[] = [];
  for (let i = 0; i < rows.length; i++) taken.push(values[rows[i]]);
  return taken;
}
