import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { draws, seededRandom } from "../../helpers/random.ts";
import {
  arrayV2, arrayV3, bytesOf, coordinate, encodeFiles, group, gzip, type ZarrFiles,
} from "../../helpers/zarr-fixture.ts"; // biome-ignore format: one line
import { zipOf } from "../../helpers/zip.ts";

/** Inputs a kind; RASTRUM_DRAWS scales it. */
const INPUTS = draws(200);
const MOST_MS = 2000;

const cells = bytesOf(Float32Array.from({ length: 16 }, (_, i) => i));
const conventions = {
  "proj:code": "EPSG:32633",
  "spatial:transform": [10, 0, 100, 0, -10, 500],
  scale_factor: 0.5,
  _FillValue: -1,
  valid_range: [0, 15],
};
const v3: ZarrFiles = {
  "zarr.json": group({
    multiscales: { layout: [{ asset: "v" }, { asset: "w", derived_from: "v", transform: { scale: [2, 2] } }] },
  }),
  "v/zarr.json": arrayV3([4, 4], "float32", ["lat", "lon"], {
    attributes: conventions,
    codecs: [
      { name: "transpose", configuration: { order: [1, 0] } },
      { name: "bytes", configuration: { endian: "little" } },
      { name: "gzip", configuration: { level: 5 } },
    ],
  }),
  "v/c/0/0": gzip(Float32Array.from({ length: 16 }, (_, i) => i)),
  "w/zarr.json": arrayV3([2, 2], "float32", ["lat", "lon"], { attributes: { "proj:code": "EPSG:32633" } }),
  ...coordinate("lat", [4, 3, 2, 1], { units: "degrees_north", bounds: "lat_bnds" }),
  ...coordinate("lon", [1, 2, 3, 4], { units: "degrees_east" }),
};
const shards: ZarrFiles = {
  "zarr.json": group(),
  "v/zarr.json": arrayV3([4, 4], "float32", ["y", "x"], {
    codecs: [
      {
        name: "sharding_indexed",
        configuration: {
          chunk_shape: [4, 4],
          codecs: [{ name: "bytes", configuration: { endian: "little" } }],
          index_codecs: [{ name: "bytes", configuration: { endian: "little" } }],
        },
      },
    ],
  }),
  "v/c/0/0": new Uint8Array([...cells, ...bytesOf(BigUint64Array.of(0n, 64n))]),
};
const v2: ZarrFiles = {
  ".zgroup": { zarr_format: 2 },
  "v/.zarray": arrayV2([4, 4], "<f4", {
    filters: [
      { id: "delta", dtype: "<f4" },
      { id: "shuffle", elementsize: 4 },
    ],
    order: "F",
  }),
  "v/.zattrs": { _ARRAY_DIMENSIONS: ["y", "x"], grid_mapping: "crs", ...conventions },
  "v/0.0": cells,
  "crs/.zarray": arrayV2([], "<i4"),
  "crs/.zattrs": { grid_mapping_name: "latitude_longitude", GeoTransform: "0 1 0 0 0 -1", crs_wkt: "" },
};
const text = (value: object | Uint8Array) => new TextDecoder().decode(encodeFiles({ value }).get("value"));
const consolidated: ZarrFiles = {
  ".zmetadata": {
    zarr_consolidated_format: 1,
    metadata: Object.fromEntries(Object.entries(v2).filter(([key]) => /\.z\w+$/.test(key))),
  },
  "v/0.0": cells,
};
const references = {
  version: 1,
  templates: { u: "here", f: "{{u}}/{{c}}" },
  gen: [
    {
      key: "w/c/{{i}}/{{j}}",
      url: "{{f(c='x')}}",
      offset: "{{i * 16}}",
      length: "64",
      dimensions: { i: { stop: 1 }, j: [0] },
    },
  ],
  refs: {
    "zarr.json": text(shards["zarr.json"]),
    "v/zarr.json": shards["v/zarr.json"],
    "v/c/0/0": `base64:${Buffer.from(shards["v/c/0/0"] as Uint8Array).toString("base64")}`,
  },
};

type Random = () => number;
const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)];

