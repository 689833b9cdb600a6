export type NarrowArray =
  | typeof Float32Array
  | typeof Int32Array
  | typeof Uint32Array
  | typeof Int16Array
  | typeof Uint16Array
  | typeof Int8Array
  | typeof Uint8Array;

/** Cells of many kinds of ranges: equal ones, neighbours, all bits. */
export function rangedCells(Like: NarrowArray, count: number, random: () => number): InstanceType<NarrowArray> {
  const bits = new Uint32Array(count);
  const width = 2 ** Math.floor(random() * 33);
  const from = Math.floor(random() * 2 ** 32);
  for (let i = 0; i < count; i++) bits[i] = from + Math.floor(random() * width);
  if (Like !== Float32Array) return new Like(bits);
  return new Float32Array(bits.buffer).map((value) => (Number.isNaN(value) ? 0 : value));
}
