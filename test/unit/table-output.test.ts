import {
  Bool,
  type DataType,
  Date_,
  DateUnit,
  Decimal,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  Schema,
  Struct,
  Table,
  TimestampMicrosecond,
  TimestampMillisecond,
  tableFromIPC,
  Uint64,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { csvLines, geojsonLines, jsonLines, tableToArrow, tableToCsv } from "../../src/table-output.ts";

const column = (values: readonly unknown[], type: DataType) => vectorFromArray(values, type);
const text = (lines: Iterable<string>) => [...lines].join("");
const square = { type: "Polygon", coordinates: [[[0, 0, 7], [1, 0], [1, 1], [0, 0, 7]]] }; // biome-ignore format: one line

describe("CSV", () => {
  it("has a header, one line a row, and numbers in their shortest form", () => {
    const table = new Table({
      zone: column([0, 1], new Int32()),
      mean: column([0.1, 1e21], new Float64()),
      max: column([1 / 3, -2.5], new Float64()),
    });
    expect(tableToCsv(table)).toBe("zone,mean,max\n0,0.1,0.3333333333333333\n1,1e+21,-2.5\n");
  });

  it("quotes what RFC 4180 says, also in the header, and spaces at the ends", () => {
    const names = ["plain", "a,b", 'say "hi"', "two\nlines", "\r", " edge", "São Miguel"];
    const table = new Table({ "a,b": column(names, new Utf8()) });
    expect(tableToCsv(table)).toBe(
      '"a,b"\nplain\n"a,b"\n"say ""hi"""\n"two\nlines"\n"\r"\n" edge"\nSão Miguel\n', // each name a field
    );
  });

  it("tells null from an empty text and from NaN", () => {
    const table = new Table({
      name: column(["", null, "x"], new Utf8()),
      value: column([null, Number.NaN, Number.NEGATIVE_INFINITY], new Float64()),
    });
    expect(tableToCsv(table)).toBe('name,value\n"",\n,NaN\nx,-Infinity\n');
  });

  it("writes 64-bit integers digit by digit", () => {
    const table = new Table({
      signed: column([-(2n ** 63n), null], new Int64()),
      unsigned: column([2n ** 64n - 1n, 0n], new Uint64()),
    });
    expect(tableToCsv(table)).toBe("signed,unsigned\n-9223372036854775808,18446744073709551615\n,0\n");
  });

  it("writes integers beyond 64 bits, which the table holds as decimals", () => {
    const data = Uint32Array.of(0, 0, 1, 0, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff); // 2^64 and -1
    const sums = makeData({ type: new Decimal(0, 38, 128), length: 2, nullCount: 0, data });
    expect(tableToCsv(new Table({ sum: new Vector([sums]) }))).toBe("sum\n18446744073709551616\n-1\n");
  });

  it("writes times as ISO 8601, with milliseconds only where there are some", () => {
    const noon = Date.UTC(2013, 0, 1, 12);
    const table = new Table({
      ms: column([noon, noon + 5, null], new TimestampMillisecond("UTC")),
      us: column([noon, noon, noon], new TimestampMicrosecond()),
      day: column([noon, noon, noon], new Date_(DateUnit.DAY)),
    });
    expect(text(csvLines(table)).split("\n")).toEqual([
      "ms,us,day",
      "2013-01-01T12:00:00Z,2013-01-01T12:00:00Z,2013-01-01",
      "2013-01-01T12:00:00.005Z,2013-01-01T12:00:00Z,2013-01-01",
      ",2013-01-01T12:00:00Z,2013-01-01",
      "",
    ]);
  });

  it("writes lists and records as JSON text", () => {
    const pair = new Struct<{ a: Int32; b: Utf8 }>([new Field("a", new Int32()), new Field("b", new Utf8())]);
    const table = new Table({
      list: column([[1, 2], [], null], new List(new Field("item", new Int32()))),
      pair: column([{ a: 1, b: "x" }, null, { a: 2, b: null }], pair),
    });
    expect(tableToCsv(table)).toBe('list,pair\n"[1,2]","{""a"":1,""b"":""x""}"\n[],\n,"{""a"":2,""b"":null}"\n');
  });
});

describe("Arrow", () => {
  it("is a file, not a stream, that keeps types, nulls and metadata", () => {
    const columns = { id: column(["a", null], new Utf8()), sum: column([2n ** 53n + 1n, null], new Int64()) };
    const plain = new Table(columns);
    const table = new Table(new Schema(plain.schema.fields, new Map([["rastrum.warnings", "[]"]])), plain.batches);
    const bytes = tableToArrow(table);
    expect(new TextDecoder().decode(bytes.subarray(-6))).toBe("ARROW1");
    const read = tableFromIPC(bytes);
    expect(read.schema.fields.map(String)).toEqual(["id: Utf8", "sum: Int64"]);
    expect(read.toArray().map((row) => row?.toJSON())).toEqual([{ id: "a", sum: 2n ** 53n + 1n }, { id: null, sum: null }]); // biome-ignore format: rows
    expect(read.schema.metadata.get("rastrum.warnings")).toBe("[]");
  });
});

describe("JSON", () => {
  it("is an array of row objects", () => {
    const table = new Table({
      name: column(['a "b"', null], new Utf8()),
      sum: column([2n ** 53n + 1n, null], new Int64()),
      mean: column([0.1, null], new Float64()),
      flag: column([true, false], new Bool()),
    });
    expect(text(jsonLines(table))).toBe(
      '[\n{"name":"a \\"b\\"","sum":9007199254740993,"mean":0.1,"flag":true},\n' +
        '{"name":null,"sum":null,"mean":null,"flag":false}\n]\n',
    );
  });

  it("has NaN as null, and infinite values as text that Number reads", () => {
    const table = new Table({
      v: column([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], new Float64()),
    });
    const rows = JSON.parse(text(jsonLines(table))) as { v: string | null }[];
    expect(rows).toEqual([{ v: null }, { v: "Infinity" }, { v: "-Infinity" }]);
    expect(Number(rows[2].v)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("of a table without rows is an empty array", () => {
    expect(JSON.parse(text(jsonLines(new Table({ v: column([], new Float32()) }))))).toEqual([]);
  });
});

describe("GeoJSON", () => {
  const table = new Table({
    zone: column([0, 0, 1, 1], new Int32()),
    id: column(["7", "7", "b", "b"], new Utf8()),
    time: column([0, 86_400_000, 0, 86_400_000], new TimestampMillisecond()),
    count: column([3, 4, 0, 0], new Float64()),
  });

  it("has one feature a row: the zone's geometry and id as they came, the columns as properties", () => {
    const zones = { geometries: [square, null], ids: [7, "b"], crs: null };
    const feature = (id: number | string, zone: number, time: string, count: number) => ({
      type: "Feature",
      id,
      properties: { zone, time, count },
      geometry: zones.geometries[zone],
    });
    expect(JSON.parse(text(geojsonLines(table, zones)))).toEqual({
      type: "FeatureCollection",
      features: [
        feature(7, 0, "1970-01-01T00:00:00Z", 3),
        feature(7, 0, "1970-01-02T00:00:00Z", 4),
        feature("b", 1, "1970-01-01T00:00:00Z", 0),
        feature("b", 1, "1970-01-02T00:00:00Z", 0),
      ],
    });
  });

  it("names a CRS that is not GeoJSON's own", () => {
    const { crs } = JSON.parse(
      text(geojsonLines(table, { geometries: [square, square], ids: null, crs: "EPSG:3763" })),
    );
    expect(crs).toEqual({ type: "name", properties: { name: "EPSG:3763" } });
  });

  it("keeps a property called id where the features have no ids", () => {
    const carried = new Table({ zone: column([0], new Int32()), id: column(["p"], new Utf8()) });
    const [feature] = JSON.parse(text(geojsonLines(carried, { geometries: [square], ids: null, crs: null }))).features;
    expect(feature).toEqual({ type: "Feature", properties: { zone: 0, id: "p" }, geometry: square });
  });

  it("leaves out the id of a feature that has none among others that do", () => {
    const zones = { geometries: [square, square], ids: [null, 0], crs: null };
    const { features } = JSON.parse(text(geojsonLines(table, zones))) as { features: object[] };
    expect(features.map((feature) => ("id" in feature ? feature.id : "none"))).toEqual(["none", "none", 0, 0]);
  });
});
