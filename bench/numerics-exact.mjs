/**
 * The statistics of a list of cells in fractions of bigints, none of them rounded, written without src/stats. Values and
 * weights are integers in units of 2^-UNIT: a double is one of 2^-1074, a product of two one of 2^-2148.
 */
const UNIT = 2148n;

/** Exact value of a double or bigint in units of 2^-UNIT. */
export function inUnits(value) {
  if (typeof value === "bigint") return value << UNIT;
  return integerOf(value) << (UNIT - 1074n);
}

/** The same of a × b + c. */
export function productInUnits(a, b, c = 0) {
  const whole = typeof a === "bigint" ? a << 1074n : integerOf(a);
  return whole * integerOf(b) + inUnits(c);
}

/** The nearest double, ties to even, again in units. */
export function roundedInUnits(units) {
  const size = units < 0n ? -units : units;
  const dropped = BigInt(Math.max(bitLength(size) - 53, Number(UNIT) - 1074));
  const kept = size >> dropped;
  const rest = 2n * (size - (kept << dropped)) - (1n << dropped);
  const up = rest > 0n || (rest === 0n && kept % 2n === 1n) ? 1n : 0n;
  return (units < 0n ? -(kept + up) : kept + up) << dropped;
}

/** In units of 2^-1074. */
function integerOf(value) {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0n ? fraction : (fraction | (1n << 52n)) << (biased - 1n);
  return bits >> 63n ? -magnitude : magnitude;
}

const view = new DataView(new ArrayBuffer(8));

/** Statistics of cells `{ value, weight }`, in units, as fractions `{ top, bottom }`, roots as `{ root }` of one. */
export function exactMoments(cells) {
  let [count, sum, squares] = [0n, 0n, 0n];
  for (const { value, weight } of cells) {
    count += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const spread = squares * count - sum * sum;
  const variance = { top: spread, bottom: (count * count) << (2n * UNIT) };
  return {
    count: { top: count, bottom: 1n << UNIT },
    sum: { top: sum, bottom: 1n << (2n * UNIT) },
    mean: { top: sum, bottom: count << UNIT },
    variance,
    stdev: { root: variance },
    coefficient_of_variation: { root: { top: spread, bottom: sum * sum }, negative: sum < 0n },
  };
}

/** [value, weight], values ascending. */
export function exactDistribution(cells) {
  const weights = new Map();
  for (const { value, weight } of cells) weights.set(value, (weights.get(value) ?? 0n) + weight);
  return [...weights].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Hyndman & Fan's type 7, of cells that weigh the same. */
export function exactQuantile(cells, q) {
  const values = cells.map(({ value }) => value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const place = inUnits(q) * BigInt(values.length - 1);
  const below = Number(place >> UNIT);
  const [low, high] = [values[below], values[Math.min(values.length - 1, below + 1)]];
  const share = place - (BigInt(below) << UNIT);
  return { top: (low << UNIT) + share * (high - low), bottom: 1n << (2n * UNIT), near: largest(low, high) };
}

/** exactextract's: value i of k has the place i·wᵢ + (k − 1)·Σ_{j<i} wⱼ of (k − 1)·Σ w, linear between places. */
export function exactWeighedQuantile(distribution, q) {
  const last = BigInt(distribution.length - 1);
  let passed = 0n;
  const places = distribution.map(([, weight], i) => {
    const place = BigInt(i) * weight + last * passed;
    passed += weight;
    return place << UNIT;
  });
  const target = inUnits(q) * last * passed;
  const next = places.findIndex((place) => place > target);
  const [greatest] = distribution[distribution.length - 1];
  if (next < 0) return { top: greatest, bottom: 1n << UNIT, near: largest(greatest, greatest) };
  const [low, high] = [distribution[next - 1][0], distribution[next][0]];
  const bottom = places[next] - places[next - 1];
  const top = low * bottom + (target - places[next - 1]) * (high - low);
  return { top, bottom: bottom << UNIT, near: largest(low, high) };
}

/** The size of the larger one. */
function largest(a, b) {
  const [sizeA, sizeB] = [a, b].map((value) => (value < 0n ? -value : value));
  return { top: sizeA > sizeB ? sizeA : sizeB, bottom: 1n << UNIT };
}

/** |found − exact| as a part of `near`. */
export function relativeError(found, { top, bottom, near }) {
  const difference = inUnits(found) * bottom - (top << UNIT);
  return Number(((difference < 0n ? -difference : difference) << 60n) / (near.top * bottom || 1n)) / 2 ** 60;
}

/**
 * How far `found` is from a fraction or root, in units in the last place of the exact value, or where it says so of the
 * cells `near` it. 0.5: rounded correctly.
 */
export function errorInUlps(found, exact) {
  const { top, bottom, negative } = exact.root ? { ...rootOf(exact.root), negative: exact.negative } : exact;
  const wanted = negative ? -top : top;
  const last = lastPlace(exact.near ?? { top: wanted < 0n ? -wanted : wanted, bottom });
  const given = typeof found === "bigint" ? found << 1074n : integerOf(found);
  const difference = given * bottom - (wanted << 1074n);
  return Number(((difference < 0n ? -difference : difference) << 20n) / (bottom << last)) / 2 ** 20;
}

/** Of a double of this size, as a power of two in units of 2^-1074. */
function lastPlace({ top, bottom }) {
  // 2^exponent ≤ top / bottom < 2^(exponent + 1); the last place is 52 below.
  let exponent = bitLength(top) - bitLength(bottom);
  if (exponent >= 0 ? top < bottom << BigInt(exponent) : top << BigInt(-exponent) < bottom) exponent--;
  return BigInt(1074 + Math.max(-1074, exponent - 52));
}

/** Whether it is too large for a double. */
export function isTooLarge({ top, bottom, root }) {
  if (root) return isTooLarge({ top: root.top, bottom: root.bottom << 1023n });
  return bitLength(top < 0n ? -top : top) - bitLength(bottom) >= 1023;
}

/** √, with 140 bits more than a double. */
function rootOf({ top, bottom }) {
  const places = 2n * BigInt(Math.max(0, 200 + bitLength(bottom) - bitLength(top)));
  const square = (top << places) / bottom;
  return { top: integerRoot(square), bottom: 1n << (places / 2n) };
}

function integerRoot(value) {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function bitLength(value) {
  return value === 0n
    ? 0
    : 4 * (value.toString(16).length - 1) + (32 - Math.clz32(parseInt(value.toString(16)[0], 16)));
}
