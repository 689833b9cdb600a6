import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { accumulatorsOf, nearestName, resolveStatistics, statistics } from "../../../src/stats/statistics.ts";

/** The error that asking for these names gives. */
function refusal(names: unknown) {
  try {
    resolveStatistics(names as string[]);
  } catch (error) {
    return error;
  }
  throw new Error("accepted");
}

describe("the table of statistics", () => {
  it("has exactextract's names, each with a description", () => {
    expect(statistics.map(({ name }) => name)).toEqual([
      "count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation",
    ]); // biome-ignore format: one line
    for (const { description } of statistics) expect(description).toMatch(/^[a-z]/);
  });

  it("only count and sum have a value where there is no cell", () => {
    const defined = statistics.filter(({ whenEmpty }) => whenEmpty !== undefined);
    expect(defined.map(({ name, whenEmpty }) => [name, whenEmpty])).toEqual([["count", 0], ["sum", 0]]); // biome-ignore format: one line
  });

  it("says what must be accumulated", () => {
    const needs = (...names: string[]) => [...accumulatorsOf(resolveStatistics(names), false)].sort();
    expect(needs("count", "min", "max", "range")).toEqual([]);
    expect(needs("mean", "sum")).toEqual(["sum"]);
    expect(needs("count", "stdev")).toEqual(["squares", "sum"]);
    expect([...accumulatorsOf(resolveStatistics(["sum"]), true)]).toEqual(["sum", "weight"]);
  });
});

describe("names", () => {
  it("columns are named as asked, aliases too", () => {
    const asked = resolveStatistics(["std", "var", "stdev"]);
    expect(asked.map(({ column, statistic }) => [column, statistic.name])).toEqual([
      ["std", "stdev"],
      ["var", "variance"],
      ["stdev", "stdev"],
    ]);
  });

  it.each([
    ["men", "mean"],
    ["Mean", "mean"],
    ["standard", null],
    ["stddev", "stdev"],
    ["cuont", "count"],
    ["average_of_everything", null],
  ])("%s is unknown; the nearest is %s", (asked, nearest) => {
    const error = refusal(["count", asked]);
    if (!isRastrumError(error, "unknown-statistic")) throw error;
    expect(error.statistic).toBe(asked);
    if (nearest) expect(error.message).toContain(`Did you mean "${nearest}"?`);
    expect(error.nearest).toBe(nearest);
    expect(error.message).toContain("Known: count, sum, mean,");
  });

  it.each([[[]], [undefined], ["mean"], [["mean", "mean"]]])("%j is no list of statistics", (names) => {
    expect(refusal(names)).toMatchObject({ tag: "invalid-option", option: "statistics" });
  });

  it.each(["__proto__", "constructor", "toString", ""])("%j is no statistic", (name) => {
    expect(refusal([name])).toMatchObject({ tag: "unknown-statistic" });
  });

  it("nearestName counts edits", () => {
    expect(nearestName("population", ["pop", "populations", "name"])).toBe("populations");
    expect(nearestName("x", [])).toBeNull();
  });
});
