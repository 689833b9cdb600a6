import type { CsvRows } from "./csv-rows.ts";

type Properties = Readonly<Record<string, unknown>>;

/** As JSON has them: a code such as 01001 is none, and so is a whole number that a double cannot hold. */
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * A record a row, of the columns that hold properties. A column is of numbers where all that is in it is written as
 * numbers, without quotes; what is empty is null.
 */
export function propertiesOf(rows: CsvRows, header: readonly string[], columns: readonly number[]): Properties[] {
  const texts: (string | null)[][] = columns.map(() => []);
  const isNumeric = columns.map(() => true);
  while (rows.next()) {
    for (const [i, column] of columns.entries()) {
      const text = column < rows.count ? rows.text(column) : "";
      const isText = column < rows.count && rows.isQuoted(column);
      if (text !== "" && (isText || !isNumber(text))) isNumeric[i] = false;
      texts[i].push(text === "" ? null : text);
    }
  }
  // Entries, not assignments: a column may be called __proto__.
  return Array.from({ length: texts[0]?.length ?? 0 }, (_, row) =>
    Object.fromEntries(
      columns.map((column, i) => {
        const text = texts[i][row];
        return [header[column], isNumeric[i] && text !== null ? Number(text) : text];
      }),
    ),
  );
}

function isNumber(text: string): boolean {
  if (!number.test(text)) return false;
  const value = Number(text);
  return Number.isFinite(value) && (Number.isSafeInteger(value) || /[.eE]/.test(text));
}
