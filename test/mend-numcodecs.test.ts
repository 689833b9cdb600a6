import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Blosc from "numcodecs/blosc";
import Lz4 from "numcodecs/lz4";
import Zstd from "numcodecs/zstd";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mendNumcodecs } from "../scripts/mend-numcodecs.mjs";

const source = dirname(fileURLToPath(import.meta.resolve("numcodecs/zstd")));
const codecs = {
  zstd: Zstd.fromConfig({ id: "zstd" }),
  blosc: Blosc.fromConfig({ id: "blosc" }),
  lz4: Lz4.fromConfig({ id: "lz4" }),
};
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rastrum-mended-"));
  const dist = join(folder, "numcodecs/dist");
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const name of readdirSync(source)) {
    const path = join(dist, name);
    const text = readFileSync(join(source, name), "utf8");
    writeFileSync(path, mendNumcodecs().transform(text, path)?.code ?? text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program in a Node that makes no code from text, as a page without 'unsafe-eval'. */
function runStrictly(program: string): string {
  const path = join(folder, "program.mjs");
  writeFileSync(path, program);
  return execFileSync(process.execPath, ["--disallow-code-generation-from-strings", path], { encoding: "utf8" });
}

describe("the mended glue of numcodecs", () => {
  for (const [codec, unmended] of Object.entries(codecs)) {
    it(`reads what the other ${codec} wrote and writes what it reads, where no code may be made from text`, async () => {
      const cells = Float32Array.from({ length: 50_000 }, (_, i) => Math.fround(Math.sin(i / 99) * 1000));
      const plain = new Uint8Array(cells.buffer);
      writeFileSync(join(folder, codec), await unmended.encode(plain));
      const told = runStrictly(`
        import { readFileSync } from "node:fs";
        import Codec from "./numcodecs/dist/${codec}.js";
        const packed = readFileSync(new URL("${codec}", import.meta.url));
        const plain = await new Codec().decode(packed);
        const again = await new Codec().encode(plain);
        console.log(plain.byteLength, new Float32Array(plain.buffer)[49_999], Buffer.compare(again, packed));`);
      expect(told).toBe(`200000 ${cells[49_999]} 0\n`);
    });
  }

  for (const way of ["as Node has it", "as browsers have it", "as neither has it"]) {
    it(`has the WebAssembly from text ${way}`, () => {
      const setUp = {
        "as Node has it": "",
        "as browsers have it": `const { Buffer } = globalThis;
          Uint8Array.fromBase64 = (text) => { console.log("asked"); return Uint8Array.from(Buffer.from(text, "base64")); };
          delete globalThis.Buffer;`,
        "as neither has it": "delete Uint8Array.fromBase64; delete globalThis.Buffer;",
      }[way];
      const told = runStrictly(`
        ${setUp}
        const chunk = await import("./numcodecs/dist/${readdirSync(source).find((name) => name.startsWith("chunk-"))}");
        console.log(String(chunk.__toBinary("AAEC/w==")));`);
      expect(told).toBe(`${way === "as browsers have it" ? "asked\n" : ""}0,1,2,255\n`);
    });
  }

  it("still throws for damaged data, and reads on", () => {
    const told = runStrictly(`
      import Codec from "./numcodecs/dist/zstd.js";
      const codec = new Codec();
      const packed = await codec.encode(new Uint8Array(1e6).map((_, i) => (i * i) >> 3));
      const cut = packed.slice(0, packed.byteLength - 9);
      let thrown = 0;
      for (let i = 0; i < 30; i++) await codec.decode(cut).catch(() => thrown++);
      console.log(thrown, (await codec.decode(packed)).byteLength);`);
    expect(told).toBe("30 1000000\n");
  });

  it("is not made where the glue is not what it was", () => {
    const path = join(source, "zstd.js");
    expect(() => mendNumcodecs().transform("other glue", path)).toThrow(/found 0 times instead of once/);
    expect(mendNumcodecs().transform("other glue", join(source, "gzip.js"))).toBe(undefined);
  });
});
