import type { Distribution, Value } from "./distribution.ts";
import { addDyadic, type Dyadic, dyadic, dyadicToNumber, exactValue, multiplyDyadic, negateDyadic } from "./dyadic.ts";

/**
 * The quantile q. Of unweighed cells: linear between the order statistics around q·(n − 1) (Hyndman & Fan 1996, type 7,
 * as NumPy does), rounded once. Of weighed cells: exactextract's, which gives the i-th of k different values the place
 * i·wᵢ + (k − 1)·Σ_{j<i} wⱼ (https://stats.stackexchange.com/a/13223) and is linear between them.
 */
export function quantileOf(distribution: Distribution, q: number): number {
  return distribution.weighed ? weighedQuantile(distribution, q) : plainQuantile(distribution, q);
}

function plainQuantile(distribution: Distribution, q: number): number {
  const { cells } = distribution;
  const position = multiplyDyadic(dyadic(q), dyadic(cells - 1));
  // Rounded down: exponents of such products are negative.
  const below = Number(position.mantissa >> BigInt(-position.exponent));
  const fraction = addDyadic(position, dyadic(-below));
  const low = distribution.cellAt(below);
  return fraction.mantissa === 0n ? Number(low) : interpolate(low, distribution.cellAt(below + 1), fraction);
}

/** low + (high − low)·fraction, rounded once. */
function interpolate(low: Value, high: Value, fraction: Dyadic): number {
  if (low === high || fraction.mantissa === 0n) return Number(low);
  if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(low) + Number(high);
  const [from, to] = [exactValue(low), exactValue(high)];
  return dyadicToNumber(addDyadic(from, multiplyDyadic(addDyadic(to, negateDyadic(from)), fraction)));
}

function weighedQuantile(distribution: Distribution, q: number): number {
  const { weights } = distribution;
  const last = weights.length - 1;
  // What rounding does to places must not matter here.
  if (q === 1) return Number(distribution.valueAt(last));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const target = q * total * last;
  let passed = weights[0];
  let place = 0;
  for (let i = 1; i <= last; i++) {
    const next = i * weights[i] + last * passed;
    if (next > target) {
      const [low, high] = [distribution.valueAt(i - 1), distribution.valueAt(i)];
      return interpolate(low, high, dyadic((target - place) / (next - place)));
    }
    place = next;
    passed += weights[i];
  }
  return Number(distribution.valueAt(last));
}
