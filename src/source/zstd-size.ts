/** What a zstd block holds at most. https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1.2.4 */
const BLOCK_BYTES = 2 ** 17;
const MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a5; // and any low four bits

export interface ZstdSize {
  /** Bytes of the content of all frames. */
  readonly bytes: number;
  /** True where a frame leaves its size out: `bytes` is an upper bound then. */
  readonly bound: boolean;
  /** One frame alone; files may also be joined, or hold frames to skip. */
  readonly single: boolean;
}

/** Reads frame and block headers only. https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1 */
export function zstdSize(data: Uint8Array): ZstdSize {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let bytes = 0;
  let bound = false;
  let single = false;
  for (let at = 0; at < view.byteLength; ) {
    if (view.byteLength - at < 8) throw new Error("zstd data is cut off");
    const magic = view.getUint32(at, true);
    if (magic >>> 4 === SKIPPABLE_MAGIC) {
      at += 8 + view.getUint32(at + 4, true);
      continue;
    }
    if (magic !== MAGIC) throw new Error("this is no zstd data");
    const frame = readFrame(view, at + 4);
    bytes += frame.bytes;
    bound ||= frame.bound;
    single = at === 0 && frame.end === view.byteLength;
    at = frame.end;
  }
  return { bytes, bound, single };
}

function readFrame(view: DataView, start: number): { bytes: number; bound: boolean; end: number } {
  const descriptor = view.getUint8(start);
  const singleSegment = (descriptor >> 5) & 1;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3];
  const sizeBytes = [singleSegment, 2, 4, 8][descriptor >> 6];
  const sizeAt = start + 1 + (singleSegment ? 0 : 1) + dictionaryBytes;
  const blocks = readBlocks(view, sizeAt + sizeBytes);
  const end = blocks.end + (descriptor & 4 ? 4 : 0);
  if (end > view.byteLength) throw new Error("zstd data is cut off");
  return { bytes: contentSize(view, sizeAt, sizeBytes) ?? blocks.mostBytes, bound: sizeBytes === 0, end };
}

function contentSize(view: DataView, at: number, sizeBytes: number): number | null {
  switch (sizeBytes) {
    case 1:
      return view.getUint8(at);
    case 2:
      return view.getUint16(at, true) + 256;
    case 4:
      return view.getUint32(at, true);
    case 8:
      return Number(view.getBigUint64(at, true));
    default:
      return null;
  }
}

function readBlocks(view: DataView, start: number): { mostBytes: number; end: number } {
  let mostBytes = 0;
  for (let at = start; ; ) {
    if (at + 3 > view.byteLength) throw new Error("zstd data is cut off");
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const type = (header >> 1) & 3;
    const size = header >>> 3;
    mostBytes += type === 2 ? BLOCK_BYTES : size;
    at += 3 + (type === 1 ? 1 : size); // a run of one byte stores that byte only
    if (header & 1) return { mostBytes, end: at };
  }
}
