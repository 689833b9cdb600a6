/** What a PROJ string's parameter must be. */
type Check = (value: string) => boolean;

/** Longer than any that says something. */
const MAX_LENGTH = 2000;

const numberPattern = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

const within =
  (min: number, max: number): Check =>
  (value) =>
    numberPattern.test(value) && Number(value) >= min && Number(value) <= max;
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value);
const isFlag: Check = (value) => value === "";
const isWord: Check = (value) => /^[\w.()-]{1,40}$/.test(value);

const latitude = within(-90, 90);
const longitude = within(-720, 720);
const length = within(-1e12, 1e12);
const radius = within(1, 1e12);

/** Projections that were compared with PROJ (test/unit/grid/crs-answers.json). */
const projections = [
  ...["longlat", "latlong", "lonlat", "latlon", "utm", "tmerc", "etmerc", "merc", "webmerc", "lcc", "aea", "laea"],
  ...["stere", "sterea", "cea", "eqc", "sinu", "moll", "robin", "eqearth", "mill", "vandg", "eck6", "poly", "cass"],
  ...["ortho", "gnom", "aeqd", "eqdc", "nzmg", "krovak", "somerc", "omerc", "geos", "ob_tran", "bonne"],
];

const checks: Readonly<Record<string, Check>> = {
  proj: oneOf(...projections),
  o_proj: oneOf("longlat", "latlong", "lonlat", "latlon"),
  datum: (value) => isWord(value) || /^EPSG:\d{1,6}$/.test(value),
  ellps: isWord,
  ...Object.fromEntries(["lat_0", "lat_1", "lat_2", "lat_ts", "o_lat_p"].map((name) => [name, latitude])),
  ...Object.fromEntries(["lon_0", "lonc", "lon_wrap", "o_lon_p", "alpha", "gamma"].map((name) => [name, longitude])),
  ...Object.fromEntries(["x_0", "y_0"].map((name) => [name, length])),
  ...Object.fromEntries(["k", "k_0"].map((name) => [name, within(1e-6, 1e6)])),
  ...Object.fromEntries(["a", "b", "R", "h"].map((name) => [name, radius])),
  rf: within(1.5, 1e12),
  f: within(0, 0.5),
  to_meter: within(1e-6, 1e9),
  zone: (value) => /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 60,
  towgs84: (value) => /^[^,]*(,[^,]*){2}((,[^,]*){4})?$/.test(value) && value.split(",").every(within(-1e5, 1e5)),
  pm: (value) => longitude(value) || /^[a-z]{3,12}$/.test(value),
  nadgrids: oneOf("@null"),
  axis: oneOf("enu", "neu", "wsu", "swu"),
  units: isWord,
  sweep: oneOf("x", "y"),
  ...Object.fromEntries(["south", "no_uoff", "no_off", "R_A", "approx"].map((name) => [name, isFlag])),
};

/** What says nothing about places on a map. */
const silent = new Set(["type", "no_defs", "no_def", "wktext", "vunits", "vto_meter", "geoidgrids", "title", "over"]);

/**
 * The parameters of a PROJ string, each checked; or in words, which follow "The CRS … ", what is wrong with it. No file
 * (nadgrids), no pipeline and nothing that is not known here comes through.
 */
export function readProjString(text: string): ReadonlyMap<string, string> | string {
  if (text.length > MAX_LENGTH) return `is a PROJ string of ${text.length} characters`;
  const values = new Map<string, string>();
  for (const token of text.trim().split(/\s+/)) {
    const match = /^\+?([A-Za-z_][A-Za-z_0-9]*)(?:=(.*))?$/.exec(token);
    if (!match) return `has "${token.slice(0, 40)}", which is no parameter of a PROJ string`;
    const [, name, given = ""] = match;
    if (silent.has(name)) continue;
    if (name === "nadgrids" && given !== "@null") {
      return "needs a grid-shift file (nadgrids), which is not available";
    }
    const check = Object.hasOwn(checks, name) ? checks[name] : null;
    if (!check) return `has the parameter +${name.slice(0, 40)}, which is not known here`;
    // Writers put "=True" and "=T" behind flags.
    const value = check === isFlag && /^(t|true)$/i.test(given) ? "" : given;
    if (!check(value)) return `has +${name}=${given.slice(0, 40)}, which is not possible`;
    // Of two values PROJ takes the first.
    if (!values.has(name)) values.set(name, value.startsWith("+") ? value.slice(1) : value);
  }
  if (!values.has("proj")) return "is a PROJ string without +proj";
  return incomplete(values) ?? values;
}

/** What a projection cannot do without. */
function incomplete(values: ReadonlyMap<string, string>): string | null {
  const needed: Readonly<Record<string, readonly string[]>> = {
    ...{ utm: ["zone"], geos: ["h"], ob_tran: ["o_proj", "o_lat_p"], lcc: ["lat_1"], aea: ["lat_1"], eqdc: ["lat_1"] },
    ...{ omerc: ["alpha", "lonc"], bonne: ["lat_1"] },
  };
  const proj = values.get("proj") ?? "";
  // Of one parallel without an origin PROJ makes one thing or another, by the way that it comes in.
  const isVague = proj === "lcc" && !values.has("lat_2") && !values.has("lat_0");
  if (isVague) return "is a PROJ string of +proj=lcc with one parallel and without +lat_0";
  const missing = Object.hasOwn(needed, proj) ? needed[proj].find((name) => !values.has(name)) : undefined;
  return missing === undefined ? null : `is a PROJ string of +proj=${proj} without +${missing}`;
}

/** The text again, numbers as proj4 reads them (it cuts at "+"). */
export function writeProjString(values: ReadonlyMap<string, string>): string {
  return [...values]
    .map(([name, value]) => {
      const plain = /e\+/i.test(value) && numberPattern.test(value) ? value.replace(/e\+/i, "e") : value;
      return value === "" ? `+${name}` : `+${name}=${plain}`;
    })
    .join(" ");
}
