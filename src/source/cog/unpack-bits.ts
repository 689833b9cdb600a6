/** What the cells of odd sizes are unpacked to. */
export type Unpacked = Uint8Array | Uint16Array | Uint32Array;

/**
 * Cells of 1 to 31 bits, highest bit first, one after the other; each row begins at a byte.
 * @param perRow cells in a row
 */
export function unpackBits(bytes: Uint8Array, bits: number, rows: number, perRow: number): Unpacked {
  if (bits > 24) return unpackWide(bytes, bits, rows, perRow);
  const cells = rows * perRow;
  const out = bits <= 8 ? new Uint8Array(cells) : bits <= 16 ? new Uint16Array(cells) : new Uint32Array(cells);
  const rowBytes = Math.ceil((perRow * bits) / 8);
  const mask = (1 << bits) - 1;
  for (let row = 0, at = 0; row < rows; row++) {
    let from = row * rowBytes;
    let buffer = 0;
    let held = 0;
    for (const end = at + perRow; at < end; at++) {
      while (held < bits) {
        buffer = (buffer << 8) | bytes[from++];
        held += 8;
      }
      held -= bits;
      out[at] = (buffer >>> held) & mask;
    }
  }
  return out;
}

/** Up to 31 + 8 bits are held, which 32-bit operators cannot. */
function unpackWide(bytes: Uint8Array, bits: number, rows: number, perRow: number): Uint32Array {
  const out = new Uint32Array(rows * perRow);
  const rowBytes = Math.ceil((perRow * bits) / 8);
  for (let row = 0, at = 0; row < rows; row++) {
    let from = row * rowBytes;
    let buffer = 0;
    let held = 0;
    for (const end = at + perRow; at < end; at++) {
      while (held < bits) {
        buffer = buffer * 256 + bytes[from++];
        held += 8;
      }
      held -= bits;
      const cell = Math.floor(buffer / 2 ** held);
      buffer -= cell * 2 ** held;
      out[at] = cell;
    }
  }
  return out;
}

/** Cells of three bytes, lowest or highest first. */
export function unpack24(bytes: Uint8Array, lowFirst: boolean, cells: number): Uint32Array {
  const out = new Uint32Array(cells);
  const low = lowFirst ? 0 : 2;
  const high = 2 - low;
  for (let i = 0, at = 0; i < cells; i++, at += 3) {
    out[i] = bytes[at + low] | (bytes[at + 1] << 8) | (bytes[at + high] << 16);
  }
  return out;
}

/** Bytes whose bits stand the other way round (FillOrder 2); a copy. */
export function reverseBits(bytes: Uint8Array): Uint8Array {
  const reversed = new Uint8Array(256);
  for (let i = 0; i < 256; i++) reversed[i] = (reversed[i >> 1] >> 1) | ((i & 1) << 7);
  return bytes.map((byte) => reversed[byte]);
}
