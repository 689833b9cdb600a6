/**
 * PROJ strings of EPSG codes that proj4 does not know by itself: those that come up most often in rasters and zones.
 * Source: the EPSG registry by way of PROJ 9.5 (`projinfo -o PROJ`). Axis order is always x = easting or longitude.
 */
const definitions: Readonly<Record<number, string>> = {
  2154: "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m",
  3031: "+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=0 +datum=WGS84 +units=m",
  3035: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m",
  3395: "+proj=merc +lon_0=0 +k=1 +datum=WGS84 +units=m",
  3413: "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84 +units=m",
  3763: "+proj=tmerc +lat_0=39.6682583333333 +lon_0=-8.13310833333333 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +towgs84=0,0,0 +units=m",
  4258: "+proj=longlat +ellps=GRS80 +towgs84=0,0,0",
  4979: "+proj=longlat +datum=WGS84",
  5070: "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=NAD83 +units=m",
  6933: "+proj=cea +lat_ts=30 +lon_0=0 +datum=WGS84 +units=m",
};

/** UTM north zones: [first code, last code, first UTM zone, datum]. */
const utmSeries: readonly (readonly [number, number, number, string])[] = [
  [25828, 25838, 28, "+ellps=GRS80 +towgs84=0,0,0"], // ETRS89
  [26901, 26923, 1, "+datum=NAD83"],
];

/** The PROJ string of an EPSG code of the list above, or null. */
export function epsgDefinition(code: number): string | null {
  if (code in definitions) return definitions[code];
  for (const [first, last, zone, datum] of utmSeries) {
    if (code >= first && code <= last) return `+proj=utm +zone=${zone + code - first} ${datum} +units=m`;
  }
  return null;
}
