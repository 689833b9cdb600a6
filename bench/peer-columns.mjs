/** What each kind of workload asks of Rastrum. */
export const peerStatistics = {
  basic: ["count", "sum", "mean", "min", "max", "stdev"],
  classes: ["count", "majority", "variety", "frac"],
  quantiles: ["count", "quantile(0.1)", "median", "quantile(0.9)"],
};

/** The table's columns by the names and in the form that peers use: doubles, NaN where there is no value. */
export const peerColumns = {
  basic(table, { bands }) {
    const names = { count: "count", sum: "sum", mean: "mean", min: "min", max: "max", std: "stdev" };
    return renamed(table, names, (values) => (bands > 1 ? inRows(values, bands) : values));
  },
  classes(table, { classes }) {
    const columns = renamed(table, { count: "count", variety: "variety" });
    columns.majority = numbers(table, "majority", -1);
    for (let each = 1; each <= classes; each++) columns[`frac_${each}`] = numbers(table, `frac_${each}`, 0);
    return columns;
  },
  quantiles: (table) =>
    renamed(table, { count: "count", p10: "quantile(0.1)", median: "median", p90: "quantile(0.9)" }),
};

function renamed(table, names, form = (values) => values) {
  return Object.fromEntries(Object.entries(names).map(([name, own]) => [name, form(numbers(table, own))]));
}

/** Float64 as it is; a copy with `missing` for what is null. */
function numbers(table, name, missing = NaN) {
  const vector = table.getChild(name);
  if (!vector) return new Float64Array(table.numRows);
  const [{ values, nullBitmap }] = vector.data;
  if (vector.nullCount === 0) return values;
  const known = Float64Array.from(values);
  for (let row = 0; row < known.length; row++) {
    if (((nullBitmap[row >> 3] >> (row & 7)) & 1) === 0) known[row] = missing;
  }
  return known;
}

/** One list a zone of one value a slice. */
function inRows(values, slices) {
  return Array.from({ length: values.length / slices }, (_, zone) =>
    values.subarray(zone * slices, (zone + 1) * slices),
  );
}
