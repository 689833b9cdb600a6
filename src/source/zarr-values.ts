import { asCell } from "./cells.ts";
import type { Dtype } from "./source.ts";
import type { ArrayNode, Attributes } from "./zarr-metadata.ts";

/** Values of missing_value that are looked at. */
const MOST_SENTINELS = 16;

/** Stored values beside `nodata` that are none: some, and those outside a range (ends are in). */
export interface AlsoNodata {
  readonly values: readonly (number | bigint)[];
  readonly valid: readonly [least: number | bigint, most: number | bigint] | null;
}

/** How stored cells become values. */
export interface CellMeaning {
  readonly nodata: number | bigint | null;
  /** Other stored values that mean "no data"; reads turn them into `nodata`, so that there is one. */
  readonly alsoNodata: AlsoNodata | null;
  readonly scale: number;
  readonly offset: number;
  readonly unit: string | null;
}

/**
 * nodata as xarray has it: fill_value in v2, the attribute _FillValue in v3 (and in v2 without a fill_value), and
 * missing_value too, which may be several. v3's fill_value is only what absent chunks hold. Stored values outside CF's
 * valid_range (or valid_min and valid_max) are nodata too, as netCDF's libraries have it; xarray lets them be.
 */
export function cellMeaning({ version, dataType, fillValue, attributes }: ArrayNode, dtype: Dtype): CellMeaning {
  const filled = version === 2 && fillValue !== null ? fillValue : attributes._FillValue;
  const { missing_value: missing } = attributes;
  const sentinels = [filled, ...(Array.isArray(missing) ? missing.slice(0, MOST_SENTINELS) : [missing])]
    .map((value) => sentinel(value, dtype, dataType !== dtype))
    .filter((value) => value !== null);
  const valid = validRange(attributes, dtype, dataType !== dtype);
  const [nodata = valid && outsideOf(valid, dtype), ...others] = new Set(sentinels);
  return {
    nodata,
    alsoNodata: nodata !== null && (others.length > 0 || valid) ? { values: others, valid } : null,
    scale: numberAttribute(attributes.scale_factor) ?? 1,
    offset: numberAttribute(attributes.add_offset) ?? 0,
    unit: unitOf(attributes),
  };
}

/** Null too where nothing can be outside, and where the limits are of unpacked values: those are no whole numbers. */
function validRange(attributes: Attributes, dtype: Dtype, reinterpreted: boolean): AlsoNodata["valid"] {
  const { valid_range: range, valid_min: min, valid_max: max } = attributes;
  const [least, most] = Array.isArray(range) && range.length === 2 ? range : [min, max];
  const limit = (value: unknown, none: number) =>
    value === undefined || value === null ? none : (sentinel(value, dtype, reinterpreted) ?? Number.NaN);
  const ends = [limit(least, Number.NEGATIVE_INFINITY), limit(most, Number.POSITIVE_INFINITY)] as const;
  const isRange = ends[0] <= ends[1] && ends.some((end) => Number.isFinite(Number(end)));
  return isRange && dtype !== "bool" ? ends : null;
}

/** A value that cells can have and that is not valid. */
function outsideOf([least, most]: readonly [number | bigint, number | bigint], dtype: Dtype): number | bigint | null {
  if (dtype.startsWith("float"))
    return most < Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const beside = (end: number | bigint, step: 1 | -1) =>
    Number.isFinite(Number(end)) ? asCell(BigInt(end) + BigInt(step), dtype) : null;
  return beside(least, -1) ?? beside(most, 1);
}

/** CF's _Unsigned: a signed type whose bits are meant as an unsigned one. */
export function unsignedDtype(dtype: Dtype, attributes: Attributes): Dtype {
  const unsigned = attributes._Unsigned === true || String(attributes._Unsigned).toLowerCase() === "true";
  return unsigned && /^int(8|16|32|64)$/.test(dtype) ? (`u${dtype}` as Dtype) : dtype;
}

/** A number, or the only one of a list; null for everything else. */
export function numberAttribute(value: unknown): number | null {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === "number" && Number.isFinite(only) ? only : null;
}

/** @param reinterpreted where cells of a signed type are read as unsigned: -1 stands for the highest value then. */
function sentinel(value: unknown, dtype: Dtype, reinterpreted: boolean): number | bigint | null {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const number =
    typeof only === "string" ? parseSentinel(only, dtype) : typeof only === "boolean" ? Number(only) : only;
  // NaN needs no sentinel: it is never data.
  if (typeof number !== "bigint" && (typeof number !== "number" || Number.isNaN(number))) return null;
  if (!reinterpreted || number >= 0) return asCell(number, dtype);
  const bits = Number(dtype.slice("uint".length));
  return asCell(BigInt(number) + (1n << BigInt(bits)), dtype);
}

/** Whole numbers too long for a double come as text; xarray writes floats in v3 as base64 of the eight bytes. */
function parseSentinel(text: string, dtype: Dtype): number | bigint | null {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  if (/^[-+]?(inf(inity)?|nan|\d*\.?\d+(e[-+]?\d+)?)$/i.test(text)) return Number(text.replace(/inf$/i, "Infinity"));
  if (!dtype.startsWith("float") || !/^[A-Za-z0-9+/]{11}=$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new DataView(bytes.buffer).getFloat64(0, true);
}

function unitOf({ units, unit }: Attributes): string | null {
  const text = units ?? unit;
  return typeof text === "string" && text !== "" ? text : null;
}
