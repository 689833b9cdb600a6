import type { Table } from "apache-arrow";
import { type Plain, readColumns, toJsonText } from "../table-output.ts";
import { printable } from "./tell.ts";

/** Digits that are shown of the column's greatest number. */
const DIGITS = 7;
/** Text columns are not cut below this. */
const LEAST_TEXT_WIDTH = 8;
const GAP = "  ";

interface TextColumn {
  readonly cells: readonly string[];
  readonly numeric: boolean;
  readonly width: number;
}

/**
 * A table for people, at most `width` characters wide: numbers rounded and aligned at the right, long texts cut and
 * then columns left out, which the last line says.
 */
export function tableToText(table: Table, width: number): string {
  const columns = readColumns(table).map(({ name, at }) => {
    const values = Array.from({ length: table.numRows }, (_, row) => at(row));
    return textColumn(name, values);
  });
  const fitting = columnsThatFit(columns, width);
  const lines = Array.from({ length: table.numRows + 1 }, (_, line) =>
    fitting
      .map((column) => align(column, line))
      .join(GAP)
      .trimEnd(),
  );
  const missing = columns.slice(fitting.length).map(({ cells }) => cells[0]);
  if (missing.length > 0) lines.push(`(not shown: ${missing.join(", ")})`);
  return `${lines.join("\n")}\n`;
}

function textColumn(name: string, values: readonly Plain[]): TextColumn {
  const numeric = values.every((value) => value === null || typeof value === "number" || typeof value === "bigint");
  const format = numeric ? numberFormat(values) : formatText;
  const cells = [formatText(name), ...values.map((value) => (value === null ? "" : format(value)))];
  return { cells, numeric, width: cells.reduce((most, cell) => Math.max(most, lengthOf(cell)), 0) };
}

/** Whole numbers in full; others with as many decimals as the greatest of the column needs for `DIGITS` digits. */
function numberFormat(values: readonly Plain[]): (value: Plain) => string {
  const numbers = values.filter((value) => typeof value === "number" && Number.isFinite(value)) as number[];
  const greatest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (numbers.every(Number.isInteger) && greatest < 1e15) return String;
  if (greatest < 1e-3 || greatest >= 1e15) return (value) => Number(value).toPrecision(DIGITS);
  const decimals = Math.max(0, DIGITS - 1 - Math.max(0, Math.floor(Math.log10(greatest))));
  return (value) => (Number.isFinite(value) ? Number(value).toFixed(decimals) : String(value));
}

function formatText(value: Plain): string {
  return printable(typeof value === "string" ? value : toJsonText(value));
}

/** The columns that fit: first the widest texts are cut, then columns at the right are left out. */
function columnsThatFit(columns: readonly TextColumn[], width: number): TextColumn[] {
  const fitting = [...columns];
  const excess = () => fitting.reduce((sum, column) => sum + column.width + GAP.length, -GAP.length) - width;
  while (excess() > 0) {
    const texts = fitting.filter((column) => !column.numeric && column.width > LEAST_TEXT_WIDTH);
    if (texts.length === 0) {
      if (fitting.length === 1) break;
      fitting.pop();
      continue;
    }
    const widest = texts.reduce((most, column) => (column.width > most.width ? column : most));
    const cut = Math.max(LEAST_TEXT_WIDTH, widest.width - excess());
    fitting[fitting.indexOf(widest)] = { ...widest, width: cut };
  }
  return fitting;
}

function align({ cells, numeric, width }: TextColumn, line: number): string {
  const cell = cells[line];
  const length = lengthOf(cell);
  if (length > width) return `${[...cell].slice(0, width - 1).join("")}…`;
  const padding = " ".repeat(width - length);
  return numeric ? padding + cell : cell + padding;
}

/** In characters, not in UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}
