import type { Transform } from "../../grid/affine.ts";
import { blobStore } from "../blob-store.ts";
import { checkGridOverrides } from "../grid-overrides.ts";
import type { Overview, Raster, ReadOverviews } from "../source.ts";
import { isLocal, openStore, type StoreOptions } from "../store.ts";
import { type CellMeaning, readMeaning } from "./cell-meaning.ts";
import { type CogLevels, type Page, readLevels } from "./cog-levels.ts";
import { createCogRaster } from "./cog-raster.ts";
import { parseNodata } from "./gdal-metadata.ts";
import { readGeoreference } from "./georeference.ts";
import { TiffFile } from "./tiff-file.ts";
import { readImage, type TiffImage } from "./tiff-image.ts";
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
 * type; bands with scales of their own are read as values. A file without CRS or transform is no error here. In Node
 * what lies beside a local file counts as for GDAL: .aux.xml, .msk, .ovr, and world files.
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
  const { image } = levels;
  const [inFile, said, beside] = await Promise.all([
    readMeaning(reader, image),
    readGeoreference(reader),
    source instanceof Blob || !isLocal(source) ? null : readBeside(source, levels, signal),
  ]);
  signal?.throwIfAborted();
  const nodata = beside?.nodata ? parseNodata(beside.nodata, image.tile.dtype) : inFile.nodata;
  const meaning = { ...inFile, nodata };
  const { crs = beside?.crs ?? said.crs } = options;
  const { transform = beside?.transform ?? said.transform ?? beside?.world ?? null } = options;
  const mask = levels.mask ?? beside?.mask ?? null;
  const raster = createCogRaster(file.url, { file, image, mask, meaning }, crs, transform);
  const reduced = levels.reduced.length > 0 ? levels.reduced : (beside?.reduced ?? []);
  const reducedMasks = levels.mask ? levels.reducedMasks : (beside?.reducedMasks ?? levels.reducedMasks);
  if (reduced.length === 0) return raster;
  return { ...raster, overviews: cogOverviews({ ...levels, reduced, reducedMasks }, raster, meaning) };
}

/** What lies beside a file in Node, by code that pages never load. */
async function readBeside(source: string | URL, levels: CogLevels, signal: AbortSignal | undefined) {
  const { readSidecars } = await import("./sidecars.ts");
  return readSidecars(String(source), levels, signal);
}

/** Reduced images that have the bands of the whole one, finest first; their tags are read when first asked for. */
function cogOverviews(levels: CogLevels, base: Raster, meaning: CellMeaning): ReadOverviews {
  let opened: Promise<readonly Overview[]> | null = null;
  const openAll = async (signal: AbortSignal | undefined) => {
    const images = (pages: readonly Page[]) =>
      Promise.all(
        pages.map(async ({ file, ifd }) => ({ file, image: await readImage(new TagReader(file, ifd, signal)) })),
      );
    const [reduced, masks] = await Promise.all([images(levels.reduced), images(levels.reducedMasks)]);
    const { width, height, samples, tile } = levels.image;
    const fitting = reduced
      .filter(({ image }) => image.samples === samples && image.tile.dtype === tile.dtype)
      .filter(({ image }) => image.width < width || image.height < height)
      .sort(({ image: a }, { image: b }) => b.width * b.height - a.width * a.height);
    return fitting.map(({ file, image }) => {
      const ofSize = (each: TiffImage) => each.width === image.width && each.height === image.height;
      const mask = masks.find((each) => ofSize(each.image)) ?? null;
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
