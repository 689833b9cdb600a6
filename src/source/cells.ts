import { roundToHalf } from "./half.ts";
import type { CellArray, Dtype } from "./source.ts";

type CellArrayConstructor = {
  new (length: number): CellArray;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): CellArray;
  readonly BYTES_PER_ELEMENT: number;
};

/** How cells of each type are held in memory: bool as bytes, float16 widened to float32. */
const ARRAYS: Record<Dtype, CellArrayConstructor> = {
  bool: Uint8Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float16: Float32Array,
  float32: Float32Array,
  float64: Float64Array,
};

export function isDtype(name: unknown): name is Dtype {
  return typeof name === "string" && Object.hasOwn(ARRAYS, name);
}

export function createCells(dtype: Dtype, length: number): CellArray {
  return new ARRAYS[dtype](length);
}

/** Bytes as the cells that they are; they must begin where such cells may. */
export function viewCells(dtype: Dtype, { buffer, byteOffset, byteLength }: ArrayBufferView): CellArray {
  const type = ARRAYS[dtype];
  return new type(buffer, byteOffset, byteLength / type.BYTES_PER_ELEMENT);
}

/** True where `data` is the array that holds cells of `dtype`. */
export function holdsDtype(data: CellArray, dtype: Dtype): boolean {
  return data instanceof ARRAYS[dtype];
}

/** The type that an array of cells has where nothing else is said (a Uint8Array is uint8, never bool). */
export function dtypeOf(data: unknown): Dtype | null {
  for (const [dtype, type] of Object.entries(ARRAYS)) {
    if (dtype !== "bool" && dtype !== "float16" && data instanceof type) return dtype as Dtype;
  }
  return null;
}

/**
 * `value` as a cell of `dtype` would store it, or null where no such cell can have it (1.5 or 300 among bytes),
 * so that a sentinel compares equal to the cells that hold it.
 */
export function asCell(value: number | bigint, dtype: Dtype): number | bigint | null {
  if (dtype === "float64") return Number(value);
  if (dtype === "float32") return Math.fround(Number(value));
  if (dtype === "float16") return roundToHalf(Number(value));
  if (typeof value === "number" && !Number.isInteger(value)) return null;
  const cells = createCells(dtype, 1);
  if (cells instanceof BigInt64Array || cells instanceof BigUint64Array) cells[0] = BigInt(value);
  else cells[0] = Number(value);
  const cell = cells[0];
  // A cell that wrapped around is another number.
  return BigInt(cell) === BigInt(value) ? cell : null;
}
