/**
 * What `npm run bench -- statistics` measures, a line a case: its raster, its statistics, its options. Rasters in options
 * are named (see statistics-data.mjs). Each is compared with count and mean by `center` of the same raster and zones.
 */
export const base = { statistics: ["count", "mean"], options: {} };

export const cases = [
  // One pass of sums.
  on("terrain", "sum"),
  on("terrain", ["min", "max", "range"]),
  on("terrain", "variance"),
  on("terrain", "stdev"),
  on("terrain", "coefficient_of_variation"),
  on("terrain", ["count", "sum", "mean", "min", "max", "stdev"]),
  on("land", ["count", "sum", "mean", "min", "max", "stdev"]),
  // Rules.
  on("terrain", ["count", "mean"], { rule: "touched" }),
  on("terrain", ["count", "mean"], { rule: "fraction" }),
  on("terrain", ["count", "mean"], { rule: "fraction", minCoverage: 0.5 }),
  on("terrain", ["count", "mean"], { rule: "fraction", coverageWeight: "none" }),
  on("terrain", ["count", "mean"], { rule: "fraction", coverageWeight: "area_cartesian" }),
  on("terrain", ["count", "mean"], { rule: "fraction", coverageWeight: "area_spherical_m2" }),
  on("terrain", ["count", "mean"], { rule: "fraction", coverageWeight: "area_geodesic_m2" }),
  on("terrain", ["count", "sum", "mean", "min", "max", "stdev"], { rule: "fraction" }),
  // Values kept: float32, nearly all different.
  on("terrain", "median"),
  on("terrain", "quantile(0.1,0.9)"),
  on("terrain", "median", { rule: "fraction" }),
  on("terrain", "quantile_sketch(0.5)"),
  on("terrain", "quantile_sketch(0.1,0.9)", { rule: "fraction" }),
  on("terrain", "mode"),
  on("terrain", "variety"),
  on("terrain", "histogram(16)"),
  on("terrain", "histogram(0,100,200,300,400,500,600)"),
  on("terrain", "unique"),
  // Values kept: uint8, 12 classes.
  on("land", "median"),
  on("land", "quantile(0.1,0.9)"),
  on("land", "quantile_sketch(0.5)"),
  on("land", "mode"),
  on("land", "minority"),
  on("land", "majority"),
  on("land", "variety"),
  on("land", "unique"),
  on("land", "frac"),
  on("land", "frac_of(3)"),
  on("land", ["unique", "frac"], { rule: "fraction" }),
  on("land", "histogram(1,4,8,12)"),
  // Lists of cells.
  on("terrain", "values"),
  on("terrain", ["values", "coverage"], { rule: "fraction" }),
  on("terrain", ["cell_id", "center_x", "center_y"]),
  on("terrain", ["min_center_x", "min_center_y"]),
  // A second raster.
  on("terrain", ["weighted_sum", "weighted_mean"], { weights: "weights" }),
  on("terrain", ["weighted_variance", "weighted_stdev"], { weights: "weights" }),
  on("terrain", "weighted_mean", { weights: "weights", rule: "fraction" }),
  on("land", "weighted_frac", { weights: "weights" }),
  on("terrain", ["count", "mean"], { classes: "land" }),
  on("terrain", ["count", "mean"], { classes: "land", rule: "fraction" }),
];

function on(raster, statistics, options = {}) {
  const asked = [statistics].flat();
  const said = Object.entries(options).map(([key, value]) => (key === "rule" ? value : `${key} ${value}`));
  return { name: `${raster}: ${[asked.join(" "), ...said].join(", ")}`, raster, statistics: asked, options };
}
