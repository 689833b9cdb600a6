import { deflateSync, gzipSync } from "node:zlib";
import Zstd from "numcodecs/zstd";
import { afterEach, describe, expect, it, vi } from "vitest";
import { crc32c } from "../../../src/source/crc32c.ts";
import { halfToFloat32, roundToHalf } from "../../../src/source/half.ts";
import { decompress } from "../../../src/source/zarr-decompress.ts";
import { zstdSize } from "../../../src/source/zstd-size.ts";

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** The last block of a frame, one byte repeated: size << 3 | type 1 << 1 | last. */
const run = (size: number) => [3 | ((size << 3) & 255), (size >> 5) & 255, (size >> 13) & 255, 0];
const never = () => {
  throw new Error("must not be decoded");
};

describe("zstdSize", () => {
  it("reads the size of a frame, one byte to eight", () => {
    expect(zstdSize(Uint8Array.of(...MAGIC, 0x20, 200, ...run(200)))).toEqual({
      bytes: 200,
      bound: false,
      single: true,
    });
    expect(zstdSize(Uint8Array.of(...MAGIC, 0x60, 44, 1, ...run(556)))).toEqual({
      bytes: 300 + 256,
      bound: false,
      single: true,
    });
    expect(zstdSize(Uint8Array.of(...MAGIC, 0xa0, 0, 0, 0, 64, ...run(9)))).toMatchObject({
      bytes: 2 ** 30,
      bound: false,
    });
    const eight = [...MAGIC, 0xe0, 0, 0, 0, 0, 1, 0, 0, 0, ...run(9)];
    expect(zstdSize(Uint8Array.from(eight))).toMatchObject({ bytes: 2 ** 32, bound: false });
  });

  it("bounds frames that leave it out by their blocks, and adds frames up", () => {
    const frame = [...MAGIC, 0x00, 0x58, ...run(2 ** 17)];
    expect(zstdSize(Uint8Array.from(frame))).toEqual({ bytes: 2 ** 17, bound: true, single: true });
    expect(zstdSize(Uint8Array.from([...frame, ...frame]))).toEqual({ bytes: 2 ** 18, bound: true, single: false });
    const skipped = [0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 7];
    expect(zstdSize(Uint8Array.from([...skipped, ...frame])).single).toBe(false);
    expect(zstdSize(Uint8Array.from([...frame, ...skipped])).single).toBe(false);
  });

  it("refuses what is no zstd or cut off", () => {
    expect(() => zstdSize(new Uint8Array(8))).toThrow(/no zstd/);
    expect(() => zstdSize(Uint8Array.of(...MAGIC, 0x20, 200, 3))).toThrow(/cut off|Offset/);
  });
});

describe("decompress", () => {
  it("does not start on data that claims far more than a chunk has", async () => {
    const zstd = Uint8Array.of(...MAGIC, 0xa0, 0, 0, 0, 64, ...run(9)); // 1 GiB
    await expect(decompress("zstd", zstd, 1000, never)).rejects.toThrow(/claims 1073741824 bytes/);
    await expect(decompress("lz4", Uint8Array.of(0, 0, 0, 64, 0), 1000, never)).rejects.toThrow(/claims 1073741824/);
    const blosc = new Uint8Array(16);
    new DataView(blosc.buffer).setUint32(4, 2 ** 30, true);
    await expect(decompress("blosc", blosc, 1000, never)).rejects.toThrow(/claims 1073741824/);
    new DataView(blosc.buffer).setUint32(12, 17, true); // compressed bytes: one more than there are
    await expect(decompress("blosc", blosc, 1000, never)).rejects.toThrow(/cut off/);
  });
});

describe("decompress with and without Node's zlib", () => {
  const plain = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i) >> 7);
  const zstd = Zstd.fromConfig({ id: "zstd", level: 3 });
  const codecs = {
    gzip: () => gzipSync(plain),
    zlib: () => deflateSync(plain),
    zstd: () => zstd.encode(plain),
  };
  const withoutNode = () => vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined as never);
  const decode = (bytes: Uint8Array) => zstd.decode(bytes);
  afterEach(() => vi.restoreAllMocks());

  for (const [codec, pack] of Object.entries(codecs)) {
    for (const host of ["Node", "no Node"]) {
      it(`${codec}, ${host}: whole data come out, in a buffer of their own; damaged, cut off or too much are refused`, async () => {
        if (host === "no Node") withoutNode();
        const packed = new Uint8Array(await pack());
        const out = await decompress(codec, packed, plain.byteLength, decode);
        expect(Object.getPrototypeOf(out)).toBe(Uint8Array.prototype);
        expect(Buffer.compare(out, plain)).toBe(0);
        const few = await decompress(codec, await packFew(codec), 5, decode);
        expect([...few]).toEqual([1, 2, 3, 4, 5]);
        expect(few.buffer.byteLength).toBeLessThan(5 + 64); // not the buffer that all of Node's small Buffers share
        const refused = (bytes: Uint8Array, size: number) =>
          expect(decompress(codec, bytes, size, decode)).rejects.toBeInstanceOf(Error);
        await refused(packed.subarray(0, packed.byteLength - 20), plain.byteLength);
        await refused(
          packed.map((byte, i) => (i < 12 ? byte : byte ^ 0xa5)),
          plain.byteLength,
        );
        await refused(packed, 1000); // 1000 · 9/8 + 65,536 bytes are believed at most
      });
    }
  }

  async function packFew(codec: string): Promise<Uint8Array> {
    const few = Uint8Array.of(1, 2, 3, 4, 5);
    return codec === "zstd" ? zstd.encode(few) : codec === "gzip" ? gzipSync(few) : deflateSync(few);
  }

  it("zstd of one frame goes to Node where it knows zstd; joined frames, which it would cut, do not", async () => {
    const asked: unknown[] = [];
    const zstdDecompress = (bytes: Uint8Array, options: object, done: (error: null, result: Uint8Array) => void) => {
      asked.push(options);
      Promise.resolve(zstd.decode(bytes)).then((result) => done(null, result));
    };
    vi.spyOn(process, "getBuiltinModule").mockReturnValue({ zstdDecompress } as never);
    const packed = await zstd.encode(plain);
    expect(Buffer.compare(await decompress("zstd", packed, plain.byteLength, never), plain)).toBe(0);
    expect(asked).toEqual([{ chunkSize: 100_001, maxOutputLength: 100_000 }]);
    const two = Uint8Array.from([...packed, ...packed]);
    expect(await decompress("zstd", two, 2 * plain.byteLength, (bytes) => bytes)).toBe(two);
    expect(asked).toHaveLength(1);
  });
});

describe("checksums and halves", () => {
  it("crc32c of 123456789 is 0xe3069283", () => {
    expect(crc32c(new TextEncoder().encode("123456789"))).toBe(0xe3069283);
  });

  it("every half is read as its value and rounds to itself", () => {
    const values = halfToFloat32(Uint16Array.from({ length: 65536 }, (_, i) => i));
    expect([values[0x3c00], values[0x7bff], values[1], values[0xfc00]]).toEqual([
      1,
      65504,
      2 ** -24,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(values.filter(Number.isNaN)).toHaveLength(2 * 1023);
    expect(values.filter((value) => !Number.isNaN(value) && roundToHalf(value) !== value)).toHaveLength(0);
    // Ties go to even: halves are 2 apart from 2048 on.
    expect([roundToHalf(2049), roundToHalf(2051), roundToHalf(65520)]).toEqual([2048, 2052, Number.POSITIVE_INFINITY]);
  });
});
