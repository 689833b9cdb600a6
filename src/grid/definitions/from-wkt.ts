import {
  type Conversion,
  DEGREES,
  type Described,
  helmertNumbers,
  near1,
  numberAt,
  plainName,
  Refusal,
} from "./described.ts";
import { childOf, type WktNode } from "./wkt-tree.ts";

const geographicWords = ["GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS"];
const baseWords = ["GEOGCS", "BASEGEOGCRS", "BASEGEODCRS"];
const unitWords = ["UNIT", "ANGLEUNIT", "LENGTHUNIT", "SCALEUNIT"];

/** @throws {Refusal} for what is no system of a map. */
export function describeWkt(root: WktNode): Described {
  if (root.keyword === "COMPD_CS" || root.keyword === "COMPOUNDCRS") {
    const horizontal = root.nodes.find(({ keyword }) => /^(PROJ|GEOG|GEOD|BOUND|DERIVED)/.test(keyword));
    if (horizontal) return describeWkt(horizontal);
  }
  if (root.keyword === "BOUNDCRS") return describeBound(root);
  if (geographicWords.includes(root.keyword)) return describeGeographic(root);
  if (["PROJCS", "PROJCRS", "PROJECTEDCRS"].includes(root.keyword)) return describeProjected(root);
  throw new Refusal(`is no map's (${root.keyword} is local, earth-centred or not known)`);
}

function describeBound(root: WktNode): Described {
  const source = childOf(root, "SOURCECRS")?.nodes[0];
  const shift = childOf(root, "ABRIDGEDTRANSFORMATION");
  if (!source || !shift) throw new Refusal("is a BOUNDCRS without its parts");
  const described = describeWkt(source);
  if (childOf(shift, "PARAMETERFILE")) return { ...described, toWgs84: "grid" };
  const parameters = new Map<string, number>();
  for (const node of shift.nodes.filter(({ keyword }) => keyword === "PARAMETER")) {
    const name = plainName(String(node.values[0]));
    // Abridged parameters are in metres, arc-seconds and parts per million; a scale is written as a factor near 1.
    const value = numberAt(node, 1) ?? Number.NaN;
    const isFactor = name === "scaledifference" && Math.abs(value - 1) < 0.1;
    parameters.set(name, isFactor ? (value - 1) * 1e6 : value);
  }
  const numbers = helmertNumbers(String(childOf(shift, "METHOD")?.values[0]), parameters);
  if (!numbers?.every(Number.isFinite)) throw new Refusal("is a BOUNDCRS by a transformation that is not known");
  return { ...described, toWgs84: numbers };
}

function describeGeographic(root: WktNode): Described {
  const cs = childOf(root, "CS");
  if (cs && /cartesian|spherical/i.test(String(cs.values[0]))) throw new Refusal("is not a map's (earth-centred)");
  const deriving = childOf(root, "DERIVINGCONVERSION");
  const base = deriving ? childOf(root, ...baseWords) : root;
  if (!base) throw new Refusal("is WKT without its base system");
  return {
    ...geodetic(base),
    conversion: deriving ? conversionOf(root, deriving, 1, DEGREES) : null,
    code: wktCode(root),
    baseCode: wktCode(base),
    unit: unitOf(root, DEGREES) ?? 1,
    directions: directionsOf(root),
  };
}

function describeProjected(root: WktNode): Described {
  const base = childOf(root, ...baseWords);
  if (!base) throw new Refusal("is WKT without its geographic system");
  const metres = unitOf(root, 1) ?? 1;
  const steps = childOf(root, "CONVERSION") ?? root;
  return {
    ...geodetic(base),
    conversion: conversionOf(root, steps, metres, unitOf(base, DEGREES) ?? 1),
    code: wktCode(root),
    baseCode: wktCode(base),
    unit: metres,
    directions: directionsOf(root),
  };
}

function geodetic(base: WktNode): Pick<Described, "datumName" | "ellipsoid" | "primeMeridian" | "toWgs84"> {
  const datum = childOf(base, "DATUM", "ENSEMBLE", "TRF", "GEODETICDATUM");
  const ellipsoid = datum && childOf(datum, "SPHEROID", "ELLIPSOID");
  const a = numberAt(ellipsoid, 1);
  const rf = numberAt(ellipsoid, 2);
  if (!ellipsoid || a === null || rf === null) throw new Refusal("has no usable ellipsoid");
  const shift = datum && childOf(datum, "TOWGS84");
  const numbers = shift?.values.map(Number) ?? null;
  const meridian = childOf(base, "PRIMEM");
  const given = (numberAt(meridian, 1) ?? 0) * ((meridian && unitOf(meridian, DEGREES)) ?? 1);
  return {
    datumName: String(datum?.values[0]),
    ellipsoid: { a: a * (unitOf(ellipsoid, 1) ?? 1), rf },
    primeMeridian: given,
    toWgs84: numbers,
  };
}

/**
 * Parameters of WKT 1 are in the units of the system and of its geographic one, those of WKT 2 may have their own.
 */
function conversionOf(root: WktNode, steps: WktNode, metres: number, degrees: number): Conversion {
  const method = childOf(steps, "PROJECTION", "METHOD");
  if (!method) throw new Refusal("is WKT without a projection");
  const parameters = new Map<string, number>();
  for (const node of steps.nodes.filter(({ keyword }) => keyword === "PARAMETER")) {
    const name = plainName(String(node.values[0]));
    const value = numberAt(node, 1);
    if (value === null) throw new Refusal(`has a parameter that is no number (${String(node.values[0]).slice(0, 40)})`);
    const unit = childOf(node, ...unitWords);
    const kind = /scale|type|option|height$/.test(name) ? 1 : /easting|northing|height/.test(name) ? metres : degrees;
    const own = unit && (unit.keyword === "ANGLEUNIT" || (unit.keyword === "UNIT" && kind === degrees) ? DEGREES : 1);
    parameters.set(name, value * (own === null ? kind : near1(own * (numberAt(unit, 1) ?? Number.NaN))));
  }
  const extension = root.nodes.find(({ keyword, values }) => keyword === "EXTENSION" && values[0] === "PROJ4");
  if (extension) return { method: String(extension.values[1]), parameters };
  return { method: String(method.values[0]), parameters };
}

/** The unit of a node itself, or of its axes, times what makes it a degree or a metre. */
function unitOf(node: WktNode, scale: number): number | null {
  const own = childOf(node, ...unitWords);
  const axis = childOf(node, "AXIS");
  const unit = own ?? (axis && childOf(axis, ...unitWords));
  const size = numberAt(unit, 1);
  return size === null ? null : near1(size * scale);
}

function directionsOf(root: WktNode): string[] {
  return root.nodes.filter(({ keyword }) => keyword === "AXIS").map(({ values }) => String(values[1]).toLowerCase());
}

export function wktCode(node: WktNode): number | null {
  const id = childOf(node, "AUTHORITY", "ID");
  return id && String(id.values[0]).toUpperCase() === "EPSG" ? numberAt(id, 1) : null;
}
