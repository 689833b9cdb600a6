/** Seeded random numbers (mulberry32), so that a failing draw can be drawn again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A browser has no environment. */
const environment: Readonly<Record<string, string | undefined>> = globalThis.process?.env ?? {};

/** How many draws a random test makes: `count`, scaled by RASTRUM_DRAWS, which is 1,000 where nothing is said. */
export function draws(count: number): number {
  return Math.max(1, Math.round((count * Number(environment.RASTRUM_DRAWS ?? 1000)) / 1000));
}

/** The seed of all random tests; RASTRUM_SEED draws others. */
export const seed = Number(environment.RASTRUM_SEED ?? 20_210_917);
