import { addDyadic, type Dyadic, dyadic, dyadicToNumber, negateDyadic } from "./dyadic.ts";

/**
 * A column of exact sums of doubles. Row r stands for components[0][r] + components[1][r] + …, an unevaluated sum
 * that is exactly the total: each addition passes what rounding takes away on to the next component (Knuth's TwoSum;
 * expansions as in Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997). So the order of additions cannot
 * matter, and combining two columns is adding one's components to the other.
 */
export interface ExactSums {
  readonly rows: number;
  /** Grows by a column when some row needs one more: nearly always 1 or 2. */
  readonly components: Float64Array[];
  /** Sum of what is not finite: 0, ±Infinity, or NaN where both signs met. */
  readonly nonfinite: Float64Array;
  /** Where doubles over- or underflow: row → what is to be added, in units of 2^-3222 (the least double cubed). */
  readonly spill: Map<number, bigint>;
}

const SPILL_EXPONENT = -3222;

export function createExactSums(rows: number): ExactSums {
  return { rows, components: [new Float64Array(rows)], nonfinite: new Float64Array(rows), spill: new Map() };
}

/** Makes a row 0 again. */
export function clearExact(sums: ExactSums, row: number): void {
  for (const component of sums.components) component[row] = 0;
  sums.nonfinite[row] = 0;
  sums.spill.delete(row);
}

/** Adds a finite or infinite double to a row, exactly. */
export function addExact(sums: ExactSums, row: number, value: number): void {
  if (!Number.isFinite(value)) {
    sums.nonfinite[row] += value;
    return;
  }
  let rest = value;
  for (const component of sums.components) {
    if (rest === 0) return;
    const before = component[row];
    const total = before + rest;
    if (!Number.isFinite(total)) {
      spillExact(sums, row, dyadic(rest));
      return;
    }
    const added = total - before;
    rest = before - (total - added) + (rest - added);
    component[row] = total;
  }
  if (rest === 0) return;
  const component = new Float64Array(sums.rows);
  component[row] = rest;
  sums.components.push(component);
}

/** Adds a value that no double holds exactly, such as the square of a very small or very large one. */
export function spillExact(sums: ExactSums, row: number, value: Dyadic): void {
  const shifted = value.mantissa << BigInt(value.exponent - SPILL_EXPONENT);
  sums.spill.set(row, (sums.spill.get(row) ?? 0n) + shifted);
}

/** Adds a total that `exactTotal` gave, or any other of its kind: as few doubles, and what they do not hold. */
export function addExactTotal(sums: ExactSums, row: number, total: Dyadic): void {
  let rest = total;
  while (rest.mantissa !== 0n) {
    const value = dyadicToNumber(rest);
    if (value === 0 || !Number.isFinite(value)) {
      spillExact(sums, row, rest);
      return;
    }
    addExact(sums, row, value);
    rest = addDyadic(rest, negateDyadic(dyadic(value)));
  }
}

/** Adds row `from` of `other` to row `into`. */
export function combineExact(sums: ExactSums, into: number, other: ExactSums, from: number): void {
  for (const component of other.components) {
    if (component[from] !== 0) addExact(sums, into, component[from]);
  }
  if (other.nonfinite[from] !== 0) sums.nonfinite[into] += other.nonfinite[from];
  const spilled = other.spill.get(from);
  if (spilled !== undefined) spillExact(sums, into, { mantissa: spilled, exponent: SPILL_EXPONENT });
}

/** Adds finite values to a row each, exactly. What is left in `values` means nothing. */
export function addExactColumn(sums: ExactSums, rows: Int32Array, values: Float64Array): void {
  const { components } = sums;
  for (let i = 0; addToComponent(components[i], sums, rows, values); i++) {
    if (i + 1 === components.length) components.push(new Float64Array(sums.rows));
  }
}

/** Leaves what rounding takes away. @returns whether that is anything. By itself, so that V8 has little to compile. */
function addToComponent(component: Float64Array, sums: ExactSums, rows: Int32Array, values: Float64Array): boolean {
  let isLeft = false;
  for (let i = 0; i < rows.length; i++) {
    const value = values[i];
    if (value === 0) continue;
    const before = component[rows[i]];
    const total = before + value;
    if (!Number.isFinite(total)) {
      spillExact(sums, rows[i], dyadic(value));
      values[i] = 0;
      continue;
    }
    const added = total - before;
    const rest = before - (total - added) + (value - added);
    component[rows[i]] = total;
    values[i] = rest;
    if (rest !== 0) isLeft = true;
  }
  return isLeft;
}

/** Adds rows `from` of `other` to rows `into`, one to one. */
export function combineExactRows(sums: ExactSums, into: Int32Array, other: ExactSums, from: Int32Array): void {
  for (let i = 0; i < other.components.length; i++) addExactColumn(sums, into, valuesAt(other.components[i], from));
  addNonfinite(sums.nonfinite, into, other.nonfinite, from);
  if (other.spill.size > 0) addSpilled(sums, into, other.spill, from);
}

function valuesAt(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]];
  return values;
}

function addNonfinite(sums: Float64Array, into: Int32Array, others: Float64Array, from: Int32Array): void {
  for (let i = 0; i < into.length; i++) if (others[from[i]] !== 0) sums[into[i]] += others[from[i]];
}

function addSpilled(sums: ExactSums, into: Int32Array, others: ReadonlyMap<number, bigint>, from: Int32Array): void {
  for (let i = 0; i < into.length; i++) {
    const mantissa = others.get(from[i]);
    if (mantissa !== undefined) spillExact(sums, into[i], { mantissa, exponent: SPILL_EXPONENT });
  }
}

/** The exact total of a row, without what is not finite. */
export function exactTotal(sums: ExactSums, row: number): Dyadic {
  let total = dyadic(sums.components[0][row]);
  for (let i = 1; i < sums.components.length; i++) {
    if (sums.components[i][row] !== 0) total = addDyadic(total, dyadic(sums.components[i][row]));
  }
  const spilled = sums.spill.get(row);
  return spilled === undefined ? total : addDyadic(total, { mantissa: spilled, exponent: SPILL_EXPONENT });
}

/** The total as one double where it is one without rounding (nearly always, for integers), else null. */
export function singleTotal(sums: ExactSums, row: number): number | null {
  for (let i = 1; i < sums.components.length; i++) if (sums.components[i][row] !== 0) return null;
  return sums.spill.has(row) ? null : sums.components[0][row];
}

/** The total correctly rounded to a double; ±Infinity or NaN where infinities were added. */
export function roundedTotal(sums: ExactSums, row: number): number {
  if (sums.nonfinite[row] !== 0) return sums.nonfinite[row];
  const { components, spill } = sums;
  let used = components.length;
  while (used > 1 && components[used - 1][row] === 0) used--;
  // One IEEE addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
  if (used <= 2 && !spill.has(row)) return components[0][row] + (used === 2 ? components[1][row] : 0);
  return dyadicToNumber(exactTotal(sums, row));
}
