const crs84 =
  /^((OGC|CRS)[:.]?|urn:ogc:def:crs:OGC:[\d.]*:|https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[\d.]+\/)?(CRS)?:?84$/i;
const epsg =
  /^(?:EPSG:+|urn:(?:ogc|x-ogc):def:crs:EPSG:[\d.]*:|https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/|https?:\/\/www\.opengis\.net\/gml\/srs\/epsg\.xml#|\+?init=epsg:)(\d{1,7})$/i;

/** The EPSG code (4326 for CRS84) that a short name, URN or URI means; null for anything else. */
export function namedCode(text: string): number | null {
  if (text.length > 100) return null;
  if (crs84.test(text) || /^WGS ?84$/i.test(text)) return 4326;
  const match = epsg.exec(text);
  return match ? Number(match[1]) : null;
}

/**
 * Whether an EPSG code is known, without the registry, to be of a projected system: web maps', and those of ranges that
 * the registry has for these, which are most.
 */
export function isProjected(code: number): boolean {
  return code === 3857 || (code >= 2000 && code < 3800) || (code >= 21_000 && code < 32_800);
}
