import base64 from "../../wasm/masks.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import type { ClippedMask } from "./clipped-mask.ts";
import { areOffsets, piecesOf } from "./concat-zone-cells.ts";
import type { Mask } from "./mask.ts";
import type { Runs } from "./runs.ts";
import type { PartialCells, ZoneCells } from "./zone-cells.ts";

/** What wasm/masks.ts exports, which says what each is. */
interface Compiled {
  readonly memory: WebAssembly.Memory;
  readonly CELLS: WebAssembly.Global<"i32">;
  readonly place: (...placesEndAndParts: number[]) => void;
  readonly clip: (zones: number, row: number, column: number, height: number, width: number) => number;
  readonly beginMeeting: (height: number, width: number, across: number, chunks: number) => number;
  readonly meet: (first: number, end: number, bounds: number) => void;
  readonly endMeeting: () => number;
  readonly cellsIn: (runs: number) => number;
  readonly shift: (to: number, from: number, count: number, less: number) => void;
}

/** A chunk, numbered row by row, and the zones that have a cell there, ascending. */
export interface MetChunk {
  readonly chunk: number;
  readonly zones: Uint32Array;
}

/** Cells that take more stay with JavaScript. */
const MOST_BYTES = 2 ** 27;
/** A number for each is in memory. */
const MOST_CHUNKS = 2 ** 20;
/** Memory that may stay for the jobs to come. */
const KEPT_BYTES = 2 ** 24;
/** Zones whose bounds are in memory at once. */
const BOUNDS = 2 ** 11;
/** Rows and columns whose sums with places of cells are integers of 32 bits. */
const FARTHEST = 2 ** 30;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), KEPT_BYTES);

/** Cells of zones in WebAssembly, which needs no warming, from where masks are clipped. */
export class PlacedCells {
  readonly #compiled: Compiled;
  readonly #partial: ZoneCells["partial"];
  readonly #bounds: Float64Array | null;
  readonly #zones: number;
  readonly #runs: number;
  /** Where there is room behind them. */
  readonly #end: number;

  constructor(compiled: Compiled, { runs, partial }: ZoneCells, bounds: Float64Array | null, end: number) {
    this.#compiled = compiled;
    this.#bounds = bounds;
    this.#partial = partial;
    this.#zones = lengthOf(runs, "firstRow");
    this.#runs = lengthOf(runs, "starts");
    this.#end = end;
  }

