/** Copies so many numbers, and takes `less` from each; in place where they go to where they are. */
export function shift(to: usize, from: usize, count: i32, less: i32): void {
  const lanes = i32x4.splat(less);
  const end = from + (<usize>count << 2);
  for (; from + 16 <= end; from += 16, to += 16) v128.store(to, i32x4.sub(v128.load(from), lanes));
  for (; from < end; from += 4, to += 4) store<i32>(to, load<i32>(from) - less);
}
