/** Texts that a fuzzer begins with. */

const ring = "1 1, 5 1, 5 5, 1 5, 1 1";
const corners = "[[1,1],[5,1],[5,5],[1,5],[1,1]]";
const polygon = `{"type":"Polygon","coordinates":[${corners}]}`;
const feature = (id: number) =>
  `{"type":"Feature","id":${id},"properties":{"name":"Zone \\u00e9 ${id}","n":${id}.5},"geometry":${polygon}}`;
const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="a"><name>A &amp; B</name>
<ExtendedData><Data name="n"><value>1</value></Data></ExtendedData><MultiGeometry><Polygon><outerBoundaryIs><LinearRing>
<coordinates>1,1,0 5,1,0 5,5,0 1,5,0 1,1,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
<Placemark><Point><coordinates>2,3</coordinates></Point></Placemark></Document></kml>`;
const topology = `{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[1,1]},"objects":{"zones":{"type":"GeometryCollection",
"geometries":[{"type":"Polygon","id":1,"properties":{"name":"a"},"arcs":[[0,1]]},{"type":"MultiPolygon","arcs":[[[-2,-1]]]}]}},
"arcs":[[[0,0],[8,0],[0,8]],[[8,8],[-8,0],[0,-8]]]}`;

/** [parser, file name, text]; the name's ending tells the format. */
export const zoneTexts: readonly (readonly [parser: string, name: string, text: string])[] = [
  ["geojson", "two.geojson", `{"type":"FeatureCollection","features":[${feature(1)},${feature(2)}]}`],
  [
    "geojson",
    "crs.json",
    `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}},"features":[
{"type":"Feature","properties":{"__proto__":{"a":1}},"geometry":{"type":"GeometryCollection","geometries":[${polygon},
{"type":"MultiPolygon","coordinates":[[${corners}]]}]}},
{"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[1,1,9],[6e0,2.5]]}},
{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}}]}`,
  ],
  ["geojsonseq", "lines.geojsonl", `${feature(1)}\n${feature(2)}\n`],
  ["geojsonseq", "records.geojsonseq", `\u001e${feature(1)}\n\u001e${feature(2)}\n`],
  ["topojson", "zones.topojson", topology],
  ["kml", "zones.kml", kml],
  ["csv", "zones.csv", `id,name,WKT\n1,"a ""b"", c","POLYGON ((${ring}))"\n2,d,"POINT (2 3)"\n`],
  ["csv", "points.csv", "name;lon;lat\r\na;1.5;2\r\nb;3;4\r\n"],
  ["csv", "tabs.tsv", `name\tgeometry\na\tMULTIPOLYGON (((${ring})))\n`],
  ["wkt", "polygon.wkt", `POLYGON ((${ring}), (2 2, 3 2, 3 3, 2 2))`],
  [
    "wkt",
    "all.wkt",
    `SRID=4326;GEOMETRYCOLLECTION Z (POLYGON Z ((6 6 0, 7 6 0, 7 7 0, 6 6 0)), MULTIPOLYGON Z (((1 1 0, 5 1 0, 5 5 0, 1 1 0))))`,
  ],
];

const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const geodetic =
  'BASEGEOGCRS["ETRS89",DATUM["European Terrestrial Reference System 1989",ELLIPSOID["GRS 1980",6378137,298.257222101,LENGTHUNIT["metre",1]]]]';

/** CRSs in every notation: codes, PROJ strings, WKT 1 and 2, PROJJSON. */
export const crsTexts: readonly string[] = [
  "EPSG:32629",
  "EPSG:3035",
  "urn:ogc:def:crs:EPSG::3857",
  "OGC:CRS84",
  "+proj=utm +zone=29 +datum=WGS84 +units=m +no_defs",
  "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m",
  "+proj=sinu +lon_0=0 +R=6371007.181 +units=m",
  "+proj=geos +h=35786023 +lon_0=-75 +sweep=x +ellps=GRS80",
  "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +ellps=WGS84",
  "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39.25 +lon_0=18 +a=6367470 +b=6367470 +to_meter=0.0174532925199433",
  "+proj=longlat +ellps=intl +nadgrids=/etc/passwd +towgs84=-87,-98,-121",
  "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +pm=paris +to_meter=0.3048",
  wgs84,
  `PROJCS["UTM 29",${wgs84},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","32629"]]`,
  `PROJCRS["LAEA",${geodetic},CONVERSION["x",METHOD["Lambert Azimuthal Equal Area",ID["EPSG",9820]],PARAMETER["Latitude of natural origin",52,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",10,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["False easting",4321000,LENGTHUNIT["metre",1]],PARAMETER["False northing",3210000,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["y",north],AXIS["x",east],LENGTHUNIT["metre",1]]`,
  '{"type":"GeographicCRS","name":"WGS 84","datum":{"type":"GeodeticReferenceFrame","name":"World Geodetic System 1984","ellipsoid":{"name":"WGS 84","semi_major_axis":6378137,"inverse_flattening":298.257223563}},"coordinate_system":{"subtype":"ellipsoidal","axis":[{"name":"Geodetic latitude","abbreviation":"Lat","direction":"north","unit":"degree"},{"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]},"id":{"authority":"EPSG","code":4326}}',
];
