/** A column as CREATE TABLE declares it. */
export interface SqliteColumn {
  readonly name: string;
  /** Its declared type and what follows, in capitals. */
  readonly declared: string;
  /** Its values are the row ids, and are not stored beside them. */
  readonly isRowid: boolean;
  /** Value of rows that were written before the column was added. */
  readonly fallback: string | number | null;
}

/** A quoted name, a text, a comment, or one character. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*.*?\*\/|./gs;
const CONSTRAINT = /^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\b/i;

/** The columns of a CREATE TABLE statement, which is how SQLite keeps them. */
export function columnsOfSql(sql: string): SqliteColumn[] {
  return definitionsOf(sql)
    .filter((definition) => !CONSTRAINT.test(definition))
    .map((definition) => {
      const [, quoted, bare] =
        /^("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\])|^([^\s(]+)/s.exec(definition) ?? [];
      const name =
        quoted === undefined ? (bare ?? "") : quoted.slice(1, -1).replaceAll(quoted[0] + quoted[0], quoted[0]);
      const rest = definition.slice((quoted ?? bare ?? "").length).trim();
      const declared = rest.toUpperCase();
      const isRowid = /^INTEGER\b.*\bPRIMARY\s+KEY\b/s.test(declared);
      return { name, declared, isRowid, fallback: fallbackOf(rest) };
    });
}

/** A text or a number behind DEFAULT; expressions are none that rows without a value could have. */
function fallbackOf(declared: string): string | number | null {
  const [, text, digits] = /\bDEFAULT\s*\(?\s*(?:'((?:[^']|'')*)'|([-+]?[\d.]+(?:e[-+]?\d+)?))/is.exec(declared) ?? [];
  if (digits !== undefined) return Number(digits);
  return text === undefined ? null : text.replaceAll("''", "'");
}

/** What stands between the commas of the outermost parentheses. */
function definitionsOf(sql: string): string[] {
  const definitions: string[] = [];
  let depth = 0;
  let definition = "";
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token.startsWith("--") || token.startsWith("/*")) continue;
    if (token === ")" && --depth === 0) break;
    if (token === "," && depth === 1) {
      definitions.push(definition.trim());
      definition = "";
    } else if (depth > 0) definition += token;
    if (token === "(") depth++;
  }
  return [...definitions, definition.trim()].filter((text) => text !== "");
}
