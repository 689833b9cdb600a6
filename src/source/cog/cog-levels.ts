import { tags } from "./tags.ts";
import type { TiffFile } from "./tiff-file.ts";
import { type Ifd, readChain, readHeader, readIfd } from "./tiff-ifd.ts";
import { readImage, type TiffImage } from "./tiff-image.ts";
import { TagReader } from "./tiff-values.ts";

/** A directory, and the file that it is in: images of a local file may lie in others beside it. */
export interface Page {
  readonly file: TiffFile;
  readonly ifd: Ifd;
}

export interface MaskImage {
  readonly file: TiffFile;
  readonly image: TiffImage;
}

/** The images of a file that belong to its first: reduced ones, and masks. */
export interface CogLevels {
  readonly ifd: Ifd;
  readonly image: TiffImage;
  readonly mask: MaskImage | null;
  /** Directories of what may be overviews, and of their masks, in the order of the file. */
  readonly reduced: readonly Page[];
  readonly reducedMasks: readonly Page[];
}

/** Bits of NewSubfileType. */
const [REDUCED, MASK] = [1, 4];

/**
 * Reads the first image, and what the others are. Pages that are neither overviews nor masks are left alone, as GDAL
 * leaves them to be opened by themselves.
 * @throws `not-a-raster`, `invalid-metadata`, `unsupported`, `truncated`, and what the transport throws
 */
export async function readLevels(file: TiffFile, signal: AbortSignal | undefined): Promise<CogLevels> {
  const first = await readHeader(file, signal);
  if (first === 0) throw file.invalid("it holds no image");
  const ifd = await readIfd(file, first, signal);
  const image = await readImage(new TagReader(file, ifd, signal));
  const others = await readChain(file, first, ifd.next, signal);
  const kinds = await Promise.all(
    others.map((other) => new TagReader(file, other, signal).number(tags.newSubfileType, 0)),
  );
  const ofKind = (kind: number) =>
    others.filter((_, i) => (kinds[i] & (REDUCED | MASK)) === kind).map((other) => ({ file, ifd: other }));
  const [maskPage] = ofKind(MASK);
  const mask = maskPage ? await readImage(new TagReader(file, maskPage.ifd, signal)) : null;
  const isOurs = mask?.width === image.width && mask.height === image.height;
  return {
    ifd,
    image,
    mask: isOurs ? { file, image: mask } : null,
    reduced: ofKind(REDUCED),
    reducedMasks: ofKind(REDUCED | MASK),
  };
}
