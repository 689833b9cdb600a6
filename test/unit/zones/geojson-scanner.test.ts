import { afterEach, expect, it, vi } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { decodeText } from "../../../src/zones/formats/sniff.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { scanGeojson } from "../../../src/zones/geojson-bytes.ts";
import type { Rings, ZoneSet } from "../../../src/zones/zones.ts";
import { countInstances } from "../../helpers/count-instances.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const encoder = new TextEncoder();
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(",")}]}`;
const feature = (coordinates: string, more = "") =>
  `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[${coordinates}]}${more}}`;
const triangle = "[[0,0],[4,0],[4,4.5],[0,0]]";

/** x of positions that are the numbers in a row. */
function scanNumbers(numbers: readonly string[]): Float64Array | undefined {
  const ring = ["0", ...numbers, "0", "0"].map((number) => `[${number},1]`);
  const zones = scanGeojson(encoder.encode(collection(feature(`[${ring.join(",")}]`))), 1000);
  return zones?.rings.coordinates.filter((_, i) => i % 2 === 0 && i > 0).slice(0, numbers.length);
}

it.each([
  ..."0 -0 7 -12.5 0.1 123456789 1234567890 123456789.5 0.000000001 5599860.760545543 -0.12345678901234567".split(" "),
  // Over 2^53, over 19 digits, with exponents.
  ..."9007199254740993 99999999999999999.9 123456789012345678 1234567890123456789 0.1234567890123456789".split(" "),
  ..."9999999999999999999 99999999999999999999 18446744073709551616 1234567.12345678901234567890".split(" "),
  ..."1e3 1.5E-7 -2e+10 4.9406564584124654e-324 0e0 1e-400 0.00000000000000000001".split(" "),
  // In the middle of two doubles: 2^53 + 1, and 1 + 2^-53 cut short, which is below the middle.
  ..."9007199254740993.0 1.00000000000000011 9007199254740993.5 4503599627370496.5 4503599627370497.5".split(" "),
])("reads %s as JSON.parse does", (number) => {
  expect(scanNumbers([number])?.[0]).toBe(JSON.parse(number));
});

it.each(["", "-", "x", ".5", "01", "-01", "1.", "1.e5", "1e", "1e+", "+1", "1e999", "-1e999", "00", "0.1.2", "0x1"])(
  "takes %j for no number",
  (number) => expect(scanNumbers([number])).toBeUndefined(),
);

it(`reads random decimals, and those next to the middle of two doubles, as JSON.parse does (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const numbers = Array.from({ length: draws(10_000) }, () => {
    const digits = Array.from({ length: 1 + Math.floor(21 * random()) }, () => Math.floor(10 * random())).join("");
    const point = Math.floor((digits.length + 1) * random());
    const whole = digits.slice(0, point).replace(/^0+(?=.)/, "") || "0";
    return [
      `${random() < 0.5 ? "-" : ""}${whole}${point < digits.length ? `.${digits.slice(point)}` : ""}`,
      // Half a unit over a double of 2^43 … 2^53, to 19 digits.
      String(BigInt(2 ** 43 + Math.floor(random() * 2 ** 53)) * 2n + 1n).slice(0, 19),
      (2 ** (20 * random()) * (1 + random())).toPrecision(18).replace(/e.*/, ""),
      String(2 ** (40 * random() - 20)),
    ];
  }).flat();
  expect(scanNumbers(numbers)).toEqual(Float64Array.from(numbers, (number) => JSON.parse(number)));
});

/** The zones, or what is wrong with them. */
function answer(read: () => ZoneSet): unknown {
  try {
    const { length, rings, paths, crs, ids, properties, geometries } = read();
    return { length, rings, paths, crs, ids, properties, geometries };
  } catch (error) {
    return isRastrumError(error) ? error.message : "not JSON";
  }
}

const parts = [
  ...'{ } [ ] , : " \\ \\u00e9 \\" null true 0 -1.5 1e2 1e999 0.12345678901234567891 type "type": "id":7, "crs":null,'.split(
    " ",
  ),
  ...'"Polygon" "MultiPolygon" "Feature" "coordinates": "geometry": "properties":{}, [0,0], [], [[ ]] }, \0 é \uFEFF'.split(
    " ",
  ),
  " \n\t",
  "\v",
];

/** A few bytes left out, written twice, moved, or made others. */
function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = (length = bytes.length + 1) => Math.floor(length * random());
  const [start, end, length] = [place(), place(), place(12)];
  const piece = bytes.subarray(start, start + length);
  const kind = place(5);
  if (kind === 0) return Uint8Array.of(...bytes.subarray(0, start), ...bytes.subarray(start + length));
  if (kind === 1) return Uint8Array.of(...bytes.subarray(0, end), ...piece, ...bytes.subarray(end));
  if (kind === 2) return bytes.map((byte, i) => (i === start ? place(256) : byte));
  const part = encoder.encode(parts[place(parts.length)]);
  const rest = bytes.subarray(kind === 3 ? start : start + part.length);
  return Uint8Array.of(...bytes.subarray(0, start), ...part, ...rest);
}

it("comes to the same wherever windows cut the bytes", () => {
  const more = ',"id":-12.5e1,"properties":{"a\\u00e9":[true,false,null,1.25,"\\n"]},"bbox":[-1,0.5]';
  const bytes = encoder.encode(collection(feature(`${triangle.replace("0,0", "0,0,12.5")},${triangle}`, more)));
  const whole = answer(() => scanGeojson(bytes) as ZoneSet);
  expect(whole).toMatchObject({ ids: [-125], rings: { ringOffsets: Uint32Array.of(0, 3, 6) } });
  for (let windowBytes = 1; windowBytes <= bytes.length; windowBytes++) {
    expect(answer(() => scanGeojson(bytes, windowBytes) as ZoneSet)).toEqual(whole);
  }
});

