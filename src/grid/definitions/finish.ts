import { Refusal } from "./described.ts";
import { writeProjString } from "./proj-string.ts";

/** PROJ's ellipsoids by name, as axes that proj4 takes: it takes WGS 84 for names that it does not know. */
const ellipsoids: Readonly<Record<string, string>> = {
  WGS84: "+ellps=WGS84",
  GRS80: "+ellps=GRS80",
  airy: "+a=6377563.396 +rf=299.3249646",
  mod_airy: "+a=6377340.189 +rf=299.3249646",
  andrae: "+a=6377104.43 +rf=300",
  aust_SA: "+a=6378160 +rf=298.25",
  bessel: "+a=6377397.155 +rf=299.1528128",
  bess_nam: "+a=6377483.865 +rf=299.1528128",
  clrk58: "+a=6378293.645208759 +rf=294.2606763692654",
  clrk66: "+a=6378206.4 +b=6356583.8",
  clrk80: "+a=6378249.145 +rf=293.4663",
  clrk80ign: "+a=6378249.2 +rf=293.4660212936269",
  danish: "+a=6377019.2563 +rf=300",
  evrst30: "+a=6377276.345 +rf=300.8017",
  evrst48: "+a=6377304.063 +rf=300.8017",
  evrst56: "+a=6377301.243 +rf=300.8017",
  evrst69: "+a=6377295.664 +rf=300.8017",
  evrstSS: "+a=6377298.556 +rf=300.8017",
  fschr60: "+a=6378166 +rf=298.3",
  fschr60m: "+a=6378155 +rf=298.3",
  fschr68: "+a=6378150 +rf=298.3",
  GRS67: "+a=6378160 +rf=298.2471674270",
  GSK2011: "+a=6378136.5 +rf=298.2564151",
  helmert: "+a=6378200 +rf=298.3",
  hough: "+a=6378270 +rf=297",
  IAU76: "+a=6378140 +rf=298.257",
  intl: "+a=6378388 +rf=297",
  krass: "+a=6378245 +rf=298.3",
  new_intl: "+a=6378157.5 +b=6356772.2",
  plessis: "+a=6376523 +b=6355863",
  PZ90: "+a=6378136 +rf=298.25784",
  SEasia: "+a=6378155 +b=6356773.3205",
  sphere: "+R=6370997",
  SGS85: "+a=6378136 +rf=298.257",
  walbeck: "+a=6376896 +b=6355834.8467",
  WGS60: "+a=6378165 +rf=298.3",
  WGS66: "+a=6378145 +rf=298.25",
  WGS72: "+a=6378135 +rf=298.26",
};

/** Units of proj4's that are PROJ's too; metres are the same as none. */
const units = [
  ...["m", "mm", "cm", "dm", "km", "in", "ft", "yd", "mi", "fath", "ch", "link", "kmi", "us-in", "us-ft", "us-yd"],
  ...["us-ch", "us-mi", "ind-yd", "ind-ft", "ind-ch"],
];

const aliases: Readonly<Record<string, string>> = {
  latlong: "longlat",
  lonlat: "longlat",
  latlon: "longlat",
  etmerc: "tmerc",
  eqc: "rastrum_eqc",
};

/** What PROJ takes where a string is silent, and proj4 does not. */
const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aea: { lat_2: "0" },
  eqdc: { lat_2: "0" },
  krovak: { lat_0: "49.5", lon_0: "24.8333333333333", alpha: "30.2881397527778", k_0: "0.9999" },
};

