import { cellsOf, firstCell, found, from4, least4, most4, RUN, runs } from "./lanes";

/**
 * Of float32 cells in runs but zeros, NaN and nodata, the least and the greatest without their signs, as they are
 * stored: integers that have their order. The greatest is 0 where there are none, and the least means nothing.
 */
export function spanOfFloats(count: i32, nodata: f64): void {
  const end = runs + <usize>count * RUN;
  const excluded = f32x4.splat(<f32>nodata);
  const one = i32x4.splat(1);
  let least = i32x4.splat(-1);
  let most = f32x4.splat(0);
  for (let run = runs; run < end; run += RUN) {
    let at = firstCell(run, 4);
    for (let left = cellsOf(run); left > 0; left -= 4) {
      const value = v128.load(at);
      at += 16;
      const size = v128.andnot(f32x4.abs(value), v128.or(f32x4.eq(value, excluded), from4(left)));
      least = i32x4.min_u(least, i32x4.sub(size, one)); // 0 becomes the greatest, and NaN is greater than any number
      most = f32x4.pmax(most, size); // leaves out NaN
    }
  }
  store<f64>(found, <f64>(least4<u32>(least) + 1));
  store<f64>(found, <f64>most4<i32>(most), 8);
}

/** The least and the greatest of cells in runs but nodata, and of 0. */
export function spanOfIntegers<T>(count: i32, nodata: f64): void {
  const end = runs + <usize>count * RUN;
  const excluded = i32x4.splat(<i32>(<T>nodata));
  const something = i32x4.splat(nodata === nodata ? -1 : 0);
  let least = i32x4.splat(0);
  let most = i32x4.splat(0);
  for (let run = runs; run < end; run += RUN) {
    let at = firstCell(run, 4);
    for (let left = cellsOf(run); left > 0; left -= 4) {
      const value = v128.load(at);
      at += 16;
      const without = v128.or(from4(left), v128.and(i32x4.eq(value, excluded), something));
      const valid = v128.andnot(value, without);
      least = v128.min<T>(least, valid);
      most = v128.max<T>(most, valid);
    }
  }
  store<f64>(found, <f64>least4<T>(least));
  store<f64>(found, <f64>most4<T>(most), 8);
}
