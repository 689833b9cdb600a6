import { addDyadic, type Dyadic, dyadic, dyadicToNumber, exactValue, multiplyDyadic, negateDyadic } from "./dyadic.ts";
import { type Group, type Section, scan, type Value, type Walk } from "./section.ts";

/**
 * The quantile q. Of unweighed cells: linear between the order statistics around q·(n − 1) (Hyndman & Fan 1996, type 7,
 * as NumPy does), rounded once. Of weighed cells: exactextract's, which gives the i-th of k different values the place
 * i·wᵢ + (k − 1)·Σ_{j<i} wⱼ (https://stats.stackexchange.com/a/13223) and is linear between them.
 */
export function quantileOf(group: Group, q: number): Walk<number> {
  return group.weighed ? weighedQuantile(group, q) : plainQuantile(group, q);
}

function* plainQuantile({ cells }: Group, q: number): Walk<number> {
  const position = multiplyDyadic(dyadic(q), dyadic(cells - 1));
  // Rounded down: exponents of such products are negative.
  const below = Number(position.mantissa >> BigInt(-position.exponent));
  const fraction = addDyadic(position, dyadic(-below));
  let section: Section = yield { place: below, from: false };
  const low = section.cellAt(below);
  if (fraction.mantissa === 0n) return Number(low);
  if (below + 1 === section.stop) section = yield { place: below + 1, from: false };
  return interpolate(low, section.cellAt(below + 1), fraction);
}

/** low + (high − low)·fraction, rounded once. */
function interpolate(low: Value, high: Value, fraction: Dyadic): number {
  if (low === high || fraction.mantissa === 0n) return Number(low);
  if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(low) + Number(high);
  const [from, to] = [exactValue(low), exactValue(high)];
  return dyadicToNumber(addDyadic(from, multiplyDyadic(addDyadic(to, negateDyadic(from)), fraction)));
}

function* weighedQuantile(group: Group, q: number): Walk<number> {
  let total = 0;
  let last = -1;
  let greatest: Value = 0;
  yield* scan(group, (section) => {
    const { weights } = section;
    for (let i = 0; i < weights.length; i++) total += weights[i];
    last += weights.length;
    greatest = section.valueAt(weights.length - 1);
  });
  // What rounding does to places must not matter here.
  if (q === 1) return Number(greatest);
  const target = q * total * last;
  let passed = 0;
  let place = 0;
  let index = 0;
  let low: Value = 0;
  for (let start = 0; start < group.cells; ) {
    const section: Section = yield { place: start, from: true };
    const { weights } = section;
    for (let i = 0; i < weights.length; i++, index++) {
      const next = index * weights[i] + last * passed;
      if (index > 0 && next > target) {
        if (i > 0) low = section.valueAt(i - 1);
        return interpolate(low, section.valueAt(i), dyadic((target - place) / (next - place)));
      }
      place = next;
      passed += weights[i];
    }
    low = section.valueAt(weights.length - 1);
    start = section.stop;
  }
  return Number(low);
}
