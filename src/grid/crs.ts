import proj4 from "proj4";
import { rastrumError } from "../errors.ts";
import { namedCode } from "./crs-codes.ts";
import type { Definition } from "./definitions/define.ts";
/** Whose CRS it is: says which option an error message names. */
export type CrsRole = "raster" | "zones";

/** The part of proj4's parsed projections that we read; angles in radians. */
interface Projection {
  readonly projName: string;
  readonly forward: unknown;
  readonly names: readonly string[];
  readonly datumCode?: string;
  readonly datum: { readonly datum_type: number; readonly datum_params?: readonly number[]; a: number; es: number };
  readonly a: number;
  readonly es: number;
  readonly axis: string;
  readonly units?: string;
  readonly nadgrids?: string;
  readonly [parameter: string]: unknown;
}

/** A coordinate reference system; x is longitude or easting whatever axis order its definition states. */
export interface Crs {
  /** As it was given, for messages. */
  readonly name: string;
  /** Coordinates are longitude and latitude in degrees. */
  readonly geographic: boolean;
  /** Coordinates are degrees, of which 360 are a turn: also those of a rotated pole. */
  readonly inDegrees: boolean;
  /** Longitude, in degrees, 180° from which the projection tears the globe apart; null for others. */
  readonly middle: number | null;
  readonly projection: Projection;
  /**
   * How far, in metres, its datum's shift to WGS 84 may lead astray, where that is known to be more than one; Infinity
   * where no shift is known; else 0.
   */
  readonly shiftError: number;
}

/** [x, y] in one CRS → [x, y] in another, in f64; [NaN, NaN] or infinite where the point has no image. */
export type Transformer = (point: readonly [x: number, y: number]) => [x: number, y: number];

const options = {
  raster: "option crs (CLI --crs)",
  zones: "option zonesCrs (CLI --zones-crs)",
} as const;

/** What texts were found to mean, or in words why they mean nothing here; `resolveCrs` cannot wait. */
const prepared = new Map<string, Definition | string>();

/** Texts are few; but a service may meet ever new ones. */
const MOST_PREPARED = 1000;

/**
 * Reads what CRSs mean, to be awaited before {@link resolveCrs} and whatever calls it: the table of EPSG codes and the
 * readers of WKT, PROJJSON and PROJ strings are loaded when the first text needs them. Never fails for a text.
 */
export async function prepareCrs(...texts: readonly (string | null | undefined)[]): Promise<void> {
  for (const text of texts) {
    const given = text?.trim() ?? "";
    if (given === "" || prepared.has(given) || builtIn(given)) continue;
    const { defineCrs } = await import("./definitions/define.ts");
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(given, defineCrs(given));
  }
}

/**
 * The CRS of a text that {@link prepareCrs} has read: "EPSG:n", "OGC:CRS84", their URNs and http(s) URIs, WKT 1 or 2,
 * PROJJSON, or a PROJ string. Codes that proj4 has by itself, or that a page has registered with `proj4.defs`, need not
 * be prepared.
 *
 * Throws `unknown-crs` for what proj4 cannot compute, also where it would compute something else in silence.
 */
export function resolveCrs(text: string, role: CrsRole): Crs {
  const given = text.trim();
  const fail = (why: string) => {
    const shown = given.length > 80 ? `${given.slice(0, 77)}…` : given;
    const advice = `give it as WKT or as a PROJ string by the ${options[role]}`;
    return rastrumError("unknown-crs", `The CRS of the ${role} "${shown}" ${why}; ${advice}.`, { crs: text });
  };
  const known = builtIn(given);
  const meaning = known ? { definition: known, shiftError: 0 } : prepared.get(given);
  if (typeof meaning === "string") throw fail(meaning);
  if (!meaning) throw given === "" ? fail("is empty") : new Error(`prepareCrs has not read the CRS ${given}`);
  const projection = parseProjection(meaning.definition);
  if (!projection) throw fail("cannot be computed");
  const problem = unusable(projection);
  if (problem) throw fail(problem);
  const geographic = projection.projName === "longlat";
  const inDegrees = geographic || projection.projName === "ob_tran";
  const isTorn = !inDegrees && projection.names.some((name) => tearing.has(name));
  const middle = isTorn ? middleOf(projection) : null;
  return { name: given, geographic, inDegrees, middle, projection, shiftError: meaning.shiftError };
}

/** Longitude of the meridian that a projection is around, in degrees from Greenwich. */
function middleOf({ long0, from_greenwich }: Projection): number {
  return (Number(long0 ?? 0) + Number(from_greenwich ?? 0)) * DEGREES;
}

