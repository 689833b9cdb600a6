import { isRastrumError } from "../errors.ts";
import type { CogOptions } from "./cog/open-cog.ts";
import type { Raster } from "./source.ts";
import { openStore, type StoreOptions } from "./store.ts";
import { openZarr, type ZarrOptions } from "./zarr.ts";

/** What either format takes; `path` is a Zarr's. */
export type RasterOptions = ZarrOptions & CogOptions;

const TIFF_NAME = /\.(tiff?|gtiff?|btf|tf8)$/i;
const ZARR_NAME = /\.zarr$/i;
const ZARR_FILE_NAME = /\.(zip|json)$/i;

/**
 * Opens whatever raster is there: a GeoTIFF as `openCog` does, else a Zarr as `openZarr` does. The name says which, or
 * a `path`, which only a Zarr has; where they do not, the first bytes do, at the cost of a request.
 * @throws what `openCog` or `openZarr` throws.
 */
export async function openRaster(source: string | URL | Blob, options: RasterOptions = {}): Promise<Raster> {
  const isCog = source instanceof Blob ? !(await holdsZarr(source)) : await isTiff(String(source), options);
  if (!isCog) return openZarr(source, options);
  // Pages that open Zarrs only never load it.
  const { openCog } = await import("./cog/open-cog.ts");
  return openCog(source, options);
}

/** A ZIP archive or JSON; what is neither is for the reader of TIFFs to tell. */
async function holdsZarr(file: Blob): Promise<boolean> {
  const head = await file
    .slice(0, 64)
    .text()
    .catch(() => "");
  return /^(PK|\uFEFF?\s*\{)/.test(head);
}

async function isTiff(address: string, options: RasterOptions): Promise<boolean> {
  const name = address.replace(/[?#].*$/s, "").replace(/[/\\]+$/, "");
  if (TIFF_NAME.test(name)) return true;
  if (ZARR_FILE_NAME.test(name)) return false;
  if (options.path !== undefined || ZARR_NAME.test(name)) return false;
  return hasTiffMark(address, options);
}

/** II*, MM*, or the same with BigTIFF's 43. What cannot be read so is for the Zarr's opening to tell. */
async function hasTiffMark(address: string, options: StoreOptions & { signal?: AbortSignal }): Promise<boolean> {
  const { signal } = options;
  try {
    const range = { offset: 0, length: 4, orLess: true };
    const bytes = await openStore(address, options).getRange("", range, { signal });
    return /^(II[*+]\0|MM\0[*+])$/.test(String.fromCharCode(...(bytes ?? [])));
  } catch (error) {
    if (!isRastrumError(error)) throw error;
    return false;
  }
}
