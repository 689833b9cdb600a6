import { DataType, tableFromIPC, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { EngineCore } from "../../src/engine.ts";
import type { ZonalOptions } from "../../src/ops/zonal-options.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import type { MemoryRasterOptions } from "../../src/source/memory.ts";
import type { Dimension } from "../../src/source/source.ts";
import { checkColumnNames, float64 } from "../../src/table.ts";
import { box, collection, countingRaster, type ZoneFeature } from "../helpers/squares.ts";
import { cellOf, columnOf } from "../helpers/tables.ts";

const engine = new EngineCore({ backend: "cpu" });

/** A raster of 4 × 2 cells, 0 … 7 unless given, by zones that cover [left, right) of its columns. */
function stats(features: readonly ZoneFeature[], options: ZonalOptions, raster: Partial<MemoryRasterOptions> = {}) {
  const cells = countingRaster({ width: 4, height: 2, ...raster });
  return zonalStats(cells, collection(...features), { zonesCrs: "raster", engine, ...options });
}

const [left, right, outside] = [box(0, 0, 2, 2), box(2, 0, 4, 2), box(9, 9, 10, 10)];
const empty: ZoneFeature = { type: "Feature", properties: {}, geometry: null };
const typesOf = (table: { schema: { fields: { name: string; type: unknown }[] } }) =>
  table.schema.fields.map(({ name, type }) => `${name}: ${type}`);

describe("columns", () => {
  it("zone, id, attributes, dimensions, statistics, in the order asked", async () => {
    const dimensions: Dimension[] = [
      { name: "time", size: 2, labels: { type: "time", values: [0, 86_400_000] } },
      { name: "band", size: 2, labels: { type: "text", values: ["red", "nir"] } },
    ];
    const named = [box(0, 0, 2, 2, { id: "a", properties: { name: "Nordeste", area: 7 } })];
    const table = await stats(
      named,
      { statistics: ["max", "count", "std"], include: ["area", "name"] },
      { dimensions },
    );
    expect(typesOf(table)).toEqual([
      "zone: Int32",
      "id: Utf8",
      "area: Float64",
      "name: Utf8",
      "time: Timestamp<MILLISECOND, UTC>",
      "band: Utf8",
      "max: Float64",
      "count: Float64",
      "std: Float64",
    ]);
    expect(columnOf(table, "time")).toEqual([0, 0, 86_400_000, 86_400_000]);
    expect(columnOf(table, "band")).toEqual(["red", "nir", "red", "nir"]);
    // Slice k holds 8 k … 8 k + 7; the zone its columns 0 and 1, so cell 5 is the last of each.
    expect(columnOf(table, "max")).toEqual([5, 8 + 5, 16 + 5, 24 + 5]);
  });

  it("dimensions: labels of numbers and texts, indices where there are none, nothing for a single index", async () => {
    const dimensions: Dimension[] = [
      { name: "level", size: 3, labels: { type: "number", values: [1000, 850, 500.5] } },
      { name: "member", size: 4, labels: null },
      { name: "run", size: 2, labels: null },
    ];
    const select = { level: [1, 3], member: [2, 4], run: 1 } as const;
    const table = await stats([left, right], { statistics: ["min"], select }, { dimensions });
    expect(typesOf(table).slice(1, 3)).toEqual(["level: Float64", "member: Int32"]);
    expect(columnOf(table, "zone")).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(columnOf(table, "level")).toEqual([850, 850, 500.5, 500.5, 850, 850, 500.5, 500.5]);
    expect(columnOf(table, "member")).toEqual([2, 3, 2, 3, 2, 3, 2, 3]);
    const slice = (level: number, member: number) => ((level * 4 + member) * 2 + 1) * 8;
    expect(columnOf(table, "min").slice(0, 3)).toEqual([slice(1, 2), slice(1, 3), slice(2, 2)]);
  });

  it("every zone has its rows in order; empty ones count 0, sum 0, and are null otherwise", async () => {
    const statistics = ["count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation"];
    const table = await stats([outside, right, empty], { statistics });
    expect(columnOf(table, "zone")).toEqual([0, 1, 2]);
    const row = (at: number) => statistics.map((name) => cellOf(table, name, at));
    expect(row(0)).toEqual([0, 0, ...new Array(7).fill(null)]);
    expect(row(2)).toEqual(row(0));
    const mean = (2 + 3 + 6 + 7) / 4;
    expect(row(1)).toEqual([4, 18, mean, 2, 7, 5, 4.25, Math.sqrt(4.25), Math.sqrt(4.25) / mean]);
    expect(table.getChild("mean")?.nullCount).toBe(2);
  });

  it("survives the IPC format, nulls and metadata too", async () => {
    const table = await stats([outside, right, empty], { statistics: ["mean"], include: [] });
    const back = tableFromIPC(tableToIPC(table, "file"));
    expect(columnOf(back, "mean")).toEqual([null, 18 / 4, null]);
    expect(back.schema.metadata.get("rastrum.backend")).toBe("cpu");
    expect(back.schema.metadata.get("rastrum.backend_reason")).toBe("asked for");
    expect(JSON.parse(back.schema.metadata.get("rastrum.warnings") ?? "")).toEqual([
      "2 of 3 zones lie wholly outside the raster (rows 0, 2).",
    ]);
  });
});

describe("ids and attributes", () => {
  const withId = (...ids: (string | number | undefined)[]) =>
    ids.map((id) => box(0, 0, 1, 1, id === undefined ? {} : { id }));
  const withName = (...names: unknown[]) => names.map((name) => box(0, 0, 1, 1, { properties: { name } }));
  const column = async (features: ZoneFeature[], name: string, include: string[] = []) => {
    const table = await stats(features, { statistics: ["count"], include });
    const vector = table.getChild(name);
    return vector && { type: String(vector.type), values: columnOf(table, name) };
  };

  it("ids only where features have them, numbers where all are", async () => {
    expect(await column(withId(undefined, undefined), "id")).toBeNull();
    expect(await column(withId(7, 8), "id")).toEqual({ type: "Float64", values: [7, 8] });
    expect(await column(withId(7, "b", undefined), "id")).toEqual({ type: "Utf8", values: ["7", "b", null] });
  });

  it.each([
    [["São Miguel", ""], "Utf8", ["São Miguel", ""]],
    [["日本", "😀", "half \ud83d", "\ude00 half"], "Utf8", ["日本", "😀", "half \ufffd", "\ufffd half"]],
    [[1.5, null, -2], "Float64", [1.5, null, -2]],
    [[true, null, false], "Bool", [true, null, false]],
    [[null, undefined], "Utf8", [null, null]],
    [[1, "one", { a: [2] }, false], "Utf8", ["1", "one", '{"a":[2]}', "false"]],
    [[2n ** 60n, 1n], "Int64", [2n ** 60n, 1n]],
    [[1n, "one"], "Utf8", ["1", "one"]],
    [[{ a: 1n }], "Utf8", ['{"a":"1"}']],
  ])("attributes %# become %s", async (values, type, expected) => {
    expect(await column(withName(...values), "name", ["name"])).toEqual({ type, values: expected });
  });

  it("a property of one feature alone is null for the others, whatever objects inherit", async () => {
    const features = [box(0, 0, 1, 1, { properties: { toString: "own" } }), left];
    expect(await column(features, "toString", ["toString"])).toEqual({ type: "Utf8", values: ["own", null] });
  });
});

describe("integers that no double holds", () => {
  const big = (dtype: "int64" | "uint64", values: bigint[]) => {
    const data = dtype === "int64" ? BigInt64Array.from(values) : BigUint64Array.from(values);
    return stats([left, right, outside], { statistics: ["min", "max", "sum", "range", "mean"] }, { data });
  };
  const high = 2n ** 63n;

  it("Int64 where all fit, with nulls", async () => {
    const table = await big("int64", [5n - high, 1n, 2n, 3n, 4n, 5n, 6n, 7n]);
    expect(columnOf(table, "min")).toEqual([5n - high, 2n, null]);
    expect(String(table.getChild("min")?.type)).toBe("Int64");
    expect(columnOf(table, "sum")).toEqual([5n - high + 1n + 4n + 5n, 2n + 3n + 6n + 7n, 0n]);
    // 2^63 does not fit an Int64, but a Uint64.
    expect([String(table.getChild("range")?.type), cellOf(table, "range", 0)]).toEqual(["Uint64", high]);
  });

  it("Uint64, and Decimal where sums go beyond or signs meet", async () => {
    const most = 2n ** 64n - 1n;
    const table = await big("uint64", [most, most, 2n, 3n, most, most - 1n, 6n, 7n]);
    expect([String(table.getChild("max")?.type), cellOf(table, "max", 0)]).toEqual(["Uint64", most]);
    expect(DataType.isDecimal(table.getChild("sum")?.type)).toBe(true);
    expect(columnOf(table, "sum")).toEqual([4n * most - 1n, 18n, 0n]);
    expect(cellOf(table, "mean", 0)).toBe(2 ** 64);
    const signs = await big("int64", [-high, -high, high - 1n, high - 1n, -high, -high, high - 1n, high - 1n]);
    expect(columnOf(signs, "sum")).toEqual([-4n * high, 4n * (high - 1n), 0n]);
  });

  it("a sum that a double holds stays a number", async () => {
    const data = Int32Array.of(2 ** 31 - 1, 2 ** 31 - 1, 0, 0, 2 ** 31 - 1, 2 ** 31 - 1, 0, 0);
    const table = await stats([left], { statistics: ["sum"] }, { data });
    expect([String(table.getChild("sum")?.type), cellOf(table, "sum", 0)]).toEqual(["Float64", 4 * (2 ** 31 - 1)]);
  });
});

it("two columns of one name are refused", () => {
  expect(() => checkColumnNames(["zone", "mean", "mean"])).toThrow('Two columns would be named "mean"');
  expect(() => checkColumnNames(["zone", "mean"])).not.toThrow();
});

it("NaN has the same bits whatever made it", () => {
  const bits = BigUint64Array.of(0xfff8_0000_0000_0000n, 0x7ff8_0000_0000_0001n);
  const data = float64(new Float64Array(bits.buffer), null);
  expect([...new BigUint64Array(data.values.buffer)]).toEqual([0x7ff8_0000_0000_0000n, 0x7ff8_0000_0000_0000n]);
});
