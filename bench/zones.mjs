import { createRandom } from "./random.mjs";

/**
 * Seeded star-shaped polygons over height × width cells, as GeoJSON in the raster's coordinates: centres on a jittered
 * lattice, sizes around its spacing so that they cover most of the raster, one in 50 four times as large, one in 7 with
 * a hole. Neighbours overlap.
 */
export function starZones({ seed, count, height, width, transform, radius }) {
  const random = createRandom(seed);
  const across = Math.ceil(Math.sqrt((count * width) / height));
  const down = Math.ceil(count / across);
  const spacing = Math.sqrt((height * width) / count);
  const features = Array.from({ length: count }, (_, i) => {
    const row = ((Math.floor(i / across) + random()) * height) / down;
    const column = (((i % across) + random()) * width) / across;
    const size = radius ?? spacing * (0.35 + 0.5 * random()) * (i % 50 === 0 ? 4 : 1);
    const outer = star(row, column, size, random);
    const rings = i % 7 === 0 ? [outer, outer.map((point) => towards(point, [column, row], 0.6)).reverse()] : [outer];
    const coordinates = rings.map((ring) => ring.map((point) => place(point, transform)));
    return { type: "Feature", id: i, properties: { name: `zone ${i}` }, geometry: { type: "Polygon", coordinates } };
  });
  return { type: "FeatureCollection", features };
}

/** A closed ring of [column, row]: at least 5 vertices, one every four cells or so. */
function star(row, column, radius, random) {
  const vertices = Math.max(5, Math.round((2 * Math.PI * radius) / 4));
  const lobes = 2 + Math.floor(4 * random());
  const phase = 2 * Math.PI * random();
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    const distance = radius * (1 + 0.25 * Math.sin(lobes * angle + phase) + 0.08 * (random() - 0.5));
    return [column + distance * Math.cos(angle), row + distance * Math.sin(angle)];
  });
  return [...ring, ring[0]];
}

function towards([x, y], [centreX, centreY], by) {
  return [x + by * (centreX - x), y + by * (centreY - y)];
}

function place([column, row], [a, b, c, d, e, f]) {
  return [a * column + b * row + c, d * column + e * row + f];
}
