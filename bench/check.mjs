/**
 * The answers, found another way: every cell of a zone's rectangle is tried against every edge (W. R. Franklin's
 * point-in-polygon), sums are compensated (Neumaier) and the deviation takes a second pass. Throws at the first
 * difference.
 * @returns {Promise<number>} how many rows were checked
 */
export async function checkAnswers(raster, zones, table, { sample = 24 }) {
  const count = zones.features.length;
  const slices = table.numRows / count;
  const checked = Math.min(sample, count);
  const chosen = Array.from({ length: checked }, (_, i) => Math.floor((i * count) / checked));
  for (const zone of chosen) {
    const cells = await cellsOf(raster, zones.features[zone].geometry.coordinates);
    for (const slice of new Set([0, slices - 1])) {
      const wanted = describe(cells.values(slice));
      for (const [name, value] of Object.entries(wanted)) {
        compare(name, table.getChild(name).get(zone * slices + slice), value, wanted, zone);
      }
    }
  }
  return checked * new Set([0, slices - 1]).size;
}

/** Throws where two tables differ in a single bit. */
export function checkSame(tables) {
  const [first, ...rest] = tables;
  for (const other of rest) {
    for (const { name } of first.schema.fields) {
      const [a, b] = [first, other].map((table) => table.getChild(name).toArray());
      const difference = a.findIndex((value, row) => !Object.is(value, b[row]));
      if (difference >= 0) throw new Error(`${name} of row ${difference} is ${b[difference]}, then ${a[difference]}.`);
    }
  }
}

/** Cells of a polygon whose centres are inside, all slices. */
async function cellsOf(raster, rings) {
  const [a, , c, , e, f] = raster.grid.transform;
  const pixels = rings.map((ring) => ring.map(([x, y]) => [(x - c) / a, (y - f) / e]));
  const clamp = (value, most) => Math.min(most, Math.max(0, value));
  const range = (axis, most) => {
    const values = pixels.flat().map((point) => point[axis]);
    return [clamp(Math.floor(Math.min(...values)), most), clamp(Math.ceil(Math.max(...values)), most)];
  };
  const [left, right] = range(0, raster.grid.width);
  const [top, bottom] = range(1, raster.grid.height);
  const window = { row: top, column: left, height: bottom - top, width: right - left };
  const { data } = await raster.read(window);
  const inside = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if (isInside(column + 0.5, row + 0.5, pixels)) inside.push((row - top) * window.width + column - left);
    }
  }
  const step = window.height * window.width;
  const valid = (value) => value !== raster.nodata && !Number.isNaN(value);
  return { values: (slice) => inside.map((cell) => data[slice * step + cell]).filter(valid) };
}

export function isInside(x, y, rings) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

function describe(values) {
  const count = values.length;
  if (count === 0) return { count, sum: 0, mean: null, min: null, max: null, stdev: null };
  const sum = compensatedSum(values);
  const mean = sum / count;
  const stdev = Math.sqrt(compensatedSum(values.map((value) => (value - mean) ** 2)) / count);
  const extreme = (better) => values.reduce((best, value) => (better(value, best) ? value : best));
  return { count, sum, mean, min: extreme((a, b) => a < b), max: extreme((a, b) => a > b), stdev };
}

export function compensatedSum(values) {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** count, min, max and sum to the bit (the cells are multiples of 2^-13); what is divided or rooted to 1e-12. */
function compare(name, found, wanted, all, zone) {
  const tolerance = name === "mean" || name === "stdev" ? 1e-12 * Math.max(1, Math.abs(all.mean)) : 0;
  if (found === wanted || Math.abs(found - wanted) <= tolerance) return;
  throw new Error(`Wrong answer: ${name} of zone ${zone} is ${found}, by brute force ${wanted}.`);
}
