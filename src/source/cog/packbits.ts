/**
 * Undoes PackBits (TIFF 6.0, section 9), up to `most` bytes: a count n ≥ 0 before n + 1 bytes as they are, n < 0 before one
 * byte that stands 1 − n times; −128 says nothing. Of data that end early what there is comes back.
 */
export function decodePackBits(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  let at = 0;
  for (let i = 0; i < bytes.length && at < most; ) {
    const count = bytes[i++];
    if (count < 128) {
      const literal = bytes.subarray(i, i + Math.min(count + 1, most - at));
      out.set(literal, at);
      at += literal.length;
      i += count + 1;
    } else if (count > 128 && i < bytes.length) {
      const end = Math.min(at + 257 - count, most);
      out.fill(bytes[i++], at, end);
      at = end;
    }
  }
  return at === most ? out : out.subarray(0, at);
}
