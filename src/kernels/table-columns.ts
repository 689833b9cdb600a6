import { roundedSum } from "../stats/rounded-sum.ts";
import type { TableValue } from "../stats/statistic.ts";

/** What wasm/table-columns.ts exports. */
export interface CompiledColumns {
  readonly memory: WebAssembly.Memory;
  readonly placeTables: (zones: number, tabled: number, ends: number, weights: number, values: number) => void;
  readonly putEmpty: (to: number) => void;
  readonly putLengths: (to: number) => void;
  readonly putFirstHeaviest: (to: number) => void;
  readonly putFirstLightest: (to: number) => void;
  readonly putLastHeaviest: (to: number) => void;
  readonly putEnds: (to: number) => void;
  readonly putValues: (to: number) => void;
  readonly putSums: (to: number) => number;
  readonly putShares: (sums: number, to: number) => void;
}

/** Tables in memory: of how many zones, with how many values in all. */
export interface TablesThere {
  readonly zones: number;
  readonly length: number;
  readonly weights: number;
  /** Room for a double a zone or a value, whichever are more, and for another a zone. */
  readonly room: number;
  readonly zoneRoom: number;
}

/** One number a zone, 0 where it is null; or a list a zone, behind each other. */
export type TableColumn =
  | { readonly numbers: Float64Array; readonly isNull: Uint8Array }
  | { readonly numbers: Float64Array; readonly offsets: Int32Array };

/** What frequency.ts finds in a table, of all that were placed. */
export function columnOfTables(compiled: CompiledColumns, there: TablesThere, value: TableValue): TableColumn {
  const { zones, length, room } = there;
  const numbers = (count: number) => new Float64Array(compiled.memory.buffer, room, count).slice();
  switch (value) {
    case "values":
      compiled.putValues(room);
      return { numbers: numbers(length), offsets: offsetsOf(compiled, there) };
    case "shares": {
      const offsets = offsetsOf(compiled, there);
      putSums(compiled, there, offsets);
      compiled.putShares(there.zoneRoom, room);
      return { numbers: numbers(length), offsets };
    }
    case "length":
      compiled.putLengths(room);
      return { numbers: numbers(zones), isNull: new Uint8Array(zones) };
    case "first heaviest":
      compiled.putFirstHeaviest(room);
      break;
    case "first lightest":
      compiled.putFirstLightest(room);
      break;
    case "last heaviest":
      compiled.putLastHeaviest(room);
  }
  compiled.putEmpty(there.zoneRoom);
  const isNull = new Uint8Array(compiled.memory.buffer, there.zoneRoom, zones).slice();
  return { numbers: numbers(zones), isNull };
}

/** Where each zone's values begin among all, and the last end. */
function offsetsOf({ memory, putEnds }: CompiledColumns, { zones, zoneRoom }: TablesThere): Int32Array {
  const offsets = new Int32Array(zones + 1);
  putEnds(zoneRoom);
  offsets.set(new Int32Array(memory.buffer, zoneRoom, zones), 1);
  return offsets;
}

/** Puts the weights of each table added up, rounded once. */
function putSums(
  compiled: CompiledColumns,
  { zones, length, weights, zoneRoom }: TablesThere,
  offsets: Int32Array,
): void {
  if (compiled.putSums(zoneRoom)) return;
  const { buffer } = compiled.memory;
  const sums = new Float64Array(buffer, zoneRoom, zones);
  const all = new Float64Array(buffer, weights, length);
  for (let i = 0; i < zones; i++) if (Number.isNaN(sums[i])) sums[i] = roundedSum(all, offsets[i], offsets[i + 1]);
}
