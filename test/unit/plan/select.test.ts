import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { formatLabel, resolveSelect, type Selection } from "../../../src/plan/select.ts";
import type { Dimension, Labels } from "../../../src/source/source.ts";

const day = 86_400_000;
const dimension = (name: string, size: number, labels: Labels | null = null): Dimension => ({ name, size, labels });
/** 59 days from 2013-01-01 on, at noon. */
const time = dimension("time", 59, {
  type: "time",
  values: Array.from({ length: 59 }, (_, i) => Date.UTC(2013, 0, 1, 12) + i * day),
});
const band = dimension("band", 3, { type: "text", values: ["red", "green", "blue"] });
const level = dimension("level", 4, { type: "number", values: [1000, 850, 500, 0.5] });
const step = dimension("step", 5);

function selected(of: Dimension, selection: Selection) {
  const [{ range, single }] = resolveSelect([of], { [of.name]: selection });
  return single ? range[0] : range;
}

function refusal(of: Dimension, selection: unknown) {
  try {
    resolveSelect([of], { [of.name]: selection as Selection });
  } catch (error) {
    if (isRastrumError(error)) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("select", () => {
  it("keeps whole what is not named", () => {
    expect(resolveSelect([time, band], { band: 1 }).map(({ range, single }) => [range, single])).toEqual([
      [[0, 59], false],
      [[1, 2], true],
    ]);
    expect(resolveSelect([], {})).toEqual([]);
  });

  it("by index: one loses its column, a range is half-open", () => {
    expect(selected(step, 4)).toBe(4);
    expect(selected(step, [1, 3])).toEqual([1, 3]);
    expect(selected(step, [4, 5])).toEqual([4, 5]);
  });

  it("by text, both ends in, in either order", () => {
    expect(selected(band, "green")).toBe(1);
    expect(selected(band, ["green", "blue"])).toEqual([1, 3]);
    expect(selected(band, ["blue", "red"])).toEqual([0, 3]);
  });

  it("by number, on descending labels too", () => {
    expect(selected(level, "850")).toBe(1);
    expect(selected(level, ["500", "1000"])).toEqual([0, 3]);
    expect(selected(level, ["900", "0.5"])).toEqual([1, 4]);
  });

  it("by date: a part of a date stands for all that it begins", () => {
    expect(selected(time, "2013-01-31")).toBe(30);
    expect(selected(time, "2013-02")).toEqual([31, 59]);
    expect(selected(time, "2013")).toEqual([0, 59]);
    expect(selected(time, ["2013-01-30", "2013-02-02"])).toEqual([29, 31 + 2]);
    expect(selected(time, ["2013-01-31", "2013-02"])).toEqual([30, 59]);
    expect(selected(time, "2013-01-02T12")).toBe(1);
    expect(selected(time, "2013-01-02 12:00:00Z")).toBe(1);
    expect(selected(time, "2013-01-02T12:00:00.000Z")).toBe(1);
    expect(selected(time, new Date(Date.UTC(2013, 0, 3, 12)))).toBe(2);
    expect(selected(time, [new Date(0), new Date(Date.UTC(2013, 0, 1, 12))])).toEqual([0, 1]);
  });

  it("December ends with the year, February of a leap year with the 29th", () => {
    const dates = ["2011-12-31", "2012-01-01", "2012-02-29", "2012-03-01", "2012-12-31"];
    const some = dimension("time", 5, { type: "time", values: dates.map((date) => Date.parse(date) + day - 1) });
    expect(selected(some, "2012-02")).toBe(2);
    expect(selected(some, "2012-12")).toBe(4);
    expect(selected(some, "2012")).toEqual([1, 5]);
  });

  it("times are shown in ISO 8601", () => {
    expect(formatLabel({ type: "time", values: [0] }, 0)).toBe("1970-01-01T00:00:00.000Z");
    expect(formatLabel({ type: "number", values: [0.5] }, 0)).toBe("0.5");
  });
});

describe("what select refuses", () => {
  it("a dimension that is not there, naming those that are", () => {
    expect(() => resolveSelect([time, band], { tiem: 1 })).toThrow("lacks. It has: time, band.");
    expect(() => resolveSelect([], { time: 1 })).toThrow("no dimensions but rows and columns");
    try {
      resolveSelect([time], { constructor: 1 });
    } catch (error) {
      expect(error).toMatchObject({ tag: "unknown-dimension", dimension: "constructor", dimensions: ["time"] });
    }
    expect.assertions(3);
  });

  it.each([5, -1, 1.5, Number.NaN, [0, 6], [-1, 2]])("index %j of 5", (selection) => {
    expect(refusal(step, selection)).toMatchObject({ tag: "unknown-label", dimension: "step" });
  });

  it.each([
    [band, "purple", "its labels go from red to blue"],
    [level, "851", "its labels go from 1000 to 0.5"],
    [level, "", "its labels go from"],
    [step, "3", "it has no labels: select by index"],
    [time, "2014", "its labels go from 2013-01-01T12:00:00.000Z to 2013-02-28T12:00:00.000Z"],
    [time, ["2013-02-01", "2013-01-01"], "its labels go from"],
    [time, "January", "a time is written as 2013, 2013-02"],
    [time, "2013-1-1", "a time is written as"],
    [time, "2013-02-30", "no such day or time"],
    [time, "2013-13", "no such day or time"],
    [time, "2013-01-01T24", "no such day or time"],
    [time, new Date(Number.NaN), "its labels go from"],
  ] as const)("a label that is not there: %# %j", (of, selection, reason) => {
    expect(refusal(of, selection)).toMatchObject({ tag: "unknown-label", dimension: of.name });
    expect(refusal(of, selection).message).toContain(reason);
  });

  it("labels that match here and there", () => {
    const twice = dimension("time", 3, { type: "time", values: [0, 400 * day, 1] });
    expect(refusal(twice, "1970").message).toContain("not next to each other");
  });

  it.each([[null], [true], [[1]], [[1, 2, 3]], [[3, 3]], [[4, 2]], [[0, "2013"]], [["2013", 4]], [{}], [3n]])(
    "%s, which is no selection",
    (selection) => {
      expect(refusal(time, selection)).toMatchObject({ tag: "invalid-option", option: "select" });
    },
  );

  it("what is no object", () => {
    expect(() => resolveSelect([time], "time=3" as unknown as Record<string, Selection>)).toThrow("must be an object");
    expect(() => resolveSelect([time], null as unknown as Record<string, Selection>)).toThrow("must be an object");
  });
});
