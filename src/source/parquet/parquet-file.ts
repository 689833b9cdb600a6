import { type FileMetaData, parquetMetadata, parquetRead, parquetSchema, type RowGroup } from "hyparquet";
import { asBroken, type Fail, refuseBroken } from "../broken-bytes.ts";
import { type FileParts, type Part, readParts } from "../read-parts.ts";
import { type ColumnLimits, checkPages } from "./parquet-pages.ts";
import { ThriftReader } from "./parquet-thrift.ts";

/** Holds the footer of most files. */
const TAIL_BYTES = 64 * 2 ** 10;
/** Rows that a file of any size may have; others must be there to the byte, since each zone costs more than that. */
const FREE_ROWS = 100_000;

/** A leaf of the schema: where it is, and what its pages may hold. */
interface Leaf extends Omit<ColumnLimits, "codec" | "rows"> {
  readonly path: readonly string[];
}

/** A Parquet file whose footer is known to be sound; columns are read a row group at a time. */
export interface ParquetFile {
  readonly metadata: FileMetaData;
  /** Value of a key of the file's metadata. */
  value(key: string): string | undefined;
  /** Names of the columns, those that hold others included. */
  readonly columns: readonly string[];
  /** The values of columns in some of the row groups, one array a column and group. */
  read(columns: readonly string[], groups: readonly number[], signal?: AbortSignal): Promise<unknown[][][]>;
}

/** Reads the footer of a Parquet file. What contradicts itself there is an error of `fail`. */
export async function openParquet(source: FileParts, fail: Fail, signal?: AbortSignal): Promise<ParquetFile> {
  const size = await source.byteLength(signal);
  const tailBytes = Math.min(size, TAIL_BYTES);
  let tail = await source.part(size - tailBytes, tailBytes, signal);
  if (tail.length < 12 || new TextDecoder("latin1").decode(tail.subarray(-4)) !== "PAR1") {
    throw fail("is no Parquet file; is it whole?");
  }
  const length = new DataView(tail.buffer, tail.byteOffset + tail.length - 8).getUint32(0, true);
  if (length + 12 > size) throw fail(`says that its footer has ${length} bytes, of ${size}`);
  if (length + 8 > tail.length) tail = await source.part(size - length - 8, length + 8, signal);
  const footer = tail.slice(tail.length - length - 8);
  const metadata = refuseBroken(fail, () => {
    new ThriftReader(footer.subarray(0, length), 0).struct();
    return checkedMetadata(parquetMetadata(footer, { geoparquet: false }), size);
  });
  const leaves = refuseBroken(fail, () => leavesOf(metadata));
  return {
    metadata,
    value: (key) => metadata.key_value_metadata?.find((pair) => pair.key === key)?.value,
    columns: parquetSchema(metadata).children.map(({ element }) => element.name),
    read: (columns, groups, stop) => readColumns(source, metadata, leaves, columns, groups, fail, stop),
  };
}

function checkedMetadata(metadata: FileMetaData, size: number): FileMetaData {
  const rows = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  const isSound = metadata.row_groups.every(({ num_rows }) => Number(num_rows) >= 0) && rows <= FREE_ROWS + size;
  if (!isSound || Number(metadata.num_rows) !== rows) throw new RangeError(`it claims ${rows} rows in ${size} bytes`);
  return metadata;
}

function leavesOf(metadata: FileMetaData): Leaf[] {
  const leaves: Leaf[] = [];
  type Node = ReturnType<typeof parquetSchema>;
  const walk = ({ children, element }: Node, path: readonly string[], repetition: number, definition: number) => {
    if (path.length > 16) throw new RangeError("its columns are nested too deep");
    const maxRepetition = repetition + (path.length > 0 && element.repetition_type === "REPEATED" ? 1 : 0);
    const maxDefinition = definition + (path.length > 0 && element.repetition_type !== "REQUIRED" ? 1 : 0);
    if (children.length === 0)
      leaves.push({ path, isBoolean: element.type === "BOOLEAN", maxRepetition, maxDefinition });
    for (const child of children) walk(child, [...path, child.element.name], maxRepetition, maxDefinition);
  };
  walk(parquetSchema(metadata), [], 0, 0);
  return leaves;
}

/** The chunk of a leaf in a row group, and where it lies. */
interface Chunk {
  readonly limits: ColumnLimits;
  readonly part: Part;
}

