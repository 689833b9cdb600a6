/** Ways to split a job into tables of partials. */
import { type Table, tableFromIPC, tableToIPC } from "apache-arrow";
import { columnOf } from "./tables.ts";

/** As another machine gets it. */
export function sent(table: Table): Table {
  return tableFromIPC(tableToIPC(table, "stream"));
}

/** Names, types and values of all columns, for `toEqual`, which tells −0 from 0 and takes NaN for NaN. */
export function contentOf(table: Table) {
  return table.schema.fields.map(({ name, type }) => ({
    name,
    type: String(type),
    values: columnOf(table, name).map(plain),
  }));
}

function plain(value: unknown): unknown {
  const isList = typeof value === "object" && value !== null && Symbol.iterator in value;
  return isList ? Array.from(value as Iterable<unknown>, plain) : value;
}
