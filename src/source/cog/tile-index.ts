import type { Span } from "../range-groups.ts";
import { isRaw } from "./compressions.ts";
import { rawBytes } from "./raw-cells.ts";
import type { TiffFile } from "./tiff-file.ts";
import { type Entry, TYPE_BYTES } from "./tiff-ifd.ts";
import type { TiffImage } from "./tiff-image.ts";
import { readNumbers } from "./tiff-values.ts";

/** Bytes that a codec may add to what it cannot make smaller, and tables that come along. */
const CODEC_BYTES = 2 ** 20;
/** GDAL puts a tile's length before and its last bytes behind it, 4 bytes each. */
const AROUND_BYTES = 8;

/** Where the tiles of an image are; of the lists only what is asked for is read. */
export class TileIndex {
  readonly #file: TiffFile;
  readonly #image: TiffImage;

  constructor(file: TiffFile, image: TiffImage) {
    this.#file = file;
    this.#image = image;
  }

  /**
   * Where a tile is; null where the file has none: a sparse one.
   * @param rows that it has @throws `invalid-metadata`, `truncated`, and what the transport throws
   */
  async find(index: number, rows: number, signal: AbortSignal | undefined): Promise<Span | null> {
    const { offsets, byteCounts, tile } = this.#image;
    const raw = isRaw(tile) ? rawBytes(tile, rows) : null;
    const inRow = await this.#fromNext(index, signal);
    const [offset, counted] = await Promise.all([
      this.#at(offsets, index, signal),
      inRow ?? (byteCounts ? this.#at(byteCounts, index, signal) : raw),
    ]);
    if (counted === null) throw this.#file.invalid("it does not say how many bytes its compressed tiles have");
    if (offset === 0) return null;
    const length = raw === null ? counted : this.#rawLength(raw, counted, index);
    if (length === 0) return null;
    const most = 2 * rawBytes(tile, tile.shape[1]) + CODEC_BYTES;
    if (length > most)
      throw this.#file.invalid(`tile ${index} has ${length} bytes, more than the ${most} that it can have`);
    return { offset, length };
  }

  /**
   * Bytes of a tile by where the next one begins, where GDAL says that this tells it; so the list of lengths, as long as
   * that of places, need not be fetched. null where it is there already, or the next is not behind this one.
   */
  async #fromNext(index: number, signal: AbortSignal | undefined): Promise<number | null> {
    const { offsets, byteCounts, down, across, planes } = this.#image;
    if (!this.#file.inRow || !byteCounts || index + 1 >= down * across * planes) return null;
    if (this.#file.hasHeader(byteCounts.offset + index * TYPE_BYTES[byteCounts.type])) return null;
    const [start, next] = await Promise.all([this.#at(offsets, index, signal), this.#at(offsets, index + 1, signal)]);
    const length = next - start - AROUND_BYTES;
    return start > 0 && length > 0 && length <= 2 * rawBytes(this.#image.tile, this.#image.tile.shape[1])
      ? length
      : null;
  }

  /** Of an only strip writers have miscounted the bytes; libtiff does not believe them either. */
  #rawLength(raw: number, counted: number, index: number): number {
    const { down, across, planes } = this.#image;
    if (counted >= raw || down * across * planes === 1) return raw;
    if (counted === 0) return 0;
    throw this.#file.invalid(`tile ${index} has ${counted} bytes, not the ${raw} of its cells`);
  }

  async #at(entry: Entry, index: number, signal: AbortSignal | undefined): Promise<number> {
    const [value] = await readNumbers(this.#file, entry, index, 1, signal);
    if (!Number.isSafeInteger(value) || value < 0)
      throw this.#file.invalid(`tile ${index} is at, or has, ${value} bytes`);
    return value;
  }
}
