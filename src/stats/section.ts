import type { ValueTable } from "./value-table.ts";

export type Value = number | bigint;

/** Cells of a group by value: all of them, or those from one value to another where memory does not hold all. */
export interface Section {
  /** How many cells of the group come before these, ascending, and how many those are together. */
  readonly start: number;
  readonly stop: number;
  /** Values with the cells that have them, or the sum of their coverage, rounded once. */
  readonly table: ValueTable;
  /** The same by coverage × the weight that a second raster gives each cell. */
  readonly products: ValueTable;
  /** The cell at a place of the group, ascending, where all cells weigh 1. */
  cellAt(place: number): Value;
}

/** The section that the cell at `place` is in; with `from` one that begins there, where another section ended. */
export interface Want {
  readonly place: number;
  readonly from: boolean;
}

/**
 * How a statistic goes over the cells of a group that is read section by section: it says which section it wants next,
 * and is given it.
 */
export type Walk<Result> = Generator<Want, Result, Section>;

/** What a statistic makes of values: of all sections of a group, ascending; of a group in memory, which is one section. */
export interface Scan<Result> {
  take(table: ValueTable): void;
  result(): Result;
}

/** What is known of a group before its cells are. */
export interface Group {
  /** Valid cells, whole or in part. */
  readonly cells: number;
  /** Whether cells weigh other than 1. */
  readonly weighed: boolean;
  readonly min: Value;
  readonly max: Value;
  /** Most values that a list of them may hold. */
  readonly mostListed: number;
  /** All cells; null where they are read section by section. */
  readonly all: Section | null;
}

export function isWalk<Result>(value: unknown): value is Walk<Result> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "next" in value;
}

/** The result of a walk over cells that are one section. */
export function walkThrough<Result>(walk: Walk<Result>, section: Section): Result {
  let step = walk.next();
  while (!step.done) step = walk.next(section);
  return step.value;
}

/** What comes of all cells of a group. */
export function scanned<Result>(group: Group, scan: Scan<Result>): Result | Walk<Result> {
  if (group.all === null) return scanSections(group, scan);
  scan.take(group.all.table);
  return scan.result();
}

function* scanSections<Result>(group: Group, scan: Scan<Result>): Walk<Result> {
  yield* eachSection(group, (section) => scan.take(section.table));
  return scan.result();
}

/** Takes all sections of a group, ascending. */
export function* eachSection({ cells }: Pick<Group, "cells">, take: (section: Section) => void): Walk<void> {
  for (let start = 0; start < cells; ) {
    const section: Section = yield { place: start, from: true };
    take(section);
    start = section.stop;
  }
}

export function compare(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}