/** A PROJ string whose parameters were checked, in the words that proj4 takes in PROJ's sense. @throws {Refusal} */
export function finish(checked: ReadonlyMap<string, string>): string {
  const values = new Map(checked);
  const given = values.get("proj") ?? "";
  const proj = Object.hasOwn(aliases, given) ? aliases[given] : given;
  values.set("proj", proj);
  finishUnits(values, proj === "longlat" || proj === "ob_tran");
  finishEllipsoid(values);
  if (proj === "webmerc") {
    const a = /\+a=(\S+)/.exec(writeProjString(values))?.[1] ?? "6378137";
    return `+proj=merc +a=${a} +b=${a} +nadgrids=@null +lon_0=${values.get("lon_0") ?? 0} +x_0=0 +y_0=0`;
  }
  if (proj === "nzmg") {
    for (const [name, value] of [["lat_0", "-41"], ["lon_0", "173"], ["x_0", "2510000"], ["y_0", "6023150"]]) values.set(name, value); // biome-ignore format: one line
  }
  if (proj === "lcc" && !values.has("lat_2")) values.set("lat_2", values.get("lat_1") ?? "0");
  if (proj === "omerc" && !values.has("gamma")) values.set("gamma", values.get("alpha") ?? "0");
  if (values.delete("no_off")) values.set("no_uoff", "");
  if (proj === "stere" && Math.abs(Number(values.get("lat_0") ?? 0)) !== 90) values.delete("lat_ts");
  for (const [name, value] of Object.entries({ ...defaults[proj], x_0: "0", y_0: "0", lon_0: "0", lat_0: "0" })) {
    if (!values.has(name)) values.set(name, value);
  }
  return writeProjString(values);
}

function finishUnits(values: Map<string, string>, isAngular: boolean): void {
  const unit = values.get("units");
  if (unit !== undefined && isAngular && !["deg", "degree", "degrees", "m"].includes(unit)) {
    throw new Refusal(`has angles in ${unit}, not in degrees`);
  }
  if (isAngular && values.has("to_meter")) throw new Refusal("has degrees with +to_meter");
  if (unit !== undefined && !isAngular && !units.includes(unit))
    throw new Refusal(`has +units=${unit}, which is not known`);
  if (isAngular || unit === "m" || values.has("to_meter")) values.delete("units");
  const axis = values.get("axis");
  if (axis === "neu" || axis === "enu") values.delete("axis"); // x is easting or longitude, whatever a text says
}

/** Axes in the place of names, and the sphere of equal area in that of +R_A. */
function finishEllipsoid(values: Map<string, string>): void {
  const name = values.get("ellps");
  if (values.has("R")) for (const other of ["a", "b", "rf", "f", "ellps"]) values.delete(other);
  if (values.has("a")) values.delete("ellps");
  const f = Number(values.get("f") ?? 0);
  if (values.delete("f") && f > 0) values.set("rf", String(1 / f));
  if (values.has("a") && !values.has("b") && !values.has("rf")) values.set("b", values.get("a") ?? "");
  if (values.has("ellps") && name !== undefined) {
    if (!Object.hasOwn(ellipsoids, name)) throw new Refusal(`has the ellipsoid ${name}, which is not known here`);
    values.delete("ellps");
    for (const token of ellipsoids[name].split(" ")) {
      const [key, value] = token.slice(1).split("=");
      values.set(key, value);
    }
  }
  if (values.delete("R_A")) setAuthalic(values);
  const [a, b] = [Number(values.get("a")), Number(values.get("b"))];
  if (values.has("a") && values.has("b") && !(b < 2 * a && b > a / 2)) throw new Refusal("has no usable ellipsoid");
}

/** A sphere as large as the ellipsoid; latitudes are taken as they are, so that no shift may follow. */
function setAuthalic(values: Map<string, string>): void {
  if (values.has("R")) return;
  const known = values.get("ellps") ?? values.get("datum");
  const a = known ? 6378137 : Number(values.get("a"));
  const b = Number(values.get("b") ?? 0);
  const rf = known === "GRS80" ? 298.257222101 : known ? 298.257223563 : Number(values.get("rf") ?? a / (a - b));
  for (const name of ["a", "b", "rf", "ellps", "towgs84", "datum"]) values.delete(name);
  const e = Math.sqrt((2 - 1 / rf) / rf);
  const half = 1 + ((1 - e * e) / (2 * e)) * Math.log((1 + e) / (1 - e));
  values.set("R", String(e > 0 ? a * Math.sqrt(half / 2) : a));
}
