import { coordinateTransformation } from "./geo-key-projections.ts";
import { angleFactor, linearUnit } from "./geo-key-units.ts";

/** GeoTIFF's keys by their ids, values in place: doubles and texts as they are, not where they stand in other tags. */
export type GeoKeys = ReadonlyMap<number, number | string | readonly number[]>;

/** Means that the keys beside it define the thing. */
const USER_DEFINED = 32767;

const [PROJECTED, GEOGRAPHIC, GEOCENTRIC] = [1, 2, 3];

/** Ids of the keys (OGC 19-008r4, annex D). */
const keyIds = {
  modelType: 1024,
  citation: 1026,
  geographicType: 2048,
  geodeticDatum: 2050,
  primeMeridian: 2051,
  angularUnits: 2054,
  angularUnitSize: 2055,
  ellipsoid: 2056,
  semiMajorAxis: 2057,
  semiMinorAxis: 2058,
  inverseFlattening: 2059,
  primeMeridianLongitude: 2061,
  toWgs84: 2062,
  projectedType: 3072,
  projectedCitation: 3073,
  projection: 3074,
  transformation: 3075,
  linearUnits: 3076,
  linearUnitSize: 3077,
} as const;

/**
 * The CRS that GeoTIFF's keys tell: "EPSG:n" where they have a code, else the WKT that Esri and GDAL put into a
 * citation, else a PROJ string made of the projection's parameters. In that `+datum=EPSG:n` stands for a datum that
 * is known by the code of its geographic CRS; `prepareCrs` looks it up. Heights (keys 4096 and up) are left out.
 *
 * null where the keys do not tell a CRS. Where they tell one that no PROJ string can say, a text that says why, which
 * `resolveCrs` refuses with it.
 */
export function crsOfGeoKeys(keys: GeoKeys): string | null {
  const number = (key: keyof typeof keyIds) => numberOf(keys, keyIds[key]);
  const model = number("modelType");
  const projected = codeOf(number("projectedType"));
  if (projected !== null && model !== GEOGRAPHIC && model !== GEOCENTRIC) return `EPSG:${projected}`;
  const wkt = citedWkt(keys);
  if (wkt) return wkt;
  const geographic = codeOf(number("geographicType"));
  const isProjected = number("transformation") !== null || codeOf(number("projection")) !== null;
  if (model === PROJECTED && !isProjected) return "a GeoTIFF projection that its keys do not tell";
  if (!isProjected || model === GEOGRAPHIC || model === GEOCENTRIC) {
    if (geographic !== null) return `EPSG:${geographic}`;
    if (model === GEOCENTRIC) return "a geocentric GeoTIFF";
    const datum = model === GEOGRAPHIC ? datumTokens(keys) : null;
    return datum && `+proj=longlat ${datum} +no_defs`;
  }
  const datum = datumTokens(keys);
  if (!datum) return "a GeoTIFF projection without an ellipsoid";
  const projection = projectionTokens(keys);
  return projection.startsWith("+") ? `${projection} ${datum} ${unitTokens(keys)} +no_defs` : projection;
}

/** A registry's code; null where there is none or where it says "user-defined". */
function codeOf(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value > 0 && value < USER_DEFINED ? value : null;
}

function numberOf(keys: GeoKeys, id: number): number | null {
  const value = keys.get(id);
  const first = typeof value === "object" ? value[0] : value;
  return typeof first === "number" && Number.isFinite(first) ? first : null;
}

/** "ESRI PE String = PROJCS[…]", in one of the citations. */
function citedWkt(keys: GeoKeys): string | null {
  for (const id of [keyIds.projectedCitation, keyIds.citation]) {
    const text = keys.get(id);
    const wkt = typeof text === "string" ? /ESRI PE String\s*=\s*((?:PROJCS|GEOGCS)\[.*\])/is.exec(text) : null;
    if (wkt) return wkt[1].trim();
  }
  return null;
}

function projectionTokens(keys: GeoKeys): string {
  const code = codeOf(numberOf(keys, keyIds.projection));
  // Conversions of EPSG: UTM zones are 160zz in the north and 161zz in the south.
  const zone = code === null ? 0 : code % 100;
  if (code !== null && code >= 16001 && code <= 16160 && zone >= 1 && zone <= 60) {
    return `+proj=utm +zone=${zone}${code > 16100 ? " +south" : ""}`;
  }
  const method = codeOf(numberOf(keys, keyIds.transformation));
  if (method === null) return `a GeoTIFF projection by the EPSG conversion ${code}`;
  const angle = angleFactor(numberOf(keys, keyIds.angularUnits), numberOf(keys, keyIds.angularUnitSize));
  const unit = linearUnitOf(keys);
  if (angle === null || unit === null) return "a GeoTIFF projection in unknown units";
  return coordinateTransformation(method, {
    angle: (...ids) => scaled(keys, ids, angle),
    length: (...ids) => scaled(keys, ids, unit),
    ratio: (...ids) => scaled(keys, ids, 1),
  });
}

