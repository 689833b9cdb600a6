/** Turns numbers of `size` bytes around, in place. */
export function swapBytes(bytes: Uint8Array, size: number): void {
  if (size === 2) {
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const first = bytes[i];
      bytes[i] = bytes[i + 1];
      bytes[i + 1] = first;
    }
    return;
  }
  for (let start = 0; start + size <= bytes.length; start += size) {
    for (let i = start, j = start + size - 1; i < j; i++, j--) {
      const first = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = first;
    }
  }
}
