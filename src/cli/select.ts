import type { Dimension } from "../source/source.ts";
import { UsageError } from "./usage-error.ts";

/** What --select says of a dimension; `stop` is null where the range is open. */
export type Pick =
  | { readonly kind: "range"; readonly start: number; readonly stop: number | null }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "labels"; readonly first: string; readonly last: string };

export interface Selected {
  readonly dimension: string;
  readonly pick: Pick;
}

/** Reads `--select DIM=WHAT`, each dimension once. */
export function parseSelects(texts: readonly string[]): Selected[] {
  const selects = texts.map(parseSelect);
  const twice = selects.find(({ dimension }, i) => selects.findIndex((other) => other.dimension === dimension) !== i);
  if (twice) throw new UsageError(`--select picks from "${twice.dimension}" twice.`);
  return selects;
}

function parseSelect(text: string): Selected {
  const equals = text.indexOf("=");
  const dimension = text.slice(0, Math.max(equals, 0)).trim();
  const what = text.slice(equals + 1).trim();
  if (dimension === "" || what === "") throw new UsageError(`--select is DIM=WHAT, as in time=0:30, not "${text}".`);
  return { dimension, pick: parsePick(what, text) };
}

/** Digits are an index and digits around a colon a range, so a date with a time (2013-01-01T06:00) stays a label. */
function parsePick(what: string, text: string): Pick {
  const range = /^(\d*):(\d*)$/.exec(what);
  if (range) return { kind: "range", start: Number(range[1]), stop: range[2] === "" ? null : Number(range[2]) };
  if (/^-?\d+$/.test(what)) return { kind: "index", index: Number(what) };
  const labels = what.split("..");
  if (labels.length === 1) return { kind: "label", label: unquote(what) };
  const [first, last] = labels.map(unquote);
  if (labels.length === 2 && first !== "" && last !== "") return { kind: "labels", first, last };
  throw new UsageError(`--select takes labels as FIRST..LAST, not "${text}".`);
}

/** `"850"` in quotes is the label 850, not the index. */
function unquote(text: string): string {
  return /^"(.*)"$/.exec(text.trim())?.[1] ?? text.trim();
}

/** The `select` of the library: open ranges end at the size of the dimension. */
export function resolveSelects(selects: readonly Selected[], dimensions: readonly Dimension[]) {
  return Object.fromEntries(
    selects.map(({ dimension, pick }) => [dimension, resolvePick(pick, sizeOf(dimension, dimensions))]),
  );
}

function resolvePick(pick: Pick, size: number): number | string | [number, number] | [string, string] {
  if (pick.kind === "index") return pick.index;
  if (pick.kind === "label") return pick.label;
  if (pick.kind === "labels") return [pick.first, pick.last];
  return [pick.start, pick.stop ?? size];
}

/** Infinity for a dimension that is not there, which the library then says. */
function sizeOf(name: string, dimensions: readonly Dimension[]): number {
  return dimensions.find((dimension) => dimension.name === name)?.size ?? Number.POSITIVE_INFINITY;
}
