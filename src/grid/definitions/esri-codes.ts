/**
 * Codes of Esri's that are in use where no EPSG code says the same: systems of the world and of continents, as PROJ strings
 * or as the EPSG code that means the same. From pyproj 3.8.0; ED50 and SAD69 are said by the codes of their systems.
 */
const definitions: Readonly<Record<number, string>> = {
  54009: "+proj=moll +lon_0=0 +datum=WGS84",
  54030: "+proj=robin +lon_0=0 +datum=WGS84",
  54034: "+proj=cea +lat_ts=0 +lon_0=0 +datum=WGS84",
  54032: "+proj=aeqd +lat_0=0 +lon_0=0 +datum=WGS84",
  54017: "+proj=cea +lat_ts=30 +lon_0=0 +datum=WGS84",
  54008: "+proj=sinu +lon_0=0 +datum=WGS84",
  53009: "+proj=moll +lon_0=0 +R=6371000",
  102001: "+proj=aea +lat_0=40 +lon_0=-96 +lat_1=50 +lat_2=70 +datum=NAD83",
  102002: "+proj=lcc +lat_0=40 +lon_0=-96 +lat_1=50 +lat_2=70 +datum=NAD83",
  102003: "+proj=aea +lat_0=37.5 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=NAD83",
  102004: "+proj=lcc +lat_0=39 +lon_0=-96 +lat_1=33 +lat_2=45 +datum=NAD83",
  102005: "+proj=eqdc +lat_0=39 +lon_0=-96 +lat_1=33 +lat_2=45 +datum=NAD83",
  102006: "+proj=aea +lat_0=50 +lon_0=-154 +lat_1=55 +lat_2=65 +datum=NAD83",
  102007: "+proj=aea +lat_0=13 +lon_0=-157 +lat_1=8 +lat_2=18 +datum=NAD83",
  102008: "+proj=aea +lat_0=40 +lon_0=-96 +lat_1=20 +lat_2=60 +datum=NAD83",
  102009: "+proj=lcc +lat_0=40 +lon_0=-96 +lat_1=20 +lat_2=60 +datum=NAD83",
  102010: "+proj=eqdc +lat_0=40 +lon_0=-96 +lat_1=20 +lat_2=60 +datum=NAD83",
  102013: "+proj=aea +lat_0=30 +lon_0=10 +lat_1=43 +lat_2=62 +datum=EPSG:4230",
  102014: "+proj=lcc +lat_0=30 +lon_0=10 +lat_1=43 +lat_2=62 +datum=EPSG:4230",
  102015: "+proj=lcc +lat_0=-32 +lon_0=-60 +lat_1=-5 +lat_2=-42 +datum=EPSG:4618",
  102017: "+proj=laea +lat_0=90 +lon_0=0 +datum=WGS84",
  102020: "+proj=laea +lat_0=-90 +lon_0=0 +datum=WGS84",
  102018: "+proj=stere +lat_0=90 +lon_0=0 +datum=WGS84",
  102022: "+proj=aea +lat_0=0 +lon_0=25 +lat_1=20 +lat_2=-23 +datum=WGS84",
  102023: "+proj=eqdc +lat_0=0 +lon_0=25 +lat_1=20 +lat_2=-23 +datum=WGS84",
  102024: "+proj=lcc +lat_0=0 +lon_0=25 +lat_1=20 +lat_2=-23 +datum=WGS84",
  102025: "+proj=aea +lat_0=30 +lon_0=95 +lat_1=15 +lat_2=65 +datum=WGS84",
  102026: "+proj=eqdc +lat_0=30 +lon_0=95 +lat_1=15 +lat_2=65 +datum=WGS84",
  102027: "+proj=lcc +lat_0=30 +lon_0=95 +lat_1=15 +lat_2=65 +datum=WGS84",
  102028: "+proj=aea +lat_0=-15 +lon_0=125 +lat_1=7 +lat_2=-32 +datum=WGS84",
  102029: "+proj=eqdc +lat_0=-15 +lon_0=125 +lat_1=7 +lat_2=-32 +datum=WGS84",
  102031: "+proj=eqdc +lat_0=30 +lon_0=10 +lat_1=43 +lat_2=62 +datum=EPSG:4230",
  102032: "+proj=eqdc +lat_0=-32 +lon_0=-60 +lat_1=-5 +lat_2=-42 +datum=EPSG:4618",
  102033: "+proj=aea +lat_0=-32 +lon_0=-60 +lat_1=-5 +lat_2=-42 +datum=EPSG:4618",
  102039: "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=NAD83",
  102100: "EPSG:3857",
  102113: "EPSG:3857",
};

/** What "ESRI:n", or its URN, means; null for other texts, and for codes that are not known here. */
export function esriDefinition(text: string): string | null {
  const code = Number(/^(?:ESRI:+|urn:ogc:def:crs:ESRI:[\d.]*:)(\d{5,6})$/i.exec(text)?.[1]);
  return definitions[code] ?? null;
}
