import { cellsOf, firstCell, firstRun, found, from8, lastRun, least4, most4, RUN, runs, sum4, tell } from "./lanes";

/**
 * Cells of up to 16 bits, 8 at a time, as signed lanes: unsigned ones of 16 bits less 2^15, which is put right at the
 * end. A block holds up to 2^14 cells: so no count reaches 2^15, no sum 2^30, and all that is told is below 2^47.
 */
export function reduceShort<T>(from: i32, to: i32, nodata: f64): void {
  const bias = <i64>biasOf<T>();
  const excluded = i16x8.splat(<i16>(<i32>nodata - biasOf<T>()));
  const something = i16x8.splat(nodata === nodata ? -1 : 0);
  let run = runs + <usize>firstRun(from) * RUN;
  let out = found;
  for (let block = from; block < to; block++) {
    const end = runs + <usize>lastRun(block) * RUN;
    let lanes: i64 = 0;
    let invalid = i16x8.splat(0);
    let least = i16x8.splat(0x7fff);
    let most = i16x8.splat(-0x8000);
    let sum = i32x4.splat(0);
    let squares = i64x2.splat(0);
    for (; run < end; run += RUN) {
      let at = firstCell(run, sizeof<T>());
      for (let left = cellsOf(run); left > 0; left -= 8) {
        const value = load8<T>(at);
        at += 8 * sizeof<T>();
        const without = v128.or(from8(left), v128.and(i16x8.eq(value, excluded), something));
        const valid = v128.andnot(value, without);
        lanes += 8;
        invalid = i16x8.sub(invalid, without);
        least = i16x8.min_s(least, v128.or(valid, i16x8.shr_u(without, 1)));
        most = i16x8.max_s(most, v128.or(valid, i16x8.shl(without, 15)));
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(valid, i16x8.splat(1)));
        const pairs = i32x4.dot_i16x8_s(valid, valid); // up to 2^31, so unsigned
        squares = i64x2.add(squares, i64x2.add(i64x2.extend_low_i32x4_u(pairs), i64x2.extend_high_i32x4_u(pairs)));
      }
    }
    const n = lanes - sum4(i32x4.extadd_pairwise_i16x8_u(invalid));
    const s = sum4(sum);
    const q = i64x2.extract_lane(squares, 0) + i64x2.extract_lane(squares, 1);
    const total = <f64>(s + bias * n);
    const ofSquares = <f64>(q + 2 * bias * s + bias * bias * n);
    out = tell(out, n, <f64>(<i64>least8(least) + bias), <f64>(<i64>most8(most) + bias), total, 0, ofSquares, 0, 0);
  }
}

@inline
function biasOf<T>(): i32 {
  return sizeof<T>() === 2 && !isSigned<T>() ? 0x8000 : 0;
}

@inline
function load8<T>(at: usize): v128 {
  if (sizeof<T>() === 1) return v128.load_ext<T>(at);
  const value = v128.load(at);
  return isSigned<T>() ? value : v128.xor(value, i16x8.splat(-0x8000));
}

@inline
function least8(v: v128): i32 {
  return least4<i32>(i32x4.min_s(i32x4.extend_low_i16x8_s(v), i32x4.extend_high_i16x8_s(v)));
}

@inline
function most8(v: v128): i32 {
  return most4<i32>(i32x4.max_s(i32x4.extend_low_i16x8_s(v), i32x4.extend_high_i16x8_s(v)));
}
