import type { Data, Table } from "apache-arrow";
import { rastrumError } from "../errors.ts";
import { rowsInForm } from "../partial-table/final-rows.ts";
import type { Header } from "../partial-table/header.ts";
import { keyData, takeKeys } from "../partial-table/keys.ts";
import { missingIn } from "../partial-table/pieces.ts";
import { joinPartialTables, readPartialTable } from "../partial-table/table.ts";
import { isInteger } from "../source/dtype.ts";
import { createColumns, finalizeRows } from "../stats/finalize.ts";
import type { Accumulator } from "../stats/partial.ts";
import type { AskedStatistic } from "../stats/resolve.ts";
import type { Statistic } from "../stats/statistic.ts";
import { checkColumnNames, runMetadata, tableOf, valueData } from "../table.ts";
import { statisticsOf } from "./asked-statistics.ts";

export interface FinalizeOptions {
  /**
   * Statistics of the final table. Default: as the partials were asked for. Others can be had where what they need was
   * accumulated (the mean of partials for a sum); those that callers define must be given again, since a table cannot
   * hold code.
   */
  readonly statistics?: readonly (string | Statistic)[];
  /** Take what there is though parts are missing, to show how far a job is. Default false: that is an error. */
  readonly incomplete?: boolean;
}

/**
 * The final table of partials: bit for bit what `zonalStats` gives with the same options, however the work was split.
 * Its schema's metadata tell which backends ran, why, and all warnings.
 *
 * @param table as `zonalPartials` or `combinePartials` gave it, also after a way through Arrow IPC
 * @throws `invalid-partials` for another table, for one that lacks parts (unless `incomplete`) or what a statistic needs;
 *   `unknown-statistic` and `invalid-option` as `zonalStats`
 */
export function finalizePartials(table: Table, options: FinalizeOptions = {}): Table {
  return finalizeJoined([table], options);
}

/** The final table of what several tables of partials make together. */
export function finalizeJoined(tables: readonly Table[], options: FinalizeOptions): Table {
  const { statistics, incomplete = false } = options;
  const { header, keys, partials } = joinPartialTables(tables.map(readPartialTable));
  const missing = incomplete ? null : missingIn(header.pieces);
  if (missing !== null) {
    const message = `Parts are missing (there is ${missing}): combine all of them first, or say \`incomplete: true\`.`;
    throw rastrumError("invalid-partials", message, { what: "rastrum.pieces" });
  }
  const asked = askedOf(header, statistics);
  const { dtype, scale, offset, grid, form } = header.shared;
  const meaning = { grid, scale: Number(scale), offset: Number(offset), integers: isInteger(dtype) };
  const values = createColumns(asked, partials.rows);
  finalizeRows(values, asked, partials, Array.from(keys.zones.keys()), meaning);
  const rows = rowsInForm(keys, asked, values, form);
  const columns: [string, Data][] = [
    ...keyData({ ...takeKeys(keys, rows.origin), classes: rows.classes }),
    ...rows.columns.map((column): [string, Data] => [column.name, valueData(column.values)]),
  ];
  checkColumnNames(columns.map(([name]) => name));
  return tableOf(columns, rows.origin.length, metadataOf(header));
}

function askedOf({ shared }: Header, given: FinalizeOptions["statistics"]): AskedStatistic[] {
  if (given === undefined && shared.own.length > 0) {
    const message =
      `The statistics ${shared.own.join(", ")} were defined by the caller, and a table cannot hold code: give ` +
      `\`statistics\` again (they were ${shared.statistics.join(", ")}).`;
    throw rastrumError("invalid-option", message, { option: "statistics", received: given });
  }
  const asked = statisticsOf(given ?? shared.statistics, shared.form, shared.classes);
  for (const { column, statistic } of asked) {
    const lacking = statistic.needs.find((need) => !holds(shared.accumulators, need));
    if (lacking === undefined) continue;
    const message = `The partials have no "${lacking}", which ${column} needs: ask zonalPartials for ${column} too.`;
    throw rastrumError("invalid-partials", message, { what: lacking });
  }
  return asked;
}

/** Cells with their places have their values too. */
function holds(accumulators: readonly Accumulator[], need: Accumulator): boolean {
  return accumulators.includes(need) || (need === "values" && accumulators.includes("cells"));
}

function metadataOf({ backends, warnings }: Header): Map<string, string> {
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  const names = unique(backends.map(([name]) => name)).join(", ");
  return runMetadata(names, unique(backends.map(([, reason]) => reason)).join("; "), warnings);
}
