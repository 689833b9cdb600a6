import { type Conversion, DEGREES, type Described, helmertNumbers, near1, plainName, Refusal } from "./described.ts";

type Json = Readonly<Record<string, unknown>>;

const units: Readonly<Record<string, number>> = { metre: 1, degree: 1, unity: 1 };

/** @throws {Refusal} for what is no system of a map. https://proj.org/schemas/v0.7/projjson.schema.json */
export function describeProjJson(json: Json): Described {
  switch (json.type) {
    case "CompoundCRS":
      return describeProjJson(record(list(json.components)[0]));
    case "BoundCRS":
      return describeBound(json);
    case "ProjectedCRS":
    case "DerivedGeographicCRS":
    case "GeographicCRS":
    case "GeodeticCRS":
      return describePlain(json);
    default:
      throw new Refusal(`is no map's (${String(json.type).slice(0, 40)} is local or not known)`);
  }
}

function describePlain(json: Json): Described {
  const isProjected = json.type === "ProjectedCRS";
  const base = json.base_crs === undefined ? json : record(json.base_crs);
  const system = record(json.coordinate_system);
  if (!isProjected && system.subtype !== "ellipsoidal") throw new Refusal("is not a map's (earth-centred)");
  const axes = list(system.axis).map((item) => record(item));
  return {
    ...geodetic(base),
    conversion: base === json ? null : conversionOf(record(json.conversion)),
    code: projJsonCode(json),
    baseCode: projJsonCode(base),
    unit: factorOf(axes[0]?.unit ?? "metre", isProjected ? 1 : DEGREES),
    directions: axes.map(({ direction }) => String(direction).toLowerCase()),
  };
}

function describeBound(json: Json): Described {
  const shift = record(json.transformation);
  const parameters = new Map<string, number>();
  let isGrid = false;
  for (const parameter of list(shift.parameters).map((item) => record(item))) {
    if (typeof parameter.value !== "number") isGrid = true;
    else parameters.set(plainName(String(parameter.name)), parameter.value);
  }
  const described = describeProjJson(record(json.source_crs));
  if (isGrid) return { ...described, toWgs84: "grid" };
  const numbers = helmertNumbers(String(record(shift.method).name), parameters);
  if (!numbers) throw new Refusal("is a BoundCRS by a transformation that is not known");
  return { ...described, toWgs84: numbers };
}

function geodetic(base: Json): Pick<Described, "datumName" | "ellipsoid" | "primeMeridian" | "toWgs84"> {
  const datum = record(base.datum ?? base.datum_ensemble);
  const ellipsoid = record(datum.ellipsoid);
  const a = measure(ellipsoid.semi_major_axis ?? ellipsoid.radius, 1);
  const b = measure(ellipsoid.semi_minor_axis, 1);
  const given = ellipsoid.inverse_flattening;
  const rf = typeof given === "number" ? given : b !== null && a !== null && a !== b ? a / (a - b) : 0;
  if (a === null) throw new Refusal("has no usable ellipsoid");
  const meridian = datum.prime_meridian === undefined ? 0 : measure(record(datum.prime_meridian).longitude, DEGREES);
  return { datumName: String(datum.name), ellipsoid: { a, rf }, primeMeridian: meridian ?? 0, toWgs84: null };
}

function conversionOf(conversion: Json): Conversion {
  const parameters = new Map<string, number>();
  for (const parameter of list(conversion.parameters).map((item) => record(item))) {
    const angular = record(parameter.unit, {}).type === "AngularUnit" || parameter.unit === "degree";
    const value = measure(parameter, angular ? DEGREES : 1);
    if (value === null) throw new Refusal(`has a parameter that is no number (${String(parameter.name).slice(0, 40)})`);
    parameters.set(plainName(String(parameter.name)), value);
  }
  return { method: String(record(conversion.method).name), parameters };
}

/** A number, in the default unit, or { value, unit }. */
function measure(value: unknown, scale: number): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "object" || value === null) return null;
  const { value: number, unit = "metre" } = value as Json;
  return typeof number === "number" ? number * factorOf(unit, scale) : null;
}

function factorOf(unit: unknown, scale: number): number {
  if (typeof unit === "string" && Object.hasOwn(units, unit)) return units[unit];
  const factor = record(unit).conversion_factor;
  if (typeof factor !== "number") throw new Refusal("is PROJJSON with a unit that is not known");
  return near1(factor * scale);
}

export function projJsonCode(json: Json): number | null {
  const id = record(json.id, {});
  return id.authority === "EPSG" && Number.isInteger(Number(id.code)) ? Number(id.code) : null;
}

function record(value: unknown, otherwise?: Json): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  if (otherwise) return otherwise;
  throw new Refusal("is PROJJSON that cannot be read");
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Refusal("is PROJJSON that cannot be read");
}
