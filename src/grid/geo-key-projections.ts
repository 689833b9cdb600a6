/** Values of GeoTIFF keys: of the first that is there of several ids, null where none is. */
export interface KeyValues {
  /** In degrees. */
  readonly angle: (...ids: number[]) => number | null;
  /** In metres. */
  readonly length: (...ids: number[]) => number | null;
  readonly ratio: (...ids: number[]) => number | null;
}

// Ids of keys. Writers put an origin under three names, and so do they falsehoods of coordinates.
const [PARALLEL_1, PARALLEL_2] = [3078, 3079];
const origin = { longitude: [3080, 3084, 3088], latitude: [3081, 3085, 3089] };
const falseOrigin = { longitude: [3084, 3080, 3088], latitude: [3085, 3081, 3089] };
const shift = { easting: [3082, 3090, 3086], northing: [3083, 3091, 3087] };
const falseShift = { easting: [3086, 3082, 3090], northing: [3087, 3083, 3091] };
const scale = [3092, 3093];
const [AZIMUTH, STRAIGHT_POLE, GRID_ANGLE] = [3094, 3095, 3096];

/** Tokens of a PROJ string. */
type Tokens = readonly (readonly [name: string, value: number | string | null])[];

/** Methods by GeoTIFF's code of the coordinate transformation (OGC 19-008r4, annex C; libgeotiff's for 28 and 9815). */
const methods: Readonly<Record<number, (values: KeyValues) => Tokens>> = {
  1: (v) => [["proj", "tmerc"], ...originOf(v), ["k_0", v.ratio(...scale)], ...shiftOf(v)],
  3: (v) => oblique(v, true),
  7: mercator,
  8: (v) => [["proj", "lcc"], ...originOf(v, falseOrigin), ...parallels(v), ...shiftOf(v, falseShift)],
  9: (v) => [
    ["proj", "lcc"],
    ["lat_1", v.angle(...origin.latitude) ?? 0],
    ...originOf(v),
    ["k_0", v.ratio(...scale)],
    ...shiftOf(v),
  ],
  10: (v) => [["proj", "laea"], ...originOf(v), ...shiftOf(v)],
  11: (v) => [["proj", "aea"], ...originOf(v), ...parallels(v), ...shiftOf(v)],
  12: (v) => [["proj", "aeqd"], ...originOf(v), ...shiftOf(v)],
  13: (v) => [["proj", "eqdc"], ...originOf(v), ...parallels(v), ...shiftOf(v)],
  14: (v) => [["proj", "stere"], ...originOf(v), ["k_0", v.ratio(...scale)], ...shiftOf(v)],
  15: polarStereographic,
  16: (v) => [["proj", "sterea"], ...originOf(v), ["k_0", v.ratio(...scale)], ...shiftOf(v)],
  17: (v) => [["proj", "eqc"], ["lat_ts", v.angle(PARALLEL_1) ?? 0], ...originOf(v), ...shiftOf(v)],
  18: (v) => [["proj", "cass"], ...originOf(v), ...shiftOf(v)],
  19: (v) => [["proj", "gnom"], ...originOf(v), ...shiftOf(v)],
  20: (v) => [["proj", "mill"], ...meridianOf(v), ...shiftOf(v)],
  21: (v) => [["proj", "ortho"], ...originOf(v), ...shiftOf(v)],
  22: (v) => [["proj", "poly"], ...originOf(v), ...shiftOf(v)],
  23: (v) => [["proj", "robin"], ...meridianOf(v), ...shiftOf(v)],
  24: (v) => [["proj", "sinu"], ...meridianOf(v), ...shiftOf(v)],
  25: (v) => [["proj", "vandg"], ...meridianOf(v), ...shiftOf(v)],
  26: (v) => [["proj", "nzmg"], ...originOf(v), ...shiftOf(v)],
  27: (v) => [["proj", "tmerc"], ["axis", "wsu"], ...originOf(v), ["k_0", v.ratio(...scale)], ...shiftOf(v)],
  28: (v) => [["proj", "cea"], ["lat_ts", v.angle(PARALLEL_1) ?? 0], ...meridianOf(v), ...shiftOf(v)],
  9815: (v) => oblique(v, false),
};

/** A PROJ string's beginning, or in words what the transformation is that it cannot say. */
export function coordinateTransformation(method: number, values: KeyValues): string {
  const make = Object.hasOwn(methods, method) ? methods[method] : null;
  if (!make) return `a GeoTIFF projection by the transformation ${method}`;
  return make(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => (value === "" ? `+${name}` : `+${name}=${value}`))
    .join(" ");
}

function originOf(values: KeyValues, { longitude, latitude } = origin): Tokens {
  return [
    ["lat_0", values.angle(...latitude) ?? 0],
    ["lon_0", values.angle(...longitude) ?? 0],
  ];
}

function meridianOf(values: KeyValues): Tokens {
  return [["lon_0", values.angle(...origin.longitude) ?? 0]];
}

function parallels(values: KeyValues): Tokens {
  return [
    ["lat_1", values.angle(PARALLEL_1) ?? 0],
    ["lat_2", values.angle(PARALLEL_2) ?? 0],
  ];
}

function shiftOf(values: KeyValues, { easting, northing } = shift): Tokens {
  return [
    ["x_0", values.length(...easting) ?? 0],
    ["y_0", values.length(...northing) ?? 0],
  ];
}

/** By a standard parallel, or by a scale at the equator. */
function mercator(values: KeyValues): Tokens {
  const parallel = values.angle(PARALLEL_1);
  const how: Tokens = parallel === null ? [["k_0", values.ratio(...scale)]] : [["lat_ts", parallel]];
  return [["proj", "merc"], ...meridianOf(values), ...how, ...shiftOf(values)];
}

/** By a scale at the pole (variant A) where the origin is the pole, else by a parallel true to scale (variant B). */
function polarStereographic(values: KeyValues): Tokens {
  const latitude = values.angle(3081, PARALLEL_1, 3085, 3089) ?? 90;
  const pole = latitude < 0 ? -90 : 90;
  const how: Tokens =
    latitude === pole
      ? [
          ["lat_ts", values.angle(PARALLEL_1)],
          ["k_0", values.ratio(...scale)],
        ]
      : [["lat_ts", latitude]];
  const longitude = values.angle(STRAIGHT_POLE, ...origin.longitude) ?? 0;
  return [["proj", "stere"], ["lat_0", pole], ["lon_0", longitude], ...how, ...shiftOf(values)];
}

/** Hotine's: coordinates count from the natural origin (variant A) or from the centre (variant B). */
function oblique(values: KeyValues, fromNaturalOrigin: boolean): Tokens {
  return [
    ["proj", "omerc"],
    ["no_uoff", fromNaturalOrigin ? "" : null],
    ["lat_0", values.angle(3089, 3081, 3085) ?? 0],
    ["lonc", values.angle(3088, 3080, 3084) ?? 0],
    ["alpha", values.angle(AZIMUTH) ?? 0],
    ["gamma", values.angle(GRID_ANGLE) ?? 90],
    ["k_0", values.ratio(3093, 3092)],
    ...shiftOf(values, { easting: [3090, 3082, 3086], northing: [3091, 3083, 3087] }),
  ];
}