  /** What `clippedMask` gives, to the bit, of a mask of these cells; null where it is too much. */
  clip({ window, zones, partial }: Mask): ClippedMask | null {
    const { row, column, height, width } = window;
    const { memory, clip } = this.#compiled;
    if (partial !== this.#partial || Math.max(row + height, column + width) > FARTHEST) return null;
    if (!reserve(memory, this.#end + zones.byteLength)) return null;
    new Uint32Array(memory.buffer, this.#end).set(zones);
    const cells = clip(zones.length, row, column, height, width);
    if (cells < 0) return null;
    const { buffer } = memory;
    const [runs, parts, ofRuns, runsAt, ofParts, rowsAt, columnsAt, coverageAt] = new Int32Array(buffer, 0, 8);
    const list = (at: number, length: number) => new Int32Array(buffer, at, length).slice();
    return {
      window,
      zones: zones.length,
      runs: list(runsAt, 3 * runs),
      offsets: list(ofRuns, zones.length + 1),
      cells,
      partial: partial && {
        offsets: list(ofParts, zones.length + 1),
        rows: list(rowsAt, parts),
        columns: list(columnsAt, parts),
        coverage: new Float64Array(buffer, coverageAt, parts).slice(),
      },
    };
  }

  /** What `meetChunks` gives, to the bit, of chunks so many side by side and below each other; null where it is too much. */
  meet(
    { partial }: Pick<ZoneCells, "partial">,
    chunkHeight: number,
    chunkWidth: number,
    across: number,
    down: number,
  ): MetChunk[] | null {
    const { memory, beginMeeting, endMeeting } = this.#compiled;
    if (partial !== this.#partial || across * down > MOST_CHUNKS) return null;
    if (Math.max(chunkHeight * (down + 1), chunkWidth * (across + 1)) > FARTHEST) return null;
    if (!beginMeeting(chunkHeight, chunkWidth, across, across * down)) return null;
    this.#meetAll();
    if (!endMeeting()) return null;
    const { buffer } = memory;
    const [count, numbersAt, endsAt, zonesAt] = new Int32Array(buffer, 0, 4);
    const numbers = new Int32Array(buffer, numbersAt, count);
    const ends = new Int32Array(buffer, endsAt, count);
    const zones = new Uint32Array(buffer, zonesAt, count > 0 ? ends[count - 1] : 0).slice();
    const met: MetChunk[] = [];
    for (let i = 0, from = 0; i < count; from = ends[i++]) {
      met.push({ chunk: numbers[i], zones: zones.subarray(from, ends[i]) });
    }
    return met;
  }

  /** Most zones lie within a chunk, which their bounds tell: they go to memory a few at a time. */
  #meetAll(): void {
    const { memory, meet, CELLS } = this.#compiled;
    const bounds = this.#bounds;
    if (!bounds) meet(0, this.#zones, 0);
    for (let first = 0; bounds && first < this.#zones; first += BOUNDS) {
      const end = Math.min(first + BOUNDS, this.#zones);
      new Float64Array(memory.buffer, CELLS.value).set(bounds.subarray(4 * first, 4 * end));
      meet(first, end, CELLS.value);
    }
  }

  /** Cells in all runs. */
  get wholeCells(): number {
    return this.#compiled.cellsIn(this.#runs);
  }

  /** Lets others have the memory: nothing is asked any more. */
  free(): void {
    instances.keep(this.#compiled);
  }
}

/**
 * Puts the cells of all zones of a job into memory of its own; null without WebAssembly, or where they are too many.
 * @param bounds of the zones, as `PixelZones` has them, where they are known
 */
export function placeCells(cells: ZoneCells, bounds: Float64Array | null): PlacedCells | null {
  const { runs, partial } = cells;
  const columns = [...ofRuns.map((name) => columnOf(runs, name)), ...ofPartial.map((name) => columnOf(partial, name))];
  if (columns.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return null;
  const compiled = instances.take();
  if (!compiled) return null;
  const { memory, place, CELLS } = compiled;
  let end = CELLS.value + 32 * BOUNDS;
  const places = columns.map(({ bytes }) => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  });
  if (!reserve(memory, end)) {
    instances.keep(compiled);
    return null;
  }
  for (let i = 0; i < columns.length; i++) copyColumn(compiled, columns[i], places[i]);
  place(...places, end, Number(partial !== null));
  return new PlacedCells(compiled, cells, bounds, end);
}

/** In the order in which `place` takes them. */
const ofRuns = ["firstRow", "rowOffsets", "runOffsets", "starts", "stops"] as const;
const ofPartial = ["offsets", "rows", "columns", "coverage"] as const;

/** All cells' rows, or the like, in one piece or several. */
interface Column {
  readonly pieces: readonly (Int32Array | Float64Array)[];
  /** Whether pieces overlap by one number, and count on from where those before end. */
  readonly areOffsets: boolean;
  /** Of all. */
  readonly bytes: number;
}

function columnOf<Of extends Runs | PartialCells>(columns: Of | null, name: keyof Of & string): Column {
  const pieces = columns ? (piecesOf(columns, name) as Column["pieces"]) : [];
  const isOfOffsets = areOffsets(name);
  const overlap = isOfOffsets && columns ? 4 * (pieces.length - 1) : 0;
  return {
    pieces,
    areOffsets: isOfOffsets,
    bytes: pieces.reduce((sum, { byteLength }) => sum + byteLength, 0) - overlap,
  };
}

function copyColumn({ memory, shift }: Compiled, { pieces, areOffsets }: Column, place: number): void {
  let at = place;
  let before = 0;
  for (const piece of pieces) {
    new Uint8Array(memory.buffer, at).set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
    if (areOffsets && before > 0) shift(at, at, piece.length, -before);
    if (areOffsets) before += piece[piece.length - 1];
    at += piece.byteLength - (areOffsets ? 4 : 0);
  }
}

/** Of a column, so that it is not put together for that. */
function lengthOf(runs: Runs, name: "firstRow" | "starts"): number {
  return piecesOf(runs, name).reduce((sum, { length }) => sum + length, 0);
}
