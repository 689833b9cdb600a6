import type { ExactSums } from "./exact-sums.ts";

/** value = stored × scale + offset. */
export interface Scaling {
  readonly scale: number;
  readonly offset: number;
}

/** Σ w, Σ w·x and Σ w·x² of many groups, in stored units. */
export interface PowerSums {
  /** Exact sums, or cells where each weighs 1. */
  readonly weight: ExactSums | Float64Array;
  readonly sum: ExactSums | null;
  readonly squares: ExactSums | null;
}

/** Groups that are looked at together at most; wasm/moments.ts has columns of as many. */
export const MOST_ROWS = 256;

/** What they say of a group. */
export type Moment = "weight" | "sum" | "mean" | "variance" | "stdev" | "coefficientOfVariation";