/** The first of the keys that is there, in degrees, metres or as it is. */
function scaled(keys: GeoKeys, ids: readonly number[], factor: number): number | null {
  for (const id of ids) {
    const value = numberOf(keys, id);
    if (value !== null) return value * factor;
  }
  return null;
}

function linearUnitOf(keys: GeoKeys): number | null {
  return linearUnit(numberOf(keys, keyIds.linearUnits), numberOf(keys, keyIds.linearUnitSize));
}

function unitTokens(keys: GeoKeys): string {
  const metres = linearUnitOf(keys);
  return metres === null || metres === 1 ? "+units=m" : `+to_meter=${metres}`;
}

/** Ellipsoid, shift to WGS 84 and prime meridian; null where the keys tell no ellipsoid. */
function datumTokens(keys: GeoKeys): string | null {
  const shift = keys.get(keyIds.toWgs84);
  const isShift = typeof shift === "object" && [3, 7].includes(shift.length) && shift.every(Number.isFinite);
  const datum = isShift ? null : datumCode(keys);
  if (datum !== null) return `+datum=EPSG:${datum}`.replace("EPSG:4326", "WGS84").replace("EPSG:4269", "NAD83");
  const ellipsoid = ellipsoidTokens(keys);
  if (!ellipsoid) return null;
  const greenwich = primeMeridian(keys);
  return [ellipsoid, isShift ? `+towgs84=${shift.join(",")}` : "", greenwich ? `+pm=${greenwich}` : ""]
    .filter((token) => token !== "")
    .join(" ");
}

/** The code of a geographic CRS. Datums have that of theirs and 2000 more, from EPSG's beginnings up to 6999. */
function datumCode(keys: GeoKeys): number | null {
  const geographic = codeOf(numberOf(keys, keyIds.geographicType));
  if (geographic !== null) return geographic;
  const datum = codeOf(numberOf(keys, keyIds.geodeticDatum));
  const isOld = datum !== null && datum > 6000 && datum < 7000;
  // A datum says nothing about the meridian that longitudes are counted from, if another is given.
  return isOld && primeMeridian(keys) === 0 ? datum - 2000 : null;
}

function ellipsoidTokens(keys: GeoKeys): string | null {
  const [a, b, rf] = [keyIds.semiMajorAxis, keyIds.semiMinorAxis, keyIds.inverseFlattening].map((id) =>
    numberOf(keys, id),
  );
  if (a !== null && a > 0) {
    if (rf !== null && rf > 0) return `+a=${a} +rf=${rf}`;
    return b !== null && b > 0 && b !== a ? `+a=${a} +b=${b}` : `+R=${a}`;
  }
  const known = ellipsoids[numberOf(keys, keyIds.ellipsoid) ?? 0];
  if (!known) return null;
  return known[1] === 0 ? `+R=${known[0]}` : `+a=${known[0]} +rf=${known[1]}`;
}

/** EPSG's ellipsoids that files name without their axes: [semi-major axis in metres, inverse flattening or 0]. */
const ellipsoids: Readonly<Record<number, readonly [a: number, rf: number]>> = {
  7001: [6377563.396, 299.3249646],
  7002: [6377340.189, 299.3249646],
  7003: [6378160, 298.25],
  7004: [6377397.155, 299.1528128],
  7008: [6378206.4, 294.978698213898],
  7011: [6378249.2, 293.466021293627],
  7012: [6378249.145, 293.465],
  7015: [6377276.345, 300.8017],
  7019: [6378137, 298.257222101],
  7022: [6378388, 297],
  7024: [6378245, 298.3],
  7030: [6378137, 298.257223563],
  7035: [6371000, 0],
  7036: [6378160, 298.247167427],
  7043: [6378135, 298.26],
  7048: [6371007, 0],
  7050: [6378160, 298.25],
  7052: [6370997, 0],
  7059: [6378137, 0],
};

/** Degrees east of Greenwich. Those that EPSG has codes for are said by their longitude in what files were seen. */
function primeMeridian(keys: GeoKeys): number {
  const code = numberOf(keys, keyIds.primeMeridian);
  const angle = angleFactor(numberOf(keys, keyIds.angularUnits), numberOf(keys, keyIds.angularUnitSize)) ?? 1;
  const longitude = scaled(keys, [keyIds.primeMeridianLongitude], angle);
  return longitude ?? (code === PARIS ? 2.33722917 : 0);
}

const PARIS = 8903;
