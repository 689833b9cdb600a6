import { rastrumError, type TaggedError } from "../errors.ts";
import { halfToFloat32 } from "./half.ts";

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function invalid(path: string, what: string): TaggedError<"invalid-metadata"> {
  return rastrumError("invalid-metadata", `The metadata of ${path || "/"} cannot be right: ${what}.`, { path });
}

export function integers(path: string, field: string, value: unknown, least: number, count?: number): number[] {
  const fits = Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= least);
  if (fits && (count === undefined || value.length === count)) return value;
  throw invalid(path, `${field} is ${JSON.stringify(value)}`);
}

export function shapeOf(path: string, shape: unknown): number[] {
  return integers(path, "shape", shape, 0);
}

export function chunkShapeV3(path: string, grid: unknown, rank: number): number[] {
  const configuration = isRecord(grid) && grid.name === "regular" && isRecord(grid.configuration) && grid.configuration;
  if (configuration) return integers(path, "chunk_shape", configuration.chunk_shape, 1, rank);
  const name = JSON.stringify(isRecord(grid) ? grid.name : grid);
  throw rastrumError("unsupported", `${path}: the chunk grid ${name} is not supported, only regular ones.`, {
    what: `the chunk grid ${name}`,
  });
}

export interface DataType {
  readonly dataType: string;
  readonly timeUnit: string | null;
}

/** Extension types that are other names of what zarrita reads; all else keeps its name and is refused when read. */
export function dataTypeV3(path: string, type: unknown): DataType {
  if (typeof type === "string") return { dataType: type === "variable_length_utf8" ? "string" : type, timeUnit: null };
  if (!isRecord(type) || typeof type.name !== "string") throw invalid(path, `data_type is ${JSON.stringify(type)}`);
  const configuration = isRecord(type.configuration) ? type.configuration : {};
  const bytes = Number(configuration.length_bytes);
  switch (type.name) {
    case "fixed_length_utf32":
      return { dataType: `v2:U${bytes / 4}`, timeUnit: null };
    case "null_terminated_bytes":
      return { dataType: `v2:S${bytes}`, timeUnit: null };
    case "numpy.datetime64":
      return { dataType: "int64", timeUnit: timeUnitOf(configuration.unit, configuration.scale_factor) };
    default:
      return { dataType: type.name, timeUnit: null };
  }
}

/** "25s" for a unit of 25 seconds, "ns" for nanoseconds. */
export function timeUnitOf(unit: unknown, factor: unknown): string {
  return `${factor === undefined || Number(factor) === 1 ? "" : Number(factor)}${String(unit)}`;
}

/**
 * fill_value as a cell value. Floats may be "NaN", "Infinity", "-Infinity" or the bits in hexadecimal ("0x7fc00000").
 * https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#fill-value
 */
export function fillValueOf(value: unknown, dataType: string): unknown {
  if (value === null || value === undefined) return null;
  if (dataType === "int64" || dataType === "uint64") {
    return typeof value === "number" || typeof value === "string" ? bigintOf(value) : null;
  }
  if (!dataType.startsWith("float") || typeof value !== "string") return value;
  return /^0x[0-9a-f]+$/i.test(value) ? floatOfBits(value, dataType) : Number(value);
}

/** JSON.parse has rounded what exceeds 2^53 already; the limits of the types come out right all the same. */
function bigintOf(value: number | string): bigint | null {
  if (typeof value === "number" && !Number.isInteger(value)) return null;
  return /^-?\d+$/.test(String(value)) || typeof value === "number" ? BigInt(value) : null;
}

function floatOfBits(hex: string, dataType: string): number {
  const view = new DataView(new ArrayBuffer(8));
  const bits = BigInt(hex);
  if (dataType === "float64") {
    view.setBigUint64(0, bits);
    return view.getFloat64(0);
  }
  view.setUint32(0, Number(bits & 0xffffffffn));
  if (dataType === "float32") return view.getFloat32(0);
  return halfToFloat32(Uint16Array.of(Number(bits & 0xffffn)))[0];
}
