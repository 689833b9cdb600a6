import { expect, it } from "vitest";
import { decodeLzw } from "../../../../src/source/cog/lzw.ts";
import { seededRandom } from "../../../helpers/random.ts";

/** Codes of given widths as bytes, highest bit first, or lowest first as old writers have it. */
function packCodes(codes: readonly (readonly [code: number, width: number])[], lowFirst = false): Uint8Array {
  const bits = codes.flatMap(([code, width]) =>
    Array.from({ length: width }, (_, i) => (code >> (lowFirst ? i : width - 1 - i)) & 1),
  );
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => {
    bytes[i >> 3] |= bit << (lowFirst ? i & 7 : 7 - (i & 7));
  });
  return bytes;
}

/** A plain encoder; `early` is by how many codes widths grow before they must. */
function encodeLzw(bytes: Uint8Array, lowFirst = false): Uint8Array {
  const early = lowFirst ? 0 : 1;
  const codes: [number, number][] = [[256, 9]];
  let table = new Map<string, number>();
  let next = 258;
  let text = "";
  const width = () => (next + early > 2048 ? 12 : next + early > 1024 ? 11 : next + early > 512 ? 10 : 9);
  const codeOf = (string: string) => (string.length === 1 ? string.charCodeAt(0) : (table.get(string) as number));
  for (const byte of bytes) {
    const longer = text + String.fromCharCode(byte);
    if (longer.length === 1 || table.has(longer)) {
      text = longer;
      continue;
    }
    codes.push([codeOf(text), width()]);
    table.set(longer, next++);
    text = String.fromCharCode(byte);
    if (next === 4094) {
      codes.push([codeOf(text), width()], [256, 12]);
      [table, next, text] = [new Map(), 258, ""];
    }
  }
  if (text) codes.push([codeOf(text), width()]);
  next++;
  codes.push([257, width()]);
  return packCodes(codes, lowFirst);
}

it("decodes the example of the specification", () => {
  // TIFF 6.0, page 59: 7 7 7 8 8 7 7 6 6
  const codes = [256, 7, 258, 8, 8, 258, 6, 6, 257].map((code) => [code, 9] as const);
  expect([...decodeLzw(packCodes(codes), 9)]).toEqual([7, 7, 7, 8, 8, 7, 7, 6, 6]);
});

it.each([
  ["highest bit first", false],
  ["lowest bit first", true],
])("undoes an encoder, %s", (_, lowFirst) => {
  const random = seededRandom(5);
  for (const values of [2, 5, 40, 256]) {
    const bytes = Uint8Array.from({ length: 10_000 }, () => Math.floor(random() * values));
    expect(Buffer.compare(decodeLzw(encodeLzw(bytes, lowFirst), bytes.length), bytes)).toBe(0);
  }
  const runs = new Uint8Array(100_000).fill(9);
  expect(Buffer.compare(decodeLzw(encodeLzw(runs, lowFirst), runs.length), runs)).toBe(0);
});

it("stops where enough has come out, and gives what there is where data end", () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 7);
  const packed = encodeLzw(bytes);
  expect(decodeLzw(packed, 100)).toEqual(bytes.slice(0, 100));
  const part = decodeLzw(packed.subarray(0, 50), 1000);
  expect(part.length).toBeGreaterThan(50);
  expect(part).toEqual(bytes.slice(0, part.length));
  expect(decodeLzw(new Uint8Array(0), 10)).toEqual(new Uint8Array(0));
});

it("a stream that only ends tables gives nothing", () => {
  expect(decodeLzw(packCodes(Array.from({ length: 800 }, () => [256, 9])), 1000)).toEqual(new Uint8Array(0));
});

it("a string that is not known yet is an error", () => {
  expect(() =>
    decodeLzw(
      packCodes([
        [256, 9],
        [65, 9],
        [300, 9],
      ]),
      10,
    ),
  ).toThrow("damaged");
  expect(() =>
    decodeLzw(
      packCodes([
        [256, 9],
        [258, 9],
      ]),
      10,
    ),
  ).toThrow("damaged");
});
