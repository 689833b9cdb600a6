import { rastrumError } from "../errors.ts";
import { chunkShapeV3, dataTypeV3, fillValueOf, invalid, isRecord, shapeOf } from "./zarr-fields.ts";
import { filterCodecs } from "./zarr-numcodecs.ts";

export type Attributes = Readonly<Record<string, unknown>>;

/** A codec as zarr.json has it; those of v2 are put in the same way. */
export interface CodecMetadata {
  readonly name: string;
  readonly configuration: Readonly<Record<string, unknown>>;
}

export interface GroupNode {
  readonly kind: "group";
  /** "" at the root, else "/a/b". */
  readonly path: string;
  readonly attributes: Attributes;
}

/** What .zarray or zarr.json says of an array, in the words of v3. */
export interface ArrayNode {
  readonly kind: "array";
  readonly path: string;
  readonly version: 2 | 3;
  readonly shape: readonly number[];
  /** Of the chunks that are files; those of a sharded array hold smaller ones. */
  readonly chunkShape: readonly number[];
  /** v3's name of a data type; zarrita's for strings ("string", "v2:U8", "v2:S8"); others as they came. */
  readonly dataType: string;
  /** Unit of a numpy datetime64, held as int64, e.g. "ns"; null for every other type. */
  readonly timeUnit: string | null;
  readonly codecs: readonly CodecMetadata[];
  /** Number, bigint, boolean or text; null where the metadata has none. */
  readonly fillValue: unknown;
  readonly dimensionNames: readonly (string | null)[] | null;
  readonly attributes: Attributes;
  chunkKey(coordinates: readonly number[]): string;
}

export type ZarrNode = GroupNode | ArrayNode;

/** A node from the text of its zarr.json. @throws `invalid-metadata`, `unsupported`. */
export function nodeV3(path: string, metadata: unknown): ZarrNode {
  if (!isRecord(metadata) || metadata.zarr_format !== 3) throw invalid(path, "zarr.json says no zarr_format 3");
  checkExtensions(path, metadata);
  const attributes = isRecord(metadata.attributes) ? metadata.attributes : {};
  if (metadata.node_type === "group") return { kind: "group", path, attributes };
  if (metadata.node_type !== "array") throw invalid(path, `node_type is ${JSON.stringify(metadata.node_type)}`);
  const shape = shapeOf(path, metadata.shape);
  const { dataType, timeUnit } = dataTypeV3(path, metadata.data_type);
  if (Array.isArray(metadata.storage_transformers) && metadata.storage_transformers.length > 0) {
    const message = `${path}: storage transformers are not supported.`;
    throw rastrumError("unsupported", message, { what: "storage transformers" });
  }
  return {
    kind: "array",
    path,
    version: 3,
    shape,
    chunkShape: chunkShapeV3(path, metadata.chunk_grid, shape.length),
    dataType,
    timeUnit,
    codecs: codecsV3(path, metadata.codecs),
    fillValue: fillValueOf(metadata.fill_value, dataType),
    dimensionNames: namesOf(metadata.dimension_names, shape.length),
    attributes,
    chunkKey: chunkKeyV3(path, metadata.chunk_key_encoding),
  };
}

const KNOWN_FIELDS = new Set([
  "zarr_format", "node_type", "shape", "data_type", "chunk_grid", "chunk_key_encoding", "fill_value", "codecs",
  "attributes", "storage_transformers", "dimension_names", "consolidated_metadata",
]); // biome-ignore format: one list

/** https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#extension-points: others must be told to be harmless. */
function checkExtensions(path: string, metadata: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(metadata)) {
    if (KNOWN_FIELDS.has(field) || (isRecord(value) && value.must_understand === false)) continue;
    const what = `the extension ${JSON.stringify(field.slice(0, 100))}`;
    throw rastrumError("unsupported", `${path || "/"}: ${what} of zarr.json must be understood, and is not.`, { what });
  }
}

export function namesOf(names: unknown, rank: number): (string | null)[] | null {
  if (!Array.isArray(names) || names.length !== rank) return null;
  return names.map((name) => (typeof name === "string" ? name : null));
}

export function codecsV3(path: string, codecs: unknown): CodecMetadata[] {
  if (!Array.isArray(codecs)) throw invalid(path, "codecs is no list");
  return codecs.flatMap((codec: unknown) => {
    const name = typeof codec === "string" ? codec : isRecord(codec) ? codec.name : undefined;
    if (typeof name !== "string") throw invalid(path, "a codec has no name");
    const configuration = isRecord(codec) && isRecord(codec.configuration) ? codec.configuration : {};
    // zarr-python writes the filters of numcodecs under their names there.
    const filter = /^numcodecs\.(delta|fixedscaleoffset|quantize|astype)$/.exec(name)?.[1];
    return filter ? filterCodecs(filter, configuration) : [{ name, configuration }];
  });
}

/** https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#chunk-key-encoding */
function chunkKeyV3(path: string, encoding: unknown): ArrayNode["chunkKey"] {
  const name = isRecord(encoding) ? encoding.name : encoding;
  const configuration = isRecord(encoding) && isRecord(encoding.configuration) ? encoding.configuration : {};
  const { separator } = configuration;
  if (name === "default" || name === undefined) {
    return (coordinates) => ["c", ...coordinates].join(separator === "." ? "." : "/");
  }
  if (name === "v2") return (coordinates) => coordinates.join(separator === "/" ? "/" : ".") || "0";
  throw rastrumError("unsupported", `${path}: the chunk key encoding ${JSON.stringify(name)} is not supported.`, {
    what: `the chunk key encoding ${JSON.stringify(name)}`,
  });
}