const DEGREES = 180 / Math.PI;

/** Projections that are cut along a meridian; those around a pole or a point are not. */
const tearing = new Set([
  ...["merc", "lcc", "aea", "eqdc", "cea", "eqc", "rastrum_eqc", "sinu"],
  ...["moll", "robin", "mill", "vandg", "eqearth", "eck6"],
]);

/** The name by which proj4 itself knows a code. */
function builtIn(text: string): string | null {
  const code = namedCode(text);
  return code !== null && proj4.defs(`EPSG:${code}`) ? `EPSG:${code}` : null;
}

function parseProjection(definition: string): Projection | null {
  try {
    return new (proj4.Proj as unknown as new (definition: string) => Projection)(definition);
  } catch {
    return null; // proj4 throws strings and TypeErrors alike
  }
}

/** Definitions that proj4 accepts but then computes wrongly, point by point and without a word. */
function unusable(projection: Projection): string | null {
  if (!Number.isFinite(projection.a) || !Number.isFinite(projection.es)) return "has no usable ellipsoid";
  const unread = parameters.find((name) => Number.isNaN(projection[name]));
  if (unread) return `has a parameter that is no number (${unread})`;
  if (["geocent", "identity"].includes(projection.projName)) return "is not a map's (local or earth-centred)";
  if (projection.es !== 0 && projection.names.some((name) => ["ortho", "gnom"].includes(name))) {
    return "is a projection of the ellipsoid that is computed here for spheres only (orthographic, gnomonic)";
  }
  if (projection.datum.datum_type === gridShift) return "needs a grid-shift file (nadgrids), which is not available";
  if (projection.projName === "longlat" && /grad|gon|rad|dms/i.test(projection.units ?? "")) {
    return `has angles in ${projection.units}, not in degrees`;
  }
  return /[ws]/.test(projection.axis) && !turns[projection.axis] ? "has an axis that points west" : null;
}

// proj4's datum types (lib/constants/values.js).
const threeParameters = 1;
const sevenParameters = 2;
const gridShift = 3;
const noDatum = 5;

/**
 * The function that takes points from one CRS to the other, or null where both are the same CRS: then coordinates
 * are to be kept bit for bit. Parsing is done here, once; a call costs some 0.2–0.4 µs.
 */
export function createTransformer(from: Crs, to: Crs): Transformer | null {
  if (isSameCrs(from, to)) return null;
  if (!needsHub(from.projection, to.projection)) return between(from.projection, to.projection);
  // Between two datums proj4 goes by way of WGS 84 and parses that anew for every point: so we go that way ourselves.
  const hub = parseProjection("EPSG:4326") as Projection;
  const toHub = between(from.projection, hub);
  const fromHub = between(hub, to.projection);
  return (point) => fromHub(toHub(point));
}

/** Systems whose coordinates count westward and southward: to easting and northing, and the same way back. */
const turns: Readonly<Record<string, (x: number, y: number) => [x: number, y: number]>> = {
  wsu: (x, y) => [-x, -y],
  swu: (x, y) => [-y, -x],
};

/** Projections that give places far from where they are meant for the images of others, instead of none. */
const limited = new Set(
  ["geos", "ortho", "gnom", "tmerc", "utm", "omerc", "nzmg", "krovak", "poly", "cass", "somerc"], // biome-ignore format: one list
);

/** Degrees from its middle that a transverse Mercator reaches; beyond 90 it unfolds the globe anew. */
const FARTHEST = 80;

function between(from: Projection, to: Projection): Transformer {
  const direct = convert(from, to);
  const has = (names: ReadonlySet<string>) => to.names.some((name) => names.has(name));
  if (from.projName !== "longlat" || to.projName === "longlat" || has(tearing)) return direct;
  // ±180 are one meridian: its two images must be the same to the last bit, or a sliver opens between them.
  const once: Transformer = ([x, y]) => direct([x > -180 && x <= 180 ? x : x - 360 * Math.ceil((x - 180) / 360), y]);
  if (!has(limited)) return once;
  const middle = middleOf(to);
  const isTransverse = to.names.includes("tmerc") || to.names.includes("utm");
  // What does not come back to where it was has no image: a second of arc is far more than proj4 rounds.
  const inverse = convert(to, from);
  return (point) => {
    if (isTransverse && Math.abs(fromTurn(point[0] - middle)) > FARTHEST) return [Number.NaN, Number.NaN];
    const image = once(point);
    const [x, y] = inverse(image);
    const isBack = Math.abs(fromTurn(x - point[0])) * Math.cos((y * Math.PI) / 180) < 3e-4;
    return isBack && Math.abs(y - point[1]) < 3e-4 ? image : [Number.NaN, Number.NaN];
  };
}

