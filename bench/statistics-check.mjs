import { cellsOfZone, plainArea, plainStatistic } from "./plain.mjs";

/**
 * Compares some zones of a table with the plain computation; throws at the first difference.
 * @returns {Promise<number>} values compared
 */
export async function checkStatistics({ raster, classes, weights, zones, table, statistics, options, sample }) {
  const { rule = "center", coverageWeight, minCoverage = 0 } = options;
  const [grid, [values, weightOf, classOf]] = [raster.grid, await Promise.all([raster, weights, classes].map(cellsOf))];
  let compared = 0;
  for (const zone of sample) {
    const covered = cellsOfZone(grid, zones.features[zone].geometry.coordinates, rule)
      .filter(({ coverage }) => coverage >= minCoverage)
      .map(({ row, column, coverage }) => {
        const id = row * grid.width + column;
        const [a, , c, , e, f] = grid.transform;
        const own = (coverageWeight === "none" ? 1 : coverage) * plainArea(coverageWeight, grid.transform, row);
        const place = { id, x: c + a * (column + 0.5), y: f + e * (row + 0.5), class: classOf?.[id] ?? null };
        return { ...place, value: values[id], coverage: own, weight: weightOf?.[id] ?? null };
      })
      .filter(({ value }) => value !== raster.nodata && !Number.isNaN(value));
    for (let row = 0; row < table.numRows; row++) {
      if (table.getChild("zone").get(row) !== zone) continue;
      const ofClass = table.getChild("class")?.get(row) ?? null;
      const cells = ofClass === null ? covered : covered.filter((cell) => cell.class === Number(ofClass));
      for (const name of columnsOf(table, statistics)) {
        const wanted = plainStatistic(name, cells, rule === "fraction");
        compare(`${name} of zone ${zone}`, table.getChild(name).get(row), wanted, name.startsWith("quantile_sketch"));
        compared++;
      }
    }
  }
  return compared;
}

async function cellsOf(raster) {
  if (!raster) return null;
  const { height, width } = raster.grid;
  return (await raster.read({ row: 0, column: 0, height, width })).data;
}

/** quantile(0.1,0.9) makes two. */
function columnsOf(table, statistics) {
  const heads = statistics.map((name) => name.replace(/\(.*/, ""));
  return table.schema.fields.map(({ name }) => name).filter((name) => heads.includes(name.replace(/\(.*/, "")));
}

/** Sums of some ten thousand doubles and their quotients, to 1e-9; a sketch within the 2^-8 that it states. */
function compare(what, found, wanted, isSketch) {
  const [a, b] = [found, wanted].map((value) =>
    typeof value === "object" ? Array.from(value, Number) : [Number(value)],
  );
  const tolerance = isSketch ? 1.001 * 2 ** -8 : 1e-9;
  const isOff = (value, i) => !(Math.abs(value - b[i]) <= tolerance * Math.max(isSketch ? 0 : 1e-3, Math.abs(b[i])));
  const place = a.length === b.length ? a.findIndex(isOff) : Math.min(a.length, b.length);
  if (place < 0) return;
  throw new Error(
    `Wrong answer: ${what} has ${a[place]} at ${place}, by plain arithmetic ${b[place]} (of ${a.length}, ${b.length}).`,
  );
}
