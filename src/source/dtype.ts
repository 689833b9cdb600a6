import type { Dtype, Raster } from "./source.ts";

/** Bytes of a cell once decoded (float16 is widened to float32, bool is a byte). */
export function bytesPerCell(dtype: Dtype): number {
  if (dtype === "bool" || dtype === "int8" || dtype === "uint8") return 1;
  if (dtype === "int16" || dtype === "uint16") return 2;
  return dtype === "int64" || dtype === "uint64" || dtype === "float64" ? 8 : 4;
}

export function isInteger(dtype: Dtype): boolean {
  return !dtype.startsWith("float");
}

/**
 * nodata as cells of the raster's type hold it: for float32 the nearest float32, since 0.1 is stored as
 * 0.10000000149; null where no cell can equal it (NaN, which is never valid anyway).
 */
export function storedNodata(raster: Raster): number | bigint | null {
  const { nodata, dtype } = raster;
  if (nodata === null || Number.isNaN(nodata)) return null;
  if (dtype === "float32" || dtype === "float16") return Math.fround(Number(nodata));
  if (dtype === "int64" || dtype === "uint64") {
    return typeof nodata === "bigint" || Number.isInteger(nodata) ? BigInt(nodata) : null;
  }
  return Number(nodata);
}
