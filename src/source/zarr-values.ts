import { asCell } from "./cells.ts";
import type { Dtype } from "./source.ts";
import type { ArrayNode, Attributes } from "./zarr-metadata.ts";

/** How stored cells become values. */
export interface CellMeaning {
  readonly nodata: number | bigint | null;
  /** A second stored value that means "no data"; reads turn it into `nodata`, so that there is one. */
  readonly alsoNodata: number | bigint | null;
  readonly scale: number;
  readonly offset: number;
  readonly unit: string | null;
}

/**
 * nodata as xarray has it: fill_value in v2, the attribute _FillValue in v3 (and in v2 without a fill_value), and
 * missing_value too. v3's fill_value is only what absent chunks hold.
 */
export function cellMeaning({ version, dataType, fillValue, attributes }: ArrayNode, dtype: Dtype): CellMeaning {
  const filled = version === 2 && fillValue !== null ? fillValue : attributes._FillValue;
  const candidates = [filled, attributes.missing_value]
    .map((value) => sentinel(value, dtype, dataType !== dtype))
    .filter((value) => value !== null);
  return {
    nodata: candidates[0] ?? null,
    alsoNodata: candidates.length > 1 && candidates[1] !== candidates[0] ? candidates[1] : null,
    scale: numberAttribute(attributes.scale_factor) ?? 1,
    offset: numberAttribute(attributes.add_offset) ?? 0,
    unit: unitOf(attributes),
  };
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
