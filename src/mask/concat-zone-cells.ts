import { concat } from "../source/concat.ts";
import { cellsInPart, runsIn, tellCount } from "./placing.ts";
import type { Runs } from "./runs.ts";
import type { PartialCells, ZoneCells } from "./zone-cells.ts";

/**
 * The cells of all zones from those of slices of them, in order:
 * `concatZoneCells(slices.map((slice) => zoneCells(slice, height, width, rule)))` is to the bit `zoneCells` of the zones
 * that were sliced (`sliceZones`). Slices and cells are plain objects of typed arrays, so that each slice may be computed
 * in a worker of its own: both ways they can be cloned, or their buffers transferred.
 */
export function concatZoneCells(parts: readonly ZoneCells[]): ZoneCells {
  if (parts.length === 1) return parts[0];
  const partials = parts.map(({ partial }) => partial);
  const partial = partials.every((partial) => partial !== null) ? joined(partials) : null;
  const runs = joined(parts.map(({ runs }) => runs));
  let inPart = 0;
  let ofRuns = 0;
  for (const part of parts) {
    inPart += cellsInPart(part.partial);
    ofRuns += runsIn(part.runs);
  }
  if (partial) tellCount(partial, inPart);
  tellCount(runs, ofRuns);
  return { runs, partial };
}

type Columns = Runs | PartialCells;
type Column = Int32Array | Float64Array;

/** Columns that begin with 0 and end with how much there is. */
const offsets: readonly string[] = ["rowOffsets", "runOffsets", "offsets"] satisfies (
  | keyof Runs
  | keyof PartialCells
)[];

/** Of columns that are yet to be put together those of the slices. */
const slicesOf = new WeakMap<Columns, Map<string, readonly Column[]>>();

/** A column in as many pieces as it came: where they are copied once more anyway, nobody needs them in one. */
export function piecesOf<Of extends Columns>(columns: Of, name: keyof Of & string): readonly Of[keyof Of][] {
  const pieces = slicesOf.get(columns)?.get(name) as readonly Of[keyof Of][] | undefined;
  return pieces ?? [columns[name]];
}

/** Each column, which may be long, is put together once it is read, and a plain value from then on: loops read it often. */
function joined<Of extends Columns>(parts: readonly Of[]): Of {
  const all = {};
  const slices = new Map<string, readonly Column[]>();
  for (const name of Object.keys(parts[0])) {
    const pieces = parts.map((part) => part[name as keyof Of] as Column);
    slices.set(name, pieces);
    const get = () => {
      const value = joinedColumn(name, slices.get(name) ?? []);
      slices.delete(name);
      Object.defineProperty(all, name, { value });
      return value;
    };
    Object.defineProperty(all, name, { get, enumerable: true, configurable: true });
  }
  slicesOf.set(all as Of, slices);
  return all as Of;
}

function joinedColumn(name: string, pieces: readonly Column[]): Column {
  return areOffsets(name) ? concatOffsets(pieces as readonly Int32Array[]) : concat(pieces);
}

/** Whether a column begins with 0, and ends with how much there is: pieces of it overlap by one, and follow on each other. */
export function areOffsets(name: string): boolean {
  return offsets.includes(name);
}

function concatOffsets(parts: readonly Int32Array[]): Int32Array {
  let length = 1;
  for (const part of parts) length += part.length - 1;
  const all = new Int32Array(length);
  let end = 0;
  for (const part of parts) {
    putShifted(all, end, part, all[end]);
    end += part.length - 1;
  }
  return all;
}

/** A loop that V8 compiles soon. */
function putShifted(to: Int32Array, at: number, from: Int32Array, by: number): void {
  for (let i = 0; i < from.length; i++) to[at + i] = from[i] + by;
}
