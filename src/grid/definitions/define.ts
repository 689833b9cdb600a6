import proj4 from "proj4";
import { namedCode } from "../crs-codes.ts";
import { datumOf, projDatums, unnamedDatum } from "./datum.ts";
import { type Described, Refusal } from "./described.ts";
import { lookUpEpsg } from "./epsg-codes.ts";
import { ellipsoidalEquirectangular } from "./equirectangular.ts";
import { esriDefinition } from "./esri-codes.ts";
import { finish } from "./finish.ts";
import { describeProjJson, projJsonCode } from "./from-projjson.ts";
import { describeWkt, wktCode } from "./from-wkt.ts";
import { projectionOf } from "./methods.ts";
import { readProjString, writeProjString } from "./proj-string.ts";
import { parseWktTree } from "./wkt-tree.ts";

/** A CRS as proj4 computes it. */
export interface Definition {
  /** A PROJ string. */
  readonly definition: string;
  /** How far, in metres, its datum's shift to WGS 84 may lead astray where that is known; Infinity where none is known. */
  readonly shiftError: number;
}

/** WKT and PROJJSON of real systems take some kilobytes. */
const MAX_LENGTH = 100_000;

proj4.Proj.projections.add(ellipsoidalEquirectangular as never, 0);

/**
 * What a text means: a code of EPSG's or Esri's, a PROJ string, WKT 1 or 2, or PROJJSON. A string says, in words that follow
 * "The CRS … ", why it can be no CRS here.
 */
export function defineCrs(text: string): Definition | string {
  if (text.length > MAX_LENGTH) return `is a text of ${text.length} characters`;
  try {
    const code = namedCode(text);
    if (code !== null) return defineCode(code);
    const esri = esriDefinition(text);
    if (esri !== null) return defineCrs(esri);
    if (text.startsWith("+")) return defineProjString(text);
    if (text.startsWith("{")) {
      const json = parseJson(text);
      return orByCode(() => defineDescribed(describeProjJson(json)), projJsonCode(json));
    }
    if (!/^[A-Z_0-9]+\s*[[(]/i.test(text)) return "is not known";
    const tree = parseWktTree(text);
    return tree ? orByCode(() => defineDescribed(describeWkt(tree)), wktCode(tree)) : "is WKT that cannot be read";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** What a description cannot tell here, its code may. */
function orByCode(describe: () => Definition | string, code: number | null): Definition | string {
  try {
    return describe();
  } catch (error) {
    if (!(error instanceof Refusal) || code === null || !lookUpEpsg(code)) throw error;
    return defineCode(code);
  }
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("is PROJJSON that cannot be read");
  }
}

function defineCode(code: number): Definition | string {
  const entry = lookUpEpsg(code);
  if (!entry) return "is not one of the codes known here";
  return { definition: finishText(entry.definition), shiftError: entry.shiftError };
}

function defineDescribed(described: Described): Definition | string {
  const { conversion } = described;
  if (conversion?.method.startsWith("+")) return defineProjString(conversion.method);
  const projection = conversion ? projectionOf(described, conversion) : "+proj=longlat";
  const isAngular = /\+proj=(longlat|ob_tran)/.test(projection);
  if (isAngular && described.unit !== 1)
    return `has angles in units of ${Number(described.unit.toPrecision(6))}°, not in degrees`;
  const unit = isAngular || described.unit === 1 ? "" : ` +to_meter=${described.unit}`;
  // On a projection's own sphere there is no shift.
  if (projection.includes("+nadgrids=@null")) return defineProjString(projection + unit);
  const { tokens, shiftError } = datumOf(described);
  return { definition: finishText(`${projection} ${tokens}${unit}`), shiftError };
}

function finishText(text: string): string {
  const values = readProjString(text);
  if (typeof values === "string") throw new Refusal(values);
  return finish(values);
}

function defineProjString(text: string): Definition | string {
  const read = readProjString(text);
  if (typeof read === "string") return read;
  const values = new Map(read);
  const datum = values.get("datum");
  values.delete("datum");
  const hasEllipsoid = ["a", "R", "ellps"].some((name) => values.has(name));
  if (datum !== undefined && !hasEllipsoid) {
    const code = Object.hasOwn(projDatums, datum) ? projDatums[datum] : Number(/^EPSG:(\d+)$/.exec(datum)?.[1]);
    const entry = lookUpEpsg(code);
    if (!entry) return `has the datum ${datum}, which is not known here`;
    const own = values.has("towgs84") ? / \+(pm|towgs84)=\S+/g : values.has("pm") ? / \+pm=\S+/ : /$^/;
    const definition = finishText(`${writeProjString(values)} ${entry.datum.replace(own, "")}`);
    return { definition, shiftError: values.has("towgs84") ? 0 : entry.shiftError };
  }
  if (!hasEllipsoid) values.set("ellps", "GRS80"); // PROJ's own
  const definition = finish(values);
  if (/towgs84|nadgrids/.test(definition)) return { definition, shiftError: 0 };
  const { a, es } = shapeOf(definition);
  const rf = es === 0 ? 0 : 1 / (1 - Math.sqrt(1 - es));
  const { tokens, shiftError } = unnamedDatum(definition, a, rf);
  return { definition: tokens, shiftError };
}

/** Of the ellipsoid. Throws `Refusal` where proj4 cannot compute the definition: it throws strings and errors alike. */
function shapeOf(definition: string): { readonly a: number; readonly es: number } {
  try {
    return new (proj4.Proj as unknown as new (text: string) => { a: number; es: number })(definition);
  } catch {
    throw new Refusal("cannot be computed");
  }
}
