import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { accumulatorsOf } from "../../../src/stats/ask.ts";
import { nearestName } from "../../../src/stats/nearest-name.ts";
import { resolveStatistics } from "../../../src/stats/resolve.ts";
import { statistics } from "../../../src/stats/statistics.ts";

/** The error that asking for these names gives. */
function refusal(names: unknown) {
  try {
    resolveStatistics(names as string[]);
  } catch (error) {
    return error;
  }
  throw new Error("accepted");
}

const byName = (name: string) => statistics.find((statistic) => statistic.name === name) ?? statistics[0];

describe("the table of statistics", () => {
  it("has exactextract's names, each with a description", () => {
    // biome-ignore format: a family a line
    expect(statistics.map(({ name }) => name)).toEqual([
      "count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation",
      "weighted_sum", "weighted_mean", "weighted_variance", "weighted_stdev",
      "median", "quantile", "quantile_sketch", "mode", "majority", "minority", "variety", "unique", "frac", "frac_of",
      "weighted_frac", "histogram", "histogram_edges",
      "values", "coverage", "weights", "cell_id", "center_x", "center_y",
      "min_center_x", "min_center_y", "max_center_x", "max_center_y",
    ]);
    for (const { description } of statistics) expect(description).toMatch(/^[a-z]/);
  });

  it("counts, sums and lists have a value where there is no cell, the others none", () => {
    const empty = (name: string, ...parameters: number[]) => byName(name).whenEmpty?.(...parameters) ?? null;
    expect(["count", "sum", "weighted_sum", "variety"].map((name) => empty(name))).toEqual([0, 0, 0, 0]);
    expect(["unique", "frac", "weighted_frac", "values", "cell_id"].map((name) => empty(name))).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect([empty("histogram", 0, 5, 9), empty("histogram", 3)]).toEqual([
      [0, 0],
      [0, 0, 0],
    ]);
    expect(["mean", "min", "stdev", "median", "mode", "min_center_x"].map((name) => empty(name))).toEqual(
      new Array(6).fill(null),
    );
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

  it("a number in parentheses is a parameter; several make several columns, or one list", () => {
    const asked = resolveStatistics([
      "quantile(0.9)",
      "quantile(0.1, 0.25)",
      "quantile_0.5",
      "percentile_75",
      "frac_12",
      "histogram(0, 1,5)",
    ]);
    expect(asked.map(({ column, statistic, parameters }) => [column, statistic.name, ...parameters])).toEqual([
      ["quantile(0.9)", "quantile", 0.9],
      ["quantile(0.1)", "quantile", 0.1],
      ["quantile(0.25)", "quantile", 0.25],
      ["quantile_0.5", "quantile", 0.5],
      ["percentile_75", "quantile", 0.75],
      ["frac_12", "frac_of", 12],
      ["histogram(0, 1,5)", "histogram", 0, 1, 5],
    ]);
  });

  it.each([
    ["quantile", "write quantile(q) with q from 0 to 1"],
    ["quantile(1.1)", "q from 0 to 1"],
    ["quantile_-0.1", "q from 0 to 1"],
    ["quantile(nan)", "q from 0 to 1"],
    ["quantile()", "q from 0 to 1"],
    ["quantile(0.5,)", "q from 0 to 1"],
    ["percentile_101", "q from 0 to 1"],
    ["mean(3)", "takes no parameter"],
    ["histogram(1,1)", "edges that increase"],
    ["histogram(5,1)", "edges that increase"],
    ["histogram(0)", "number of bins from 1"],
    ["histogram(0,inf)", "edges that increase"],
  ])("%s cannot be: %s", (asked, wanted) => {
    const error = refusal([asked]);
    if (!isRastrumError(error, "invalid-option")) throw error;
    expect(error.message).toContain(`"${asked}" cannot be`);
    expect(error.message).toContain(wanted);
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
