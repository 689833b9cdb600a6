/** Cells of 32 bits as keys: unsigned integers that ascend as the cells do. */

export const FLOATS: i32 = 0;
export const SIGNED: i32 = 1;
const SIGN: u32 = 0x80000000;

/** In place, with up to 12 bytes behind the last; −0 becomes 0, so that cells are equal where keys are. */
export function toKeys(at: usize, count: i32, kind: i32): void {
  const sign = i32x4.splat(SIGN);
  const end = at + (<usize>count << 2);
  if (kind === FLOATS) {
    for (; at < end; at += 16) {
      const bits = f32x4.add(v128.load(at), f32x4.splat(0));
      v128.store(at, v128.xor(bits, v128.or(i32x4.shr_s(bits, 31), sign)));
    }
  } else if (kind === SIGNED) flip(at, end);
}

/** In place, with up to 12 bytes behind the last. */
export function fromKeys(at: usize, count: i32, kind: i32): void {
  const sign = i32x4.splat(SIGN);
  const end = at + (<usize>count << 2);
  if (kind === FLOATS) {
    for (; at < end; at += 16) {
      const keys = v128.load(at);
      v128.store(at, v128.xor(keys, v128.or(i32x4.shr_s(v128.not(keys), 31), sign)));
    }
  } else if (kind === SIGNED) flip(at, end);
}

function flip(at: usize, end: usize): void {
  for (; at < end; at += 16) v128.store(at, v128.xor(v128.load(at), i32x4.splat(SIGN)));
}

/** The cell that a key is of. */
export function cellOf(key: u32, kind: i32): f64 {
  if (kind === FLOATS) return reinterpret<f32>(key ^ (<u32>(<i32>~key >> 31) | SIGN));
  return kind === SIGNED ? <f64>(<i32>(key ^ SIGN)) : <f64>key;
}

/** A cell of 32 bits as it lies there. */
export function cellAt(at: usize, kind: i32): f64 {
  if (kind === FLOATS) return load<f32>(at);
  return kind === SIGNED ? <f64>load<i32>(at) : <f64>load<u32>(at);
}
