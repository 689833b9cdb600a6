import { type DataType, fillValueOf, integers, invalid, isRecord, shapeOf, timeUnitOf } from "./zarr-fields.ts";
import { type CodecMetadata, namesOf, type ZarrNode } from "./zarr-metadata.ts";
import { filterCodecs, numpyTypes } from "./zarr-numcodecs.ts";

/** A node from .zarray (or .zgroup) and .zattrs. @throws `invalid-metadata`, `unsupported`. */
export function nodeV2(path: string, metadata: unknown, attrs: unknown): ZarrNode {
  if (!isRecord(metadata)) throw invalid(path, ".zarray or .zgroup is no JSON object");
  const attributes = isRecord(attrs) ? attrs : {};
  if (!("shape" in metadata)) return { kind: "group", path, attributes };
  const shape = shapeOf(path, metadata.shape);
  const { dataType, timeUnit } = dataTypeV2(path, metadata.dtype);
  const separator = metadata.dimension_separator === "/" ? "/" : ".";
  return {
    kind: "array",
    path,
    version: 2,
    shape,
    chunkShape: integers(path, "chunks", metadata.chunks, 1, shape.length),
    dataType,
    timeUnit,
    codecs: codecsV2(path, metadata),
    fillValue: fillValueOf(metadata.fill_value, dataType),
    dimensionNames: namesOf(attributes._ARRAY_DIMENSIONS, shape.length),
    attributes,
    chunkKey: (coordinates) => coordinates.join(separator) || "0",
  };
}

/** numpy's type strings, e.g. "<f4", "|b1", "<U8", "<M8[ns]", "|O". */
function dataTypeV2(path: string, dtype: unknown): DataType {
  if (typeof dtype !== "string") return { dataType: "structured", timeUnit: null };
  if (dtype === "|O") return { dataType: "v2:object", timeUnit: null };
  const time = /^[<>|]M8\[(\d*)(\w+)\]$/.exec(dtype);
  if (time) return { dataType: "int64", timeUnit: timeUnitOf(time[2], time[1] || 1) };
  const [, kind] = /^[<>|](\w+)$/.exec(dtype) ?? [];
  if (/^[<>|]m8/.test(dtype)) return { dataType: dtype, timeUnit: null };
  if (kind === undefined) throw invalid(path, `dtype is ${JSON.stringify(dtype)}`);
  return { dataType: numpyTypes[kind] ?? (/^[SU]\d+$/.test(kind) ? `v2:${kind}` : dtype), timeUnit: null };
}

/** order, filters, byte order and compressor of a .zarray as a v3 list of codecs. */
function codecsV2(path: string, metadata: Record<string, unknown>): CodecMetadata[] {
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
