import { cells, found, least4, most4 } from "./lanes";

/**
 * Of float32 cells but zeros, NaN and nodata, the least and the greatest without their signs, as they are stored: integers
 * that have their order. 0 where there are none.
 */
export function spanOfFloats(length: i32, nodata: f64): void {
  const end = zeroAfter(length);
  const excluded = f32x4.splat(<f32>nodata);
  const one = i32x4.splat(1);
  let least = i32x4.splat(-1);
  let most = f32x4.splat(0);
  for (let at = cells; at < end; at += 16) {
    const value = v128.load(at);
    const size = v128.and(f32x4.abs(value), f32x4.ne(value, excluded));
    least = i32x4.min_u(least, i32x4.sub(size, one)); // 0 becomes the greatest, and NaN is greater than any number
    most = f32x4.pmax(most, size); // leaves out NaN
  }
  store<f64>(found, <f64>(least4<u32>(least) + 1));
  store<f64>(found, <f64>most4<i32>(most), 8);
}

/** The least and the greatest of cells but nodata, and of 0. */
export function spanOfIntegers<T>(length: i32, nodata: f64): void {
  const end = zeroAfter(length);
  const excluded = i32x4.splat(<i32>(<T>nodata));
  const anything = i32x4.splat(nodata === nodata ? 0 : -1);
  let least = i32x4.splat(0);
  let most = i32x4.splat(0);
  for (let at = cells; at < end; at += 16) {
    const value = v128.load(at);
    const valid = v128.and(value, v128.or(i32x4.ne(value, excluded), anything));
    least = v128.min<T>(least, valid);
    most = v128.max<T>(most, valid);
  }
  store<f64>(found, <f64>least4<T>(least));
  store<f64>(found, <f64>most4<T>(most), 8);
}

/** Has what fills up the last four cells be 0, which counts for nothing; returns the end of the cells. */
@inline
function zeroAfter(length: i32): usize {
  const end = cells + (<usize>length << 2);
  v128.store(end, i64x2.splat(0));
  return end;
}
