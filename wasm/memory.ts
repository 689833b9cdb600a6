/** Whether there is memory up to there, now that it has grown as it must. */
export function growTo(end: usize): bool {
  const pages = <i32>((end + 0xffff) >>> 16) - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0;
}

/** The next multiple of 16. */
@inline
export function aligned(at: usize): usize {
  return (at + 15) & ~15;
}
