import type { Fail } from "./broken-bytes.ts";
import { cellCount } from "./copy-cells.ts";
import { openParquet } from "./parquet/parquet-file.ts";
import type { ReferenceTable } from "./reference-store.ts";
import type { Reference } from "./references.ts";
import type { Store } from "./store.ts";
import { invalid, isRecord } from "./zarr-fields.ts";

/** Tables of references that are kept, each of `record_size` rows. */
const MOST_TABLES = 16;
const MOST_TABLE_BYTES = 2 ** 28;
const columnNames = ["path", "offset", "size", "raw"];

/** A row a chunk. */
type Rows = (row: number) => Reference | undefined;

/** How an array's chunks are numbered. */
interface Layout {
  readonly path: string;
  /** Chunks along each dimension. */
  readonly counts: readonly number[];
}

/**
 * kerchunk's references in Parquet: metadata in one document, and for each array tables `refs.N.parq` of `record_size`
 * chunks in C order, which are read when a chunk of theirs is asked for.
 * https://fsspec.github.io/kerchunk/spec.html#parquet-references
 * @param store of the folder @param document its `.zmetadata`
 * @throws `invalid-metadata`
 */
export function parquetReferences(store: Store, document: Record<string, unknown>): ReferenceTable {
  const { metadata, record_size: recordSize } = document;
  if (!isRecord(metadata)) throw invalid(store.url, "its .zmetadata has no metadata");
  if (!Number.isSafeInteger(recordSize) || Number(recordSize) < 1) {
    throw invalid(store.url, `its record_size is ${JSON.stringify(recordSize)}`);
  }
  const size = Number(recordSize);
  const layouts = layoutsOf(metadata, store.url);
  const tables = new Map<string, Promise<Rows | null>>();
  const tableOf = (key: string, signal: AbortSignal | undefined): Promise<Rows | null> => {
    let table = tables.get(key);
    if (!table) {
      if (tables.size === MOST_TABLES) tables.clear();
      table = readTable(store, key, signal);
      tables.set(key, table);
      // One reader's abort is none of the next one's.
      table.catch(() => tables.delete(key));
    }
    return table;
  };
  return {
    async find(key, signal) {
      if (Object.hasOwn(metadata, key)) return { bytes: new TextEncoder().encode(JSON.stringify(metadata[key])) };
      const layout = layouts.find(({ path }) => key.startsWith(path));
      const chunk = layout && chunkNumber(layout, key);
      if (!layout || chunk === undefined) return undefined;
      const rows = await tableOf(`/${layout.path}refs.${Math.floor(chunk / size)}.parq`, signal);
      return rows?.(chunk % size);
    },
    keys: () => Object.keys(metadata),
  };
}

/** Of all arrays, those within others first. */
function layoutsOf(metadata: Record<string, unknown>, url: string): Layout[] {
  const found = Object.entries(metadata).flatMap(([key, node]): Layout[] => {
    const path = /^(|.*\/)\.zarray$/.exec(key)?.[1];
    if (path === undefined || !isRecord(node)) return [];
    const { shape, chunks } = node;
    const isSound = (sizes: unknown, least: number): sizes is number[] =>
      Array.isArray(sizes) && sizes.every((each) => Number.isSafeInteger(each) && each >= least);
    if (!isSound(shape, 0) || !isSound(chunks, 1) || shape.length !== chunks.length) {
      throw invalid(`${url}/${key}`, "its shape and chunks do not go together");
    }
    return [{ path, counts: shape.map((length, axis) => Math.ceil(length / chunks[axis])) }];
  });
  return found.sort((a, b) => b.path.length - a.path.length);
}

/** Which of the array's chunks a key means, in C order; undefined for what is none. */
function chunkNumber({ path, counts }: Layout, key: string): number | undefined {
  const rest = key.slice(path.length);
  if (!/^\d+([./]\d+)*$/.test(rest)) return undefined;
  const places = rest.split(/[./]/).map(Number);
  if (counts.length === 0) return places.length === 1 && places[0] === 0 ? 0 : undefined;
  if (places.length !== counts.length || places.some((place, axis) => place >= counts[axis])) return undefined;
  const number = places.reduce((sum, place, axis) => sum + place * cellCount(counts.slice(axis + 1)), 0);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Null where there is no such file: all of its chunks are missing. */
async function readTable(store: Store, key: string, signal: AbortSignal | undefined): Promise<Rows | null> {
  const bytes = await store.get(key, { signal, maxBytes: MOST_TABLE_BYTES });
  if (!bytes) return null;
  const name = `${store.url}${key}`;
  const fail: Fail = (why) => invalid(name, `it ${why}`);
  const parts = {
    part: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
    byteLength: async () => bytes.length,
  };
  const file = await openParquet(parts, fail, signal);
  const columns = columnNames.filter((column) => file.columns.includes(column));
  const groups = file.metadata.row_groups.map((_, group) => group);
  const values = await file.read(columns, groups, signal);
  const column = (wanted: string): readonly unknown[] => values[columns.indexOf(wanted)]?.flat() ?? [];
  const [paths, offsets, sizes, raws] = columnNames.map(column);
  return (row) => referenceOf(paths[row], offsets[row] ?? 0, sizes[row] ?? 0, raws[row], fail);
}

function referenceOf(path: unknown, offset: unknown, size: unknown, raw: unknown, fail: Fail): Reference | undefined {
  if (raw instanceof Uint8Array) return { bytes: raw };
  if (typeof raw === "string") return { bytes: new TextEncoder().encode(raw) };
  if (path === null || path === undefined) return undefined;
  const url = path instanceof Uint8Array ? new TextDecoder().decode(path) : String(path);
  const [start, length] = [Number(offset), Number(size)];
  if (!(Number.isSafeInteger(start) && start >= 0 && Number.isSafeInteger(length) && length >= 0)) {
    throw fail(`refers to ${length} bytes from ${start} on`);
  }
  return { url, offset: start, length: start === 0 && length === 0 ? null : length };
}
