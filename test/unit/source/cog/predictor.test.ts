import { expect, it } from "vitest";
import { addUp8, addUp16, addUp32, addUp64, joinFloatPlanes } from "../../../../src/source/cog/predictor.ts";

it("adds differences up in each row by itself, modulo the width", () => {
  const bytes = Uint8Array.of(250, 10, 1, 5, 1, 1);
  addUp8(bytes, 3, 1);
  expect([...bytes]).toEqual([250, 260 - 256, 5, 5, 6, 7]);
  const words = Uint16Array.of(65535, 2, 3, 4);
  addUp16(words, 2, 1);
  expect([...words]).toEqual([65535, 1, 3, 7]);
  const longs = Uint32Array.of(4294967295, 2, 3);
  addUp32(longs, 3, 1);
  expect([...longs]).toEqual([4294967295, 1, 4]);
});

it("takes the neighbour of the same sample", () => {
  const bytes = Uint8Array.of(1, 10, 100, 1, 10, 100, 1, 10, 100);
  addUp8(bytes, 9, 3);
  expect([...bytes]).toEqual([1, 10, 100, 2, 20, 200, 3, 30, 300 - 256]);
});

it("carries from the low half of 64 bits to the high one", () => {
  const numbers = BigUint64Array.of(2n ** 32n - 1n, 1n, 2n ** 64n - 1n, 5n, 2n ** 63n, 2n ** 63n);
  addUp64(new Uint32Array(numbers.buffer), 3, 1);
  // 2^32 - 1, + 1 = 2^32, - 1 = 2^32 - 1; next row 5, 5 + 2^63, + 2^63 = 5 modulo 2^64
  expect([...numbers]).toEqual([2n ** 32n - 1n, 2n ** 32n, 2n ** 32n - 1n, 5n, 5n + 2n ** 63n, 5n]);
});

it.each([2, 4, 8])("joins the planes of floats of %i bytes", (size) => {
  // Two rows of three numbers, 0x01020304… each byte its place: highest plane first, then differences of bytes.
  const plain = Uint8Array.from({ length: 2 * 3 * size }, (_, i) => (i * 37) & 255);
  const coded = new Uint8Array(plain.length);
  for (let row = 0; row < 2; row++) {
    for (let i = 0; i < 3; i++) {
      for (let byte = 0; byte < size; byte++) {
        coded[row * 3 * size + (size - 1 - byte) * 3 + i] = plain[(row * 3 + i) * size + byte];
      }
    }
    for (let i = 3 * size - 1; i > 0; i--) coded[row * 3 * size + i] -= coded[row * 3 * size + i - 1];
  }
  expect(joinFloatPlanes(coded, 3, size, 1)).toEqual(plain);
});
