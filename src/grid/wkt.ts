/**
 * What has to be put right in WKT and PROJJSON before proj4 reads it. Seen with proj4 2.22, wkt-parser 1.5:
 * - compound systems (horizontal + vertical) are not read at all;
 * - BASEGEODCRS (WKT 2:2015) is skipped, and with it the ellipsoid;
 * - Esri's Stereographic_North_Pole is read as if its standard parallel were the pole (2,000 km off).
 */

/** True for text that begins as WKT does: a keyword and a bracket. */
export function isWkt(text: string): boolean {
  return /^[A-Z_0-9]+\s*[[(]/i.test(text);
}

/** WKT that proj4 reads rightly. */
export function repairWkt(text: string): string {
  const horizontal = /^(COMPD_CS|COMPOUNDCRS)\b/i.test(text) ? horizontalPart(text) : text;
  const repaired = horizontal.replace(/\bBASEGEODCRS\b/gi, "BASEGEOGCRS");
  if (!/Stereographic_(North|South)_Pole/i.test(repaired)) return repaired;
  return repaired
    .replace(/Stereographic_(North|South)_Pole/i, "Polar_Stereographic")
    .replace(/"Standard_Parallel_1"/i, '"latitude_of_origin"');
}

/** The first projected or geographic system inside a compound one. */
function horizontalPart(text: string): string {
  const start = text.search(/\b(PROJCS|PROJCRS|PROJECTEDCRS|GEOGCS|GEOGCRS|GEODCRS)\s*[[(]/i);
  if (start < 0) return text;
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[" || character === "(") depth++;
    else if ((character === "]" || character === ")") && --depth === 0) return text.slice(start, i + 1);
  }
  return text;
}

/** The EPSG code at the end of WKT, which is that of the whole system; null where there is none. */
export function wktEpsgCode(text: string): number | null {
  const match = /(?:AUTHORITY|ID)\s*[[(]\s*"EPSG"\s*,\s*"?(\d+)"?[^\])]*[\])]\s*[\])]\s*$/i.exec(text);
  return match ? Number(match[1]) : null;
}

/** True for earth-centred (x, y, z) systems and local ones, which name no place on a map. */
export function isUnmappableWkt(text: string): boolean {
  return /^(GEOCCS|LOCAL_CS|ENGCRS|ENGINEERINGCRS)\b/i.test(text) || /\bCS\s*\[\s*Cartesian\s*,\s*3/i.test(text);
}

interface ProjJson {
  readonly type?: unknown;
  readonly components?: readonly ProjJson[];
  readonly coordinate_system?: { readonly subtype?: unknown };
  readonly id?: { readonly authority?: unknown; readonly code?: unknown };
}

/** Text that is a JSON object, as an object with its horizontal part taken out; null for anything else. */
export function parseProjJson(text: string): ProjJson | null {
  if (!text.startsWith("{")) return null;
  try {
    const json = JSON.parse(text) as ProjJson;
    return json.type === "CompoundCRS" && json.components?.length ? json.components[0] : json;
  } catch {
    return null;
  }
}

export function projJsonEpsgCode(json: ProjJson): number | null {
  return json.id?.authority === "EPSG" && Number.isInteger(Number(json.id.code)) ? Number(json.id.code) : null;
}

export function isUnmappableProjJson(json: ProjJson): boolean {
  const geographic = json.type === "GeographicCRS" || json.type === "GeodeticCRS";
  return json.type === "EngineeringCRS" || (geographic && json.coordinate_system?.subtype === "Cartesian");
}
