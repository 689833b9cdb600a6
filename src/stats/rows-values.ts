import { keeping } from "./keeping.ts";
import type { Parameter, Statistic } from "./statistic.ts";

const quantile: Parameter = { name: "q", wanted: "q from 0 to 1", accepts: (q) => q >= 0 && q <= 1 };

const value: Parameter = { name: "value", wanted: "a value of the cells", accepts: Number.isFinite };

const bins: Parameter = {
  name: "edges",
  wanted: "edges that increase, or one number of bins from 1 to 65536",
  list: true,
  accepts: (...edges) =>
    edges.length === 1
      ? Number.isInteger(edges[0]) && edges[0] >= 1 && edges[0] <= 65536
      : edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1])),
};

/**
 * Statistics of how a group's values are distributed: walks over its cells, ascending, which are kept until the group is
 * complete, or read again where they are too many.
 */
export const valueRows: readonly Statistic[] = [
  {
    name: "median",
    description: "value that half of the cells are below: quantile(0.5)",
    needs: ["values"],
    quantile: () => 0.5,
    finalize: (row) => keeping().quantileOf(row, 0.5),
  },
  {
    name: "quantile",
    description: "value that the fraction q of the cells are below, such as quantile(0.9)",
    needs: ["values"],
    parameter: quantile,
    quantile: (q) => q,
    finalize: (row, q) => keeping().quantileOf(row, q),
  },
  {
    name: "quantile_sketch",
    description: "quantile(q) from a sketch: one pass, little memory, within 0.4 % of the stored value",
    needs: ["sketch"],
    parameter: quantile,
    finalize: (row, q) => row.sketchQuantile(q),
  },
  {
    name: "mode",
    description: "most frequent value; of several the greatest, as in exactextract",
    needs: ["values"],
    ofTable: "last heaviest",
    finalize: (row) => keeping().modeOf(row),
  },
  {
    name: "majority",
    description: "most frequent value; of several the least, as in rasterstats",
    needs: ["values"],
    ofTable: "first heaviest",
    finalize: (row) => keeping().majorityOf(row),
  },
  {
    name: "minority",
    description: "least frequent value; of several the least",
    needs: ["values"],
    ofTable: "first lightest",
    finalize: (row) => keeping().minorityOf(row),
  },
  {
    name: "variety",
    description: "number of different values",
    needs: ["values"],
    ofTable: "length",
    finalize: (row) => keeping().varietyOf(row),
    whenEmpty: () => 0,
  },
  {
    name: "unique",
    description: "list of the different values, ascending",
    needs: ["values"],
    perClass: true,
    ofTable: "values",
    finalize: (row) => keeping().uniqueOf(row),
    whenEmpty: () => [],
  },
  {
    name: "frac",
    description: "list of the fractions of the cells that have the values of unique, in their order",
    needs: ["values"],
    perClass: true,
    ofTable: "shares",
    finalize: (row) => keeping().fractionsOf(row),
    whenEmpty: () => [],
  },
  {
    name: "frac_of",
    description: "fraction of the cells that have this value, such as frac_of(12)",
    needs: ["values"],
    parameter: value,
    finalize: (row, wanted) => keeping().fractionOf(row, wanted),
  },
  {
    name: "weighted_frac",
    description: "list of the fractions of the weight that cells with the values of unique have",
    needs: ["values", "weights"],
    perClass: true,
    finalize: (row) => keeping().productFractionsOf(row),
    whenEmpty: () => [],
  },
  {
    name: "histogram",
    description: "list of the cells between edges, as histogram(0,10,20), or in equal bins, as histogram(10)",
    needs: ["values"],
    parameter: bins,
    extensive: true,
    finalize: (row, ...edges) => keeping().histogramOf(row, edges),
    whenEmpty: (...edges) => new Array(edges.length === 1 ? edges[0] : edges.length - 1).fill(0),
  },
  {
    name: "histogram_edges",
    description: "list of the edges that the histogram of the same bins has: one more than bins",
    needs: ["values"],
    parameter: bins,
    finalize: (row, ...edges) => keeping().histogramEdges(row, edges),
    whenEmpty: (...edges) => (edges.length === 1 ? [] : edges),
  },
];
