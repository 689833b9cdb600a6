import { eachSection, type Group, type Walk } from "./section.ts";

/**
 * The weight between edges, each of which belongs to the bin on its right, the last one to the bin on its left, as in
 * NumPy. One number instead of edges: so many bins of equal width from the least finite value to the greatest.
 */
export function* histogramOf(group: Group, bins: readonly number[]): Walk<number[]> {
  const edges = yield* histogramEdges(group, bins);
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  yield* eachSection(group, ({ table }) => {
    for (let i = 0; i < table.length; i++) {
      // Equal bins go from double to double, between which the extremes of 64-bit integers must lie.
      const value = bins.length > 1 ? table.valueAt(i) : Number(table.valueAt(i));
      if (!(value >= edges[0] && value <= edges[edges.length - 1])) continue;
      while (bin < counts.length - 1 && value >= edges[bin + 1]) bin++;
      counts[bin] += table.weightAt(i);
    }
  });
  return counts;
}

/** @param bins the edges themselves, or how many bins */
export function* histogramEdges(group: Group, bins: readonly number[]): Walk<number[]> {
  if (bins.length > 1) return [...bins];
  const [least, greatest] = yield* finiteExtremes(group);
  if (least > greatest) return Array.from({ length: bins[0] + 1 }, (_, i) => i / bins[0]);
  // As NumPy does where all values are the same.
  const [low, high] = least < greatest ? [least, greatest] : [least - 0.5, greatest + 0.5];
  // The difference of two doubles may be more than a double holds.
  const step = high - low < Infinity ? (high - low) / bins[0] : high / bins[0] - low / bins[0];
  return Array.from({ length: bins[0] + 1 }, (_, i) => (i === bins[0] ? high : low + i * step));
}

/** [∞, −∞] where all are infinite. */
function* finiteExtremes(group: Group): Walk<[number, number]> {
  let [least, greatest] = [Number(group.min), Number(group.max)];
  if (Number.isFinite(least) && Number.isFinite(greatest)) return [least, greatest];
  [least, greatest] = [Infinity, -Infinity];
  yield* eachSection(group, ({ table }) => {
    for (let i = 0; i < table.length; i++) {
      const value = Number(table.valueAt(i));
      if (!Number.isFinite(value)) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  });
  return [least, greatest];
}
