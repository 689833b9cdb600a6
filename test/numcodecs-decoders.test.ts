import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Blosc from "numcodecs/blosc";
import Lz4 from "numcodecs/lz4";
import Zstd from "numcodecs/zstd";
import { describe, expect, it } from "vitest";
import { decoder } from "../scripts/decoder-wasm.mjs";
import { numcodecsDecoders } from "../scripts/numcodecs-decoders.mjs";
import { bytesOfBase64 } from "../src/compiled/base64.ts";
import { compiledDecoder } from "../src/source/compiled-decoder.ts";

const path = (codec: string) => fileURLToPath(import.meta.resolve(`numcodecs/${codec}`));
const glue = (codec: string) => readFileSync(path(codec), "utf8");
const wasm: Record<string, Uint8Array<ArrayBuffer>> = Object.fromEntries(
  ["zstd", "blosc", "lz4"].map((codec) => [codec, Uint8Array.from(decoder(glue(codec), codec))]),
);
const made = (codec: string) => compiledDecoder(codec, Buffer.from(wasm[codec]).toString("base64")).fromConfig();
const genuine = {
  zstd: Zstd.fromConfig({ id: "zstd", level: 1 }),
  blosc: Blosc.fromConfig({ id: "blosc", cname: "zstd", clevel: 5, shuffle: 1, blocksize: 0 }),
  lz4: Lz4.fromConfig({ id: "lz4", acceleration: 1 }),
};

const length = 50_000;
const floats = Float32Array.from(
  { length },
  (_, i) => Math.fround(Math.sin(i / 99) * 1000) + (((i * 7919) % 97) / 97) * 0.1,
);
const bytesOf = (cells: ArrayBufferView) =>
  new Uint8Array(cells.buffer as ArrayBuffer, cells.byteOffset, cells.byteLength);
let seed = 1;
const random = () => {
  seed = (seed * 48271) % 2147483647;
  return seed;
};
/** What compresses well, less well, not at all, and by long repeats. */
const data = {
  floats: bytesOf(floats),
  shorts: bytesOf(Int16Array.from(floats)),
  bytes: Uint8Array.from(floats, (value) => value / 10),
  text: new TextEncoder().encode(Array.from(floats.subarray(0, 20_000)).join(", ")),
  noise: Uint8Array.from({ length }, random),
  zeros: new Uint8Array(3 * length),
  repeats: Uint8Array.from({ length: 3 * length }, (_, i) => (i % 4099) ^ (i % 31)),
  short: Uint8Array.of(1, 2, 3, 4, 5, 6, 7),
};

