/**
 * Undoes Snappy (github.com/google/snappy/blob/main/format_description.txt) into exactly `length` bytes. Of our own, since
 * hyparquet's takes lengths with the highest bit for negative ones and walks back and forth.
 * @throws RangeError for bytes that are no Snappy, or come to another length
 */
export function unpackSnappy(packed: Uint8Array, length: number): Uint8Array {
  const plain = new Uint8Array(length);
  let at = 0;
  while (packed[at] >= 0x80) at++; // the length, which is known
  at++;
  let to = 0;
  while (at < packed.length) {
    const tag = packed[at++];
    const kind = tag & 3;
    if (kind === 0) {
      const extra = Math.max(0, (tag >> 2) - 59);
      const count = 1 + (extra === 0 ? tag >> 2 : littleEndian(packed, at, extra));
      at += extra;
      if (count > packed.length - at || count > length - to) throw damaged();
      plain.set(packed.subarray(at, at + count), to);
      at += count;
      to += count;
      continue;
    }
    const count = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const extra = kind === 3 ? 4 : kind;
    const offset = littleEndian(packed, at, extra) + (kind === 1 ? (tag >> 5) * 256 : 0);
    at += extra;
    if (offset === 0 || offset > to || count > length - to) throw damaged();
    // Byte by byte: what is copied may lie in what has just been copied.
    for (const end = to + count; to < end; to++) plain[to] = plain[to - offset];
  }
  if (to !== length) throw damaged();
  return plain;
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  if (at + count > bytes.length) throw damaged();
  let value = 0;
  for (let i = count - 1; i >= 0; i--) value = value * 256 + bytes[at + i];
  return value;
}

function damaged(): RangeError {
  return new RangeError("the snappy data are damaged");
}
