import type { Transform } from "./affine.ts";

/** A georeferenced lattice of cells. */
export interface Grid {
  /** "EPSG:3763", "OGC:CRS84", WKT, PROJJSON text or a PROJ string; null where the raster does not say. */
  readonly crs: string | null;
  /** Cell units → CRS units; null where the raster does not say. */
  readonly transform: Transform | null;
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
}
