import type { TiffFile } from "./tiff-file.ts";
import { type Entry, type Ifd, TYPE_BYTES } from "./tiff-ifd.ts";

/** Text beyond this is not read: GDAL's metadata are some kilobytes. */
const MOST_TEXT_BYTES = 2 ** 20;
/** Values that are read at once. */
const MOST_VALUES = 2 ** 17;

/** Reads what the tags of one image say. */
export class TagReader {
  readonly file: TiffFile;
  readonly #ifd: Ifd;
  readonly #signal: AbortSignal | undefined;

  constructor(file: TiffFile, ifd: Ifd, signal: AbortSignal | undefined) {
    this.file = file;
    this.#ifd = ifd;
    this.#signal = signal;
  }

  entry(tag: number): Entry | null {
    return this.#ifd.entries.get(tag) ?? null;
  }

  /** The first value, a count or a code; `otherwise` where there is none. @throws `invalid-metadata`, `truncated`. */
  async number(tag: number, otherwise: number): Promise<number> {
    const [value = otherwise] = (await this.numbers(tag, 1)) ?? [];
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw this.file.invalid(`its tag ${tag} is ${value}, where a whole number from 0 on belongs`);
  }

  /** The first values, `most` at most; null where the image lacks the tag. @throws `invalid-metadata`, `truncated`. */
  async numbers(tag: number, most = MOST_VALUES): Promise<number[] | null> {
    const entry = this.entry(tag);
    if (!entry) return null;
    return readNumbers(this.file, entry, 0, Math.min(entry.count, most), this.#signal);
  }

  async bytes(tag: number, most = MOST_TEXT_BYTES): Promise<Uint8Array | null> {
    const entry = this.entry(tag);
    if (!entry) return null;
    const length = entry.count * (TYPE_BYTES[entry.type] ?? 0);
    if (length > most) throw this.file.invalid(`its tag ${tag} has ${length} bytes; up to ${most} are read`);
    const { buffer, byteOffset } = await this.file.header(entry.offset, length, this.#signal);
    return new Uint8Array(buffer, byteOffset, length).slice();
  }

  /** Up to the first NUL. */
  async text(tag: number): Promise<string | null> {
    const bytes = await this.bytes(tag);
    return bytes && new TextDecoder().decode(bytes).split("\0", 1)[0];
  }
}

/** Values of a tag from `first` on. @throws `invalid-metadata`, `truncated`. */
export async function readNumbers(
  file: TiffFile,
  { tag, type, offset }: Entry,
  first: number,
  count: number,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const size = TYPE_BYTES[type] ?? 0;
  const read = readers[type];
  if (!read) throw file.invalid(`its tag ${tag} is of the type ${type}, which holds no numbers`);
  const view = await file.header(offset + first * size, count * size, signal);
  return Array.from({ length: count }, (_, i) => read(view, i * size, file.littleEndian));
}

type ReadValue = (view: DataView, at: number, littleEndian: boolean) => number;

/** By type; texts have none. */
const readers: Readonly<Record<number, ReadValue>> = {
  1: (view, at) => view.getUint8(at),
  3: (view, at, little) => view.getUint16(at, little),
  4: (view, at, little) => view.getUint32(at, little),
  5: (view, at, little) => view.getUint32(at, little) / view.getUint32(at + 4, little),
  6: (view, at) => view.getInt8(at),
  7: (view, at) => view.getUint8(at),
  8: (view, at, little) => view.getInt16(at, little),
  9: (view, at, little) => view.getInt32(at, little),
  10: (view, at, little) => view.getInt32(at, little) / view.getInt32(at + 4, little),
  11: (view, at, little) => view.getFloat32(at, little),
  12: (view, at, little) => view.getFloat64(at, little),
  13: (view, at, little) => view.getUint32(at, little),
  16: (view, at, little) => Number(view.getBigUint64(at, little)),
  17: (view, at, little) => Number(view.getBigInt64(at, little)),
  18: (view, at, little) => Number(view.getBigUint64(at, little)),
};