/** What somebody who wishes ill might write in place of a value. */
const values: readonly unknown[] = [
  0, -1, 1, 2, 3, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, -1e300, null, true, "", "x", "__proto__", "constructor", [], [0], [0, 0], [1e9, 1e9],
  [2 ** 31, 2 ** 31], [-1, 4], ["y", "x"], {}, { __proto__: 1 }, { name: "bytes" }, [[1, 2], [3]], "NaN", "Infinity", "0x7fc00000", "9".repeat(400),
  "v2:U99999999", "<U1000000000", "../../..", "/", "x".repeat(5000), [Number.MAX_SAFE_INTEGER], [0, 0, 0, 0, 0, 0], [1, 2, 3, 1, 2, 3],
  "sharding_indexed", "vlen-utf8", "cast_value", "scale_offset", "numcodecs.packbits", "blosc", "zstd", "float16", "bool", "uint64", "complex64",
]; // biome-ignore format: one list

/** A copy in which a few members, anywhere, are something else, gone, or under another name. */
function mutated(document: unknown, random: Random): unknown {
  const copy = structuredClone(document);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    let holder = copy as Record<string, unknown>;
    for (;;) {
      const keys = Object.keys(holder);
      if (keys.length === 0) break;
      const key = pick(keys, random);
      const inner = holder[key];
      if (typeof inner === "object" && inner !== null && random() < 0.8) {
        holder = inner as Record<string, unknown>;
        continue;
      }
      const kind = random();
      if (kind < 0.15) delete holder[key];
      else if (kind < 0.25)
        Object.defineProperty(holder, pick(["__proto__", "x", "configuration", "name"], random), {
          value: inner,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      else holder[key] = structuredClone(pick(values, random));
      break;
    }
  }
  return copy;
}

function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const at = Math.floor(random() * copy.length);
    if (random() < 0.5) copy[at] = Math.floor(random() * 256);
    else copy.fill(pick([0, 255, 127], random), at, at + pick([1, 2, 4, 8], random));
  }
  return random() < 0.1 ? copy.slice(0, Math.floor(random() * copy.length)) : copy;
}

/** Opens, lists overviews, reads a corner: a raster or a tagged error, soon, for any input. */
async function outcome(open: () => ReturnType<typeof openZarr>): Promise<string> {
  const started = performance.now();
  let told = "read";
  try {
    const raster = await open();
    await raster.overviews?.();
    const { width, height } = raster.grid;
    const ranges = raster.dimensions.map(({ size }) => [0, Math.min(size, 1)] as const);
    const side = (length: number) => Math.min(length, 8);
    await raster.read({ row: 0, column: 0, width: side(width), height: side(height) }, { ranges });
  } catch (error) {
    if (!isRastrumError(error)) throw error;
    told = error.tag;
  }
  expect(performance.now() - started).toBeLessThan(MOST_MS);
  return told;
}

const storeOf = (files: ReadonlyMap<string, Uint8Array>) => ({ get: async (key: string) => files.get(key.slice(1)) });

