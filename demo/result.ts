import type { Table } from "apache-arrow";
import type { Rule } from "./state.ts";
import type { Zone } from "./zones.ts";

/** A table, and what the page needs to look numbers up in it. */
export interface Result extends ResultContext {
  readonly table: Table;
  readonly backend: string;
  readonly reason: string;
  readonly warnings: readonly string[];
  /** NaN where the statistic is undefined, or not computed for that step. */
  value(statistic: string, zone: number, step: number): number;
}

/** What was asked for, and how long it took. */
export interface ResultContext {
  readonly zones: readonly Zone[];
  readonly statistics: readonly string[];
  /** Indices along the step dimension that the table holds; [0] where there is no such dimension. */
  readonly steps: readonly number[];
  readonly rule: Rule;
  /** Index along every other dimension, by its name. */
  readonly fixed: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  /** What it is instead of exact, in words. */
  readonly estimate?: string | null;
}

/** Rows come zone by zone, and within a zone step by step. */
export function readResult(table: Table, context: ResultContext): Result {
  const { metadata } = table.schema;
  const columns = new Map(context.statistics.map((name) => [name, numbers(table, name)]));
  const position = new Map(context.steps.map((step, index) => [step, index]));
  return {
    ...context,
    table,
    backend: metadata.get("rastrum.backend") ?? "cpu",
    reason: metadata.get("rastrum.backend_reason") ?? "",
    warnings: JSON.parse(metadata.get("rastrum.warnings") ?? "[]") as string[],
    value(statistic, zone, step) {
      const index = position.get(step);
      const column = columns.get(statistic);
      return index === undefined || !column ? Number.NaN : column[zone * context.steps.length + index];
    },
  };
}

function numbers(table: Table, name: string): Float64Array {
  const vector = table.getChild(name);
  return Float64Array.from({ length: table.numRows }, (_, row) => {
    const value: unknown = vector?.get(row);
    return value === null || value === undefined ? Number.NaN : Number(value);
  });
}

/** Least and greatest finite value of a statistic, at one step or over all; null where there is none. */
export function valueRange(result: Result, statistic: string, step: number | null): [number, number] | null {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const at of step === null ? result.steps : [step]) {
    for (let zone = 0; zone < result.zones.length; zone++) {
      const value = result.value(statistic, zone, at);
      if (!Number.isFinite(value)) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }
  return least <= greatest ? [least, greatest] : null;
}
