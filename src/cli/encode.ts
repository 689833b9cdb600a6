import { Schema, Table } from "apache-arrow";
import { csvLines, geojsonLines, jsonLines, type OutputZones, tableToArrow } from "../table-output.ts";
import type { Format } from "./commands.ts";
import { terminalWidth } from "./tell.ts";
import { tableToText } from "./text-table.ts";

/** A final table in a format; `zones` are needed for GeoJSON only. */
export function encode(table: Table, format: Format, zones: OutputZones | null): Iterable<string | Uint8Array> {
  if (format === "csv") return csvLines(table);
  if (format === "json") return jsonLines(table);
  if (format === "geojson" && zones) return geojsonLines(table, zones);
  if (format === "arrow") return [tableToArrow(withoutRun(table))];
  return [tableToText(table, terminalWidth(process.stdout))];
}

/** What is written where nothing is said. */
export function defaultFormat(): Format {
  return process.stdout.isTTY ? "table" : "csv";
}

/** The table without what differs from run to run of the same job, so that the files do not. */
function withoutRun(table: Table): Table {
  const kept = [...table.schema.metadata].filter(([key]) => !/^rastrum\.(backend|workers)/.test(key));
  return new Table(new Schema(table.schema.fields, new Map(kept)), table.batches);
}
