/** Where edges are: the twin of src/mask/edge-position.ts and src/mask/edge-place.ts, which say why. */
import { HIGH, LOW, refuse, X0, X1, Y0, Y1 } from "./coverage-memory";
import { productError } from "./exact-product";
import { isSure, orient, sure } from "./orient";

/** From here on the 104 bits of two doubles would not do. */
export const FAR_OFF: f64 = 562949953421312; // 2^49, so that no edge has 2^50 columns

/** How far one position lies right of another. */
@inline
export function apart(a: usize, b: usize): f64 {
  return load<f64>(a) - load<f64>(b) + (load<f64>(a, 8) - load<f64>(b, 8));
}

@inline
export function copyPosition(from: usize, to: usize): void {
  store<f64>(to, load<f64>(from));
  store<f64>(to, load<f64>(from, 8), 8);
}

export function setPosition(at: usize, x: f64): void {
  const column = floor<f64>(x);
  const rest = x - column;
  store<f64>(at, rest === 1 ? column + 1 : column);
  store<f64>(at, rest === 1 ? 0 : rest, 8);
}

/** The position of an edge at y = row + below, in double-double arithmetic. */
export function locate(edge: usize, row: f64, below: f64, at: usize): void {
  const x0 = load<f64>(edge, X0);
  const y0 = load<f64>(edge, Y0);
  const x1 = load<f64>(edge, X1);
  const y1 = load<f64>(edge, Y1);
  const above = row - y0;
  const a = above + below;
  if (a === 0 || y1 - row === below) {
    setPosition(at, a === 0 ? x0 : x1);
    return;
  }
  const b = x1 - x0;
  const d = y1 - y0;
  const aError = differenceError(row, y0, above) + differenceError(above, -below, a);
  const product = a * b;
  const productRest = productError(a, b, product) + a * differenceError(x1, x0, b) + aError * b;
  const quotient = product / d;
  const back = quotient * d;
  const remainder =
    product - back - productError(quotient, d, back) + productRest - quotient * differenceError(y1, y0, d);
  const correction = remainder / d;
  const start = floor<f64>(x0);
  const fraction = x0 - start;
  const columns = floor<f64>(fraction + quotient);
  const offset = fraction - columns;
  const sum = offset + quotient;
  const lost = differenceError(x0, start, fraction) + differenceError(fraction, columns, offset);
  let rest = sum + (lost + differenceError(offset, -quotient, sum) + correction);
  const whole = floor<f64>(rest);
  rest -= whole;
  const column = start + columns + whole;
  store<f64>(at, rest >= 1 ? column + 1 : column);
  store<f64>(at, rest >= 1 ? 0 : rest, 8);
}

/** (a − b) − difference, exactly, where difference = fl(a − b). */
@inline
function differenceError(a: f64, b: f64, difference: f64): f64 {
  const part = difference - a;
  return a - (difference - part) - (b + part);
}

/** The columns LOW … HIGH around the place where an edge meets the line at y; exact, or refused. */
export function setPlace(edge: usize, y: f64): void {
  const x0 = load<f64>(edge, X0);
  const y0 = load<f64>(edge, Y0);
  const x1 = load<f64>(edge, X1);
  const y1 = load<f64>(edge, Y1);
  const x = x0 + (y - y0) * ((x1 - x0) / (y1 - y0));
  const line = nearest<f64>(x);
  const error = (abs<f64>(x0) + abs<f64>(x1) + 1) * 1.7763568394002505e-15; // 2^-49
  if (abs<f64>(x - line) > error) {
    store<f64>(edge, floor<f64>(x), LOW);
    store<f64>(edge, floor<f64>(x) + 1, HIGH);
    return;
  }
  sure();
  const side = orient(x0, y0, x1, y1, line, y);
  if (!(error < 0.25) || !isSure()) return refuse();
  store<f64>(edge, side > 0 ? line - 1 : line, LOW);
  store<f64>(edge, side < 0 ? line + 1 : line, HIGH);
}
