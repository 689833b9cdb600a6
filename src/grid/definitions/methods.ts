import { type Conversion, type Described, plainName, Refusal } from "./described.ts";

/** Parameters under one name each, in degrees, metres and ratios. */
type Values = ReadonlyMap<string, number>;

/** Names of parameters as Esri, GDAL and EPSG write them. */
const parameterNames: Readonly<Record<string, readonly string[]>> = {
  lat0: [
    ...["latitudeoforigin", "latitudeofnaturalorigin", "latitudeofcenter", "latitudeofcentre", "centralparallel"],
    ...["latitudeofprojectioncentre", "latitudeofprojectioncenter", "latitudeoffalseorigin"],
  ],
  lon0: [
    ...["centralmeridian", "longitudeofnaturalorigin", "longitudeofcenter", "longitudeofcentre", "longitudeoforigin"],
    ...["longitudeofprojectioncentre", "longitudeofprojectioncenter", "longitudeoffalseorigin"],
    "straightverticallongitudefrompole",
  ],
  lat1: ["standardparallel1", "latitudeof1ststandardparallel", "latitudeofstandardparallel"],
  lat2: ["standardparallel2", "latitudeof2ndstandardparallel"],
  k: [
    ...["scalefactor", "scalefactoratnaturalorigin", "scalefactoroninitialline", "scalefactoratprojectioncentre"],
    "scalefactoronpseudostandardparallel",
  ],
  x0: ["falseeasting", "eastingatfalseorigin", "eastingatprojectioncentre"],
  y0: ["falsenorthing", "northingatfalseorigin", "northingatprojectioncentre"],
  azimuth: ["azimuth", "azimuthofinitialline", "azimuthatprojectioncentre", "colatitudeofconeaxis"],
  gamma: ["rectifiedgridangle", "anglefromrectifiedtoskewgrid", "xyplanerotation"],
  pseudo: ["pseudostandardparallel1", "latitudeofpseudostandardparallel"],
  height: ["satelliteheight", "height"],
  northLatitude: ["gridnorthpolelatitudenetcdfcfconvention", "olatp"],
  northLongitude: ["gridnorthpolelongitudenetcdfcfconvention"],
  gridLongitude: ["northpolegridlongitudenetcdfcfconvention", "olonp"],
  turn: ["lon0"],
  xScale: ["xscale"],
  yScale: ["yscale"],
  sphereType: ["auxiliaryspheretype"],
  option: ["option"],
};

const canonical = new Map(Object.entries(parameterNames).flatMap(([to, names]) => names.map((name) => [name, to])));

/** Parts of a PROJ string; numbers that are undefined are left out. */
type Part = number | string | true | undefined;
type Parts = Readonly<Record<string, Part>>;

type Method = (values: Values, described: Described) => Parts;

const origin = (v: Values): Parts => ({ lat_0: v.get("lat0") ?? 0, lon_0: v.get("lon0") ?? 0 });
const meridian = (v: Values): Parts => ({ lon_0: v.get("lon0") ?? 0 });

const simple =
  (proj: string): Method =>
  (v) => ({ proj, ...origin(v) });
const scaled =
  (proj: string): Method =>
  (v) => ({ proj, ...origin(v), k_0: v.get("k") });
const alongMeridian =
  (proj: string): Method =>
  (v) => ({ proj, ...meridian(v) });
const byTwo =
  (proj: string): Method =>
  (v) => ({ proj, ...origin(v), lat_1: v.get("lat1") ?? 0, lat_2: v.get("lat2") ?? v.get("lat1") ?? 0 });
const byParallel =
  (proj: string): Method =>
  (v) => ({ proj, ...origin(v), lat_ts: v.get("lat1") ?? 0 });
const onSphere =
  (method: Method): Method =>
  (v, described) => ({ ...method(v, described), R_A: true });

const mercator: Method = (v) =>
  v.has("lat1")
    ? { proj: "merc", ...meridian(v), lat_ts: v.get("lat1") }
    : { proj: "merc", ...meridian(v), k_0: v.get("k") };

