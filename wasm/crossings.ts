import { orient } from "./orient";
import { x, y } from "./rings";

/** Where an edge crosses the centre lines of rows: src/mask/crossings.ts says how, and finds the same to the bit. */
let x0: f64;
let y0: f64;
let x1: f64;
let y1: f64;
let slope: f64;
let error: f64;

/** Takes an edge, the end of smaller y first. */
export function beginEdge(upper: i32, lower: i32): void {
  x0 = x(upper);
  y0 = y(upper);
  x1 = x(lower);
  y1 = y(lower);
  slope = (x1 - x0) / (y1 - y0);
  error = (abs(x0) + abs(x1) + 1) * 1.7763568394002505e-15; // 2^-49
}

/** First column of 0 … width whose centre is at or right of the edge. */
export function crossing(row: i32, width: i32): i32 {
  const centre = <f64>row + 0.5;
  const shifted = x0 + (centre - y0) * slope - 0.5;
  const whole = nearest(shifted);
  let column = ceil(shifted);
  if (abs(shifted - whole) <= error) {
    column = orient(x0, y0, x1, y1, whole + 0.5, centre) >= 0 ? whole : whole + 1;
  }
  return <i32>min<f64>(width, max<f64>(0, column));
}
