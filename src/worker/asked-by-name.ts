import type { AskedStatistic } from "../stats/resolve.ts";
import { statistics as table } from "../stats/statistics.ts";

/** Statistics as messages carry them. */
export type AskedByName = readonly { readonly name: string; readonly parameters: readonly number[] }[];

export function namesOf(statistics: readonly AskedStatistic[]): AskedByName {
  return statistics.map(({ statistic, parameters }) => ({ name: statistic.name, parameters }));
}

/** Whether all can be told by their names: code of the caller's own cannot be sent. */
export function areKnown(statistics: readonly AskedStatistic[]): boolean {
  return statistics.every(({ statistic }) => table.includes(statistic));
}

export function statisticsOf(asked: AskedByName): AskedStatistic[] {
  return asked.map(({ name, parameters }) => {
    const statistic = table.find((row) => row.name === name);
    if (!statistic) throw new Error(`there is no statistic ${name}`);
    return { column: name, statistic, parameters };
  });
}
