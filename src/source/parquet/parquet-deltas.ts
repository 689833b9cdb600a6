/** Blocks of 128 values in 4 parts are what is written; some writers take more. */
const [MOST_BLOCK, MOST_PARTS] = [2 ** 20, 2 ** 12];

/** Reads whole numbers of 7 bits a byte. */
class Varints {
  readonly view: DataView;
  at: number;

  constructor(view: DataView, at: number) {
    this.view = view;
    this.at = at;
  }

  next(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 42; scale *= 128) {
      const byte = this.view.getUint8(this.at++);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new RangeError("it holds an endless number");
  }

  signed(): number {
    const value = this.next();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

/** What a list of differences begins with (DELTA_BINARY_PACKED); hyparquet makes as many parts as it claims. */
export function checkDeltaHeader(
  view: DataView,
  at: number,
): { parts: number; perPart: number; count: number; end: number } {
  const numbers = new Varints(view, at);
  const [block, parts, count] = [numbers.next(), numbers.next(), numbers.next()];
  const perPart = block / parts;
  if (!(block <= MOST_BLOCK && parts <= MOST_PARTS && perPart >= 8 && perPart % 8 === 0)) {
    throw new RangeError(`it holds blocks of ${block} values in ${parts} parts`);
  }
  return { parts, perPart, count, end: numbers.at };
}

/**
 * How many bytes the texts of a page come to that are encoded as DELTA_BYTE_ARRAY: each begins with so much of the one
 * before it, so that a few bytes may stand for gigabytes.
 * @param count how many texts there are
 */
export function checkSharedBeginnings(view: DataView, at: number, count: number): number {
  if (count === 0) return 0;
  const shared = readLengths(view, at, count);
  const own = readLengths(view, shared.end, count);
  let total = 0;
  let last = 0;
  for (let i = 0; i < count; i++) {
    if (shared.lengths[i] > last) throw new RangeError("it has a text that begins as one that is shorter");
    last = shared.lengths[i] + own.lengths[i];
    total += last;
  }
  return total;
}

/** Lengths of 32 bits, kept as differences (DELTA_BINARY_PACKED). */
function readLengths(view: DataView, at: number, count: number): { lengths: Int32Array; end: number } {
  const header = checkDeltaHeader(view, at);
  if (header.count !== count) throw new RangeError(`it has ${header.count} lengths of ${count} texts`);
  const { parts, perPart } = header;
  const numbers = new Varints(view, header.end);
  const lengths = new Int32Array(count);
  let value = numbers.signed();
  lengths[0] = value;
  for (let i = 1; i < count; ) {
    const least = numbers.signed();
    const widths = numbers.at;
    numbers.at += parts;
    for (let part = 0; part < parts && i < count; part++) {
      const width = view.getUint8(widths + part);
      if (width > 32) throw new RangeError(`it holds differences of ${width} bits`);
      for (let j = 0; j < perPart && i < count; j++) {
        value = (value + least + bitsAt(view, numbers.at, j * width, width)) | 0;
        lengths[i++] = value;
      }
      numbers.at += (perPart * width) / 8;
    }
  }
  if (lengths.some((length) => length < 0)) throw new RangeError("it has texts of negative lengths");
  return { lengths, end: numbers.at };
}

/** `width` bits, the lowest first. */
export function bitsAt(view: DataView, at: number, bit: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; ) {
    const [byte, shift] = [view.getUint8(at + ((bit + i) >> 3)), (bit + i) & 7];
    const taken = Math.min(8 - shift, width - i);
    value += ((byte >> shift) & (2 ** taken - 1)) * 2 ** i;
    i += taken;
  }
  return value;
}
