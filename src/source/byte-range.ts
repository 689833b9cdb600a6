import type { ByteRange } from "./store.ts";

/** Where a range begins in a file of `size` bytes, and how many bytes it asks for, which may be more than there are. */
export function placeOf(range: ByteRange | null, size: number): [start: number, length: number] {
  if (range === null) return [0, size];
  if ("suffixLength" in range) return [Math.max(size - range.suffixLength, 0), Math.min(range.suffixLength, size)];
  const { offset, length, orLess } = range;
  return [offset, orLess ? Math.max(0, Math.min(length, size - offset)) : length];
}
