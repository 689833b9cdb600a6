/** 256 ends the table, 257 ends the data; strings of more than one byte are numbered from 258. */
const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;
/** Bytes of a string that the table holds. */
const HEAD = 4;

/** By code: where the string was put out first, how long it is, and its first four bytes, lowest first. */
const places = new Int32Array(MOST_CODES);
const lengths = new Int32Array(MOST_CODES);
const heads = new Int32Array(MOST_CODES);
for (let byte = 0; byte < 256; byte++) {
  lengths[byte] = 1;
  heads[byte] = byte;
}

/**
 * Undoes TIFF's LZW (TIFF 6.0, section 13), up to `most` bytes. A new entry of the table is the string before it and one
 * byte more, which follows it in the output: so it needs no bytes of its own but the first four, which are put out at
 * once, whatever the string's length. Writers before 1990 put codes into the lowest bits first and widen them one later.
 * @throws where the data are damaged; of data that end early what there is comes back
 */
export function decodeLzw(bytes: Uint8Array, most: number): Uint8Array {
  const old = bytes.length >= 2 && bytes[0] === 0 && (bytes[1] & 1) === 1;
  // With room for a string that reaches over the end: each code makes them at most a byte longer.
  const out = new Uint8Array(most + MOST_CODES + HEAD);
  const length = old ? fromLowBits(bytes, out, most) : fromHighBits(bytes, out, most);
  return out.slice(0, Math.min(length, most));
}

/** One loop and no calls: that is twice as fast. */
function fromHighBits(bytes: Uint8Array, out: Uint8Array, most: number): number {
  const view = new DataView(out.buffer);
  const count = bytes.length;
  let buffer = 0;
  let bits = 0;
  let width = 9;
  let mask = 511;
  let next = END;
  let at = 0;
  let lastPlace = 0;
  let lastLength = 0;
  let lastHead = 0;
  for (let i = 0; at < most; ) {
    if (bits < width) {
      if (i + 1 < count) {
        buffer = (buffer << 16) | (bytes[i] << 8) | bytes[i + 1];
        i += 2;
        bits += 16;
      } else if (i < count && bits + 8 >= width) {
        buffer = (buffer << 8) | bytes[i++];
        bits += 8;
      } else break;
    }
    bits -= width;
    const code = (buffer >>> bits) & mask;
    if ((code & ~1) === CLEAR) {
      if (code === END) break;
      // Where no string was before, the entry that is made next is that of END, which nobody asks for.
      next = END;
      width = 9;
      mask = 511;
      lastLength = 0;
      lastHead = 0;
      continue;
    }
    if (next < MOST_CODES) {
      const first = (code < next ? heads[code] : lastHead) & 255;
      heads[next] = lastLength < HEAD ? lastHead | (first << (lastLength * 8)) : lastHead;
      lengths[next] = lastLength + 1;
      places[next] = lastPlace;
      if (++next === mask && width < 12) mask = (1 << ++width) - 1;
    }
    if (code >= next) throw new Error("the LZW data are damaged");
    lastPlace = at;
    lastLength = lengths[code];
    lastHead = heads[code];
    view.setInt32(at, lastHead, true);
    if (lastLength > HEAD) {
      // Byte by byte, since a string may reach into its own copy.
      const end = at + lastLength;
      for (let from = places[code] + HEAD, to = at + HEAD; to < end; ) out[to++] = out[from++];
    }
    at += lastLength;
  }
  return at;
}

function fromLowBits(bytes: Uint8Array, out: Uint8Array, most: number): number {
  let [buffer, bits, width] = [0, 0, 9];
  let [next, at, lastPlace, lastLength] = [END, 0, 0, 0];
  for (let i = 0; at < most; ) {
    for (; bits < width && i < bytes.length; bits += 8) buffer |= bytes[i++] << bits;
    if (bits < width) break;
    const code = buffer & ((1 << width) - 1);
    buffer >>>= width;
    bits -= width;
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, lastLength] = [END, 9, 0];
      continue;
    }
    if (next < MOST_CODES) {
      lengths[next] = lastLength + 1;
      places[next] = lastPlace;
      if (++next === 1 << width && width < 12) width++;
    }
    if (code >= next) throw new Error("the LZW data are damaged");
    lastPlace = at;
    lastLength = lengths[code];
    if (code < CLEAR) out[at++] = code;
    else for (let from = places[code], end = at + lastLength; at < end; ) out[at++] = out[from++];
  }
  return at;
}
