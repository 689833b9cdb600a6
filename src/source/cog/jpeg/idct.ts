import type { Component } from "./frame.ts";

/** Samples of a component, rows of `stride`. */
export interface Plane {
  readonly data: Uint8Array | Uint16Array;
  readonly stride: number;
}

/** Bits behind the point of the factors below. */
const FACTOR_BITS = 13;

/**
 * The samples of a component: the inverse cosine transform of its blocks in integers, after Loeffler, Ligtenberg and
 * Moschytz (1989), with the widths and the rounding of libjpeg's accurate one, so that all bits are the same.
 */
export function makePlane(component: Component, quantizers: Uint16Array, precision: number): Plane {
  const { coefficients, blocksAcross, blocksDown } = component;
  const stride = blocksAcross * 8;
  const samples = stride * blocksDown * 8;
  const data = precision > 8 ? new Uint16Array(samples) : new Uint8ClampedArray(samples);
  const most = 2 ** precision - 1;
  const spare = precision > 8 ? 1 : 2;
  const block = new Int32Array(64);
  for (let from = 0, row = 0; row < blocksDown; row++) {
    for (let column = 0; column < blocksAcross; column++, from += 64) {
      const at = row * 8 * stride + column * 8;
      if (onlyMean(coefficients, from)) {
        const mean = (((coefficients[from] * quantizers[0]) << spare) + (1 << (spare + 2))) >> (spare + 3);
        fillBlock(data, at, stride, clamp(mean + (most + 1) / 2, most));
        continue;
      }
      for (let i = 0; i < 64; i++) block[i] = coefficients[from + i] * quantizers[i];
      for (let i = 0; i < 8; i++) transform(block, i, 8, FACTOR_BITS - spare);
      for (let i = 0; i < 64; i += 8) transform(block, i, 1, FACTOR_BITS + spare + 3);
      if (data instanceof Uint16Array) storeWords(block, data, at, stride, most);
      else storeBytes(block, data, at, stride);
    }
  }
  return { data: data instanceof Uint16Array ? data : new Uint8Array(data.buffer), stride };
}

export function clamp(sample: number, most: number): number {
  return sample < 0 ? 0 : sample > most ? most : sample;
}

/** Stores clamp by themselves. */
function storeBytes(block: Int32Array, data: Uint8ClampedArray, at: number, stride: number): void {
  for (let i = 0; i < 64; at += stride) {
    for (let to = at; to < at + 8; ) data[to++] = block[i++] + 128;
  }
}

function storeWords(block: Int32Array, data: Uint16Array, at: number, stride: number, most: number): void {
  for (let i = 0; i < 64; at += stride) {
    for (let to = at; to < at + 8; ) data[to++] = clamp(block[i++] + ((most + 1) >> 1), most);
  }
}

function onlyMean(coefficients: Int16Array, from: number): boolean {
  for (let i = from + 1; i < from + 64; i++) if (coefficients[i] !== 0) return false;
  return true;
}

function fillBlock(data: Uint8ClampedArray | Uint16Array, at: number, stride: number, sample: number): void {
  for (let row = 0; row < 8; row++, at += stride) data.fill(sample, at, at + 8);
}

/** Eight numbers, `step` apart, in place; the results are rounded and lose `shift` bits. */
function transform(block: Int32Array, at: number, step: number, shift: number): void {
  const half = 1 << (shift - 1);
  const in2 = block[at + 2 * step];
  const in6 = block[at + 6 * step];
  const turned = Math.imul(in2 + in6, 4433);
  const even2 = turned - Math.imul(in6, 15137);
  const even3 = turned + Math.imul(in2, 6270);
  const even0 = (block[at] + block[at + 4 * step]) << FACTOR_BITS;
  const even1 = (block[at] - block[at + 4 * step]) << FACTOR_BITS;
  const a = even0 + even3 + half;
  const b = even1 + even2 + half;
  const c = even1 - even2 + half;
  const d = even0 - even3 + half;

  const in7 = block[at + 7 * step];
  const in5 = block[at + 5 * step];
  const in3 = block[at + 3 * step];
  const in1 = block[at + step];
  const both = Math.imul(in7 + in3 + in5 + in1, 9633);
  const z1 = Math.imul(in7 + in1, -7373);
  const z2 = Math.imul(in5 + in3, -20995);
  const z3 = both - Math.imul(in7 + in3, 16069);
  const z4 = both - Math.imul(in5 + in1, 3196);
  const odd0 = Math.imul(in7, 2446) + z1 + z3;
  const odd1 = Math.imul(in5, 16819) + z2 + z4;
  const odd2 = Math.imul(in3, 25172) + z2 + z3;
  const odd3 = Math.imul(in1, 12299) + z1 + z4;

  block[at] = (a + odd3) >> shift;
  block[at + 7 * step] = (a - odd3) >> shift;
  block[at + step] = (b + odd2) >> shift;
  block[at + 6 * step] = (b - odd2) >> shift;
  block[at + 2 * step] = (c + odd1) >> shift;
  block[at + 5 * step] = (c - odd1) >> shift;
  block[at + 3 * step] = (d + odd0) >> shift;
  block[at + 4 * step] = (d - odd0) >> shift;
}
