import { compensatedSum, isInside } from "./check.mjs";

/**
 * The statistics of a zone found another way: its cells one by one, each rule as its definition says, values in a plain
 * array, sums compensated, nothing of the library. For zones of single polygons whose rings do not cross.
 */

/** The cells of a zone by a rule: `{ row, column, coverage }`, in order of rows, then columns. */
export function cellsOfZone(grid, coordinates, rule) {
  const [a, , c, , e, f] = grid.transform;
  const rings = coordinates.map((ring) => ring.map(([x, y]) => [(x - c) / a, (y - f) / e]));
  const found = [];
  for (const [row, strips] of rowsOf(rings, grid.height)) {
    const xs = strips[0].map(([x]) => x);
    if (xs.length === 0) continue;
    const last = Math.min(grid.width - 1, Math.floor(Math.max(...xs)));
    for (let column = Math.max(0, Math.floor(Math.min(...xs))); column <= last; column++) {
      const coverage = coverageOf(rule, rings, strips, row, column);
      if (coverage > 0) found.push({ row, column, coverage });
    }
  }
  return found;
}

function* rowsOf(rings, height) {
  const ys = rings[0].map(([, y]) => y);
  const last = Math.min(height - 1, Math.floor(Math.max(...ys)));
  for (let row = Math.max(0, Math.floor(Math.min(...ys))); row <= last; row++) {
    yield [
      row,
      rings.map((ring) =>
        between(
          ring.map(([x, y]) => [x, y - row]),
          1,
        ),
      ),
    ];
  }
}

function coverageOf(rule, rings, strips, row, column) {
  if (rule === "center") return isInside(column + 0.5, row + 0.5, rings) ? 1 : 0;
  const areas = strips.map((strip) =>
    areaOf(
      between(
        strip.map(([x, y]) => [x - column, y]),
        0,
      ),
    ),
  );
  const covered = areas.slice(1).reduce((rest, hole) => rest - hole, areas[0]);
  if (rule === "fraction") return covered > 1e-12 ? covered : 0;
  return covered > 1e-12 ? 1 : 0; // touched: of such zones, what the boundary passes through is covered in part
}

/** What of a ring lies where 0 ≤ p[axis] ≤ 1 (Sutherland & Hodgman 1974). */
function between(ring, axis) {
  return [0, 1].reduce((kept, limit) => half(kept, axis, limit), ring);
}

function half(ring, axis, limit) {
  const depth = (point) => (limit === 0 ? point[axis] : 1 - point[axis]);
  return ring.flatMap((to, i) => {
    const from = ring[(i || ring.length) - 1];
    const [before, after] = [depth(from), depth(to)];
    const share = before / (before - after);
    const cut = before < 0 !== after < 0 ? [from.map((v, k) => (k === axis ? limit : v + share * (to[k] - v)))] : [];
    return after < 0 ? cut : [...cut, to];
  });
}

function areaOf(ring) {
  let doubled = 0;
  ring.forEach(([x, y], i) => {
    const [fromX, fromY] = ring[(i || ring.length) - 1];
    doubled += fromX * y - x * fromY;
  });
  return Math.abs(doubled) / 2;
}

/** Areas of cells of a row, in what `coverageWeight` names; 1 where it names none. */
export function plainArea(coverageWeight, [a, , , , e, f], row) {
  const [top, bottom] = [row, row + 1].map((edge) => ((f + e * edge) * Math.PI) / 180);
  const across = (Math.abs(a) * Math.PI) / 180;
  if (coverageWeight === "area_cartesian") return Math.abs(a * e);
  if (coverageWeight === "area_spherical_m2") return 6378137 ** 2 * across * Math.abs(Math.sin(top) - Math.sin(bottom));
  if (coverageWeight !== "area_geodesic_m2") return 1;
  // WGS 84, Simpson's rule over the parallel strip: b² cos φ / (1 − e² sin² φ)².
  const flattening = 1 / 298.257223563;
  const es = flattening * (2 - flattening);
  const strip = (latitude) => Math.cos(latitude) / (1 - es * Math.sin(latitude) ** 2) ** 2;
  const mean = (strip(top) + 4 * strip((top + bottom) / 2) + strip(bottom)) / 6;
  return 6378137 ** 2 * (1 - es) * across * Math.abs(top - bottom) * mean;
}

/** A statistic of valid cells `{ value, coverage, weight, id, x, y }`; `weighed`: whether the rule knows parts of cells. */
export function plainStatistic(asked, cells, weighed) {
  const [, name, inside] = /^(\w+)(?:\((.*)\))?$/.exec(asked);
  const parameters = inside?.split(",").map(Number) ?? [];
  const compute = plain[name];
  if (!compute) throw new Error(`bench/plain.mjs does not know ${name}: add it.`);
  return compute(cells, parameters, weighed);
}

