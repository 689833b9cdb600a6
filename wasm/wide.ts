import {
  cellsOf, firstCell, firstRun, found, from4, lastRun, least4, most4, RUN, runs, sum2, sum4, tell,
} from "./lanes";

/** What cuts a value in two and a square in three, as in src/stats/block-sums.ts. */
let low: f64;
let squaresHigh: f64;
let squaresLow: f64;

export function cut(values: f64, squaresFirst: f64, squaresThen: f64): void {
  low = values;
  squaresHigh = squaresFirst;
  squaresLow = squaresThen;
}

/**
 * Cells of 32 bits, 4 at a time. Where they are far apart values are cut in two and squares in three, else values are
 * not and squares are in two, at `squaresLow`.
 */
@inline
export function reduceWide<T>(from: i32, to: i32, nodata: f64, areFar: bool, hasSquares: bool): void {
  const excluded = v128.splat<T>(<T>nodata);
  const something = i32x4.splat(nodata === nodata ? -1 : 0);
  const cutSum = f64x2.splat(low);
  const cutHigh = f64x2.splat(squaresHigh);
  const cutLow = f64x2.splat(squaresLow);
  let run = runs + <usize>firstRun(from) * RUN;
  let out = found;
  for (let block = from; block < to; block++) {
    const end = runs + <usize>lastRun(block) * RUN;
    let lanes: i64 = 0;
    let invalid = i32x4.splat(0);
    let least = v128.splat<T>(last<T>());
    let most = v128.splat<T>(first<T>());
    let sumTop = f64x2.splat(0);
    let sumBottom = f64x2.splat(0);
    let squaresTop = f64x2.splat(0);
    let squaresMiddle = f64x2.splat(0);
    let squaresBottom = f64x2.splat(0);
    for (; run < end; run += RUN) {
      let at = firstCell(run, 4);
      for (let left = cellsOf(run); left > 0; left -= 4) {
        const value = v128.load(at);
        at += 16;
        const without = v128.or(from4(left), isInvalid<T>(value, excluded, something));
        const valid = v128.andnot(value, without);
        lanes += 4;
        invalid = i32x4.sub(invalid, without);
        least = lesser<T>(least, value, without);
        most = greater<T>(most, value, without);
        // Pieces of two cells are added up first, which is exact too, and has sums wait for less.
        let a = doubles<T>(valid);
        let b = doubles<T>(i32x4.shuffle(valid, valid, 2, 3, 2, 3));
        if (areFar) {
          const topA = rounded(a, cutSum);
          const topB = rounded(b, cutSum);
          sumTop = f64x2.add(sumTop, f64x2.add(topA, topB));
          sumBottom = f64x2.add(sumBottom, f64x2.add(f64x2.sub(a, topA), f64x2.sub(b, topB)));
        } else sumTop = f64x2.add(sumTop, f64x2.add(a, b));
        if (!hasSquares) continue;
        a = f64x2.mul(a, a);
        b = f64x2.mul(b, b);
        if (areFar) {
          const topA = rounded(a, cutHigh);
          const topB = rounded(b, cutHigh);
          squaresTop = f64x2.add(squaresTop, f64x2.add(topA, topB));
          a = f64x2.sub(a, topA);
          b = f64x2.sub(b, topB);
        }
        const middleA = rounded(a, cutLow);
        const middleB = rounded(b, cutLow);
        squaresMiddle = f64x2.add(squaresMiddle, f64x2.add(middleA, middleB));
        squaresBottom = f64x2.add(squaresBottom, f64x2.add(f64x2.sub(a, middleA), f64x2.sub(b, middleB)));
      }
    }
    out = tell(
      out, lanes - sum4(invalid), <f64>least4<T>(least), <f64>most4<T>(most), sum2(sumTop), sum2(sumBottom),
      sum2(squaresTop), sum2(squaresMiddle), sum2(squaresBottom),
    );
  }
}

/** To a multiple of what the cut says. */
@inline
function rounded(value: v128, cut: v128): v128 {
  return f64x2.sub(f64x2.add(value, cut), cut);
}

@inline
function isInvalid<T>(value: v128, excluded: v128, something: v128): v128 {
  if (isFloat<T>()) return v128.or(f32x4.ne(value, value), f32x4.eq(value, excluded));
  return v128.and(i32x4.eq(value, excluded), something);
}

/** The cells of the lower half. */
@inline
function doubles<T>(value: v128): v128 {
  if (isFloat<T>()) return f64x2.promote_low_f32x4(value);
  return isSigned<T>() ? f64x2.convert_low_i32x4_s(value) : f64x2.convert_low_i32x4_u(value);
}

/** Ones are NaN, which is passed over. */
@inline
function lesser<T>(least: v128, value: v128, without: v128): v128 {
  if (isFloat<T>()) return f32x4.pmin(least, v128.or(value, without));
  return v128.min<T>(least, v128.bitselect(v128.splat<T>(last<T>()), value, without));
}

@inline
function greater<T>(most: v128, value: v128, without: v128): v128 {
  if (isFloat<T>()) return f32x4.pmax(most, v128.or(value, without));
  return v128.max<T>(most, v128.bitselect(v128.splat<T>(first<T>()), value, without));
}

@inline
function first<T>(): T {
  if (isFloat<T>()) return -Infinity as T;
  return (isSigned<T>() ? i32.MIN_VALUE : 0) as T;
}

@inline
function last<T>(): T {
  if (isFloat<T>()) return Infinity as T;
  return (isSigned<T>() ? i32.MAX_VALUE : u32.MAX_VALUE) as T;
}
