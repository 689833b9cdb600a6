import { rastrumError } from "../../errors.ts";
import type { Transform } from "../../grid/affine.ts";
import type { Grid } from "../../grid/grid.ts";
import type { Dimension, Dtype, Labels, Raster } from "../source.ts";
import { type CellMeaning, hasAlpha, type Masked, maskedType } from "./cell-meaning.ts";
import { isCmyk } from "./cmyk.ts";
import type { MaskImage } from "./cog-levels.ts";
import { type CogSources, createCogRead } from "./cog-read.ts";
import { checkTile, compressionName, hasPredictor } from "./compressions.ts";
import type { BandMetadata } from "./gdal-metadata.ts";
import type { TiffMask, TiffRecipe } from "./tiff-block.ts";
import type { TiffFile } from "./tiff-file.ts";
import type { TiffImage } from "./tiff-image.ts";
import type { TileRecipe } from "./tile-recipe.ts";
import { chunkShape, tileSource } from "./tiles.ts";

/** An image of a file, what its numbers mean, and what masks it. */
export interface Level {
  readonly file: TiffFile;
  readonly image: TiffImage;
  readonly mask: MaskImage | null;
  readonly meaning: CellMeaning;
}

/** @throws `unsupported` for tiles that cannot be decoded */
export function createCogRaster(name: string, level: Level, crs: string | null, transform: Transform | null): Raster {
  const { image, meaning } = level;
  checkTile(image.tile);
  const { recipe, sources, nodata } = cellsOf(level);
  const grid: Grid = { crs, transform, width: image.width, height: image.height };
  const [inTile, rows, columns] = chunkShape(image);
  const samples = recipe.inks ? 4 : Math.min(inTile, image.samples);
  const dimensions: Dimension[] = recipe.banded ? [bandDimension(meaning.bands)] : [];
  const base = { name, grid, dimensions, chunkShape: recipe.banded ? [samples, rows, columns] : [rows, columns] };
  const [{ scale, offset, unit }] = meaning.bands;
  return {
    ...base,
    dtype: recipe.dtype,
    nodata,
    scale: recipe.scales ? 1 : scale,
    offset: recipe.scales ? 0 : offset,
    unit: meaning.bands.every((band) => band.unit === unit) ? unit : null,
    chunkCost: { requests: 1, bytes: null },
    storage: { driver: "GeoTIFF", codecs: codecsOf(image.tile) },
    read: createCogRead(base, recipe, sources),
  };
}

function codecsOf(tile: TileRecipe): string[] {
  const name = compressionName(tile.compression);
  return [...(hasPredictor(tile) ? [`predictor ${tile.predictor}`] : []), ...(name === "none" ? [] : [name])];
}

/**
 * Bands by their descriptions where they have some and no two the same; else by their numbers from 1 on, as GDAL and
 * rasterio count them.
 */
function bandDimension(bands: readonly Pick<BandMetadata, "description">[]): Dimension {
  const names = bands.map(({ description }, i) => description ?? String(i + 1));
  const named = bands.some(({ description }) => description !== null) && new Set(names).size === names.length;
  const labels: Labels = named
    ? { type: "text", values: names }
    : { type: "number", values: names.map((_, i) => i + 1) };
  return { name: "band", size: bands.length, labels };
}

interface Cells {
  readonly recipe: TiffRecipe;
  readonly sources: CogSources;
  /** Of the raster's cells. */
  readonly nodata: number | bigint | null;
}

/** What becomes of stored cells: masked ones, and those of bands with scales of their own. */
function cellsOf({ file, image, mask, meaning }: Level): Cells {
  const { samples } = image;
  const masks = mask ? "image" : meaning.nodata === null && hasAlpha(image) ? "alpha" : null;
  // GDAL's order: a mask counts in place of nodata, which counts in place of alpha.
  const nodata = masks ? null : meaning.nodata;
  const scales = sameScale(meaning.bands) ? null : meaning.bands.map(({ scale, offset }) => [scale, offset] as const);
  const masked: Masked = scales ? { dtype: "float64", blank: Number.NaN } : maskedType(image.tile.dtype);
  const dtype = scales || masks ? masked.dtype : image.tile.dtype;
  const tile = { ...image.tile, fill: fillOf(image.tile.dtype, meaning.nodata) };
  const apart = image.planes > 1;
  const alpha = samples - 1;
  const cells = tileSource(file, { ...image, tile });
  const recipeMask = (own: TiffImage | null, sample: number, bands: number): TiffMask => {
    const { blank, mayMeet = false } = masked;
    return { tile: own && { ...own.tile, fill: 0 }, sample, bands, blank, mayMeet };
  };
  const ofMask = masks === "image" && mask ? recipeMask(mask.image, 0, samples) : null;
  const ofAlpha = masks === "alpha" ? recipeMask(apart ? image : null, apart ? 0 : alpha, alpha) : null;
  const recipe: TiffRecipe = {
    kind: "tiff",
    tile,
    dtype,
    banded: samples > 1,
    mask: ofMask ?? ofAlpha,
    scales,
    inks: apart && isCmyk({ ...tile, shape: [samples, 1, 1] }),
    nodata,
  };
  if (recipe.inks && (masks || scales)) throw notSupported(file, "planes of inks with a mask or scales");
  const source = mask
    ? { source: tileSource(mask.file, mask.image), plane: 0 }
    : ofAlpha?.tile
      ? { source: cells, plane: alpha }
      : null;
  return { recipe, sources: { cells, mask: source }, nodata: masks || scales ? masked.blank : nodata };
}

function notSupported({ url }: TiffFile, what: string): Error {
  return rastrumError("unsupported", `${url} has ${what}, which is not supported.`, { what });
}

function sameScale([first, ...rest]: readonly BandMetadata[]): boolean {
  return rest.every(({ scale, offset }) => scale === first.scale && offset === first.offset);
}

/** What cells are of which the file has nothing: nodata, else 0. */
function fillOf(dtype: Dtype, nodata: number | bigint | null): number | bigint {
  const isBig = dtype === "int64" || dtype === "uint64";
  if (nodata === null || (Number.isNaN(nodata) && !dtype.startsWith("float"))) return isBig ? 0n : 0;
  return nodata;
}
