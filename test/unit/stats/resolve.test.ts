import { describe, expect, it } from "vitest";
import { accumulatorsOf } from "../../../src/stats/ask.ts";
import { defineStatistic } from "../../../src/stats/define-statistic.ts";
import { resolveStatistics } from "../../../src/stats/resolve.ts";

const asked = (...names: string[]) =>
  resolveStatistics(names).map(({ column, statistic, parameters }) => [column, statistic.name, ...parameters]);

describe("names of statistics", () => {
  it("space around names and parameters does not matter; columns are named as asked, but for it", () => {
    expect(asked(" mean ", "quantile( 0.5 )", "quantile (0.25)")).toEqual([
      ["mean", "mean"],
      ["quantile( 0.5 )", "quantile", 0.5],
      ["quantile (0.25)", "quantile", 0.25],
    ]);
  });

  it("numbers may be written as numbers are", () => {
    expect(asked("quantile(5e-1)", "quantile(.25)", "frac_of(-3)", "frac_-3", "frac_1.5")).toEqual([
      ["quantile(5e-1)", "quantile", 0.5],
      ["quantile(.25)", "quantile", 0.25],
      ["frac_of(-3)", "frac_of", -3],
      ["frac_-3", "frac_of", -3],
      ["frac_1.5", "frac_of", 1.5],
    ]);
  });

  it("percentiles are quantiles of a hundredth", () => {
    expect(asked("percentile_0", "percentile_99.5", "percentile_100")).toEqual([
      ["percentile_0", "quantile", 0],
      ["percentile_99.5", "quantile", 99.5 / 100],
      ["percentile_100", "quantile", 1],
    ]);
  });

  it("quantile_sketch is no alias of quantile", () => {
    expect(asked("quantile_sketch(0.5)")).toEqual([["quantile_sketch(0.5)", "quantile_sketch", 0.5]]);
  });

  it("a histogram takes edges, or one number of bins", () => {
    expect(asked("histogram(-1, 0, 2.5)", "histogram(65536)")).toEqual([
      ["histogram(-1, 0, 2.5)", "histogram", -1, 0, 2.5],
      ["histogram(65536)", "histogram", 65536],
    ]);
    for (const wrong of ["histogram(65537)", "histogram(2.5)", "histogram(-1)", "histogram(0,nan)", "histogram()"]) {
      expect(() => resolveStatistics([wrong])).toThrow(expect.objectContaining({ tag: "invalid-option" }));
    }
  });

  it("one asked for twice by different lists is an error, by different names it is not", () => {
    expect(() => resolveStatistics(["quantile(0.1, 0.1)"])).toThrow('"quantile(0.1)" is asked for twice');
    expect(() => resolveStatistics(["quantile(0.1,0.9)", "quantile(0.9)"])).toThrow(
      '"quantile(0.9)" is asked for twice',
    );
    expect(asked("median", "quantile(0.5)", "percentile_50")).toHaveLength(3);
  });

  it("those that callers define stand among the others", () => {
    const own = defineStatistic({ name: "mine", needs: ["sum"], finalize: (row) => row.count });
    const resolved = resolveStatistics(["count", own]);
    expect(resolved.map(({ column }) => column)).toEqual(["count", "mine"]);
    expect(() => resolveStatistics([own, own])).toThrow('"mine" is asked for twice');
    expect([...accumulatorsOf(resolved, false)]).toEqual(["sum"]);
  });
});

it("cells are kept only for those that need them", () => {
  const needs = (...names: string[]) => [...accumulatorsOf(resolveStatistics(names), false)].sort();
  expect(needs("median", "mode", "frac", "histogram(3)")).toEqual(["values"]);
  expect(needs("center_x", "min_center_y")).toEqual(["cells"]);
  expect(needs("quantile_sketch(0.5)")).toEqual(["sketch"]);
  expect(needs("weighted_mean")).toEqual(["weightedSum", "weights"]);
  expect(needs("weighted_stdev", "weighted_frac")).toEqual(["values", "weightedSquares", "weightedSum", "weights"]);
});