/** Degrees within ±180. */
function fromTurn(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}

function convert(from: Projection, to: Projection): Transformer {
  const converter = proj4(from as never, to as never);
  const [unturn, turn] = [turns[from.axis], turns[to.axis]];
  return (point) => {
    try {
      // Without `enforceAxis` proj4 leaves x and y as they are, whatever axis order a definition states.
      const [x, y] = converter.forward(unturn ? unturn(point[0], point[1]) : [point[0], point[1]]);
      return turn ? turn(x, y) : [x, y];
    } catch {
      return [Number.NaN, Number.NaN]; // some projections throw at poles, and all throw for what is not finite
    }
  };
}

function isShifted({ datum }: Projection): boolean {
  return datum.datum_type === threeParameters || datum.datum_type === sevenParameters;
}

function needsHub(from: Projection, to: Projection): boolean {
  return (isShifted(from) && to.datumCode !== "WGS84") || (isShifted(to) && from.datumCode !== "WGS84");
}

/** True where proj4 would apply no datum shift. */
function isSameDatum({ datum: p }: Projection, { datum: q }: Projection, shifted: boolean): boolean {
  if (shifted && p.datum_type !== q.datum_type) return false;
  if (shifted && !p.datum_params?.every((value, i) => value === q.datum_params?.[i])) return false;
  if (!shifted && (p.datum_type === noDatum || q.datum_type === noDatum)) return true;
  return p.a === q.a && Math.abs(p.es - q.es) <= 5e-11; // proj4's tolerance: GRS 80 and WGS 84 are one
}

/** Parameters that say all about the projections of `comparable`. */
const parameters = ["lat0", "lat1", "lat2", "lat_ts", "long0", "x0", "y0", "k0", "to_meter", "from_greenwich"] as const;
const comparable = new Set([
  "tmerc",
  "utm",
  "merc",
  "lcc",
  "laea",
  "aea",
  "stere",
  "sterea",
  "cea",
  "eqc",
  "sinu",
  "moll",
  "somerc",
  "aeqd",
  "eqdc",
  "cass",
  "poly",
  "robin",
  "eqearth",
]);

/**
 * Says of each CRS whose datum's shift to WGS 84 is not known, or only roughly, how far places may lie off; nothing
 * where both are on one datum, so that no shift is taken.
 */
export function shiftWarnings(from: Crs, to: Crs): string[] {
  if (isSameDatum(from.projection, to.projection, isShifted(from.projection) || isShifted(to.projection))) {
    const ellipsoids = [from, to].map(({ projection: { a, es } }) => a * (1 - es));
    if (Math.abs(ellipsoids[0] - ellipsoids[1]) < 1) return [];
  }
  return [from, to]
    .filter(({ shiftError }) => shiftError > 0)
    .map(({ name, shiftError }) => {
      const shown = name.length > 60 ? `${name.slice(0, 57)}…` : name;
      return Number.isFinite(shiftError)
        ? `The datum of ${shown} is shifted to WGS 84 by seven parameters or less, without the grids that would do better: places may lie ${shiftError} m off.`
        : `The shift of the datum of ${shown} to WGS 84 is not known, so latitudes and longitudes are taken as they are: places may lie some hundred metres off.`;
    });
}

function isSameCrs(from: Crs, to: Crs): boolean {
  const code = namedCode(from.name);
  if (from.name === to.name || (code !== null && code === namedCode(to.name))) return true;
  const [p, q] = [from.projection, to.projection];
  if (!isSameDatum(p, q, isShifted(p) || isShifted(q))) return false;
  if (from.geographic && to.geographic) return near(p, q, "from_greenwich") && near(p, q, "long_wrap");
  // The functions are proj4's own, one pair a projection: equal for "utm" and for WKT's "Transverse_Mercator".
  if (p.forward !== q.forward || !p.names.some((name) => comparable.has(name))) return false;
  return p.axis === q.axis && near(p, q, "a") && near(p, q, "es") && parameters.every((name) => near(p, q, name));
}

/** Equal but for the last digits, which WKT and PROJ strings round differently (1e-12 rad is 6 µm). */
function near(p: Projection, q: Projection, name: string): boolean {
  const fallback = name === "to_meter" || name === "k0" ? 1 : 0;
  const [a, b] = [Number(p[name] ?? fallback), Number(q[name] ?? fallback)];
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}