function chunksOf(group: RowGroup, leaves: readonly Leaf[], column: string): Chunk[] {
  return group.columns.flatMap(({ meta_data: meta, file_path }) => {
    if (!meta || meta.path_in_schema[0] !== column) return [];
    if (file_path) throw new RangeError("its columns lie in other files");
    const leaf = leaves.find(({ path }) => path.join("\0") === meta.path_in_schema.join("\0"));
    if (!leaf) throw new RangeError(`it has the chunk of a column ${column} that its schema lacks`);
    // hyparquet begins at the dictionary too, where there is one.
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = start + Number(meta.total_compressed_size);
    if (!(start >= 0 && end >= start))
      throw new RangeError(`the column ${column} lies at the bytes ${start} to ${end}`);
    return [{ limits: { ...leaf, codec: String(meta.codec), rows: Number(group.num_rows) }, part: [start, end] }];
  });
}

async function readColumns(
  source: FileParts,
  metadata: FileMetaData,
  leaves: readonly Leaf[],
  columns: readonly string[],
  groups: readonly number[],
  fail: Fail,
  signal?: AbortSignal,
): Promise<unknown[][][]> {
  const wanted = refuseBroken(fail, () =>
    columns.map((column) => groups.map((group) => chunksOf(metadata.row_groups[group], leaves, column))),
  );
  const parts = wanted.flat(2).map(({ part }) => part);
  const ordered = parts.map((part) => part).sort((a, b) => a[0] - b[0]);
  const bytes = await readParts(source, ordered, signal);
  const bytesOf = new Map(ordered.map((part, i) => [part, bytes[i]]));
  const values: unknown[][][] = [];
  for (const [i, column] of columns.entries()) {
    values.push([]);
    for (const [j, group] of groups.entries()) {
      signal?.throwIfAborted();
      const chunks = wanted[i][j].map(({ limits, part }) => ({ limits, part, bytes: bytesOf.get(part) as Uint8Array }));
      const own = { ...metadata, row_groups: [metadata.row_groups[group]] };
      const decoded = decodeColumn(own, column, chunks);
      values[i].push(await decoded.catch((error: unknown) => Promise.reject(asBroken(fail, error))));
    }
  }
  return values;
}

/** One column of the only row group of `metadata`. */
async function decodeColumn(
  metadata: FileMetaData,
  column: string,
  chunks: readonly (Chunk & { bytes: Uint8Array })[],
): Promise<unknown[]> {
  const pages: Uint8Array[] = [];
  for (const { bytes, limits } of chunks) pages.push(...(await checkPages(bytes, limits)));
  const nextPage = () => pages.shift() ?? new Uint8Array(0);
  // hyparquet asks for chunks that lie near each other in one piece.
  const slice = (start: number, end = Number.POSITIVE_INFINITY) => {
    const inside = chunks.filter(({ part }) => part[0] >= start && part[1] <= end);
    if (inside.length === 0) throw new RangeError(`the bytes ${start} to ${end} are none of the column's`);
    const joined = new Uint8Array(Math.max(...inside.map(({ part }) => part[1])) - start);
    for (const { part, bytes } of inside) joined.set(bytes, part[0] - start);
    return joined.buffer;
  };
  const codecs = ["SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "BROTLI"];
  // By chunks, since whole rows would be an array each.
  const rows = Number(metadata.row_groups[0].num_rows);
  const values: unknown[] = new Array(rows).fill(null);
  await parquetRead({
    file: { byteLength: Number.MAX_SAFE_INTEGER, slice },
    metadata,
    columns: [column],
    compressors: Object.fromEntries(codecs.map((codec) => [codec, nextPage])),
    utf8: false,
    geoparquet: false,
    parsers,
    onChunk: ({ columnData, rowStart }) => {
      const end = Math.min(rows, rowStart + columnData.length);
      for (let row = rowStart; row < end; row++) values[row] = columnData[row - rowStart];
    },
  });
  return values;
}

/** null beyond the times that dates can be. */
function isoTime(milliseconds: number): string | null {
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
}

const plain = (bytes: Uint8Array) => bytes;

/** Times as ISO texts, which a table can show; geometries as they are. */
const parsers = {
  timestampFromMilliseconds: (milliseconds: bigint) => isoTime(Number(milliseconds)),
  timestampFromMicroseconds: (microseconds: bigint) => isoTime(Number(microseconds / 1000n)),
  timestampFromNanoseconds: (nanoseconds: bigint) => isoTime(Number(nanoseconds / 1000000n)),
  dateFromDays: (days: number) => isoTime(days * 86_400_000)?.slice(0, 10) ?? null,
  geometryFromBytes: plain,
  geographyFromBytes: plain,
};
