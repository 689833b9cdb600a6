import type { Transform } from "../../grid/affine.ts";
import { blobStore } from "../blob-store.ts";
import { checkGridOverrides } from "../grid-overrides.ts";
import type { Overview, Raster, ReadOverviews } from "../source.ts";
import { openStore, type StoreOptions } from "../store.ts";
import { type CellMeaning, readMeaning } from "./cell-meaning.ts";
import { type CogLevels, readLevels } from "./cog-levels.ts";
import { createCogRaster } from "./cog-raster.ts";
import { readGeoreference } from "./georeference.ts";
import { TiffFile } from "./tiff-file.ts";
import type { Ifd } from "./tiff-ifd.ts";
import { readImage } from "./tiff-image.ts";
import { TagReader } from "./tiff-values.ts";

export interface CogOptions extends StoreOptions {
  /** In place of the CRS that the file says. */
  readonly crs?: string;
  /** In place of the transform that the file says; rasterio's order `[a, b, c, d, e, f]`. */
  readonly transform?: Transform;
  /** Stops the opening; reads have signals of their own. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a GeoTIFF, a cloud-optimized one or any other, at an http(s) address, in Node at a path, or in a Blob (a File
 * that was dropped on a page): reads headers, no cell; one request of 16 KiB where they fit. The raster is the first
 * image of the file, in its finest resolution; reduced images of it are its `overviews`. Several bands are a dimension
 * `band`. Cells that an internal mask, or an alpha band, takes away are `nodata`, for which cells go to the next wider
 * type; bands with scales of their own are read as values. A file without CRS or transform is no error here.
 * @throws `not-found`, `not-a-raster`, `invalid-metadata`, `unsupported`, `invalid-option`, what the transport throws
 * (`http-error`, `network-error`, `timeout`, `truncated`), or the signal's reason.
 */
export async function openCog(source: string | URL | Blob, options: CogOptions = {}): Promise<Raster> {
  const { signal } = options;
  signal?.throwIfAborted();
  checkGridOverrides(options);
  const file = new TiffFile(source instanceof Blob ? blobStore(source) : openStore(source, options));
  const levels = await readLevels(file, signal);
  const reader = new TagReader(file, levels.ifd, signal);
  const [meaning, said] = await Promise.all([readMeaning(reader, levels.image), readGeoreference(reader)]);
  signal?.throwIfAborted();
  const { image, mask } = levels;
  const { crs = said.crs, transform = said.transform } = options;
  const raster = createCogRaster(file.url, { file, image, mask, meaning }, crs, transform);
  return levels.reduced.length === 0 ? raster : { ...raster, overviews: cogOverviews(file, levels, raster, meaning) };
}

/** Reduced images that have the bands of the whole one, finest first; their tags are read when first asked for. */
function cogOverviews(file: TiffFile, levels: CogLevels, base: Raster, meaning: CellMeaning): ReadOverviews {
  let opened: Promise<readonly Overview[]> | null = null;
  const openAll = async (signal: AbortSignal | undefined) => {
    const images = (ifds: readonly Ifd[]) =>
      Promise.all(ifds.map((ifd) => readImage(new TagReader(file, ifd, signal))));
    const [reduced, masks] = await Promise.all([images(levels.reduced), images(levels.reducedMasks)]);
    const { width, height, samples, tile } = levels.image;
    const fitting = reduced
      .filter((image) => image.samples === samples && image.tile.dtype === tile.dtype)
      .filter((image) => image.width < width || image.height < height)
      .sort((a, b) => b.width * b.height - a.width * a.height);
    return fitting.map((image) => {
      const mask = masks.find((each) => each.width === image.width && each.height === image.height) ?? null;
      const name = `${base.name} (overview of ${image.height} × ${image.width} cells)`;
      const transform = base.grid.transform && scaled(base.grid.transform, width / image.width, height / image.height);
      const level = createCogRaster(name, { file, image, mask, meaning }, base.grid.crs, transform);
      return { ...level, resampling: meaning.resampling };
    });
  };
  return ({ signal } = {}) => {
    opened ??= openAll(signal).catch((error) => {
      opened = null; // what failed, or was given up, may be asked for again
      throw error;
    });
    return opened;
  };
}

/** The same ground in cells so many times as large. */
function scaled([a, b, c, d, e, f]: Transform, x: number, y: number): Transform {
  return [a * x, b * y, c, d * x, e * y, f];
}
