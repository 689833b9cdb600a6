export type Value = number | bigint;

/** Cells of a group by value: all of them, or those from one value to another where memory does not hold all. */
export interface Section {
  /** How many cells of the group come before these, ascending, and how many those are together. */
  readonly start: number;
  readonly stop: number;
  /** The weight of each different value, ascending by value: its cells, or the sum of their coverage, rounded once. */
  readonly weights: Float64Array;
  /** The same by coverage × the weight that a second raster gives each cell. */
  readonly products: Float64Array;
  /** One of the different values, of which 0 is the section's least. */
  valueAt(index: number): Value;
  /** The cell at a place of the group, ascending, where all cells weigh 1. */
  cellAt(place: number): Value;
}

/** The section that the cell at `place` is in; with `from` one that begins there, where another section ended. */
export interface Want {
  readonly place: number;
  readonly from: boolean;
}

/**
 * How a statistic goes over the cells of a group: it says which section it wants next, and is given it. So one and the
 * same code serves groups in memory, which are one section, and those that are read section by section.
 */
export type Walk<Result> = Generator<Want, Result, Section>;

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
}

export function isWalk<Result>(value: unknown): value is Walk<Result> {
  return typeof value === "object" && value !== null && "next" in value;
}

/** The result of a walk over cells that are one section. */
export function walkThrough<Result>(walk: Walk<Result>, section: Section): Result {
  let step = walk.next();
  while (!step.done) step = walk.next(section);
  return step.value;
}

/** Takes all sections of a group, ascending. */
export function* scan({ cells }: Pick<Group, "cells">, take: (section: Section) => void): Walk<void> {
  for (let start = 0; start < cells; ) {
    const section: Section = yield { place: start, from: true };
    take(section);
    start = section.stop;
  }
}
