import { datumNames } from "./datum-names.ts";
import { type Described, plainName } from "./described.ts";
import { type EpsgEntry, lookUpEpsg } from "./epsg-codes.ts";

/** Tokens of a PROJ string that say ellipsoid, shift to WGS 84 and prime meridian. */
export interface Datum {
  readonly tokens: string;
  /** See {@link EpsgEntry.shiftError}. */
  readonly shiftError: number;
}

/** Names of datums that other programs write, beside those of PROJ's registry. */
const otherNames: Readonly<Record<string, number>> = {
  ggrs1987: 4121,
  greekgeodeticreferencesystem1987: 4121,
  rt90: 4124,
  israel: 4141,
  luxembourg1930: 4181,
  osgb36: 4277,
  ire65: 4299,
  stockholm1938: 4308,
  militargeographischesinstitut: 4312,
};

/** The code of a geographic system on a datum that comes without one, as in Esri's WKT. */
function codeOfDatum(name: string): number | null {
  const plain = plainName(name.replace(/^D_/, ""));
  if (Object.hasOwn(otherNames, plain)) return otherNames[plain];
  return Number(new RegExp(`\\s${plain.replaceAll("+", "\\+")}:(\\d+)`).exec(datumNames)?.[1] ?? 0) || null;
}

/** The datums that PROJ knows by name. */
export const projDatums: Readonly<Record<string, number>> = {
  WGS84: 4326,
  NAD83: 4269,
  NAD27: 4267,
  GGRS87: 4121,
  potsdam: 4314,
  carthage: 4223,
  hermannskogel: 4312,
  ire65: 4299,
  nzgd49: 4272,
  OSGB36: 4277,
};

/** By what the text says itself, else by its codes, else by its name, else by its ellipsoid. */
export function datumOf(described: Described): Datum {
  const { ellipsoid, primeMeridian, toWgs84 } = described;
  const meridian = primeMeridian === 0 ? "" : ` +pm=${primeMeridian}`;
  const axes = ellipsoid.rf === 0 ? `+R=${ellipsoid.a}` : `+a=${ellipsoid.a} +rf=${ellipsoid.rf}`;
  if (toWgs84 === "grid") return { tokens: axes + meridian, shiftError: Number.POSITIVE_INFINITY };
  if (toWgs84) return { tokens: `${axes} +towgs84=${toWgs84.join(",")}${meridian}`, shiftError: 0 };
  const known = knownDatum(described);
  if (known) return { tokens: known.datum.replace(/ \+pm=\S+/, "") + meridian, shiftError: known.shiftError };
  const { tokens, shiftError } = unnamedDatum(axes, ellipsoid.a, ellipsoid.rf);
  return { tokens: tokens + meridian, shiftError };
}

/**
 * An ellipsoid without a name: a sphere is no datum, and those of WGS 84 and GRS 80 are in use for what is near WGS 84.
 * @param tokens what says the ellipsoid
 */
export function unnamedDatum(tokens: string, a: number, rf: number): Datum {
  const isLikeWgs84 = Math.abs(a - 6378137) < 0.1 && Math.abs(rf - 298.2572) < 1e-3;
  if (isLikeWgs84) return { tokens: `${tokens} +towgs84=0,0,0`, shiftError: 0 };
  return { tokens, shiftError: rf === 0 ? 0 : Number.POSITIVE_INFINITY };
}

function knownDatum({ code, baseCode, datumName, ellipsoid }: Described): EpsgEntry | null {
  for (const candidate of [code, baseCode, codeOfDatum(datumName)]) {
    const entry = candidate === null ? null : lookUpEpsg(candidate);
    if (entry && hasAxis(entry.datum, ellipsoid.a)) return entry;
  }
  return null;
}

/** A code that is on another ellipsoid than the text says is not believed. */
function hasAxis(tokens: string, a: number): boolean {
  const axis = /\+(?:a|R)=([\d.]+)/.exec(tokens);
  return Math.abs((axis ? Number(axis[1]) : 6378137) - a) < 0.1;
}
