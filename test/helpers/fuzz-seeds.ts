import { readdirSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { crsTexts, zoneTexts } from "./fuzz-texts.ts";
import { ASCII, BYTE, counted, DOUBLE, grey, LONG, SHORT, type Tag, type TiffImageInput, tiff } from "./tiff.ts";
import { type TileFixture, tileFixtures } from "./tile-fixtures.ts";
import { zipOf } from "./zip.ts";

/** What a fuzzer begins with: a good input, and how it is to be read. */
export interface FuzzSeed {
  /** The parser that it is for, as the report names it. */
  readonly parser: string;
  readonly name: string;
  /** "raster" and "zones": one file; "store": files of a Zarr by key; "crs": a text. */
  readonly kind: "raster" | "zones" | "store" | "crs";
  readonly bytes?: Uint8Array;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const fixtures = new URL("../fixtures/", import.meta.url);

/** All seeds, in an order that is always the same. */
export function fuzzSeeds(): FuzzSeed[] {
  return [...tiffSeeds(), ...zarrSeeds(), ...zoneSeeds(), ...textSeeds()];
}

function tiffSeeds(): FuzzSeed[] {
  const file = (name: string, bytes: Uint8Array, parser = "tiff"): FuzzSeed => ({
    parser,
    name,
    kind: "raster",
    bytes,
  });
  const place: Tag[] = [
    [33550, DOUBLE, [10, 10, 0]],
    [33922, DOUBLE, [0, 0, 0, 500_000, 5_000_000, 0]],
  ];
  const image = (more: readonly Tag[] = []): TiffImageInput => {
    return { tags: grey(16, 16, 8, [...place, ...more]), pieces: [counted(128), counted(128, 3)] };
  };
  const reduced: TiffImageInput = { tags: grey(8, 8, 8, [[254, LONG, [1]]]), pieces: [counted(64)] };
  const mask: TiffImageInput = {
    tags: grey(16, 16, 16, [
      [254, LONG, [4]],
      [258, SHORT, [1]],
      [262, SHORT, [4]],
    ]),
    pieces: [new Uint8Array(32).fill(0xf0)],
  };
  const deflated = { tags: grey(64, 64, 64, [...place, [259, SHORT, [8]]]), pieces: [deflateSync(counted(4096))] };
  const tiled: TiffImageInput = {
    tags: grey(32, 32, 32, [...place, [322, LONG, [16]], [323, LONG, [16]]]).filter(([tag]) => tag !== 278),
    pieces: [counted(256), null, counted(256, 9), counted(256, 5)],
    tiled: true,
  };
  const planar: TiffImageInput = {
    tags: grey(8, 8, 8, [...place, [277, SHORT, [3]], [258, SHORT, [8, 8, 8]], [284, SHORT, [2]]]),
    pieces: [counted(64), counted(64, 2), counted(64, 7)],
  };
  const metadata =
    '<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.5</Item><Item name="OFFSET" sample="0" role="offset">2</Item><Item name="DESCRIPTION" sample="0" role="description">B&amp;lt;4</Item></GDALMetadata>';
  const described = image([
    [42112, ASCII, metadata],
    [42113, ASCII, "-9999"],
  ]);
  return [
    file("strips", tiff([image()])),
    file("strips, big-endian", tiff([image()], { littleEndian: false })),
    file("strips, BigTIFF", tiff([image()], { big: true })),
    file("overview and mask", tiff([image(), reduced, mask])),
    file("deflate", tiff([deflated])),
    file("tiles, one sparse", tiff([tiled])),
    file("planes", tiff([planar])),
    file("GDAL's metadata", tiff([described])),
    ...geoKeys.map(([name, tags]) => file(name, tiff([image(tags)]), "geokeys")),
    ...tileFixtures.map((fixture) => file(fixture.name, tileFile(fixture))),
  ];
}

/** A directory of keys; four numbers a key: itself, the tag that has its value (0: none), how many, the value or where. */
const keyTag = (...keys: (readonly [key: number, tag: number, count: number, value: number])[]): Tag => {
  return [34735, SHORT, [1, 1, 0, keys.length, ...keys.flat()]];
};
const citation = 'ESRI PE String = PROJCS["x",GEOGCS["y"]]|';
const geoKeys: readonly [name: string, tags: readonly Tag[]][] = [
  ["a code", [keyTag([1024, 0, 1, 1], [3072, 0, 1, 32629])]],
  [
    "a projection of its own",
    [
      keyTag(
        [1024, 0, 1, 1], [1025, 0, 1, 1], [2048, 0, 1, 4258], [3072, 0, 1, 32767], [3074, 0, 1, 32767],
        [3075, 0, 1, 10], [3076, 0, 1, 9001], [3088, 34736, 1, 0], [3089, 34736, 1, 1],
      ), // biome-ignore format: several a line
      [34736, DOUBLE, [10, 52, 4_321_000, 3_210_000]],
    ],
  ],
  [
    "a citation",
    [keyTag([1024, 0, 1, 1], [1026, 34737, citation.length, 0], [3072, 0, 1, 32767]), [34737, ASCII, citation]],
  ],
];

/** A TIFF of one tile that is compressed as a fixture is. */
function tileFile({ recipe, bytes }: TileFixture): Uint8Array {
  const [samples, rows, columns] = recipe.shape;
  const chunky = recipe.planar === 1;
  const tags: Tag[] = grey(columns, rows, rows, [
    [258, SHORT, new Array(samples).fill(recipe.bitsPerSample)],
    [259, SHORT, [recipe.compression]],
    [262, SHORT, [recipe.photometric]],
    [277, SHORT, [samples]],
    [284, SHORT, [chunky ? 1 : 2]],
    [317, SHORT, [recipe.predictor]],
    [339, SHORT, new Array(samples).fill(recipe.sampleFormat)],
  ]);
  if (recipe.extraSamples.length > 0) tags.push([338, SHORT, recipe.extraSamples]);
  if (recipe.lercParameters) tags.push([50674, LONG, recipe.lercParameters]);
  if (recipe.jpegTables) tags.push([347, BYTE, [...recipe.jpegTables]]);
  if (recipe.photometric === 6) tags.push([530, SHORT, recipe.ycbcrSubsampling]);
  return tiff([{ tags, pieces: [bytes] }], { littleEndian: recipe.littleEndian });
}

function zarrSeeds(): FuzzSeed[] {
  const { cases } = JSON.parse(readFileSync(new URL("zarr-dialects.json", fixtures), "utf8")) as {
    cases: Record<string, { files: Record<string, string> }>;
  };
  return Object.entries(cases).flatMap(([name, { files: texts }], i): FuzzSeed[] => {
    const files = Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, new Uint8Array(Buffer.from(text, "base64"))]),
    );
    const parser = name.startsWith("2") ? "zarr v2" : "zarr v3";
    const store: FuzzSeed = { parser, name, kind: "store", files };
    if (i % 8 > 0) return [store];
    // The same in one file.
    const zip = zipOf(files, i % 16 > 0 ? 8 : 0);
    const references = { version: 1, refs: Object.fromEntries(Object.entries(texts).map(referenceOf)) };
    return [
      store,
      { parser: "zip", name, kind: "raster", bytes: zip },
      { parser: "kerchunk", name, kind: "raster", bytes: new TextEncoder().encode(JSON.stringify(references)) },
    ];
  });
}

