import { type DataType, invalid, isRecord, timeUnitOf } from "./zarr-fields.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";

const TYPES: Record<string, string> = {
  b1: "bool",
  i1: "int8",
  u1: "uint8",
  i2: "int16",
  u2: "uint16",
  i4: "int32",
  u4: "uint32",
  i8: "int64",
  u8: "uint64",
  f2: "float16",
  f4: "float32",
  f8: "float64",
};

/** numpy's type strings, e.g. "<f4", "|b1", "<U8", "<M8[ns]", "|O". */
export function dataTypeV2(path: string, dtype: unknown): DataType {
  if (typeof dtype !== "string") return { dataType: "structured", timeUnit: null };
  if (dtype === "|O") return { dataType: "v2:object", timeUnit: null };
  const time = /^[<>|]M8\[(\d*)(\w+)\]$/.exec(dtype);
  if (time) return { dataType: "int64", timeUnit: timeUnitOf(time[2], time[1] || 1) };
  const [, kind] = /^[<>|](\w+)$/.exec(dtype) ?? [];
  if (/^[<>|]m8/.test(dtype)) return { dataType: dtype, timeUnit: null };
  if (kind === undefined) throw invalid(path, `dtype is ${JSON.stringify(dtype)}`);
  return { dataType: TYPES[kind] ?? (/^[SU]\d+$/.test(kind) ? `v2:${kind}` : dtype), timeUnit: null };
}

/** order, filters, byte order and compressor of a .zarray as a v3 list of codecs. */
export function codecsV2(path: string, metadata: Record<string, unknown>): CodecMetadata[] {
  const { order, dtype, filters, compressor } = metadata;
  const codecs: CodecMetadata[] = [];
  if (order === "F") codecs.push({ name: "transpose", configuration: { order: "F" } });
  let stored = String(dtype);
  for (const filter of filterList(path, filters)) {
    const { id, ...configuration } = filter;
    codecs.push(...filterCodecs(String(id), configuration));
    const type = id === "astype" ? configuration.encode_dtype : configuration.astype;
    if (typeof type === "string") stored = type;
  }
  // zarrita puts little-endian bytes where the list names no codec that makes bytes; strings bring their own.
  if (stored.startsWith(">")) codecs.push({ name: "bytes", configuration: { endian: "big" } });
  if (isRecord(compressor)) {
    const { id, ...configuration } = compressor;
    codecs.push({ name: `numcodecs.${String(id)}`, configuration });
  }
  return codecs;
}

function filterList(path: string, filters: unknown): Record<string, unknown>[] {
  if (filters === null || filters === undefined) return [];
  if (Array.isArray(filters) && filters.every(isRecord)) return filters;
  throw invalid(path, `filters is ${JSON.stringify(filters)}`);
}

/**
 * A numcodecs filter in the words of v3. One that changes the type is one that does not, and a cast to the type that is
 * stored.
 */
export function filterCodecs(id: string, configuration: Record<string, unknown>): CodecMetadata[] {
  const { astype, dtype } = configuration;
  const [name, from, to] =
    id === "astype" ? [null, configuration.decode_dtype, configuration.encode_dtype] : [id, dtype, astype ?? dtype];
  const codecs = name === null ? [] : [filterCodec(name, configuration)];
  if (typeof from !== "string" || typeof to !== "string" || from.slice(1) === to.slice(1)) return codecs;
  const data_type = TYPES[to.slice(1)] ?? to;
  // As numpy's astype does; floats know no other rounding than their own.
  const rounding = from[1] === "f" ? {} : { rounding: "towards-zero" };
  return [...codecs, { name: "cast_value", configuration: { data_type, out_of_range: "wrap", ...rounding } }];
}

function filterCodec(id: string, configuration: Record<string, unknown>): CodecMetadata {
  if (id !== "fixedscaleoffset") return { name: `numcodecs.${id}`, configuration };
  // decoded = stored / scale + offset, in both. https://numcodecs.readthedocs.io/en/stable/filter/fixedscaleoffset.html
  const { scale, offset } = configuration;
  return { name: "scale_offset", configuration: { scale, offset } };
}
