const PAGE = 2 ** 16;

/** Whether a memory has so many bytes, now that it has grown as it must. */
export function reserve(memory: WebAssembly.Memory, bytes: number): boolean {
  const pages = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  try {
    if (pages > 0) memory.grow(pages);
    return true;
  } catch {
    return false; // the host has no more
  }
}
