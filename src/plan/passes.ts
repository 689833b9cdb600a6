import type { BlockTask, Plan, SpatialTask } from "./plan.ts";

/** A part of a plan whose groups are complete once it is done: all cells of its zones, in its slices. */
export type Pass = WholePass | SectionedPass;

interface WholePass {
  readonly tasks: readonly SpatialTask[];
  readonly blocks: readonly BlockTask[];
  /** Row numbers of zones. */
  readonly zones: Uint32Array;
  readonly bytesASlice?: undefined;
}

/**
 * Where the cells of its zone are too many to be kept at once: the pass does not keep them, and more passes over its
 * chunks follow, as its values turn out to need.
 */
export interface SectionedPass extends Omit<WholePass, "bytesASlice"> {
  /** What the cells of one slice would take. */
  readonly bytesASlice: number;
}

/** Bytes that a kept cell takes: one that belongs to its zone whole, and one that it covers in part. */
export interface KeptBytes {
  readonly whole: number;
  readonly partial: number;
}

/** The whole plan at once: for statistics that keep no cells. */
export function onePass(plan: Plan, zoneCount: number): Pass[] {
  const zones = new Uint32Array(zoneCount);
  for (let zone = 0; zone < zoneCount; zone++) zones[zone] = zone;
  return [{ tasks: plan.tasks, blocks: plan.blocks, zones }];
}
