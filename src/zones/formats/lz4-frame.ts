const MAGIC = 0x184d_2204;
/** Flags of a frame: blocks have checksums, the frame says its size, it names a dictionary. */
const [BLOCK_CHECKSUM, CONTENT_SIZE, DICTIONARY_ID] = [0x10, 0x08, 0x01];
const STORED = 0x8000_0000;

/**
 * Undoes a frame of LZ4 (github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md) into exactly `length` bytes, as Arrow has
 * them. Of our own, since the package at hand has only blocks that stand alone. Checksums are passed over.
 * @throws RangeError for bytes that are no LZ4, or come to another length
 */
export function unpackLz4Frame(packed: Uint8Array, length: number): Uint8Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const plain = new Uint8Array(length);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1 || (flags & DICTIONARY_ID) !== 0) throw damaged();
  let at = (flags & CONTENT_SIZE) !== 0 ? 15 : 7;
  let to = 0;
  for (;;) {
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) break;
    const end = at + (word % STORED);
    if (end > packed.length) throw damaged();
    if (word < STORED) to = unpackBlock(packed, at, end, plain, to);
    else {
      if (end - at > length - to) throw damaged();
      plain.set(packed.subarray(at, end), to);
      to += end - at;
    }
    at = end + ((flags & BLOCK_CHECKSUM) !== 0 ? 4 : 0);
  }
  if (to !== length) throw damaged();
  return plain;
}

/** One block, which may copy from those before it. @returns where its bytes end in `plain` */
function unpackBlock(packed: Uint8Array, start: number, end: number, plain: Uint8Array, first: number): number {
  let at = start;
  let to = first;
  /** 15 says that more follows: bytes to be added, the last of which is less than 255. */
  const extended = (nibble: number) => {
    let count = nibble;
    if (nibble < 15) return count;
    for (let more = 255; more === 255; ) {
      if (at >= end) throw damaged();
      more = packed[at++];
      count += more;
    }
    return count;
  };
  while (at < end) {
    const token = packed[at++];
    const literals = extended(token >> 4);
    if (literals > end - at || literals > plain.length - to) throw damaged();
    plain.set(packed.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at === end) break; // the last sequence of a block is literals only
    const offset = packed[at] + 256 * packed[at + 1];
    at += 2;
    const copies = extended(token & 15) + 4;
    if (at > end || offset === 0 || offset > to || copies > plain.length - to) throw damaged();
    if (offset >= copies) plain.copyWithin(to, to - offset, to - offset + copies);
    // Byte by byte: what is copied lies in what has just been copied.
    else for (let i = 0; i < copies; i++) plain[to + i] = plain[to + i - offset];
    to += copies;
  }
  return to;
}

function damaged(): RangeError {
  return new RangeError("the lz4 data are damaged");
}
