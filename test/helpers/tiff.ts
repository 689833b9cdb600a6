/** Makes small TIFFs of any layout, right and wrong ones. */

/** Bytes of a value by type. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 12: 8, 13: 4, 16: 8 };

export const [BYTE, ASCII, SHORT, LONG, RATIONAL, DOUBLE, LONG8] = [1, 2, 3, 4, 5, 12, 16];

/** [tag, type, values]; texts as they are. `"data"`: where the pieces of the image are, or how long they are. */
export type Tag = readonly [tag: number, type: number, values: readonly number[] | string];

export interface TiffImageInput {
  readonly tags: readonly Tag[];
  /** Tiles or strips; null for a sparse one. Places and lengths become tags 273 and 279, or 324 and 325 for `tiled`. */
  readonly pieces?: readonly (Uint8Array | null)[];
  readonly tiled?: boolean;
}

export interface TiffOptions {
  readonly littleEndian?: boolean;
  readonly big?: boolean;
  /** Where the last directory says the next is; 0 ends the chain. */
  readonly last?: number;
  /** Bytes between the header and what follows. */
  readonly gap?: number;
}

/** A file of these images: header, directories, values of tags, pieces. */
export function tiff(images: readonly TiffImageInput[], options: TiffOptions = {}): Uint8Array {
  const { littleEndian = true, big = false, last = 0, gap = 0 } = options;
  const room = images.flatMap(({ tags, pieces = [] }) => [
    ...tags.map(([, , values]) => 8 * values.length),
    ...pieces.map((piece) => (piece?.length ?? 0) + 32),
  ]);
  const bytes = new Uint8Array(2 ** 16 + gap + room.reduce((sum, length) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let end = (big ? 16 : 8) + gap;
  const allot = (length: number) => {
    const at = end;
    end += length + (length % 2);
    return at;
  };
  const writeOffset = (at: number, value: number) =>
    big ? view.setBigUint64(at, BigInt(value), littleEndian) : view.setUint32(at, value, littleEndian);
  bytes.fill(littleEndian ? 0x49 : 0x4d, 0, 2);
  view.setUint16(2, big ? 43 : 42, littleEndian);
  if (big) view.setUint16(4, 8, littleEndian);
  const [size, width] = big ? [20, 8] : [12, 4];
  let link = big ? 8 : 4;
  for (const { tags, pieces = [], tiled = false } of images) {
    const places = pieces.map((piece) => {
      if (!piece) return 0;
      const at = allot(piece.length);
      bytes.set(piece, at);
      return at;
    });
    const all: Tag[] = [...tags];
    if (pieces.length > 0) {
      all.push([tiled ? 324 : 273, big ? LONG8 : LONG, places]);
      all.push([tiled ? 325 : 279, LONG, pieces.map((piece) => piece?.length ?? 0)]);
    }
    const start = allot((big ? 8 : 2) + all.length * size + width);
    writeOffset(link, start);
    if (big) view.setBigUint64(start, BigInt(all.length), littleEndian);
    else view.setUint16(start, all.length, littleEndian);
    all
      .sort(([a], [b]) => a - b)
      .forEach(([tag, type, values], i) => {
        const at = start + (big ? 8 : 2) + i * size;
        const numbers = typeof values === "string" ? [...new TextEncoder().encode(`${values}\0`)] : values;
        view.setUint16(at, tag, littleEndian);
        view.setUint16(at + 2, type, littleEndian);
        writeOffset(at + 4, type === RATIONAL ? numbers.length / 2 : numbers.length);
        const length = numbers.length * (type === RATIONAL ? 4 : (SIZES[type] ?? 1));
        const to = length <= width ? at + 4 + width : allot(length);
        if (length > width) writeOffset(at + 4 + width, to);
        numbers.forEach((value, j) => {
          writeValue(view, to, j, type, value, littleEndian);
        });
      });
    link = start + (big ? 8 : 2) + all.length * size;
  }
  writeOffset(link, last);
  return bytes.slice(0, end);
}

function writeValue(
  view: DataView,
  start: number,
  i: number,
  type: number,
  value: number,
  littleEndian: boolean,
): void {
  if (type === SHORT) view.setUint16(start + 2 * i, value, littleEndian);
  else if (type === LONG || type === RATIONAL || type === 13) view.setUint32(start + 4 * i, value, littleEndian);
  else if (type === DOUBLE) view.setFloat64(start + 8 * i, value, littleEndian);
  else if (type === LONG8) view.setBigUint64(start + 8 * i, BigInt(value), littleEndian);
  else view.setUint8(start + i, value);
}

/** The tags of an image of bytes in strips. */
export function grey(width: number, height: number, rowsPerStrip: number, more: readonly Tag[] = []): Tag[] {
  const own: Tag[] = [
    [256, LONG, [width]],
    [257, LONG, [height]],
    [258, SHORT, [8]],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    [277, SHORT, [1]],
    [278, LONG, [rowsPerStrip]],
  ];
  return [...own.filter(([tag]) => !more.some(([other]) => other === tag)), ...more];
}

/** Cells 0, 1, 2 … from `first` on, modulo 256. */
export function counted(length: number, first = 0): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => first + i);
}
