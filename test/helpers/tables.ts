import { type Data, DataType, type Table, type Vector } from "apache-arrow";

/** A value of a column: 128-bit decimals as bigints, lists as arrays. */
export function cellOf(table: Table, column: string, row: number): unknown {
  const vector = table.getChild(column);
  if (!vector) throw new Error(`There is no column ${column}.`);
  return itemOf(vector, row);
}

function itemOf(vector: Vector, row: number): unknown {
  const value = vector.get(row);
  if (value === null) return value;
  if (DataType.isList(vector.type)) {
    return Array.from({ length: value.length }, (_, i) => itemOf(value as Vector, i));
  }
  if (!DataType.isDecimal(vector.type)) return value;
  const words = value as Uint32Array;
  return BigInt.asIntN(
    128,
    [...words].reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
  );
}

export function columnOf(table: Table, column: string): unknown[] {
  return Array.from({ length: table.numRows }, (_, row) => cellOf(table, column, row));
}

/** Everything that columns hold, byte for byte: names, types, nulls and values; not the metadata. */
export function bytesOf(table: Table): string[] {
  return table.schema.fields.map((field, i) => {
    const chunks = table.getChildAt(i)?.data ?? [];
    return [field.name, String(field.type), ...chunks.map(bytesOfData)].join(" ");
  });
}

function bytesOfData(data: Data): string {
  const { nullCount, nullBitmap, valueOffsets, values, children } = data;
  const hex = (array: ArrayBufferView | undefined) =>
    array ? Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("hex") : "none";
  return `${data.length} ${nullCount} ${nullCount > 0 ? hex(nullBitmap) : ""} ${hex(valueOffsets)} ${hex(values)} ${children.map(bytesOfData)}`;
}

/** Equal as numbers, whether a column came out as bigints or as doubles; −0 is not 0. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(" ")}]`;
  if (typeof value === "number" && Number.isInteger(value) && !Object.is(value, -0)) return BigInt(value).toString();
  return Object.is(value, -0) ? "-0" : String(value);
}
