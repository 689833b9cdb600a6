import { rastrumError } from "../../errors.ts";

/** Names of columns that hold geometries (WKT, WKB in hexadecimal digits, or GeoJSON), the likeliest first. */
const geometryNames = [
  ...[
    "wkt",
    "geometry",
    "geom",
    "the_geom",
    "wkb_geometry",
    "wkt_geom",
    "geometry_wkt",
    "geom_wkt",
    "wkb",
    "geo_shape",
  ],
  ...["geojson", "shape"],
];

/** Names of columns that hold the coordinates of points. */
const pointNames = [
  ["longitude", "latitude"],
  ["lon", "lat"],
  ["lng", "lat"],
  ["long", "lat"],
  ["x", "y"],
  ["decimallongitude", "decimallatitude"],
  ["x_coord", "y_coord"],
  ["xcoord", "ycoord"],
  ["coord_x", "coord_y"],
  ["point_x", "point_y"],
  ["easting", "northing"],
];

/** Which column holds the geometry, or which two hold x and y. */
export type GeometryColumns = { readonly geometry: number } | { readonly x: number; readonly y: number };

/** Upper case does not matter. Throws `invalid-zones` where there are none. */
export function geometryColumns(header: readonly string[], name: string): GeometryColumns {
  const names = header.map((title) => title.trim().toLowerCase());
  const geometry = geometryNames.map((known) => names.indexOf(known)).find((column) => column >= 0);
  if (geometry !== undefined) return { geometry };
  for (const [forX, forY] of pointNames) {
    const [x, y] = [names.indexOf(forX), names.indexOf(forY)];
    if (x >= 0 && y >= 0) return { x, y };
  }
  const shown = header.slice(0, 20).map((title) => JSON.stringify(title.slice(0, 40)));
  const message = `${name} has the columns ${shown.join(", ")}, none of which is called wkt or geometry, nor two lon and lat, or x and y.`;
  throw rastrumError("invalid-zones", message, { feature: null });
}

/** Whether a name could be that of a column with geometries or coordinates. */
export function isGeometryColumn(title: string): boolean {
  const name = title.trim().toLowerCase();
  return geometryNames.includes(name) || pointNames.some((pair) => pair.includes(name));
}
