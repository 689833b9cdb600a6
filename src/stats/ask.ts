import type { Accumulator } from "./partial.ts";
import type { AskedStatistic } from "./resolve.ts";
import { momentRows } from "./rows-moments.ts";
import type { Statistic } from "./statistic.ts";

/** As `resolveStatistics` says: sums and extremes are known here, all else is looked up by code that is loaded then. */
export async function askStatistics(names: readonly (string | Statistic)[]): Promise<AskedStatistic[]> {
  const known = momentRows.filter(({ name }) => Array.isArray(names) && names.includes(name));
  if (known.length > 0 && known.length === names.length) {
    return names.flatMap((name) => known.filter((statistic) => statistic.name === name)).map(asIs);
  }
  return (await import("./resolve.ts")).resolveStatistics(names);
}

/** A statistic without parameters, under its own name. */
export function asIs(statistic: Statistic): AskedStatistic {
  return { column: statistic.name, statistic, parameters: [] };
}

/** @param weighed whether cells belong to zones in part */
export function accumulatorsOf(asked: readonly AskedStatistic[], weighed: boolean): Set<Accumulator> {
  const needs = new Set(asked.flatMap(({ statistic }) => statistic.needs));
  return weighed ? needs.add("weight") : needs;
}
