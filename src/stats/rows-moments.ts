import type { Statistic } from "./statistic.ts";

/** Statistics that sums and extremes give: one pass, a few numbers a group. */
export const momentRows: readonly Statistic[] = [
  {
    name: "count",
    description: "number of valid cells; by covered fraction or area, the sum of those",
    needs: [],
    extensive: true,
    finalize: (row) => row.count,
    whenEmpty: () => 0,
  },
  {
    name: "sum",
    description: "sum of the values, exact for integers and else correctly rounded",
    needs: ["sum"],
    extensive: true,
    finalize: (row) => row.sum,
    whenEmpty: () => 0,
  },
  {
    name: "mean",
    description: "average value: the sum divided by the count",
    needs: ["sum"],
    finalize: (row) => row.mean,
  },
  { name: "min", description: "least value", needs: [], finalize: (row) => row.min },
  { name: "max", description: "greatest value", needs: [], finalize: (row) => row.max },
  { name: "range", description: "greatest value less the least", needs: [], finalize: (row) => row.range },
  {
    name: "variance",
    description: "mean squared distance of the values from their mean (population variance, ddof 0)",
    needs: ["sum", "squares"],
    finalize: (row) => row.variance,
  },
  {
    name: "stdev",
    description: "standard deviation: square root of the variance, in the unit of the values",
    needs: ["sum", "squares"],
    finalize: (row) => row.stdev,
  },
  {
    name: "coefficient_of_variation",
    description: "standard deviation divided by the mean: spread without a unit",
    needs: ["sum", "squares"],
    finalize: (row) => row.coefficientOfVariation,
  },
  {
    name: "weighted_sum",
    description: "sum of value × weight, the weights being those of a second raster",
    needs: ["weights", "weightedSum"],
    extensive: true,
    finalize: (row) => row.weighted.sum,
    whenEmpty: () => 0,
  },
  {
    name: "weighted_mean",
    description: "weighted sum divided by the sum of the weights",
    needs: ["weights", "weightedSum"],
    finalize: (row) => row.weighted.mean,
  },
  {
    name: "weighted_variance",
    description: "variance with each cell counted by its weight",
    needs: ["weights", "weightedSum", "weightedSquares"],
    finalize: (row) => row.weighted.variance,
  },
  {
    name: "weighted_stdev",
    description: "square root of the weighted variance",
    needs: ["weights", "weightedSum", "weightedSquares"],
    finalize: (row) => row.weighted.stdev,
  },
];