const plain = {
  count: (cells) => compensatedSum(cells.map((cell) => cell.coverage)),
  sum: (cells) => compensatedSum(cells.map((cell) => cell.coverage * cell.value)),
  mean: (cells) => plain.sum(cells) / plain.count(cells),
  min: (cells) => cells.reduce((best, { value }) => Math.min(best, value), Infinity),
  max: (cells) => cells.reduce((best, { value }) => Math.max(best, value), -Infinity),
  range: (cells) => plain.max(cells) - plain.min(cells),
  variance: (cells) => {
    const mean = plain.mean(cells);
    return compensatedSum(cells.map(({ coverage, value }) => coverage * (value - mean) ** 2)) / plain.count(cells);
  },
  stdev: (cells) => Math.sqrt(plain.variance(cells)),
  coefficient_of_variation: (cells) => plain.stdev(cells) / plain.mean(cells),
  weighted_sum: (cells) => plain.sum(reweighed(cells)),
  weighted_mean: (cells) => plain.mean(reweighed(cells)),
  weighted_variance: (cells) => plain.variance(reweighed(cells)),
  weighted_stdev: (cells) => plain.stdev(reweighed(cells)),
  weighted_frac: (cells) => plain.frac(reweighed(cells)),
  median: (cells, _, weighed) => plain.quantile(cells, [0.5], weighed),
  quantile: (cells, [q], weighed) => (weighed ? weighedQuantile(cells, q) : plainQuantile(cells, q)),
  quantile_sketch: (cells, [q], weighed) => plain.quantile(cells, [q], weighed),
  mode: (cells) => mostOf(byValue(cells), (a, b) => a >= b),
  majority: (cells) => mostOf(byValue(cells), (a, b) => a > b),
  minority: (cells) => mostOf(byValue(cells), (a, b) => a < b),
  variety: (cells) => byValue(cells).size,
  unique: (cells) => [...byValue(cells).keys()],
  frac: (cells) => [...byValue(cells).values()].map((weight) => weight / plain.count(cells)),
  frac_of: (cells, [value]) => (byValue(cells).get(value) ?? 0) / plain.count(cells),
  histogram: (cells, bins) => {
    const edges = bins.length > 1 ? bins : equalBins(plain.min(cells), plain.max(cells), bins[0]);
    const isIn = ({ value }, i) =>
      value >= edges[i] && (value < edges[i + 1] || (i === edges.length - 2 && value === edges[i + 1]));
    return edges.slice(1).map((_, i) => plain.count(cells.filter((cell) => isIn(cell, i))));
  },
  values: (cells) => cells.map((cell) => cell.value),
  coverage: (cells) => cells.map((cell) => cell.coverage),
  cell_id: (cells) => cells.map((cell) => cell.id),
  center_x: (cells) => cells.map((cell) => cell.x),
  center_y: (cells) => cells.map((cell) => cell.y),
  min_center_x: (cells) => leastOf(cells).x,
  min_center_y: (cells) => leastOf(cells).y,
};

/** The first of them. */
function leastOf(cells) {
  return cells.reduce((best, cell) => (cell.value < best.value ? cell : best));
}

function reweighed(cells) {
  return cells.map((cell) => ({ ...cell, coverage: cell.coverage * cell.weight }));
}

/** Value → weight, values ascending. */
function byValue(cells) {
  const weights = new Map();
  for (const { value, coverage } of [...cells].sort((a, b) => a.value - b.value)) {
    weights.set(value, (weights.get(value) ?? 0) + coverage);
  }
  return weights;
}

function mostOf(weights, isBetter) {
  return [...weights].reduce((best, entry) => (isBetter(entry[1], best[1]) ? entry : best))[0];
}

/** Hyndman & Fan's type 7. */
function plainQuantile(cells, q) {
  const values = cells.map((cell) => cell.value).sort((a, b) => a - b);
  const place = q * (values.length - 1);
  const low = values[Math.floor(place)];
  return low + (place % 1) * ((values[Math.floor(place) + 1] ?? low) - low);
}

/** exactextract's: value i of k has the place i·wᵢ + (k − 1)·Σ_{j<i} wⱼ of (k − 1)·Σ w, linear between places. */
function weighedQuantile(cells, q) {
  const entries = [...byValue(cells)];
  const last = entries.length - 1;
  let passed = 0;
  const places = entries.map(([, weight], i) => {
    const place = i * weight + last * passed;
    passed += weight;
    return place;
  });
  const target = q * last * passed;
  const next = places.findIndex((place) => place > target);
  if (next < 0) return entries[last][0];
  const share = (target - places[next - 1]) / (places[next] - places[next - 1]);
  return entries[next - 1][0] + share * (entries[next][0] - entries[next - 1][0]);
}

function equalBins(low, high, bins) {
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + ((high - low) * i) / bins));
}
