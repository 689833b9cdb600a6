import { rastrumError } from "../errors.ts";
import { asIs } from "./ask.ts";
import { nearestName } from "./nearest-name.ts";
import type { Statistic } from "./statistic.ts";
import { statistics } from "./statistics.ts";

/** Other names for the same; the column is named as it was asked. */
const aliases: readonly { readonly pattern: RegExp; readonly as: (match: RegExpExecArray) => string }[] = [
  { pattern: /^std$/, as: () => "stdev" },
  { pattern: /^var$/, as: () => "variance" },
  { pattern: /^quantile_(?!sketch)(.+)$/, as: ([, q]) => `quantile(${q})` },
  { pattern: /^percentile_(.+)$/, as: ([, p]) => `quantile(${Number(p) / 100})` },
  { pattern: /^frac_(-?\d.*)$/, as: ([, value]) => `frac_of(${value})` },
];

/** A statistic as asked for: the column's name, the row of the table, and its parameters. */
export interface AskedStatistic {
  readonly column: string;
  readonly statistic: Statistic;
  readonly parameters: readonly number[];
}

/**
 * Looks statistics up; those that callers define stand for themselves. `quantile(0.1,0.9)` asks for `quantile(0.1)` and
 * `quantile(0.9)`; `quantile_0.9` and `percentile_90` are the same as `quantile(0.9)`, `frac_12` is `frac_of(12)`.
 * Throws `unknown-statistic` with the nearest name, `invalid-option` for a wrong parameter or a column asked for twice.
 */
export function resolveStatistics(names: readonly (string | Statistic)[]): AskedStatistic[] {
  if (!Array.isArray(names) || names.length === 0) {
    const message = 'No statistics were asked for: give an array of names such as ["count", "mean"].';
    throw rastrumError("invalid-option", message, { option: "statistics", received: names });
  }
  const asked = names.flatMap((name) => (isStatistic(name) ? [asIs(name)] : resolveOne(String(name).trim())));
  asked.forEach(({ column }, i) => {
    if (asked.findIndex((other) => other.column === column) === i) return;
    const message = `The statistic "${column}" is asked for twice: name it once.`;
    throw rastrumError("invalid-option", message, { option: "statistics", received: names });
  });
  return asked;
}

function isStatistic(asked: unknown): asked is Statistic {
  return typeof asked === "object" && asked !== null && "finalize" in asked;
}

function resolveOne(asked: string): AskedStatistic[] {
  const { name, parameters } = parse(unaliased(asked));
  const statistic = findStatistic(name, asked);
  const { parameter } = statistic;
  if (!parameter) {
    if (parameters) throw wrongParameter(statistic, asked);
    return [{ column: asked, statistic, parameters: [] }];
  }
  if (!parameters) throw wrongParameter(statistic, asked);
  const numbers = parameters.map((text) => (text === "" ? Number.NaN : Number(text)));
  const lists = parameter.list ? [numbers] : numbers.map((number) => [number]);
  return lists.map((list, i) => {
    if (!parameter.accepts(...list)) throw wrongParameter(statistic, asked);
    return { column: lists.length === 1 ? asked : `${name}(${parameters[i]})`, statistic, parameters: list };
  });
}

function unaliased(asked: string): string {
  for (const { pattern, as } of aliases) {
    const match = pattern.exec(asked);
    if (match) return as(match);
  }
  return asked;
}

/** "name(1, 2)" → its name and the texts between commas; null without parentheses. */
function parse(asked: string): { name: string; parameters: readonly string[] | null } {
  const [, name, inner] = /^([^()]*?)\s*\(([^()]*)\)$/.exec(asked) ?? [];
  if (name === undefined || inner === undefined) return { name: asked, parameters: null };
  return { name, parameters: inner.split(",").map((part) => part.trim()) };
}

function wrongParameter({ name, parameter }: Statistic, asked: string) {
  const wanted = parameter
    ? `write ${name}(${parameter.name}) with ${parameter.wanted}`
    : `it takes no parameter, so write ${name}`;
  const message = `The statistic "${asked}" cannot be: ${wanted}.`;
  return rastrumError("invalid-option", message, { option: "statistics", received: asked });
}

function findStatistic(name: string, asked: string): Statistic {
  const found = statistics.find((statistic) => statistic.name === name);
  if (found) return found;
  const names = statistics.map((statistic) => statistic.name);
  const nearest = nearestName(asked, [...names, "std", "var"]);
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  const message = `There is no statistic "${asked}".${hint} Known: ${names.join(", ")}.`;
  throw rastrumError("unknown-statistic", message, { statistic: asked, nearest });
}