describe("decoders taken out of numcodecs", () => {
  it("read zstd of all levels", async () => {
    const codec = made("zstd");
    for (const bytes of Object.values(data)) {
      for (const level of [1, 3, 6, 9, 13, 16, 18, 20, 22]) {
        const packed = await Zstd.fromConfig({ id: "zstd", level }).encode(bytes);
        expect(Buffer.compare(await codec.decode(packed), bytes)).toBe(0);
      }
    }
  });

  it("read lz4 of all accelerations", async () => {
    const codec = made("lz4");
    for (const bytes of Object.values(data)) {
      for (const acceleration of [1, 10, 1000]) {
        const packed = await Lz4.fromConfig({ id: "lz4", acceleration }).encode(bytes);
        expect(Buffer.compare(await codec.decode(packed), bytes)).toBe(0);
      }
    }
  });

  it("read blosc of all compressors, levels and shuffles", async () => {
    const codec = made("blosc");
    for (const cname of ["blosclz", "lz4", "lz4hc", "zlib", "zstd"]) {
      for (const clevel of [0, 1, 5, 9]) {
        for (const shuffle of [0, 1, 2]) {
          for (const bytes of Object.values(data)) {
            const packed = await Blosc.fromConfig({ id: "blosc", cname, clevel, shuffle, blocksize: 0 }).encode(bytes);
            expect(Buffer.compare(await codec.decode(packed), bytes)).toBe(0);
          }
        }
      }
    }
  });

  for (const [name, other] of Object.entries(genuine)) {
    it(`take damaged ${name} for what it is, as before, and read on`, async () => {
      const codec = made(name);
      const packed = await other.encode(data.floats);
      for (let i = 0; i < 60; i++) {
        const damaged = i % 2 ? packed.slice(0, packed.byteLength - 1 - i) : packed.slice();
        for (let k = 0; k < 3 * i; k++) damaged[16 + (random() % (damaged.byteLength - 16))] ^= 1 << (random() % 8);
        const expected = await Promise.resolve(other.decode(damaged)).catch(() => null);
        const found = await codec.decode(damaged).catch((error) => error);
        const refused = found instanceof Error;
        if (refused) expect(found.message).toBe(`the ${name} data is damaged, or too large for the memory there is`);
        const same = refused ? expected === null : expected !== null && Buffer.compare(found, expected) === 0;
        expect(same || (refused && name === "blosc")).toBe(true); // numcodecs does not look whether blosc failed
        if (i % 20 === 0) expect(Buffer.compare(await codec.decode(packed), data.floats)).toBe(0);
      }
      await expect(codec.decode(packed.slice(0, 20))).rejects.toThrow("is damaged");
    });

    it(`ask nothing of JavaScript, and no more of a policy than WebAssembly: ${name}`, () => {
      const module = new WebAssembly.Module(wasm[name]);
      expect(WebAssembly.Module.imports(module)).toEqual([]);
      const exports = ["memory", "address", "length", "start", "malloc", "free", "decompress", "release"];
      expect(WebAssembly.Module.exports(module).map((item) => item.name)).toEqual(exports);
    });
  }

  it("read what is asked for at once with many damaged data, each of which leaves its stack behind", async () => {
    const codec = made("blosc");
    const packed = await genuine.blosc.encode(data.floats);
    const damaged = packed.map((byte, i) => (i > 20 ? byte ^ 0x5a : byte));
    const failures = Array.from({ length: 100 }, () => codec.decode(damaged).catch((error) => error.message));
    expect(Buffer.compare(await codec.decode(packed), data.floats)).toBe(0);
    const words = "the blosc data is damaged, or too large for the memory there is";
    expect(new Set(await Promise.all(failures))).toEqual(new Set([words]));
  });

  it("are without what compresses", () => {
    const share = (codec: string) => (wasm[codec].byteLength * 4) / 3 / glue(codec).length;
    expect(share("zstd")).toBeLessThan(0.35);
    expect(share("lz4")).toBeLessThan(0.25);
  });

  it("are not made where numcodecs is not what it was", async () => {
    const { transform } = numcodecsDecoders();
    await expect(transform("other glue", path("zstd"))).rejects.toThrow(/found 0 times instead of once/);
    await expect(transform(glue("lz4").replace("copyWithin", "copy"), path("lz4"))).rejects.toThrow(/found 0 times/);
    expect(await transform("other glue", path("zstd").replace("zstd.js", "gzip.js"))).toBe(undefined);
    const module = /^import \{ compiledDecoder \} from ".*";\nexport default compiledDecoder\("lz4", "[\w+/=]+"\);$/;
    expect((await transform(glue("lz4"), path("lz4")))?.code).toMatch(module);
  });
});

describe("bytes of base64", () => {
  const host = { Buffer: globalThis.Buffer, fromBase64: Reflect.get(Uint8Array, "fromBase64") };
  const ways = {
    "as Node has it": host,
    "as browsers have it": { fromBase64: (text: string) => Uint8Array.from(host.Buffer.from(text, "base64")) },
    "as neither has it": {},
  };
  for (const [way, { Buffer, fromBase64 }] of Object.entries<Partial<typeof host>>(ways)) {
    it(way, () => {
      try {
        Reflect.set(Uint8Array, "fromBase64", fromBase64);
        Reflect.set(globalThis, "Buffer", Buffer);
        expect(String([...bytesOfBase64("AAEC/w==")])).toBe("0,1,2,255");
      } finally {
        Reflect.set(globalThis, "Buffer", host.Buffer);
        if (host.fromBase64) Reflect.set(Uint8Array, "fromBase64", host.fromBase64);
        else Reflect.deleteProperty(Uint8Array, "fromBase64");
      }
    });
  }
});
