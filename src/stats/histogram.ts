import type { Distribution } from "./distribution.ts";

/**
 * The weight between edges, each of which belongs to the bin on its right, the last one to the bin on its left, as in
 * NumPy. One number instead of edges: so many bins of equal width from the least finite value to the greatest.
 */
export function histogramOf(distribution: Distribution, bins: readonly number[]): number[] {
  const edges = histogramEdges(distribution, bins);
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  distribution.weights.forEach((weight, i) => {
    // Equal bins go from double to double, between which the extremes of 64-bit integers must lie.
    const value = bins.length > 1 ? distribution.valueAt(i) : Number(distribution.valueAt(i));
    if (!(value >= edges[0] && value <= edges[edges.length - 1])) return;
    while (bin < counts.length - 1 && value >= edges[bin + 1]) bin++;
    counts[bin] += weight;
  });
  return counts;
}

/** @param bins the edges themselves, or how many bins */
export function histogramEdges(distribution: Distribution, bins: readonly number[]): number[] {
  if (bins.length > 1) return [...bins];
  const [least, greatest] = finiteExtremes(distribution);
  if (least > greatest) return Array.from({ length: bins[0] + 1 }, (_, i) => i / bins[0]);
  // As NumPy does where all values are the same.
  const [low, high] = least < greatest ? [least, greatest] : [least - 0.5, greatest + 0.5];
  // The difference of two doubles may be more than a double holds.
  const step = high - low < Infinity ? (high - low) / bins[0] : high / bins[0] - low / bins[0];
  return Array.from({ length: bins[0] + 1 }, (_, i) => (i === bins[0] ? high : low + i * step));
}

/** Only the first values and the last ones can be infinite. [∞, −∞] where all are. */
function finiteExtremes(distribution: Distribution): [number, number] {
  let first = 0;
  let last = distribution.size - 1;
  while (first <= last && !Number.isFinite(Number(distribution.valueAt(first)))) first++;
  while (last > first && !Number.isFinite(Number(distribution.valueAt(last)))) last--;
  if (first > last) return [Infinity, -Infinity];
  return [Number(distribution.valueAt(first)), Number(distribution.valueAt(last))];
}
