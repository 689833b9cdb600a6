/** Name and code of a system, read off its text for display; what it means is `prepareCrs`'s to say. */

/** True for text that begins as WKT does: a keyword and a bracket. */
export function isWkt(text: string): boolean {
  return /^[A-Z_0-9]+\s*[[(]/i.test(text);
}

/** The EPSG code at the end of WKT, which is that of the whole system; null where there is none. */
export function wktEpsgCode(text: string): number | null {
  const match = /(?:AUTHORITY|ID)\s*[[(]\s*"EPSG"\s*,\s*"?(\d+)"?[^\])]*[\])]\s*[\])]\s*$/i.exec(text);
  return match ? Number(match[1]) : null;
}

interface ProjJson {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly components?: readonly ProjJson[];
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
