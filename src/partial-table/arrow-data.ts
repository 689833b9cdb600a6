import {
  Binary,
  type Data,
  type DataType,
  Field,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  List,
  makeData,
  type Table,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  type Utf8,
  type Vector,
} from "apache-arrow";
import { rastrumError } from "../errors.ts";
import type { CellArray, Dtype } from "../source/source.ts";
import { listOffsets } from "../table.ts";

/** The Arrow type of cells as they are stored. */
const cellTypes: Readonly<Record<Dtype, DataType>> = {
  bool: new Uint8(),
  int8: new Int8(),
  uint8: new Uint8(),
  int16: new Int16(),
  uint16: new Uint16(),
  int32: new Int32(),
  uint32: new Uint32(),
  int64: new Int64(),
  uint64: new Uint64(),
  float16: new Float32(),
  float32: new Float32(),
  float64: new Float64(),
};

export function cellType(dtype: Dtype): DataType {
  return cellTypes[dtype];
}

export function listType(item: DataType): DataType {
  return new List(new Field("item", item, true));
}

/** A column of numbers, none of them null unless a bitmap says so. */
export function plainData(
  type: DataType,
  data: CellArray,
  nulls?: { readonly bitmap: Uint8Array; readonly nullCount: number },
): Data {
  const { bitmap: nullBitmap, nullCount = 0 } = nulls ?? {};
  return makeData({ type, length: data.length, nullCount, nullBitmap, data } as Parameters<typeof makeData>[0]);
}

/** @param type Utf8 where the bytes are those of texts */
export function binaryData(values: readonly Uint8Array[], type: Binary | Utf8 = new Binary()): Data {
  const valueOffsets = listOffsets(values);
  const data = new Uint8Array(valueOffsets[values.length]);
  values.forEach((value, i) => {
    data.set(value, valueOffsets[i]);
  });
  return makeData({ type: type as Binary, length: values.length, nullCount: 0, valueOffsets, data });
}

/** A column of lists: `child` holds the items of all of them, one after the other. */
export function listData(lists: readonly { readonly length: number }[], child: Data): Data {
  const type = listType(child.type as DataType) as List;
  return makeData({ type, length: lists.length, nullCount: 0, valueOffsets: listOffsets(lists), child });
}

/** A column of a table of partials, whatever its type. Throws `invalid-partials` where it is missing. */
export function anyColumnOf(table: Table, name: string): Vector {
  const vector = table.getChild(name);
  if (vector) return vector;
  throw wrongTable(name, "is missing");
}

/** A column of a table of partials. Throws `invalid-partials` where it is missing or of another type. */
export function columnOf(table: Table, name: string, type: DataType): Vector {
  const vector = anyColumnOf(table, name);
  if (String(vector.type) === String(type)) return vector;
  throw wrongTable(name, `is ${vector.type}, not ${type}`);
}

function wrongTable(column: string, fault: string) {
  const message = `This is no table that zonalPartials gave: the column "${column}" ${fault}.`;
  return rastrumError("invalid-partials", message, { what: column });
}
