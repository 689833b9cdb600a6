import type { Fail } from "../../source/broken-bytes.ts";
import { FlatTable } from "./flat-table.ts";
import { indexBytes } from "./flatgeobuf-index.ts";

/** A column of properties: its name, and the number of its type in FlatGeobuf's list. */
export interface FlatColumn {
  readonly name: string;
  readonly type: number;
}

/** What a FlatGeobuf says of itself before its features. */
export interface FlatHeader {
  /** Of all geometries; 0 where each says its own. */
  readonly geometryType: number;
  readonly columns: readonly FlatColumn[];
  /** 0 where it was not known when the file was written. */
  readonly featureCount: number;
  /** Children of a node of the index; 0 where there is none. */
  readonly nodeSize: number;
  readonly crs: string | null;
  /** Where the index begins, and where the features do. */
  readonly indexStart: number;
  readonly featuresStart: number;
}

/** "fgb", the version 3, "fgb" again; what comes then is the patch level. */
const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62];
/** Before the header: magic bytes, and how long the header is. */
export const PRELUDE_BYTES = 12;

/** How many bytes the prelude and the header take. */
export function headerEnd(prelude: Uint8Array, fileBytes: number, fail: Fail): number {
  if (prelude.length < PRELUDE_BYTES || MAGIC.some((byte, i) => prelude[i] !== byte)) {
    throw fail("does not begin as FlatGeobuf of version 3 does");
  }
  const view = new DataView(prelude.buffer, prelude.byteOffset, prelude.byteLength);
  const end = PRELUDE_BYTES + view.getUint32(8, true);
  if (end > fileBytes) throw fail(`says that its header ends at byte ${end}, but has ${fileBytes} bytes`);
  return end;
}

/** @param bytes of the file, from its begin to the header's end or further */
export function readHeader(bytes: Uint8Array, end: number, fileBytes: number, fail: Fail): FlatHeader {
  const table = FlatTable.root(new DataView(bytes.buffer, bytes.byteOffset + PRELUDE_BYTES, end - PRELUDE_BYTES));
  const featureCount = table.uint64(8);
  const nodeSize = featureCount > 0 ? table.uint16(9, 16) : 0;
  // A feature takes 4 bytes and more: what is claimed must be there.
  if (featureCount > fileBytes / 4) throw fail(`says that it has ${featureCount} features in ${fileBytes} bytes`);
  const featuresStart = end + (nodeSize > 0 ? indexBytes(featureCount, nodeSize) : 0);
  if (featuresStart > fileBytes) throw fail(`says that its features begin at byte ${featuresStart} of ${fileBytes}`);
  return {
    geometryType: table.uint8(2),
    columns: readColumns(table, 7),
    featureCount,
    nodeSize,
    crs: readCrs(table.table(10)),
    indexStart: end,
    featuresStart,
  };
}

/** The columns in a field of the header, or of a feature that has its own. */
export function readColumns(table: FlatTable, field: number): FlatColumn[] {
  const vector = table.vector(field, 4);
  if (!vector) return [];
  return Array.from({ length: vector.length }, (_, i) => {
    const column = table.tableOf(vector, i);
    return { name: column.string(0) ?? "", type: column.uint8(1) };
  });
}

function readCrs(crs: FlatTable | null): string | null {
  if (!crs) return null;
  const code = crs.int32(1);
  const org = crs.string(0) || "EPSG";
  const wkt = crs.string(4) || null;
  // Codes of others than EPSG say nothing here.
  if (code > 0 && (wkt === null || /^epsg$/i.test(org))) return `${org}:${code}`;
  return wkt ?? (crs.string(5) || null);
}
