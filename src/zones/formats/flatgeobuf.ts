import { refuseBroken } from "../../source/broken-bytes.ts";
import { type Part, readParts } from "../../source/read-parts.ts";
import type { ZoneSet } from "../zones.ts";
import { FlatFeatures } from "./flatgeobuf-feature.ts";
import { type FlatHeader, headerEnd, readHeader } from "./flatgeobuf-header.ts";
import { type FoundFeature, NODE_BYTES, searchIndex } from "./flatgeobuf-index.ts";
import { readProperties } from "./flatgeobuf-properties.ts";
import type { FormatOptions, MayMeet, ZoneSource } from "./format.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** Up to here a file comes whole: its parts would take as long. */
const SMALL_BYTES = 256 * 2 ** 10;
/** Holds the header of most files, and the upper levels of the index. */
const HEAD_BYTES = 32 * 2 ** 10;

/** A feature, and its row in the file. */
interface Feature {
  readonly row: number;
  readonly bytes: Uint8Array;
}

/**
 * FlatGeobuf. Where the raster's place is known and the file has its index, only the features whose rectangles
 * meet it are fetched; the others are none of the zones, and `rows` says which those are.
 *
 * Read by the format's description (flatgeobuf.org) rather than by the package flatgeobuf: that makes GeoJSON objects of
 * features, trusts their offsets, and brings a decoder of zstd along.
 */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const { signal } = options;
  const fail = failer(source.name, null);
  const size = await source.byteLength(signal);
  const isWhole = size <= SMALL_BYTES || !options.mayMeetIn;
  const head = isWhole ? await source.whole(signal) : await source.part(0, HEAD_BYTES, signal);
  const end = headerEnd(head, size, fail);
  const prelude = end <= head.length ? head : await source.part(0, end, signal);
  const header = refuseBroken(fail, () => readHeader(prelude, end, size, fail));
  const mayMeet = header.nodeSize > 0 ? ((await options.mayMeetIn?.(header.crs)) ?? null) : null;
  if (!mayMeet) return zonesOf(source.name, header, allFeatures(await source.whole(signal), header, source.name), null);
  const found = await findFeatures(withHead(source, head), header, mayMeet, size, signal);
  const parts = found.map(({ start, end }): Part => [header.featuresStart + start, header.featuresStart + end]);
  const bytes = await readParts(source, parts, signal);
  const features = found.map(({ row }, i) => ({ row, bytes: sized(bytes[i], source.name, row) }));
  return zonesOf(source.name, header, features, header.featureCount);
}

/** A source that does not ask again for what is there already. */
function withHead(source: ZoneSource, head: Uint8Array): ZoneSource {
  const part: ZoneSource["part"] = async (offset, length, signal) =>
    offset + length <= head.length ? head.subarray(offset, offset + length) : source.part(offset, length, signal);
  return { ...source, part };
}

function findFeatures(
  source: ZoneSource,
  header: FlatHeader,
  mayMeet: MayMeet,
  size: number,
  signal: AbortSignal | undefined,
): Promise<FoundFeature[]> {
  const { featureCount, nodeSize, indexStart, featuresStart } = header;
  const readNodes = async (ranges: readonly Part[]) => {
    const parts = ranges.map(([start, end]): Part => [indexStart + NODE_BYTES * start, indexStart + NODE_BYTES * end]);
    const bytes = await readParts(source, parts, signal);
    return bytes.map(({ buffer, byteOffset, byteLength }) => new DataView(buffer, byteOffset, byteLength));
  };
  const fail = failer(source.name, null);
  return searchIndex(featureCount, nodeSize, mayMeet, size - featuresStart, readNodes, fail);
}

/** Each feature says how long it is before it begins. */
function allFeatures(bytes: Uint8Array, { featuresStart, featureCount }: FlatHeader, name: string): Feature[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const features: Feature[] = [];
  let at = featuresStart;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint32(at, true);
    features.push({ row: features.length, bytes: sized(bytes.subarray(at, end), name, features.length) });
    at = end;
  }
  if (featureCount > 0 && features.length !== featureCount) {
    throw failer(name, null)(`says that it has ${featureCount} features, and has ${features.length}`);
  }
  return features;
}

/** The feature within the bytes that begin with its length. */
function sized(bytes: Uint8Array, name: string, row: number): Uint8Array {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  if (length + 4 <= bytes.length) return bytes.subarray(4, 4 + length);
  throw failer(name, row)(`says that it has ${length} bytes, of which ${bytes.length - 4} are there`);
}

/** @param rowsInFile how many features the file has, where some were left out; else null */
function zonesOf(name: string, header: FlatHeader, features: readonly Feature[], rowsInFile: number | null): ZoneSet {
  const zones = new LazyZones();
  const reader = new FlatFeatures(zones, header.geometryType);
  for (const { row, bytes } of features) {
    const fail = failer(name, row);
    refuseBroken(fail, () => reader.read(bytes, fail));
    zones.endZone();
  }
  const properties = () =>
    features.map(({ row, bytes }) => refuseBroken(failer(name, row), () => readProperties(bytes, header.columns)));
  const rows = rowsInFile === null ? {} : { rows: Int32Array.from(features, ({ row }) => row), rowsInFile };
  return zones.finish({ crs: header.crs, properties, ...rows });
}
