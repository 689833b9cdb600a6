import { type Described, plainName } from "./described.ts";
import { type EpsgEntry, lookUpEpsg } from "./epsg-codes.ts";

/** Tokens of a PROJ string that say ellipsoid, shift to WGS 84 and prime meridian. */
export interface Datum {
  readonly tokens: string;
  /** See {@link EpsgEntry.shiftError}. */
  readonly shiftError: number;
}

/**
 * Codes of the geographic systems of datums that come without codes (Esri's WKT), by their names without "D_". Names
 * of datums that are WGS 84 but for a metre are not needed: their ellipsoid says it.
 */
const codesByName: Readonly<Record<string, number>> = {
  amersfoort: 4289,
  arc1950: 4209,
  australiangeodeticdatum1966: 4202,
  australian1966: 4202,
  australiangeodeticdatum1984: 4203,
  australian1984: 4203,
  belge1972: 4313,
  reseaunationalbelge1972: 4313,
  carthage: 4223,
  ch1903: 4149,
  "ch1903+": 4150,
  corregoalegre: 4225,
  datum73: 4274,
  deutscheshauptdreiecksnetz: 4314,
  europeandatum1950: 4230,
  european1950: 4230,
  ggrs1987: 4121,
  greekgeodeticreferencesystem1987: 4121,
  hungariandatum1972: 4237,
  ire65: 4299,
  tm65: 4299,
  israel: 4141,
  luxembourg1930: 4181,
  mgi: 4312,
  militargeographischeinstitut: 4312,
  militargeographischesinstitut: 4312,
  montemario: 4265,
  newzealandgeodeticdatum1949: 4272,
  newzealand1949: 4272,
  northamericandatum1927: 4267,
  northamerican1927: 4267,
  nouvelletriangulationfrancaise: 4275,
  ntf: 4275,
  ordnancesurveyofgreatbritain1936: 4277,
  osgb1936: 4277,
  osgb36: 4277,
  pulkovo1942: 4284,
  pulkovo1995: 4200,
  rt90: 4124,
  stockholm1938: 4308,
  sjtsk: 4156,
  systemoftheunifiedtrigonometricalcadastralnetwork: 4156,
  southamericandatum1969: 4618,
  southamerican1969: 4618,
  tokyo: 4301,
  worldgeodeticsystem1972: 4322,
  wgs1972: 4322,
};

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
  return { ...unnamedDatum(axes, ellipsoid.a, ellipsoid.rf), tokens: shiftless(axes, ellipsoid) + meridian };
}

/** An ellipsoid without a name: a sphere is no datum, and those of WGS 84 and GRS 80 are in use for what is near WGS 84. */
export function unnamedDatum(tokens: string, a: number, rf: number): Datum {
  const isKnown = rf === 0 || isLikeWgs84(a, rf);
  return { tokens, shiftError: isKnown ? 0 : Number.POSITIVE_INFINITY };
}

function shiftless(axes: string, { a, rf }: Described["ellipsoid"]): string {
  return isLikeWgs84(a, rf) ? `${axes} +towgs84=0,0,0` : axes;
}

export function isLikeWgs84(a: number, rf: number): boolean {
  return Math.abs(a - 6378137) < 0.1 && Math.abs(rf - 298.2572) < 1e-3;
}

function knownDatum({ code, baseCode, datumName, ellipsoid }: Described): EpsgEntry | null {
  const name = plainName(datumName.replace(/^D_/, ""));
  const named = Object.hasOwn(codesByName, name) ? codesByName[name] : null;
  for (const candidate of [code, baseCode, named]) {
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
