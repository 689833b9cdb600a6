import { isRastrumError, rastrumError } from "../../errors.ts";
import type { TiffFile } from "./tiff-file.ts";

/** A tag of an image: where its values are, none of them read. */
export interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** In the file. */
  readonly offset: number;
}

/** An image file directory: the tags of one image. */
export interface Ifd {
  readonly entries: ReadonlyMap<number, Entry>;
  /** Where the next one is; 0 after the last. */
  readonly next: number;
}

/** Bytes of a value by type; TIFF 6.0 and BigTIFF. */
export const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** libtiff's own writers have some 30. */
const MOST_ENTRIES = 4096;
/** Images of a file that are looked at: overviews and masks come early. */
const MOST_IFDS = 256;

/** Reads what a TIFF begins with: where its first directory is. @throws `not-a-raster`, `invalid-metadata`. */
export async function readHeader(file: TiffFile, signal: AbortSignal | undefined): Promise<number> {
  const view = await file.header(0, 16, signal, true);
  const order = view.byteLength >= 8 ? view.getUint16(0) : 0;
  const version = view.byteLength >= 8 ? view.getUint16(2, order === 0x4949) : 0;
  if ((order !== 0x4949 && order !== 0x4d4d) || (version !== 42 && version !== 43)) {
    const message = `${file.url} is no TIFF: it begins with neither II*, MM* nor a BigTIFF's mark.`;
    throw rastrumError("not-a-raster", message, { path: file.url });
  }
  file.littleEndian = order === 0x4949;
  file.big = version === 43;
  file.inRow = await tilesInRow(file, signal);
  if (!file.big) return view.getUint32(4, file.littleEndian);
  if (view.byteLength < 16 || view.getUint16(4, file.littleEndian) !== 8) {
    throw file.invalid("it is a BigTIFF whose offsets do not have 8 bytes");
  }
  return offsetAt(file, view, 8);
}

/**
 * What GDAL's COG driver says of the layout, behind the header ("ghost area"): whether the end of a tile follows from
 * where the next begins. Not where masks lie between, or where another program has written to the file since.
 */
async function tilesInRow(file: TiffFile, signal: AbortSignal | undefined): Promise<boolean> {
  const view = await file.header(file.big ? 16 : 8, 400, signal, true);
  const text = new TextDecoder("latin1").decode(view);
  const said = ["BLOCK_ORDER=ROW_MAJOR\n", "BLOCK_LEADER=SIZE_AS_UINT4\n", "BLOCK_TRAILER=LAST_4_BYTES_REPEATED\n"];
  const isGhost = text.startsWith("GDAL_STRUCTURAL_METADATA_SIZE=") && text.includes("KNOWN_INCOMPATIBLE_EDITION=NO\n");
  return isGhost && said.every((line) => text.includes(line)) && !text.includes("MASK_INTERLEAVED_WITH_IMAGERY=YES");
}

/** @throws `invalid-metadata`, `truncated` */
export async function readIfd(file: TiffFile, offset: number, signal: AbortSignal | undefined): Promise<Ifd> {
  const { littleEndian, big } = file;
  const head = await file.header(offset, big ? 8 : 2, signal);
  const count = big ? offsetAt(file, head, 0) : head.getUint16(0, littleEndian);
  if (count === 0 || count > MOST_ENTRIES) throw file.invalid(`a directory has ${count} tags`);
  const size = big ? 20 : 12;
  const start = offset + head.byteLength;
  const view = await file.header(start, count * size + (big ? 8 : 4), signal, true);
  if (view.byteLength < count * size) throw file.invalid(`it ends within a directory, at ${start + view.byteLength}`);
  const entries = new Map<number, Entry>();
  for (let i = 0; i < count; i++) {
    const entry = entryAt(file, view, i * size, start + i * size);
    // Of a tag that is there twice the first counts, as for libtiff.
    if (!entries.has(entry.tag)) entries.set(entry.tag, entry);
  }
  const hasNext = view.byteLength === count * size + (big ? 8 : 4);
  return { entries, next: hasNext ? offsetAt(file, view, count * size) : 0 };
}

/**
 * The directories after one, in order. A chain that comes back to itself, or leads to where no directory can be, ends
 * there: what was read before stays good.
 */
export async function readChain(
  file: TiffFile,
  first: number,
  next: number,
  signal: AbortSignal | undefined,
): Promise<Ifd[]> {
  const seen = new Set([first]);
  const found: Ifd[] = [];
  for (let offset = next; offset !== 0 && !seen.has(offset) && found.length < MOST_IFDS; ) {
    seen.add(offset);
    const ifd = await readIfd(file, offset, signal).catch((error: unknown) => {
      if (isRastrumError(error, "invalid-metadata") || isRastrumError(error, "truncated")) return null;
      throw error;
    });
    if (!ifd) break;
    found.push(ifd);
    offset = ifd.next;
  }
  return found;
}

/** A number of 4 bytes, of 8 in a BigTIFF. */
function offsetAt(file: TiffFile, view: DataView, at: number): number {
  if (!file.big) return view.getUint32(at, file.littleEndian);
  const offset = Number(view.getBigUint64(at, file.littleEndian));
  if (!Number.isSafeInteger(offset)) throw file.invalid(`it has an offset or a count of ${offset}`);
  return offset;
}

/** @param at where it is in the view @param start where it is in the file */
function entryAt(file: TiffFile, view: DataView, at: number, start: number): Entry {
  const tag = view.getUint16(at, file.littleEndian);
  const type = view.getUint16(at + 2, file.littleEndian);
  const wide = file.big ? 8 : 4;
  const raw = file.big ? view.getBigUint64(at + 4, file.littleEndian) : view.getUint32(at + 4, file.littleEndian);
  const count = Number(raw);
  const isInPlace = count * (TYPE_BYTES[type] ?? 0) <= wide;
  return { tag, type, count, offset: isInPlace ? start + 4 + wide : rawOffset(file, view, at + 4 + wide) };
}

/** As it stands, right or wrong: only who reads the tag is told. */
function rawOffset({ big, littleEndian }: TiffFile, view: DataView, at: number): number {
  return big ? Number(view.getBigUint64(at, littleEndian)) : view.getUint32(at, littleEndian);
}
