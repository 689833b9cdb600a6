import type { CodecMetadata } from "./zarr-metadata.ts";

/** Bytes of elements that were grouped by their place (numcodecs' Shuffle) → element by element. */
export function unshuffle(bytes: Uint8Array, { configuration }: CodecMetadata): Uint8Array {
  const size = configuration.elementsize ?? 4;
  if (!(typeof size === "number" && Number.isInteger(size) && size >= 1 && bytes.length % size === 0)) {
    throw new Error(`${bytes.length} bytes cannot be unshuffled in elements of ${String(size)}`);
  }
  const out = new Uint8Array(bytes.length);
  const elements = bytes.length / size;
  for (let place = 0; place < size; place++) {
    for (let i = 0; i < elements; i++) out[i * size + place] = bytes[place * elements + i];
  }
  return out;
}

/** A byte for each bit, highest first; the first byte says how many bits at the end are none (numcodecs' PackBits). */
export function unpackBits(bytes: Uint8Array, cells: number): Uint8Array {
  const padding = bytes[0];
  if ((bytes.length - 1) * 8 - padding !== cells || padding > 7) {
    throw new Error(`${bytes.length} bytes of bits do not hold ${cells} cells`);
  }
  return Uint8Array.from({ length: cells }, (_, i) => (bytes[1 + (i >> 3)] >> (7 - (i & 7))) & 1);
}

/** Axes in the order of v3's `transpose`, and of v2's F; which need not be a permutation. */
export function transposeOrder({ configuration }: CodecMetadata, rank: number): readonly number[] {
  const { order } = configuration;
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  if (order === "C") return axes;
  if (order === "F") return axes.reverse();
  if (Array.isArray(order) && order.length === rank && axes.every((axis) => order.includes(axis))) return order;
  throw new Error(`the codec transpose has the order ${JSON.stringify(order)} for ${rank} axes`);
}
