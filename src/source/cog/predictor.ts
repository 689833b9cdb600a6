/** Undoes differences between neighbours in a row (TIFF 6.0, section 14), in place; loops of one type each, to be fast. */

/** @param perRow numbers in a row @param step numbers to the neighbour: samples that stand side by side */
export function addUp8(cells: Uint8Array, perRow: number, step: number): void {
  for (let start = 0; start < cells.length; start += perRow) {
    const end = Math.min(start + perRow, cells.length);
    if (step === 1) {
      for (let i = start, sum = 0; i < end; i++) cells[i] = sum = (sum + cells[i]) & 255;
    } else {
      for (let i = start + step; i < end; i++) cells[i] += cells[i - step];
    }
  }
}

export function addUp16(cells: Uint16Array, perRow: number, step: number): void {
  for (let start = 0; start < cells.length; start += perRow) {
    const end = Math.min(start + perRow, cells.length);
    if (step === 1) {
      for (let i = start, sum = 0; i < end; i++) cells[i] = sum = (sum + cells[i]) & 65535;
    } else {
      for (let i = start + step; i < end; i++) cells[i] += cells[i - step];
    }
  }
}

export function addUp32(cells: Uint32Array, perRow: number, step: number): void {
  for (let start = 0; start < cells.length; start += perRow) {
    const end = Math.min(start + perRow, cells.length);
    for (let i = start + step; i < end; i++) cells[i] += cells[i - step];
  }
}

/** Numbers of 64 bits as pairs, low half first: bigints would take ten times as long. @param perRow pairs in a row */
export function addUp64(halves: Uint32Array, perRow: number, step: number): void {
  for (let start = 0; start < halves.length; start += 2 * perRow) {
    const end = Math.min(start + 2 * perRow, halves.length);
    for (let i = start + 2 * step; i < end; i += 2) {
      const low = halves[i] + halves[i - 2 * step];
      halves[i] = low;
      halves[i + 1] += halves[i + 1 - 2 * step] + (low > 0xffffffff ? 1 : 0);
    }
  }
}

/**
 * Undoes the predictor of floats (Adobe Photoshop TIFF Technical Note 3): in a row the first bytes of all numbers come first,
 * then the second ones, and so on, highest first whatever the byte order of the file; then differences of bytes.
 * Returns the numbers' bytes, lowest first. `bytes` are changed too.
 * @param perRow numbers in a row @param size bytes of a number
 */
export function joinFloatPlanes(bytes: Uint8Array, perRow: number, size: number, step: number): Uint8Array {
  const rowBytes = perRow * size;
  addUp8(bytes, rowBytes, step);
  const out = new Uint8Array(bytes.length);
  if (size === 4) joinPlanesOf4(bytes, new Uint32Array(out.buffer), perRow);
  else joinPlanes(bytes, out, perRow, size);
  return out;
}

function joinPlanesOf4(bytes: Uint8Array, out: Uint32Array, perRow: number): void {
  for (let at = 0, row = 0; at < out.length; row += 4 * perRow) {
    let a = row;
    let b = a + perRow;
    let c = b + perRow;
    let d = c + perRow;
    for (const end = at + perRow; at < end; at++) {
      out[at] = (bytes[a++] << 24) | (bytes[b++] << 16) | (bytes[c++] << 8) | bytes[d++];
    }
  }
}

function joinPlanes(bytes: Uint8Array, out: Uint8Array, perRow: number, size: number): void {
  const rowBytes = perRow * size;
  for (let row = 0; row < bytes.length; row += rowBytes) {
    for (let plane = 0; plane < size; plane++) {
      const from = row + plane * perRow;
      for (let i = 0, to = row + size - 1 - plane; i < perRow; i++, to += size) out[to] = bytes[from + i];
    }
  }
}