function referenceOf([key, base64]: [string, string]): [string, unknown] {
  const text = Buffer.from(base64, "base64").toString("utf8");
  return [key, /\.z|json$/.test(key) ? text : `base64:${base64}`];
}

const parserOfEnding: Readonly<Record<string, string>> = {
  parquet: "geoparquet",
  fgb: "flatgeobuf",
  gpkg: "geopackage",
  arrow: "geoarrow",
  arrows: "geoarrow",
  geojson: "geojson",
  zip: "shapefile",
};

function zoneSeeds(): FuzzSeed[] {
  return readdirSync(new URL("zones/", fixtures))
    .sort()
    .map((name) => ({
      parser: parserOfEnding[name.split(".").at(-1) ?? ""] ?? "geojson",
      name,
      kind: "zones" as const,
      bytes: new Uint8Array(readFileSync(new URL(`zones/${name}`, fixtures))),
    }));
}

function textSeeds(): FuzzSeed[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  return [
    { parser: "wkb", name: "polygon.wkb", kind: "zones", bytes: wkbPolygon() },
    ...zoneTexts.map(([parser, name, text]) => ({ parser, name, kind: "zones" as const, bytes: encode(text) })),
    ...crsTexts.map((text, i) => ({ parser: "crs", name: `crs ${i}`, kind: "crs" as const, bytes: encode(text) })),
  ];
}

/** A square of 4 × 4 in little-endian WKB. */
function wkbPolygon(): Uint8Array {
  const corners = [1, 1, 5, 1, 5, 5, 1, 5, 1, 1];
  const view = new DataView(new ArrayBuffer(13 + 8 * corners.length));
  view.setUint8(0, 1);
  for (const [i, value] of [3, 1, corners.length / 2].entries()) view.setUint32(1 + 4 * i, value, true);
  for (const [i, value] of corners.entries()) view.setFloat64(13 + 8 * i, value, true);
  return new Uint8Array(view.buffer);
}
