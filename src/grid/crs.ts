import proj4 from "proj4";
import { rastrumError } from "../errors.ts";
import { epsgDefinition } from "./epsg.ts";
import {
  isUnmappableProjJson,
  isUnmappableWkt,
  isWkt,
  parseProjJson,
  projJsonEpsgCode,
  repairWkt,
  wktEpsgCode,
} from "./wkt.ts";

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
  readonly projection: Projection;
}

/** [x, y] in one CRS → [x, y] in another, in f64; [NaN, NaN] or infinite where the point has no image. */
export type Transformer = (point: readonly [x: number, y: number]) => [x: number, y: number];

const options = {
  raster: "option crs (CLI --crs)",
  zones: "option zonesCrs (CLI --zones-crs)",
} as const;

/**
 * Reads a CRS: "EPSG:n", "OGC:CRS84", their URNs and http(s) URIs, WKT 1 or 2, PROJJSON text, or a PROJ string.
 * Throws `unknown-crs` for what proj4 cannot compute, also where it would compute something else in silence.
 */
export function resolveCrs(text: string, role: CrsRole): Crs {
  const given = text.trim();
  const fail = (why: string) => {
    const shown = given.length > 80 ? `${given.slice(0, 77)}…` : given;
    const advice = `give it as WKT or as a PROJ string by the ${options[role]}`;
    return rastrumError("unknown-crs", `The CRS of the ${role} "${shown}" ${why}; ${advice}.`, { crs: text });
  };
  const projection = parseProjection(given);
  if (typeof projection === "string") throw fail(projection);
  const problem = unusable(projection);
  if (problem) throw fail(problem);
  return { name: given, geographic: projection.projName === "longlat", projection };
}

/** The projection, or in words why there is none. */
function parseProjection(text: string): Projection | string {
  const code = namedCode(text);
  if (code !== null) return fromCode(code) ?? `is not one of the codes known here`;
  if (text.startsWith("+")) {
    // proj4 takes what is no number ("20w", "1e+6") for 0 in some projections and for NaN in others.
    const unread = /\+((?:lat|lon|x|y|k)_\w+|k|a|b|rf|zone)=(?!-?[\d.]+(e-?\d+)?(\s|$))\S*/.exec(text);
    if (unread) return `has ${unread[0]}, which is no plain number`;
    return fromDefinition(text) ?? "is a PROJ string that cannot be read";
  }
  const json = parseProjJson(text);
  if (json) {
    if (isUnmappableProjJson(json)) return "is not a map's (local or earth-centred)";
    return fromDefinition(json) ?? fromCode(projJsonEpsgCode(json)) ?? "is PROJJSON that cannot be read";
  }
  if (!isWkt(text)) return "is not known";
  if (isUnmappableWkt(text)) return "is not a map's (local or earth-centred)";
  const wkt = repairWkt(text);
  return fromDefinition(wkt) ?? fromCode(wktEpsgCode(wkt)) ?? "is WKT that cannot be read";
}

/** The EPSG code (4326 for CRS84) that a short name, URN or URI means; null for anything else. */
function namedCode(text: string): number | null {
  const crs84 =
    /^((OGC|CRS)[:.]?|urn:ogc:def:crs:OGC:[\d.]*:|https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[\d.]+\/)?(CRS)?:?84$/i;
  if (crs84.test(text) || /^WGS ?84$/i.test(text)) return 4326;
  const epsg =
    /^(?:EPSG:+|urn:(?:ogc|x-ogc):def:crs:EPSG:[\d.]*:|https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/|https?:\/\/www\.opengis\.net\/gml\/srs\/epsg\.xml#|\+?init=epsg:)(\d+)$/i.exec(
      text,
    );
  return epsg ? Number(epsg[1]) : null;
}

/** proj4's own table comes first: codes that a page has registered with `proj4.defs` count too. */
function fromCode(code: number | null): Projection | null {
  if (code === null) return null;
  const name = `EPSG:${code}`;
  if (proj4.defs(name)) return fromDefinition(name);
  const definition = epsgDefinition(code);
  return definition === null ? null : fromDefinition(definition);
}

function fromDefinition(definition: string | object): Projection | null {
  // Without x_0 some projections of proj4 (aea, cea) answer NaN, where PROJ means 0. The last of two values counts.
  const isBare = typeof definition === "string" && definition.startsWith("+") && !definition.includes("ob_tran");
  const complete = isBare ? `+x_0=0 +y_0=0 +lon_0=0 +lat_0=0 ${definition}` : definition;
  try {
    return new (proj4.Proj as unknown as new (definition: string | object) => Projection)(complete);
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
  if (projection.datum.datum_type === gridShift) return "needs a grid-shift file (nadgrids), which is not available";
  if (projection.projName === "longlat" && /grad|gon|rad|dms/i.test(projection.units ?? "")) {
    return `has angles in ${projection.units}, not in degrees`;
  }
  return projection.axis.includes("w") ? "has an axis that points west" : null;
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
  const hub = fromDefinition("EPSG:4326") as Projection;
  const toHub = between(from.projection, hub);
  const fromHub = between(hub, to.projection);
  return (point) => fromHub(toHub(point));
}

function between(from: Projection, to: Projection): Transformer {
  const converter = proj4(from as never, to as never);
  return (point) => {
    try {
      // Without `enforceAxis` proj4 leaves x and y as they are, whatever axis order a definition states.
      return converter.forward([point[0], point[1]]) as [number, number];
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
]);

function isSameCrs(from: Crs, to: Crs): boolean {
  if (from.name === to.name) return true;
  const [p, q] = [from.projection, to.projection];
  if (!isSameDatum(p, q, isShifted(p) || isShifted(q))) return false;
  if (from.geographic && to.geographic) return near(p, q, "from_greenwich") && near(p, q, "long_wrap");
  // The functions are proj4's own, one pair a projection: equal for "utm" and for WKT's "Transverse_Mercator".
  if (p.forward !== q.forward || !p.names.some((name) => comparable.has(name))) return false;
  return near(p, q, "a") && near(p, q, "es") && parameters.every((name) => near(p, q, name));
}

/** Equal but for the last digits, which WKT and PROJ strings round differently (1e-12 rad is 6 µm). */
function near(p: Projection, q: Projection, name: string): boolean {
  const fallback = name === "to_meter" || name === "k0" ? 1 : 0;
  const [a, b] = [Number(p[name] ?? fallback), Number(q[name] ?? fallback)];
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}
