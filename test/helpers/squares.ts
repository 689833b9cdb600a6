import { type MemoryRasterOptions, memoryRaster } from "../../src/source/memory.ts";
import type { Raster } from "../../src/source/source.ts";

/** A cell a unit, row 0 at the top, in no CRS in particular: cell (row, column) covers x column…+1, y −row…−row−1. */
export const unitTransform = [1, 0, 0, 0, -1, 0] as const;

/** A raster whose cell k holds k, int32 unless `data` is given. */
export function countingRaster(options: Partial<MemoryRasterOptions> & { width: number; height: number }): Raster {
  const slices = (options.dimensions ?? []).reduce((product, { size }) => product * size, 1);
  const data = Int32Array.from({ length: slices * options.height * options.width }, (_, cell) => cell);
  return memoryRaster({ data, transform: unitTransform, ...options });
}

export interface ZoneFeature {
  readonly type: "Feature";
  readonly id?: string | number;
  readonly properties: Record<string, unknown> | null;
  readonly geometry: object | null;
}

/** A feature that covers the columns [left, right) and rows [top, bottom) of such a raster. */
export function box(left: number, top: number, right: number, bottom: number, members: object = {}): ZoneFeature {
  const ring = [[left, -top], [right, -top], [right, -bottom], [left, -bottom], [left, -top]]; // biome-ignore format: one line
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] }, ...members };
}

export function collection(...features: readonly ZoneFeature[]): object {
  return { type: "FeatureCollection", features };
}
