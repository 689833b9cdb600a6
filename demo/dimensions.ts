import type { Dimension, Raster } from "rastrum";

/**
 * The dimension that the slider moves over: time where there is one, else the first that has more than one index. Bands
 * are no steps of anything: one is picked.
 */
export function stepDimension(raster: Raster | null): Dimension | null {
  const several = raster?.dimensions.filter(({ size, name }) => size > 1 && !/^bands?$/i.test(name)) ?? [];
  const time = several.find(({ labels, name }) => labels?.type === "time" || /time|date|month|year/i.test(name));
  return time ?? several[0] ?? null;
}

/** Dimensions that stay at one index. */
export function otherDimensions(raster: Raster | null): Dimension[] {
  const step = stepDimension(raster);
  return raster?.dimensions.filter((dimension) => dimension !== step) ?? [];
}

export function isTime(dimension: Dimension | null): boolean {
  return dimension?.labels?.type === "time";
}

const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** The label of one index, for people. */
export function stepLabel(dimension: Dimension, index: number): string {
  const { labels } = dimension;
  if (!labels) return `${dimension.name} ${index}`;
  if (labels.type !== "time") return String(labels.values[index]);
  const wholeDays = labels.values.every((milliseconds) => milliseconds % 86_400_000 === 0);
  return (wholeDays ? day : minute).format(labels.values[index]);
}
