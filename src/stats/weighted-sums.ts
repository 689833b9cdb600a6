import { productError } from "../grid/exact-product.ts";
import { dyadic, multiplyDyadic } from "./dyadic.ts";
import { addExact, type ExactSums, spillExact } from "./exact-sums.ts";

/** Beyond these a product of three doubles may over- or underflow: then it is added as a bigint. */
const MOST = 2 ** 300;
const LEAST = 2 ** -150;

/** Adds weight × value to a row of `sums`, exactly; value and weight are finite. */
export function addProduct(sums: ExactSums, row: number, value: number, weight: number): void {
  if (!isTame(value) || !isTame(weight)) {
    spillExact(sums, row, multiplyDyadic(dyadic(value), dyadic(weight)));
    return;
  }
  addTameProduct(sums, row, value, weight);
}

/** Adds weight × value² to a row of `sums`, exactly. */
export function addSquareProduct(sums: ExactSums, row: number, value: number, weight: number): void {
  if (!isTame(value) || !isTame(weight)) {
    const exact = dyadic(value);
    spillExact(sums, row, multiplyDyadic(multiplyDyadic(exact, exact), dyadic(weight)));
    return;
  }
  const square = value * value;
  addTameProduct(sums, row, square, weight);
  addTameProduct(sums, row, productError(value, value, square), weight);
}

function addTameProduct(sums: ExactSums, row: number, value: number, weight: number): void {
  const product = value * weight;
  addExact(sums, row, product);
  addExact(sums, row, productError(value, weight, product));
}

function isTame(value: number): boolean {
  const magnitude = Math.abs(value);
  return value === 0 || (magnitude < MOST && magnitude > LEAST);
}
