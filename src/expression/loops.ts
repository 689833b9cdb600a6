/**
 * The operations of an expression, each over n cells at once. A boolean is 1 or 0. `out` may be one of the operands,
 * since a cell is read before it is written. The common ones have a loop of their own: one loop that is handed many
 * functions cannot have them inlined.
 */
export type Loop = (out: Column, n: number, a: Column, b: Column, c: Column) => void;
type Column = Float64Array;

export const add: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] + b[i];
};
export const subtract: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] - b[i];
};
export const multiply: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
};
export const divide: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] / b[i];
};
export const negate: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = -a[i];
};
export const less: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] < b[i] ? 1 : 0;
};
export const lessOrEqual: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] <= b[i] ? 1 : 0;
};
export const equal: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] === b[i] ? 1 : 0;
};
export const notEqual: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] !== b[i] ? 1 : 0;
};
export const not: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = 1 - a[i];
};
export const and = multiply;
export const or: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] + b[i] > 0 ? 1 : 0;
};
export const select: Loop = (out, n, ifFalse, ifTrue, condition) => {
  for (let i = 0; i < n; i++) out[i] = condition[i] !== 0 ? ifTrue[i] : ifFalse[i];
};
export const min: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = Math.min(a[i], b[i]);
};
export const max: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = Math.max(a[i], b[i]);
};
export const clamp: Loop = (out, n, a, low, high) => {
  for (let i = 0; i < n; i++) out[i] = Math.min(Math.max(a[i], low[i]), high[i]);
};
export const absolute: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.abs(a[i]);
};
export const root: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[i]);
};

export const remainder: Loop = (out, n, a, b) => {
  for (let i = 0; i < n; i++) out[i] = a[i] % b[i];
};
export const sign: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.sign(a[i]);
};
export const floor: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.floor(a[i]);
};
export const ceil: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.ceil(a[i]);
};
export const trunc: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) out[i] = Math.trunc(a[i]);
};
/** To the nearest whole number, and from halfway to the even one, as WGSL has it. */
export const round: Loop = (out, n, a) => {
  for (let i = 0; i < n; i++) {
    const up = Math.round(a[i]); // from halfway up
    out[i] = up - a[i] === 0.5 && up % 2 !== 0 ? up - 1 : up;
  }
};

/** A loop for any function of one or two numbers. */
export function each(of: (a: number, b: number) => number): Loop {
  return (out, n, a, b) => {
    for (let i = 0; i < n; i++) out[i] = of(a[i], b[i]);
  };
}

/** The loop with its two operands changed about. */
export function swapped(loop: Loop): Loop {
  return (out, n, a, b, c) => loop(out, n, b, a, c);
}
