import { FlatTable } from "./flat-table.ts";
import { type FlatColumn, readColumns } from "./flatgeobuf-header.ts";
import { wholeNumber } from "./whole-number.ts";

const text = new TextDecoder();

/** The properties of a feature; those that it does not have are null. */
export function readProperties(bytes: Uint8Array, ofAll: readonly FlatColumn[]): Record<string, unknown> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const feature = FlatTable.root(view);
  const own = readColumns(feature, 2);
  const columns = own.length > 0 ? own : ofAll;
  const properties: [string, unknown][] = columns.map(({ name }) => [name, null]);
  const values = feature.vector(1, 1);
  let at = values?.start ?? 0;
  const end = at + (values?.length ?? 0);
  while (at + 2 <= end) {
    const column = view.getUint16(at, true);
    if (column >= columns.length) throw new RangeError(`a property names the column ${column} of ${columns.length}`);
    const { value, size } = readValue(view, at + 2, columns[column].type);
    properties[column][1] = value;
    at += 2 + size;
  }
  return Object.fromEntries(properties);
}

/** A value by the number of its type, and how many bytes it takes. Integers that no double holds are bigints. */
function readValue(view: DataView, at: number, type: number): { value: unknown; size: number } {
  if (type === 0) return { value: view.getInt8(at), size: 1 };
  if (type === 1) return { value: view.getUint8(at), size: 1 };
  if (type === 2) return { value: view.getUint8(at) !== 0, size: 1 };
  if (type === 3) return { value: view.getInt16(at, true), size: 2 };
  if (type === 4) return { value: view.getUint16(at, true), size: 2 };
  if (type === 5) return { value: view.getInt32(at, true), size: 4 };
  if (type === 6) return { value: view.getUint32(at, true), size: 4 };
  if (type === 7) return { value: wholeNumber(view.getBigInt64(at, true)), size: 8 };
  if (type === 8) return { value: wholeNumber(view.getBigUint64(at, true)), size: 8 };
  if (type === 9) return { value: view.getFloat32(at, true), size: 4 };
  if (type === 10) return { value: view.getFloat64(at, true), size: 8 };
  if (type > 14) throw new RangeError(`a column is of the unknown type ${type}`);
  const length = view.getUint32(at, true);
  if (at + 4 + length > view.byteLength) throw new RangeError(`a text of ${length} bytes is not there`);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 4, length);
  if (type === 14) return { value: null, size: 4 + length }; // binary: nothing that a table could show
  const string = text.decode(bytes);
  return { value: type === 12 ? parseOrText(string) : string, size: 4 + length };
}

function parseOrText(string: string): unknown {
  try {
    return JSON.parse(string);
  } catch {
    return string;
  }
}