async function attack(seed: number, open: (random: Random) => ReturnType<typeof openZarr>) {
  const counts: Record<string, number> = {};
  const random = seededRandom(seed);
  for (let i = 0; i < INPUTS; i++) {
    const told = await outcome(() => open(random)).catch((error: unknown) => {
      throw new Error(`input ${i} of seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    });
    counts[told] = (counts[told] ?? 0) + 1;
  }
  // Some inputs must get through, or nothing much was tried.
  expect(counts.read).toBeGreaterThan(0);
  expect(Object.keys(counts).length).toBeGreaterThan(1);
}

describe("whatever the metadata say, a raster or a tagged error", () => {
  it.each([
    ["v3", 1, v3],
    ["shards", 2, shards],
    ["v2", 3, v2],
    ["consolidated v2", 4, consolidated],
  ])(
    "%s",
    async (_, seed, files) => {
      await attack(seed, (random) => {
        const key = pick(
          Object.keys(files).filter((key) => !(files[key] instanceof Uint8Array)),
          random,
        );
        const changed = { ...files, [key]: mutated(files[key], random) as object };
        return openZarr(storeOf(encodeFiles(changed)), { path: random() < 0.8 ? "v" : undefined });
      });
    },
    120_000,
  );

  it("chunks", async () => {
    await attack(5, (random) => {
      const files = pick([v3, shards, v2], random);
      const key = pick(
        Object.keys(files).filter((key) => files[key] instanceof Uint8Array),
        random,
      );
      const changed = { ...files, [key]: mutatedBytes(files[key] as Uint8Array, random) };
      return openZarr(storeOf(encodeFiles(changed)), { path: "v" });
    });
  }, 120_000);

  it("references", async () => {
    await attack(6, (random) => {
      const document = random() < 0.1 ? references : mutated(references, random);
      return openZarr(new Blob([JSON.stringify(document)]), {
        path: "v",
        retries: 0,
        timeoutMs: 500,
        fetch: async () => new Response(null, { status: 404 }),
      });
    });
  }, 120_000);

  it("archives", async () => {
    const plain = [0, 8].map((method) => zipOf(Object.fromEntries(encodeFiles(v3)), method as 0 | 8));
    expect(await outcome(() => openZarr(new Blob([plain[1]]), { path: "v" }))).toBe("read");
    await attack(7, (random) => openZarr(new Blob([mutatedBytes(pick(plain, random), random)]), { path: "v" }));
  }, 120_000);
});

describe("what claims to be large is refused before memory is taken", () => {
  const open = (files: ZarrFiles) => openZarr(storeOf(encodeFiles(files)), { path: "v" });
  const window = { row: 0, column: 0, width: 4, height: 4 };

  it("chunks of gigabytes", async () => {
    const files = { ...v3, "v/zarr.json": arrayV3([1e9, 1e9], "float32", ["y", "x"], { chunks: [1e6, 1e6] }) };
    await expect(open(files)).rejects.toMatchObject({ tag: "unsupported" });
  });

  it("a gigabyte of zeros in a megabyte of gzip", async () => {
    const bomb = gzip(new Uint8Array(2 ** 26));
    const raster = await open({ ...v3, "v/c/0/0": bomb });
    await expect(raster.read(window)).rejects.toThrow("hold more than 65608 bytes");
    const small = { ...v3, "v/c/0/0": gzip(new Uint8Array(2 ** 22)) };
    await expect((await open(small)).read(window)).rejects.toMatchObject({ tag: "decode-failed" });
  });

  it.each([
    ["no name", "{}"],
    [
      "shards in shards without end",
      `${'{"name":"sharding_indexed","configuration":{"codecs":['.repeat(1e5)}${"]}}".repeat(1e5)}`,
    ],
  ])("codecs of a shard: %s", async (_, inner) => {
    const codecs = [{ name: "sharding_indexed", configuration: { chunk_shape: [2, 2], codecs: ["INNER"] } }];
    const text = JSON.stringify(arrayV3([4, 4], "float32", ["y", "x"], { codecs })).replace('"INNER"', inner);
    const files = { ...shards, "v/zarr.json": new TextEncoder().encode(text) };
    await expect(open(files).then((raster) => raster.read(window))).rejects.toSatisfy((error) => isRastrumError(error));
  });

  it.each([
    ["zero columns", { "spatial:transform": [0, 0, 0, 0, -10, 0] }],
    ["a matrix without inverse", { "spatial:transform": [1, 1, 0, 1, 1, 0] }],
    ["what is no number", { "spatial:transform": ["NaN", 0, 0, 0, 1, 0] }],
  ])("a transform of %s is none", async (_, attributes) => {
    const files = { "zarr.json": group(), "v/zarr.json": arrayV3([4, 4], "float32", ["y", "x"], { attributes }) };
    expect((await open(files)).grid.transform).toBeNull();
  });

  it("sizes of 0 have no cells, and of 2^31 and more are only looked at where asked", async () => {
    const empty = await open({
      "zarr.json": group(),
      "v/zarr.json": arrayV3([0, 4], "float32", ["y", "x"], { chunks: [1, 1] }),
    });
    expect((await empty.read({ row: 0, column: 0, width: 4, height: 0 })).data).toHaveLength(0);
    const huge = arrayV3([2 ** 40, 2 ** 40], "float32", ["y", "x"], { chunks: [4, 4], fill_value: 7 });
    const raster = await open({ "zarr.json": group(), "v/zarr.json": huge });
    const { data } = await raster.read({ ...window, row: 2 ** 39 });
    expect(data.every((cell) => cell === 7)).toBe(true);
  });
});