const conformal: Method = (v, described) =>
  v.has("lat2")
    ? { ...byTwo("lcc")(v, described), k_0: v.get("k") }
    : {
        proj: "lcc",
        ...origin(v),
        lat_0: v.get("lat0") ?? v.get("lat1") ?? 0,
        lat_1: v.get("lat1") ?? v.get("lat0") ?? 0,
        k_0: v.get("k"),
      };

/** Its latitude of origin is the pole, with a scale there (variant A), or the parallel that is true to scale. */
const polar: Method = (v) => {
  const latitude = v.get("lat1") ?? v.get("lat0") ?? 90;
  const pole = latitude < 0 ? -90 : 90;
  const how = latitude === pole ? { k_0: v.get("k") } : { lat_ts: latitude };
  return { proj: "stere", lat_0: pole, ...meridian(v), ...how };
};

/** Hotine's; along a circle of latitude it is the Swiss one. */
const oblique =
  (fromNaturalOrigin: boolean): Method =>
  (v) => {
    const azimuth = v.get("azimuth") ?? 0;
    const gamma = v.get("gamma") ?? azimuth;
    if (azimuth === 90 && gamma === 90 && !fromNaturalOrigin) return { proj: "somerc", ...origin(v), k_0: v.get("k") };
    const where = { lat_0: v.get("lat0") ?? 0, lonc: v.get("lon0") ?? 0, alpha: azimuth, gamma };
    return { proj: "omerc", ...(fromNaturalOrigin ? { no_uoff: true } : {}), ...where, k_0: v.get("k") };
  };

const krovak: Method = (v, { directions }) => {
  if ((v.get("pseudo") ?? 78.5) !== 78.5) throw new Refusal("is Krovak's projection by another parallel than 78.5°");
  // Esri says by scales where x and y point, others by axes.
  const scales = v.has("xScale") ? `${v.get("xScale")} ${v.get("yScale")} ${v.get("gamma") ?? 0}` : null;
  const isSouthWest = scales === null ? directions[0] === "south" && directions[1] === "west" : scales === "1 1 0";
  const isEastNorth = scales === null ? directions.includes("east") : scales === "-1 1 90";
  if (!isSouthWest && !isEastNorth) throw new Refusal("is Krovak's projection without word on where its axes point");
  const axis = isSouthWest ? { axis: "swu" } : {};
  return {
    proj: "krovak",
    ...axis,
    ...origin(v),
    alpha: v.get("azimuth") ?? 30.2881397527778,
    k_0: v.get("k") ?? 0.9999,
  };
};

const webMercator: Method = (v, { ellipsoid: { a } }) => ({ proj: "merc", a, b: a, ...meridian(v), nadgrids: "@null" });

const satellite =
  (sweep: "x" | "y"): Method =>
  (v) => {
    if (v.get("option")) throw new Refusal("is a satellite's view by an option that is not known here");
    return { proj: "geos", sweep, ...meridian(v), h: v.get("height") };
  };

/** https://cfconventions.org, rotated pole: the pole's other side is where PROJ counts from. */
const rotatedPole: Method = (v) => ({
  ...{
    proj: "ob_tran",
    o_proj: "longlat",
    o_lat_p: v.get("northLatitude") ?? 90,
    o_lon_p: v.get("gridLongitude") ?? 0,
  },
  lon_0: v.get("turn") ?? (v.get("northLongitude") ?? 0) + 180,
});

