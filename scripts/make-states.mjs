/**
 * Makes demo/public/data/states.geojson from the package us-atlas (public-domain Census Bureau borders as TopoJSON):
 *
 *     npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
 *     node scripts/make-states.mjs package/states-10m.json demo/public/data/states.geojson
 *
 * Arcs are shared between neighbours, so borders that are rounded (to a thousandth of a degree) still meet exactly.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
if (!target) throw new Error("Usage: node scripts/make-states.mjs states-10m.json states.geojson");
const { arcs, transform, objects } = JSON.parse(readFileSync(source, "utf8"));

const decoded = arcs.map((arc) => {
  let x = 0;
  let y = 0;
  const points = arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
  return points.map((point) => point.map((value) => Number(value.toFixed(3))));
});

/** A ring is a list of arcs; ~i is arc i backwards, and the first point of each arc repeats the last of the one before. */
const ring = (indices) => {
  const points = indices.flatMap((index, i) => {
    const arc = index < 0 ? [...decoded[~index]].reverse() : decoded[index];
    return i === 0 ? arc : arc.slice(1);
  });
  return points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1]);
};

/** Islands of under four distinct points vanish with the rounding. */
const polygon = (rings) => rings.map(ring).filter((points) => points.length > 4);

/** American Samoa, Guam and the Northern Mariana Islands lie off the temperature grid. */
const offTheGrid = new Set(["60", "66", "69"]);

const features = objects.states.geometries
  .filter(({ id }) => !offTheGrid.has(id))
  .map(({ id, type, arcs: indices, properties }) => {
    const polygons = (type === "Polygon" ? [indices] : indices).map(polygon).filter((rings) => rings.length > 0);
    const geometry = { type: "MultiPolygon", coordinates: polygons };
    return { type: "Feature", id, properties: { name: properties.name }, geometry };
  })
  .sort((a, b) => a.properties.name.localeCompare(b.properties.name));
const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
writeFileSync(target, `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
