import type { Table } from "apache-arrow";
import { rastrumError } from "../errors.ts";
import { joinPartialTables, readPartialTable, writePartialTable } from "../partial-table/table.ts";

/**
 * Tables of partials as one: rows of the same zone and slice are combined, exactly, others stand beside each other, in
 * the order of the final table. Whatever the order of the tables, and however they were combined before, the result is
 * the same byte for byte; combining what is combined is fine.
 *
 * @param tables as {@link zonalPartials} gave them, also after a way through Arrow IPC
 * @throws `invalid-partials` for another table, for tables that differ in statistics, grid, scale or rule, and for two
 *   that hold the same cells; `invalid-option` for none at all
 */
export function combinePartials(tables: readonly Table[]): Table {
  if (!Array.isArray(tables) || tables.length === 0) {
    const message = "There are no tables to combine: give an array of those that zonalPartials gave.";
    throw rastrumError("invalid-option", message, { option: "tables", received: tables });
  }
  return writePartialTable(joinPartialTables(tables.map(readPartialTable)));
}
