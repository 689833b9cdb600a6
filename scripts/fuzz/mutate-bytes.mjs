/** Values that a count or an offset is most likely to go wrong by. */
const HARD = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];
const HARD_DOUBLES = [0, -0, 1, -1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, Infinity, -Infinity, NaN];
/** Headers lie at the beginning or the end of most files. */
const EDGE = 256;

/** A file with bytes changed, moved, cut or taken from another one. `random` gives numbers in [0, 1). */
export function mutateBytes(bytes, other, random) {
  const below = (n) => Math.floor(random() * n);
  const place = (length) => {
    const edge = Math.min(EDGE, length);
    const kind = random();
    return kind < 0.35 ? below(edge) : kind < 0.5 ? length - 1 - below(edge) : below(length);
  };
  let changed = bytes.slice();
  for (let times = random() < 0.5 ? 1 : 1 + below(5); times > 0; times--)
    changed = changeOnce(changed, other, { random, below, place });
  if (random() < 0.12) return changed.slice(0, below(changed.length + 1));
  return changed;
}

function changeOnce(bytes, other, { random, below, place }) {
  if (bytes.length === 0) return bytes;
  const at = place(bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = random() < 0.8;
  const hard = HARD[below(HARD.length)];
  const fits = (size) => at + size <= bytes.length;
  const kinds = [
    () => view.setUint8(at, bytes[at] ^ (1 << below(8))),
    () => view.setUint8(at, below(256)),
    () => fits(2) && view.setUint16(at, hard, little),
    () => fits(4) && view.setUint32(at, hard, little),
    () => fits(4) && view.setUint32(at, view.getUint32(at, little) + below(33) - 16, little),
    () => fits(8) && view.setBigUint64(at, BigInt(hard) << BigInt(8 * below(5)), little),
    () => fits(8) && view.setFloat64(at, HARD_DOUBLES[below(HARD_DOUBLES.length)], little),
    () => void bytes.copyWithin(at, below(bytes.length), below(bytes.length)),
    () => void bytes.fill(random() < 0.5 ? 0 : 0xff, at, at + below(64)),
    () => joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + below(32)))),
    () => joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - below(64)))),
    () => joined(bytes.subarray(0, at), other.subarray(below(other.length + 1))),
  ];
  const result = kinds[below(kinds.length)]();
  return result instanceof Uint8Array ? result : bytes;
}

function joined(head, tail) {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}
