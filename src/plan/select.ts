import { rastrumError } from "../errors.ts";
import type { Dimension, IndexRange, Labels } from "../source/source.ts";
import { type SelectedDimension, wholeDimension } from "./selected.ts";

/**
 * What to keep of one dimension: `3` one index (its column goes away); `[0, 30]` a half-open range of indices;
 * `"2013-01-01"` one label; `["2013-01-01", "2013-02-01"]` labels from … to, both in. Labels of time compare as dates,
 * and a shorter ISO date stands for all that it begins (`"2013-02"`: the whole month).
 */
export type Selection = number | string | Date | readonly [number, number] | readonly [string | Date, string | Date];

/** Throws `unknown-dimension`, `unknown-label` or `invalid-option`. */
export function resolveSelect(
  dimensions: readonly Dimension[],
  select: Readonly<Record<string, Selection>>,
): SelectedDimension[] {
  if (typeof select !== "object" || select === null) throw invalidSelect(select, "it must be an object");
  for (const name of Object.keys(select)) {
    if (dimensions.some((dimension) => dimension.name === name)) continue;
    const names = dimensions.map((dimension) => dimension.name);
    const known = names.length > 0 ? `It has: ${names.join(", ")}.` : "It has no dimensions but rows and columns.";
    const message = `select names the dimension "${name}", which the raster lacks. ${known}`;
    throw rastrumError("unknown-dimension", message, { dimension: name, dimensions: names });
  }
  return dimensions.map((dimension) => {
    const asked = Object.hasOwn(select, dimension.name) ? select[dimension.name] : undefined;
    if (asked === undefined) return wholeDimension(dimension);
    return { dimension, ...resolveOne(dimension, asked) };
  });
}

function resolveOne(dimension: Dimension, asked: Selection): { range: IndexRange; single: boolean } {
  if (typeof asked === "number") {
    requireIndex(dimension, asked, dimension.size - 1);
    return { range: [asked, asked + 1], single: true };
  }
  if (typeof asked === "string" || asked instanceof Date) {
    const range = labelRange(dimension, asked, asked);
    return { range, single: range[1] - range[0] === 1 };
  }
  if (!Array.isArray(asked) || asked.length !== 2) {
    throw invalidSelect(asked, "a number, a label, [start, stop] or [label, label] is needed");
  }
  const [from, to] = asked;
  if (typeof from === "number" && typeof to === "number") {
    requireIndex(dimension, from, dimension.size);
    requireIndex(dimension, to, dimension.size);
    if (from >= to) throw invalidSelect(asked, "the start must be below the stop, which itself is not in");
    return { range: [from, to], single: false };
  }
  if (typeof from === "number" || typeof to === "number") throw invalidSelect(asked, "indices and labels are mixed");
  return { range: labelRange(dimension, from, to), single: false };
}

function requireIndex(dimension: Dimension, index: number, last: number): void {
  if (Number.isInteger(index) && index >= 0 && index <= last) return;
  const message = `select asks for index ${index} of "${dimension.name}", which has ${dimension.size} (from 0).`;
  throw rastrumError("unknown-label", message, { dimension: dimension.name, label: String(index) });
}

function labelRange(dimension: Dimension, from: string | Date, to: string | Date): IndexRange {
  const { labels, name } = dimension;
  if (!labels) throw unknownLabel(name, from, "it has no labels: select by index");
  const inside = labelTest(labels, from, to, name);
  let start = -1;
  let stop = -1;
  for (let i = 0; i < dimension.size; i++) {
    if (!inside(i)) continue;
    if (start < 0) start = i;
    else if (stop !== i)
      throw unknownLabel(name, from, "the labels that match are not next to each other: select by index");
    stop = i + 1;
  }
  if (start >= 0) return [start, stop];
  const format = (i: number) => formatLabel(labels, i);
  throw unknownLabel(name, from, `its labels go from ${format(0)} to ${format(dimension.size - 1)}`);
}

function labelTest(labels: Labels, from: string | Date, to: string | Date, name: string): (index: number) => boolean {
  if (labels.type === "time") {
    const [first] = timeSpan(from, name);
    const [, last] = timeSpan(to, name);
    return (i) => labels.values[i] >= first && labels.values[i] <= last;
  }
  if (labels.type === "number") {
    const a = Number(from);
    const b = Number(to);
    return (i) => labels.values[i] >= Math.min(a, b) && labels.values[i] <= Math.max(a, b);
  }
  const first = labels.values.indexOf(String(from));
  const last = labels.values.indexOf(String(to));
  return (i) => first >= 0 && last >= 0 && i >= Math.min(first, last) && i <= Math.max(first, last);
}

/** First and last millisecond that an ISO date or a part of one (a year, a month, a day …) stands for. */
function timeSpan(label: string | Date, name: string): [number, number] {
  if (label instanceof Date) return [label.getTime(), label.getTime()];
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(\.\d+)?)?)?Z?)?)?)?$/.exec(label.trim());
  if (!parts) throw unknownLabel(name, label, "a time is written as 2013, 2013-02, 2013-02-28 or 2013-02-28T06:00");
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => (part ? Number(part) : undefined));
  const first = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  // Date.UTC takes February 30 for March 1 or 2.
  const given = parts.slice(1, 7).filter(Boolean);
  const meant = new Date(first).toISOString().split(/[-T:.]/, given.length);
  if (meant.join() !== given.join()) throw unknownLabel(name, label, "there is no such day or time");
  if (parts[7]) return [first + Number(parts[7]) * 1000, first + Number(parts[7]) * 1000];
  if (second !== undefined) return [first, first + 999];
  if (minute !== undefined) return [first, first + 59_999];
  if (hour !== undefined) return [first, first + 3_599_999];
  if (day !== undefined) return [first, first + 86_399_999];
  const next = month !== undefined ? Date.UTC(year ?? 0, month, 1) : Date.UTC((year ?? 0) + 1, 0, 1);
  return [first, next - 1];
}

/** A label as text: times in ISO 8601. */
export function formatLabel(labels: Labels, index: number): string {
  return labels.type === "time" ? new Date(labels.values[index]).toISOString() : String(labels.values[index]);
}

function unknownLabel(dimension: string, label: string | Date, reason: string) {
  const text = label instanceof Date && !Number.isNaN(label.getTime()) ? label.toISOString() : String(label);
  const message = `select asks for "${text}" of the dimension "${dimension}", which it lacks: ${reason}.`;
  return rastrumError("unknown-label", message, { dimension, label: text });
}

function invalidSelect(received: unknown, reason: string) {
  const text = JSON.stringify(received, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
  const message = `select cannot be ${text}: ${reason}.`;
  return rastrumError("invalid-option", message, { option: "select", received });
}
