const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat("en", { maximumSignificantDigits: 5 });

/** A number for people: all digits of an integer, five of anything else. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Number.isInteger(value) || Math.abs(value) >= 100_000) return whole.format(value);
  return precise.format(value);
}

/** Formats a column alike: with the decimals that five digits of its greatest number leave, fewer where all are zero. */
export function columnFormat(values: readonly number[]): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const greatest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const most = greatest === 0 ? 0 : Math.min(8, Math.max(0, 4 - Math.floor(Math.log10(greatest))));
  const needed = (value: number) => (value.toFixed(most).match(/\.(\d*?)0*$/)?.[1] ?? "").length;
  const digits = finite.reduce((least, value) => Math.max(least, needed(value)), 0);
  const format = new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (value) => (Number.isFinite(value) ? format.format(value) : "–");
}

export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Numbers of cells carry no unit, and a variance carries its square. */
export function statisticUnit(statistic: string, unit: string | undefined | null): string {
  if (statistic === "count") return "cells";
  if (statistic === "variety") return "values";
  if (!unit || statistic === "coefficient_of_variation") return "";
  if (statistic !== "variance") return unit;
  return /^\w+$/.test(unit) ? `${unit}²` : `(${unit})²`;
}

export function statisticTitle(statistic: string): string {
  return capitalized(statistic.replaceAll("_", " ").replace(/^(\w+)\((.*)\)$/, "$1 $2"));
}

/** Words that a list would hold, as a sentence; nothing for none. */
export function sentence(words: string): string {
  return words && `${capitalized(words)}.`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
