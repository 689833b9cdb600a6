import { statistics } from "rastrum";
import type { Layer } from "./catalog.ts";

/** Names of statistics by what the cells hold: measured amounts, or codes of classes. */
export type Columns = Readonly<Record<"amounts" | "classes", readonly string[]>>;

/** What the page offers, in the order of the table: all that are one number a zone and need no second raster. */
const offered: Columns = {
  amounts: [
    "mean",
    "median",
    "mode",
    "minority",
    "min",
    "quantile(0.1)",
    "quantile(0.25)",
    "quantile(0.75)",
    "quantile(0.9)",
    "max",
    "range",
    "sum",
    "count",
    "variety",
    "stdev",
    "variance",
    "coefficient_of_variation",
  ],
  classes: ["count", "variety", "mode", "minority"],
};

/** What the table shows until a person says otherwise: sums and extremes, which run on the GPU too. */
export const defaultColumns: Columns = {
  amounts: ["mean", "min", "max", "range", "sum", "count", "stdev", "variance", "coefficient_of_variation"],
  classes: ["count"],
};

const kindOf = (layer: Layer) => (layer.classes ? "classes" : "amounts");

export function offeredStatistics(layer: Layer): readonly string[] {
  return offered[kindOf(layer)];
}

/** The columns that are chosen for layers of this kind. */
export function columnsOf(layer: Layer, columns: Columns): readonly string[] {
  return columns[kindOf(layer)];
}

export function withColumns(layer: Layer, columns: Columns, chosen: readonly string[]): Columns {
  return { ...columns, [kindOf(layer)]: chosen };
}

/** Of these, what colours and bars can show: codes of classes are no amounts. */
export function amountsAmong(layer: Layer, names: readonly string[]): string[] {
  return names.filter((name) => !isCode(layer, name));
}

/** Whether the statistic of this layer is the code of a class. */
export function isCode(layer: Layer, statistic: string): boolean {
  return layer.classes !== undefined && (statistic === "mode" || statistic === "minority");
}

/** The library's own words, without the parameters. */
export function statisticDescription(asked: string): string {
  const base = asked.replace(/\(.*/, "");
  return statistics.find(({ name }) => name === base)?.description ?? "";
}
