import type { Attributes } from "./zarr-metadata.ts";
import { numberAttribute } from "./zarr-values.ts";

/** PROJ's name and, for each parameter, the attribute that holds it. */
type Mapping = readonly [proj: string, parameters: Readonly<Record<string, string>>];

const ORIGIN = { lat_0: "latitude_of_projection_origin", lon_0: "longitude_of_projection_origin" };
const CENTRAL = { lat_0: "latitude_of_projection_origin", lon_0: "longitude_of_central_meridian" };
const SCALE = "scale_factor_at_projection_origin";

const MAPPINGS: Readonly<Record<string, Mapping>> = {
  albers_conical_equal_area: ["aea", CENTRAL],
  azimuthal_equidistant: ["aeqd", ORIGIN],
  geostationary: ["geos", { ...ORIGIN, h: "perspective_point_height" }],
  lambert_azimuthal_equal_area: ["laea", ORIGIN],
  lambert_conformal_conic: ["lcc", CENTRAL],
  lambert_cylindrical_equal_area: ["cea", { lon_0: "longitude_of_central_meridian" }],
  mercator: ["merc", { lon_0: "longitude_of_projection_origin", k_0: SCALE }],
  orthographic: ["ortho", ORIGIN],
  polar_stereographic: ["stere", { lat_0: ORIGIN.lat_0, lon_0: "straight_vertical_longitude_from_pole", k_0: SCALE }],
  sinusoidal: ["sinu", { lon_0: "longitude_of_projection_origin" }],
  stereographic: ["stere", { ...ORIGIN, k_0: SCALE }],
  transverse_mercator: ["tmerc", { ...CENTRAL, k_0: "scale_factor_at_central_meridian" }],
};

/**
 * A grid mapping in CF's words as a PROJ string; null for those that it does not name, or that lack a number.
 * https://cfconventions.org/cf-conventions/cf-conventions.html#appendix-grid-mappings
 */
export function cfCrs(mapping: Attributes): string | null {
  const name = String(mapping.grid_mapping_name);
  const number = (key: string) => numberAttribute(mapping[key]);
  if (name === "rotated_latitude_longitude") {
    const [latitude, longitude] = [number("grid_north_pole_latitude"), number("grid_north_pole_longitude")];
    if (latitude === null || longitude === null) return null;
    const turn = number("north_pole_grid_longitude") ?? 0;
    return `+proj=ob_tran +o_proj=longlat +o_lat_p=${latitude} +o_lon_p=${turn} +lon_0=${longitude + 180} ${figure(mapping)} +no_defs`;
  }
  if (!Object.hasOwn(MAPPINGS, name)) return null;
  const [proj, parameters] = MAPPINGS[name];
  const parts = [`+proj=${proj}`];
  for (const [parameter, key] of Object.entries(parameters)) {
    const value = number(key);
    if (value !== null) parts.push(`+${parameter}=${value}`);
  }
  // Which pole it is about is told by the parallel too.
  const pole = number(ORIGIN.lat_0) === null && name === "polar_stereographic" ? number("standard_parallel") : null;
  if (pole !== null) parts.push(`+lat_0=${pole < 0 ? -90 : 90}`);
  const parallels = [mapping.standard_parallel].flat().filter((value) => typeof value === "number");
  const [first, second = first] = parallels;
  if (first !== undefined) parts.push(...parallelsOf(proj, name, first, second));
  if (proj === "geos") parts.push(`+sweep=${sweepOf(mapping)}`);
  parts.push(`+x_0=${number("false_easting") ?? 0}`, `+y_0=${number("false_northing") ?? 0}`);
  return `${parts.join(" ")} ${figure(mapping)} +units=m +no_defs`;
}

function parallelsOf(proj: string, name: string, first: number, second: number): readonly string[] {
  if (proj === "aea" || proj === "lcc") return [`+lat_1=${first}`, `+lat_2=${second}`];
  return name === "stereographic" ? [] : [`+lat_ts=${first}`];
}

/** The axis that a mirror sweeps along is the one that the other mirror is not fixed to. */
function sweepOf({ sweep_angle_axis: sweep, fixed_angle_axis: fixed }: Attributes): "x" | "y" {
  if (sweep === "x" || sweep === "y") return sweep;
  return fixed === "y" ? "x" : "y";
}

/** The ellipsoid that a mapping says; WGS 84 where it says none. */
export function figure(mapping: Attributes): string {
  const number = (key: string) => numberAttribute(mapping[key]);
  const [axis, minor, flattening] = [
    number("semi_major_axis"),
    number("semi_minor_axis"),
    number("inverse_flattening"),
  ];
  const radius = number("earth_radius");
  if (radius !== null) return `+R=${radius}`;
  if (axis === null) return "+ellps=WGS84";
  return flattening !== null && flattening !== 0 ? `+a=${axis} +rf=${flattening}` : `+a=${axis} +b=${minor ?? axis}`;
}