const methods: Readonly<Record<string, Method>> = {
  transversemercator: scaled("tmerc"),
  gausskruger: scaled("tmerc"),
  transversemercatorsouthoriented: (v) => ({ proj: "tmerc", axis: "wsu", ...origin(v), k_0: v.get("k") }),
  mercator: mercator,
  popularvisualisationpseudomercator: webMercator,
  mercatorauxiliarysphere: webMercator,
  lambertconformalconic: conformal,
  lambertconicconformal: conformal,
  albersconicequalarea: byTwo("aea"),
  albersequalarea: byTwo("aea"),
  albers: byTwo("aea"),
  equidistantconic: byTwo("eqdc"),
  lambertazimuthalequalarea: simple("laea"),
  lambertazimuthalequalareaspherical: onSphere(simple("laea")),
  polarstereographic: polar,
  stereographicnorthpole: polar,
  stereographicsouthpole: polar,
  stereographic: scaled("stere"),
  obliquestereographic: scaled("sterea"),
  doublestereographic: scaled("sterea"),
  cylindricalequalarea: byParallel("cea"),
  lambertcylindricalequalarea: byParallel("cea"),
  lambertcylindricalequalareaspherical: onSphere(byParallel("cea")),
  behrmann: (v) => ({ proj: "cea", ...meridian(v), lat_ts: 30 }),
  equirectangular: byParallel("eqc"),
  equidistantcylindrical: byParallel("eqc"),
  equidistantcylindricalspherical: byParallel("eqc"),
  platecarree: byParallel("eqc"),
  sinusoidal: alongMeridian("sinu"),
  mollweide: alongMeridian("moll"),
  robinson: alongMeridian("robin"),
  equalearth: alongMeridian("eqearth"),
  millercylindrical: alongMeridian("mill"),
  vandergrinten: alongMeridian("vandg"),
  vandergrinteni: alongMeridian("vandg"),
  eckertvi: alongMeridian("eck6"),
  polyconic: simple("poly"),
  americanpolyconic: simple("poly"),
  cassini: simple("cass"),
  cassinisoldner: simple("cass"),
  orthographic: simple("ortho"),
  gnomonic: simple("gnom"),
  azimuthalequidistant: simple("aeqd"),
  bonne: (v) => ({ proj: "bonne", ...meridian(v), lat_1: v.get("lat1") ?? v.get("lat0") ?? 0 }),
  newzealandmapgrid: simple("nzmg"),
  krovak: krovak,
  krovaknorthorientated: krovak,
  hotineobliquemercator: oblique(true),
  hotineobliquemercatorvarianta: oblique(true),
  hotineobliquemercatorazimuthnaturalorigin: oblique(true),
  rectifiedskeworthomorphicnaturalorigin: oblique(true),
  hotineobliquemercatorvariantb: oblique(false),
  hotineobliquemercatorazimuthcenter: oblique(false),
  rectifiedskeworthomorphiccenter: oblique(false),
  geostationarysatellite: satellite("y"),
  geostationarysatellitesweepx: satellite("x"),
  geostationarysatellitesweepy: satellite("y"),
  polerotationnetcdfcfconvention: rotatedPole,
  projobtranoprojlonglat: rotatedPole,
};

/** Names of the same method. */
const variants =
  /(mercator|lambertconformalconic|lambertconicconformal|polarstereographic)(1sp|2sp|varianta|variantb)$/;

/** The PROJ string of a conversion, without datum and units. @throws {Refusal} */
export function projectionOf(described: Described, { method, parameters }: Conversion): string {
  const plain = plainName(method).replace(/orientated$/, (end) =>
    /south/.test(method.toLowerCase()) ? "oriented" : end,
  );
  const name = plain.startsWith("hotine") ? plain : plain.replace(variants, "$1");
  const make = Object.hasOwn(methods, name) ? methods[name] : null;
  if (!make) throw new Refusal(`has a projection that is not known here (${method.slice(0, 60)})`);
  const values = new Map<string, number>();
  for (const [parameter, value] of parameters) {
    const to = canonical.get(parameter);
    if (to === undefined && value !== 0) throw new Refusal(`has a parameter that is not known here (${parameter})`);
    if (to !== undefined) values.set(to, value);
  }
  const parts: Parts = { ...make(values, described), x_0: values.get("x0") ?? 0, y_0: values.get("y0") ?? 0 };
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? `+${key}` : `+${key}=${value}`))
    .join(" ");
}
