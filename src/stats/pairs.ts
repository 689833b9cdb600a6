import type { PairMoments } from "./pair-moments.ts";
import type { PowerSums, Scaling } from "./power-sums.ts";

type Pairs = typeof import("./pair-moments.ts");

/** Of fewer groups bigints find what is asked for before pairs are loaded. */
const LEAST_GROUPS = 256;

let pairs: Pairs | null = null;
let loading: Promise<void> | null = null;

/** Loads what finds moments by pairs of doubles, where groups are many. Where it cannot be loaded bigints do, and until then. */
export function loadPairs(groups = LEAST_GROUPS): Promise<void> {
  if (pairs || groups < LEAST_GROUPS) return Promise.resolve();
  loading ??= import("./pair-moments.ts").then(usePairs, () => {});
  return loading;
}

/** Takes it from who has it at hand, as workers do, whose script is one file. */
export function usePairs(all: Pairs): void {
  pairs = all;
}

/** Null where it is not loaded. */
export function pairMoments(sums: PowerSums, scaling: Scaling): PairMoments | null {
  return pairs && new pairs.PairMoments(sums, scaling);
}
