import type { Fail } from "../../source/broken-bytes.ts";

import { columnsOfSql, type SqliteColumn } from "./sqlite-columns.ts";
import { readRecord, type SqliteValue, textDecoderOf, varint } from "./sqlite-record.ts";

/** A row as it is stored; its values are decoded when they are asked for. */
export interface SqliteRow {
  readonly rowid: number;
  readonly payload: Uint8Array;
}

export interface SqliteTable {
  readonly columns: readonly SqliteColumn[];
  readonly rootPage: number;
}

const [LEAF, INTERIOR] = [0x0d, 0x05];

/**
 * The tables of an SQLite database, read as sqlite.org/fileformat2.html describes them: whole tables, in the order of
 * their row ids. No index, no views, no journal: what a write-ahead log beside the file holds is not seen. Pages are
 * walked once each, so that no loop of them goes on for ever.
 *
 * A reader of our own, since the whole of SQLite as WebAssembly (sql.js) weighs 300 times as much.
 */
export class SqliteFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #fail: Fail;
  readonly #pageSize: number;
  /** Of a page, without what is reserved at its end. */
  readonly #usable: number;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #tables = new Map<string, SqliteTable>();

  constructor(bytes: Uint8Array, fail: Fail) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#fail = fail;
    const magic = new TextDecoder("latin1").decode(bytes.subarray(0, 16));
    if (magic !== "SQLite format 3\0" || bytes.length < 512) throw fail("is no SQLite database");
    const size = this.#view.getUint16(16);
    this.#pageSize = size === 1 ? 65536 : size;
    this.#usable = this.#pageSize - bytes[20];
    if (this.#pageSize < 512 || (this.#pageSize & (this.#pageSize - 1)) !== 0 || this.#usable < 480) {
      throw fail(`has pages of ${this.#pageSize} bytes, which SQLite does not make`);
    }
    this.#decode = textDecoderOf(this.#view.getUint32(56));
    const master = { columns: [], rootPage: 1 };
    for (const row of this.rows(master)) {
      const [type, name, , rootPage, sql] = this.values(row);
      if (type !== "table" || typeof name !== "string" || typeof sql !== "string" || !rootPage) continue;
      this.#tables.set(name.toLowerCase(), { columns: columnsOfSql(sql), rootPage: Number(rootPage) });
    }
  }

  /** Names are compared as SQLite does, without regard to capitals. */
  table(name: string): SqliteTable | undefined {
    return this.#tables.get(name.toLowerCase());
  }

  values({ payload }: SqliteRow): SqliteValue[] {
    return readRecord(payload, this.#decode);
  }

  /** The rows of a small table as records. */
  records(name: string): Record<string, SqliteValue>[] {
    const table = this.table(name);
    return table ? Array.from(this.rows(table), (row) => this.record(table, row)) : [];
  }

  /** Integer keys are not among the values, since they are the row id. */
  record({ columns }: SqliteTable, row: SqliteRow): Record<string, SqliteValue> {
    const values = this.values(row);
    const valueAt = ({ isRowid, fallback }: SqliteColumn, i: number) =>
      isRowid ? row.rowid : i < values.length ? values[i] : fallback;
    return Object.fromEntries(columns.map((column, i) => [column.name, valueAt(column, i)]));
  }

  *rows({ rootPage }: SqliteTable): Generator<SqliteRow> {
    const seen = new Uint8Array(Math.ceil(this.#bytes.length / this.#pageSize) + 1);
    const waiting = [rootPage];
    while (waiting.length > 0) {
      const number = waiting.pop() as number;
      const page = this.#page(number, seen);
      const header = number === 1 ? page + 100 : page;
      const type = this.#bytes[header];
      if (type !== LEAF && type !== INTERIOR)
        throw this.#fail(`has a page of the kind ${type} where a table should be`);
      const cells = this.#view.getUint16(header + 3);
      const pointers = header + (type === LEAF ? 8 : 12);
      if (pointers + 2 * cells > page + this.#usable) throw this.#fail(`has ${cells} cells in a page, too many for it`);
      if (type === LEAF) yield* this.#leaf(page, pointers, cells, seen);
      else {
        // The last goes in first, since the first is to come out first.
        waiting.push(this.#view.getUint32(header + 8));
        for (let cell = cells - 1; cell >= 0; cell--) {
          waiting.push(this.#view.getUint32(this.#cell(page, pointers, cell)));
        }
      }
    }
  }

  *#leaf(page: number, pointers: number, cells: number, seen: Uint8Array): Generator<SqliteRow> {
    let left = this.#usable;
    for (let cell = 0; cell < cells; cell++) {
      const at = this.#cell(page, pointers, cell);
      const size = varint(this.#bytes, at);
      const rowid = varint(this.#bytes, size.end);
      const local = this.#localBytes(size.value);
      left -= local;
      const start = rowid.end;
      if (size.value > this.#bytes.length || left < 0 || start + local > page + this.#usable) {
        throw this.#fail(`has a row that says it has ${size.value} bytes, which are not there`);
      }
      const payload = this.#bytes.subarray(start, start + local);
      const whole = local === size.value ? payload : this.#withOverflow(payload, size.value, start + local, seen);
      yield { rowid: rowid.value, payload: whole };
    }
  }

  /** How much of a payload lies in the leaf itself. */
  #localBytes(size: number): number {
    const most = this.#usable - 35;
    if (size <= most) return size;
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const rest = least + ((size - least) % (this.#usable - 4));
    return rest <= most ? rest : least;
  }

  #withOverflow(first: Uint8Array, size: number, pointer: number, seen: Uint8Array): Uint8Array {
    const whole = new Uint8Array(size);
    whole.set(first);
    let filled = first.length;
    let next = this.#view.getUint32(pointer);
    while (filled < size) {
      const page = this.#page(next, seen);
      const length = Math.min(this.#usable - 4, size - filled);
      whole.set(this.#bytes.subarray(page + 4, page + 4 + length), filled);
      filled += length;
      next = this.#view.getUint32(page);
    }
    return whole;
  }

  #cell(page: number, pointers: number, cell: number): number {
    const offset = this.#view.getUint16(pointers + 2 * cell);
    if (offset + 4 > this.#usable) throw this.#fail("has a cell beyond its page");
    return page + offset;
  }

  /** Where a page begins that has not been met before. */
  #page(number: number, seen: Uint8Array): number {
    const start = (number - 1) * this.#pageSize;
    if (number < 1 || start + this.#pageSize > this.#bytes.length) throw this.#fail(`has no page ${number}`);
    if (seen[number]++ > 0) throw this.#fail(`comes to its page ${number} twice`);
    return start;
  }
}
