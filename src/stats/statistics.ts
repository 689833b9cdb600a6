import { rastrumError } from "../errors.ts";
import type { Accumulator } from "./partial.ts";
import type { Statistic } from "./statistic.ts";

/** All statistics, with exactextract's names and definitions. */
export const statistics: readonly Statistic[] = [
  {
    name: "count",
    description: "number of valid cells; by covered fraction, the sum of the fractions",
    needs: [],
    finalize: (row) => row.count,
    whenEmpty: 0,
  },
  {
    name: "sum",
    description: "sum of the values, exact for integers and else correctly rounded",
    needs: ["sum"],
    finalize: (row) => row.sum,
    whenEmpty: 0,
  },
  {
    name: "mean",
    description: "average value: the sum divided by the count",
    needs: ["sum"],
    finalize: (row) => row.mean,
  },
  { name: "min", description: "least value", needs: [], finalize: (row) => row.min },
  { name: "max", description: "greatest value", needs: [], finalize: (row) => row.max },
  { name: "range", description: "greatest value less the least", needs: [], finalize: (row) => row.range },
  {
    name: "variance",
    description: "mean squared distance of the values from their mean (population variance, ddof 0)",
    needs: ["sum", "squares"],
    finalize: (row) => row.variance,
  },
  {
    name: "stdev",
    description: "standard deviation: square root of the variance, in the unit of the values",
    needs: ["sum", "squares"],
    finalize: (row) => row.stdev,
  },
  {
    name: "coefficient_of_variation",
    description: "standard deviation divided by the mean: spread without a unit",
    needs: ["sum", "squares"],
    finalize: (row) => row.coefficientOfVariation,
  },
];

/** Other names for the same; the column is named as it was asked. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["std", "stdev"],
  ["var", "variance"],
]);

/** A statistic as asked for: the column's name and the row of the table. */
export interface AskedStatistic {
  readonly column: string;
  readonly statistic: Statistic;
}

/** Looks names up. Throws `unknown-statistic` with the nearest name, `invalid-option` where one is asked for twice. */
export function resolveStatistics(names: readonly string[]): AskedStatistic[] {
  if (!Array.isArray(names) || names.length === 0) {
    const message = 'No statistics were asked for: give an array of names such as ["count", "mean"].';
    throw rastrumError("invalid-option", message, { option: "statistics", received: names });
  }
  return names.map((column, i) => {
    if (names.indexOf(column) !== i) {
      const message = `The statistic "${column}" is asked for twice: name it once.`;
      throw rastrumError("invalid-option", message, { option: "statistics", received: names });
    }
    return { column, statistic: findStatistic(String(column)) };
  });
}

/** @param weighed whether cells belong to zones in part */
export function accumulatorsOf(asked: readonly AskedStatistic[], weighed: boolean): Set<Accumulator> {
  const needs = new Set(asked.flatMap(({ statistic }) => statistic.needs));
  return weighed ? needs.add("weight") : needs;
}

function findStatistic(asked: string): Statistic {
  const name = aliases.get(asked) ?? asked;
  const found = statistics.find((statistic) => statistic.name === name);
  if (found) return found;
  const nearest = nearestName(asked, [...statistics.map((statistic) => statistic.name), ...aliases.keys()]);
  const known = statistics.map((statistic) => statistic.name).join(", ");
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  const message = `There is no statistic "${asked}".${hint} Known: ${known}.`;
  throw rastrumError("unknown-statistic", message, { statistic: asked, nearest });
}

/** The name with the fewest edits to `asked`, or null where all are far off. */
export function nearestName(asked: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(asked.length / 2)) + 1;
  for (const name of names) {
    const distance = editDistance(asked.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
