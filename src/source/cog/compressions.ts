import { rastrumError } from "../../errors.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** Values of Compression (259) that are read here. */
export const NONE = 1;
export const FAX_RLE = 2;
const FAX3 = 3;
export const FAX4 = 4;
export const LZW = 5;
export const JPEG = 7;
export const DEFLATE = 8;
export const PACKBITS = 32773;
export const OLD_DEFLATE = 32946;
export const LERC = 34887;
const LZMA = 34925;
export const ZSTD = 50000;
export const WEBP = 50001;

const NAMES: Record<number, string> = {
  [NONE]: "none",
  [FAX_RLE]: "ccittrle",
  [FAX3]: "ccittfax3",
  [FAX4]: "ccittfax4",
  [LZW]: "lzw",
  6: "old-style jpeg",
  [JPEG]: "jpeg",
  [DEFLATE]: "deflate",
  9: "jbig",
  32766: "next",
  32771: "ccittrlew",
  [PACKBITS]: "packbits",
  32809: "thunderscan",
  32895: "it8ctpad",
  32908: "pixarfilm",
  32909: "pixarlog",
  [OLD_DEFLATE]: "deflate",
  32947: "dcs",
  34661: "jbig",
  34676: "sgilog",
  34677: "sgilog24",
  34712: "jpeg 2000",
  [LERC]: "lerc",
  [LZMA]: "lzma",
  [ZSTD]: "zstd",
  [WEBP]: "webp",
  50002: "jpeg xl",
};

const READ: ReadonlySet<number> = new Set([
  NONE,
  FAX_RLE,
  FAX3,
  FAX4,
  LZW,
  JPEG,
  DEFLATE,
  PACKBITS,
  OLD_DEFLATE,
  LERC,
  ZSTD,
  WEBP,
]);

/** A compression as people call it. */
export function compressionName(compression: number): string {
  return NAMES[compression] ?? `compression ${compression}`;
}

/** Compressors that a predictor may stand before (as in libtiff); others ignore one. */
export function hasPredictor({ compression, predictor }: TileRecipe): boolean {
  const possible = [LZW, DEFLATE, OLD_DEFLATE, LZMA, ZSTD].includes(compression);
  return possible && predictor !== 1;
}

/** @throws `unsupported` where a file's tiles are stored in a way that is not read */
export function checkTile(recipe: TileRecipe): void {
  const what = unreadable(recipe);
  if (what === null) return;
  throw rastrumError("unsupported", `${recipe.path} is stored as ${what}, which is not supported; ${ADVICE}`, { what });
}

const ADVICE = "`gdal_translate -of COG` makes a file of it that is.";

function unreadable(recipe: TileRecipe): string | null {
  const { compression, photometric, predictor, bitsPerSample: bits, sampleFormat, shape, planar } = recipe;
  const name = compressionName(compression);
  const eachOf8 = bits === 8 && sampleFormat !== 3;
  if (!READ.has(compression)) return name;
  if (sampleFormat === 3 && ![16, 24, 32, 64].includes(bits)) return `floats of ${bits} bits`;
  if (hasPredictor(recipe) && (predictor < 1 || predictor > 3)) return `predictor ${predictor}`;
  if (hasPredictor(recipe) && predictor === 3 && sampleFormat !== 3) return "integers with the predictor of floats";
  if (isFax(compression) && (bits !== 1 || shape[0] !== 1)) return `${name} of more than one bit`;
  if (compression === JPEG && !eachOf8 && bits !== 12) return `${name} of ${bits} bits`;
  if (compression === WEBP && (!eachOf8 || planar === 2)) return `${name} other than bytes side by side`;
  if (photometric === 8 || photometric === 32844 || photometric === 32845) return "L*a*b* or LogLuv colours";
  const inThree = shape[0] === 3 && planar === 1;
  if (photometric === 6 && compression !== WEBP && !(inThree && (eachOf8 || bits === 12))) {
    return "YCbCr colours other than three bytes";
  }
  return null;
}

/** Whether any row of a tile can be found by its number: cells stored as they are, one after the other. */
export function isRaw({ compression, photometric }: TileRecipe): boolean {
  return compression === NONE && photometric !== 6; // YCbCr may be in blocks of several rows
}

export function isFax(compression: number): boolean {
  return compression === FAX_RLE || compression === FAX3 || compression === FAX4;
}