it(`comes to what JSON.parse comes to, whatever the bytes and wherever windows cut them (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const texts = [
    collection(feature(triangle), feature(`${triangle},${triangle}`, ',"id":"\\u00e9","properties":{"a":[1,"}"]}')),
    `\uFEFF {"crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[{"id":7,"properties":null,"geometry":null,
      "type":"Feature" }, ${feature(triangle, ',"bbox":[0,0,4,4.5]')}] ,"type":"FeatureCollection"}\n`,
    collection(`{"geometry":{"coordinates":[[${triangle}],[${triangle}]],"type":"MultiPolygon"},"type":"Feature"}`),
  ];
  let scannedOnes = 0;
  for (let i = 0; i < draws(4000); i++) {
    let bytes: Uint8Array = encoder.encode(texts[i % texts.length]);
    for (let times = random() < 0.7 ? 1 : 2; times > 0; times--) bytes = mutated(bytes, random);
    const text = decodeText(bytes);
    const parsed = answer(() => parseGeojson(JSON.parse(text)));
    const scanned = answer(() => scanGeojson(bytes) ?? parseGeojson(JSON.parse(text)));
    expect(scanned, text).toEqual(parsed);
    const [whole, cut] = [2 ** 20, 1 + Math.floor(100 * random())].map((windowBytes) =>
      answer(() => scanGeojson(bytes, windowBytes) as ZoneSet),
    );
    expect(cut, text).toEqual(whole);
    if (typeof whole === "object") scannedOnes++;
  }
  expect(scannedOnes).toBeGreaterThanOrEqual(Math.floor(draws(4000) / 200));
});

it("keeps no memory of a window that had to be large", async () => {
  const made = countInstances();
  vi.resetModules();
  const scanner = await import("../../../src/zones/geojson-bytes.ts");
  const small = encoder.encode(collection(feature(triangle)));
  const large = encoder.encode(collection(feature(triangle, `,"properties":{"a":"${"x".repeat(3 * 2 ** 20)}"}`)));
  expect(scanner.scanGeojson(small)?.length).toBe(1);
  expect(scanner.scanGeojson(large)?.properties).toEqual([{ a: "x".repeat(3 * 2 ** 20) }]);
  expect(made()).toBe(1);
  expect(scanner.scanGeojson(small)?.length).toBe(1);
  expect(scanner.scanGeojson(small)?.length).toBe(1);
  expect(made()).toBe(2);
});

it("comes to the same where there is no WebAssembly", async () => {
  const text = collection(feature(triangle, ',"id":"a"'), feature(triangle));
  const expected = scanGeojson(encoder.encode(text));
  vi.stubGlobal("WebAssembly", undefined);
  vi.resetModules();
  const { readZones } = await import("../../../src/zones/read-zones.ts");
  const scanner = await import("../../../src/zones/geojson-bytes.ts");
  expect(scanner.scanGeojson(encoder.encode(text))).toBeNull();
  expect(answer(() => expected as ZoneSet)).toEqual(await readZones(text));
  await expect(readZones(text.replace("4.5", "x"))).rejects.toMatchObject({ tag: "invalid-zones" });
});

it("tells what was read by now: rings that the zones begin with, the share of the bytes, and the CRS once it is named", () => {
  const features = Array.from({ length: 200 }, (_, i) => feature(triangle.replaceAll("4.5", `${i}.5`)));
  const named = '"crs":{"type":"name","properties":{"name":"EPSG:3035"}}';
  const bytes = encoder.encode(`{"type":"FeatureCollection","features":[${features.join(",")}],${named}}`);
  const heard: { zones: number; vertices: number[]; share: number; crs: string | null; rings: Rings }[] = [];
  const zones = scanGeojson(bytes, 1500, ({ rings, share, crs }) => {
    const end = rings.ringOffsets[rings.polygonOffsets[rings.zoneOffsets[rings.zoneOffsets.length - 1]]];
    const vertices = [...rings.coordinates.subarray(0, 2 * end)];
    heard.push({ zones: rings.zoneOffsets.length - 1, vertices, share, crs, rings });
  });
  expect(heard.length).toBeGreaterThan(10);
  for (const [i, { zones: count, vertices, share }] of heard.entries()) {
    expect(vertices).toEqual([...(zones?.rings.coordinates.subarray(0, 6 * count) ?? [])]);
    if (i > 0) expect(share).toBeGreaterThan(heard[i - 1].share);
  }
  expect(heard[0].crs).toBeNull();
  expect(heard[heard.length - 1]).toMatchObject({ zones: 200, share: 1, crs: "EPSG:3035" });
  expect(heard[heard.length - 1].rings).toBe(zones?.rings);
});

it("what was told of a file that turns out to be another is not what becomes of it", () => {
  const twice = `{"type":"FeatureCollection","features":[${feature(triangle)}],"features":[${feature("[[0,0],[1,0],[1,1],[0,0]]")}]}`;
  const heard: Rings[] = [];
  expect(scanGeojson(encoder.encode(twice), 150, ({ rings, share }) => share === 1 && heard.push(rings))).toBeNull();
  expect(heard).toEqual([]);
});
