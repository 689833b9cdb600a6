import { describe, expect, it } from "vitest";
import { cfTimeLabels, datetime64Labels } from "../../../src/source/cf-time.ts";

const iso = (values: readonly number[], units: string, calendar?: string) =>
  cfTimeLabels(values, units, calendar)?.values.map((ms) => new Date(ms).toISOString());

describe("cfTimeLabels", () => {
  it.each([
    ["days since 1970-01-01", 1.5, "1970-01-02T12:00:00.000Z"],
    ["hours since 1900-1-1 0:0:0", 24, "1900-01-02T00:00:00.000Z"],
    ["seconds since 2000-01-01T06:30:00Z", 90, "2000-01-01T06:31:30.000Z"],
    ["minutes since 2000-01-01 00:00:00.0 +01:00", 0, "1999-12-31T23:00:00.000Z"],
    ["milliseconds since 2020-02-28", 86_400_000, "2020-02-29T00:00:00.000Z"],
  ])("%s", (units, value, expected) => {
    expect(iso([value], units)).toEqual([expected]);
  });

  it("counts from before 1582 in the Julian calendar, unless told that it is Gregorian", () => {
    // The first step of NCEP's reanalysis, 1948-01-01, as its older files have it.
    expect(iso([17_067_072], "hours since 1-1-1 00:00:0.0")).toEqual(["1948-01-01T00:00:00.000Z"]);
    expect(iso([17_067_072], "hours since 0001-01-01", "proleptic_gregorian")).toEqual(["1948-01-03T00:00:00.000Z"]);
    expect(iso([1], "days since 1582-10-04")).toEqual(["1582-10-15T00:00:00.000Z"]);
  });

  it("names the dates of other calendars in words", () => {
    expect(cfTimeLabels([59, 365], "days since 2000-01-01", "noleap")).toEqual({
      type: "text",
      values: ["2000-03-01", "2001-01-01"],
    });
    expect(cfTimeLabels([59.25], "days since 2000-01-01", "360_day")).toEqual({
      type: "text",
      values: ["2000-02-30T06:00:00"],
    });
    expect(cfTimeLabels([59], "days since 2001-01-01", "all_leap")?.values).toEqual(["2001-02-29"]);
  });

  it.each([["metres"], ["days since yesterday"], [undefined]])("leaves %s alone", (units) => {
    expect(cfTimeLabels([1], units, undefined)).toBeNull();
  });
});

describe("datetime64Labels", () => {
  it("turns numpy's units into milliseconds", () => {
    expect(datetime64Labels([1_500_000_000n], "ns")?.values).toEqual([1500]);
    expect(datetime64Labels([2n], "D")?.values).toEqual([2 * 86_400_000]);
    expect(datetime64Labels([2n], "25s")?.values).toEqual([50_000]);
    expect(datetime64Labels([2n], "M")).toBeNull();
  });
});
