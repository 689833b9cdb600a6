import type { Accumulator } from "./partial.ts";

export type KeepingParts = typeof import("./keeping-parts.ts");

const KEEPING: readonly Accumulator[] = ["sketch", "values", "cells", "own"];

let parts: KeepingParts | null = null;

/** Loads what accumulators need that are no sums: awaited by each job before partials are made, so that all after is sync. */
export async function loadKeeping(needs: ReadonlySet<Accumulator>): Promise<void> {
  if (!parts && KEEPING.some((accumulator) => needs.has(accumulator))) useKeeping(await import("./keeping-parts.ts"));
}

/** Takes the parts from who has them at hand, as workers do, whose script is one file. */
export function useKeeping(all: KeepingParts): void {
  parts = all;
}

/** What `loadKeeping` has loaded. */
export function keeping(): KeepingParts {
  if (parts) return parts;
  throw new Error("Cells are kept, or values made of them, before loadKeeping was awaited.");
}
