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
      // Few as a rule: loops are faster than calls.
      for (const end = Math.min(i + count + 1, i + most - at, bytes.length); i < end; ) out[at++] = bytes[i++];
    } else if (count > 128 && i < bytes.length) {
      const byte = bytes[i++];
      for (const end = Math.min(at + 257 - count, most); at < end; ) out[at++] = byte;
    }
  }
  return at === most ? out : out.subarray(0, at);
}
