import type { CellArray } from "../source.ts";

/** Of GDAL's comparison of floats (ARE_REAL_EQUAL): |a − b| < 2 · 2⁻²³ · |a + b|, of doubles too. */
const NEAR = 2 ** -22;

/**
 * Floats so near to nodata that GDAL takes them for it become it, in place: −3.4028235e38, where the file's tag says
 * −3.40282306074e38, as some writers round it.
 */
export function snapToNodata(data: CellArray, nodata: number | bigint | null): void {
  const isFloat = data instanceof Float32Array || data instanceof Float64Array;
  if (!isFloat || typeof nodata !== "number" || nodata === 0 || !Number.isFinite(nodata)) return;
  // (a − b) < NEAR · (a + b) ⇔ a < b · (1 + NEAR) / (1 − NEAR), and so on.
  const ends = [(nodata * (1 - NEAR)) / (1 + NEAR), nodata * ((1 + NEAR) / (1 - NEAR))];
  const [least, most] = nodata > 0 ? ends : [ends[1], ends[0]];
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (value > least && value < most) data[i] = nodata;
  }
}
