import { decompressPage } from "./parquet-decompress.ts";
import { checkDeltaHeader, checkSharedBeginnings } from "./parquet-deltas.ts";
import { checkRuns } from "./parquet-runs.ts";
import { ThriftReader, type ThriftStruct } from "./parquet-thrift.ts";

/** What is known of a column's values before its pages. */
export interface ColumnLimits {
  readonly codec: string;
  readonly isBoolean: boolean;
  readonly maxRepetition: number;
  readonly maxDefinition: number;
  /** Rows of the group: no page of a column without lists has more values. */
  readonly rows: number;
}

const [DATA, DICTIONARY, DATA_V2] = [0, 2, 3];
const [PLAIN_DICTIONARY, RLE, DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY, RLE_DICTIONARY] = [
  2, 3, 5, 6, 7, 8,
];
/** A chunk may unpack to so much, whatever it is packed to; and to so many times its bytes. */
const [FREE_BYTES, MOST_RATIO] = [2 ** 26, 100];

/**
 * Walks the pages of a column chunk before hyparquet decodes them: sizes, counts and runs are held against what there
 * is, and pages are unpacked here, within their bounds.
 * @returns the unpacked pages, in the order in which hyparquet will ask for them
 */
export async function checkPages(chunk: Uint8Array, limits: ColumnLimits): Promise<Uint8Array[]> {
  const unpacked: Uint8Array[] = [];
  let budget = Math.max(FREE_BYTES, MOST_RATIO * chunk.length);
  let rows = limits.rows;
  for (let at = 0; at < chunk.length - 1; ) {
    const reader = new ThriftReader(chunk, at);
    const header = reader.struct();
    const [plain, packed] = [number(header, 2), number(header, 3)];
    if (packed > chunk.length - reader.at) throw new RangeError(`a page of ${packed} bytes is not there`);
    const spend = (bytes: number) => {
      budget -= bytes;
      if (budget < 0) throw new RangeError(`its pages claim to hold ${bytes} bytes and more in ${chunk.length}`);
    };
    spend(plain);
    const page = chunk.subarray(reader.at, reader.at + packed);
    at = reader.at + packed;
    const type = number(header, 1);
    const isV2 = type === DATA_V2;
    const own = header.get(isV2 ? 8 : type === DICTIONARY ? 7 : 5);
    if (!(own instanceof Map)) continue;
    const values = number(own, 1);
    const isFlat = limits.maxRepetition === 0;
    if (values > (type === DICTIONARY ? plain + 1 : isFlat ? rows : limits.rows + 65_536 + 8 * plain)) {
      throw new RangeError(`a page claims ${values} values in ${plain} bytes`);
    }
    if (type !== DICTIONARY) rows -= values;
    if (isV2) spend(await checkDataV2(page, plain, own, limits, unpacked));
    else {
      const bytes = await unpack(page, plain, limits.codec, unpacked);
      if (type === DATA) spend(checkData(bytes, values, number(own, 2), limits));
    }
  }
  return unpacked;
}

async function unpack(page: Uint8Array, length: number, codec: string, unpacked: Uint8Array[]): Promise<Uint8Array> {
  if (codec === "UNCOMPRESSED") return page;
  const bytes = await decompressPage(codec, page, length);
  unpacked.push(bytes);
  return bytes;
}

/** @returns how many bytes its values come to beyond those of the page */
function checkData(bytes: Uint8Array, values: number, encoding: number, limits: ColumnLimits): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let present = values;
  for (const most of [limits.maxRepetition, limits.maxDefinition]) {
    if (most === 0) continue;
    const end = at + 4 + view.getUint32(at, true);
    // The last are the definitions: a value is there where they are the highest.
    present = checkLevels(view, at + 4, Math.min(end, view.byteLength), most, values, encoding === DELTA_BYTE_ARRAY);
    at = end;
  }
  return checkValues(view, at, limits.maxDefinition > 0 ? present : values, encoding, limits);
}

async function checkDataV2(
  page: Uint8Array,
  plain: number,
  header: ThriftStruct,
  limits: ColumnLimits,
  unpacked: Uint8Array[],
): Promise<number> {
  const [values, definitions, repetitions] = [number(header, 1), number(header, 5), number(header, 6)];
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const levels = repetitions + definitions;
  if (levels > page.length || levels > plain || number(header, 2) > values || number(header, 3) > limits.rows) {
    throw new RangeError("a page contradicts itself");
  }
  checkLevels(view, 0, repetitions, limits.maxRepetition, values);
  checkLevels(view, repetitions, levels, limits.maxDefinition, values);
  const packed = page.subarray(levels);
  const isPacked = header.get(7) !== false;
  const bytes = isPacked ? await unpack(packed, plain - levels, limits.codec, unpacked) : packed;
  const own = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return checkValues(own, 0, values - number(header, 2), number(header, 4), limits);
}

/**
 * All values have a level: of fewer hyparquet would look for more in what follows.
 * @returns where they are to be counted, how many have the highest one, else all
 */
function checkLevels(
  view: DataView,
  start: number,
  end: number,
  most: number,
  values: number,
  isCounted = false,
): number {
  let highest = 0;
  const count = (level: number, times: number) => {
    if (level === most) highest += times;
  };
  if (most > 0 && checkRuns(view, start, end, 32 - Math.clz32(most), values, isCounted ? count : undefined) < values) {
    throw new RangeError(`a page has fewer levels than its ${values} values`);
  }
  return isCounted ? highest : values;
}

/** @returns how many bytes they come to beyond those of the page */
function checkValues(view: DataView, at: number, values: number, encoding: number, limits: ColumnLimits): number {
  if (at >= view.byteLength) return 0;
  if (encoding === DELTA_BYTE_ARRAY) return checkSharedBeginnings(view, at, values);
  if (encoding === DELTA_BINARY_PACKED || encoding === DELTA_LENGTH_BYTE_ARRAY) checkDeltaHeader(view, at);
  else if (encoding === PLAIN_DICTIONARY || encoding === RLE_DICTIONARY) {
    checkRuns(view, at + 1, view.byteLength, view.getUint8(at), values);
  } else if (encoding === RLE && limits.isBoolean) checkRuns(view, at + 4, view.byteLength, 1, values);
  return 0;
}

function number(struct: ThriftStruct, field: number): number {
  const value = struct.get(field) ?? 0;
  if (typeof value === "number" && value >= 0) return value;
  throw new RangeError(`a page header has ${String(value)} where a size should be`);
}
