import base64 from "../../wasm/masks.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import type { ClippedMask } from "./clipped-mask.ts";
import { piecesOf } from "./concat-zone-cells.ts";
import type { Mask } from "./mask.ts";
import type { ZoneCells } from "./zone-cells.ts";

/** What wasm/masks.ts exports, which says what each is. */
interface Compiled {
  readonly memory: WebAssembly.Memory;
  readonly CELLS: WebAssembly.Global<"i32">;
  readonly place: (...placesEndAndParts: number[]) => void;
  readonly clip: (zones: number, row: number, column: number, height: number, width: number) => number;
  readonly meet: (zones: number, height: number, width: number, across: number, chunks: number) => number;
  readonly cellsIn: (runs: number) => number;
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
/** Rows and columns whose sums with places of cells are integers of 32 bits. */
const FARTHEST = 2 ** 30;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), KEPT_BYTES);

/** Cells of zones in WebAssembly, which needs no warming, from where masks are clipped. */
export class PlacedCells {
  readonly #compiled: Compiled;
  readonly #partial: ZoneCells["partial"];
  readonly #runs: number;
  /** Where there is room behind them. */
  readonly #end: number;

  constructor(compiled: Compiled, { runs, partial }: ZoneCells, end: number) {
    this.#compiled = compiled;
    this.#partial = partial;
    this.#runs = runs.starts.length;
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
    { runs, partial }: ZoneCells,
    chunkHeight: number,
    chunkWidth: number,
    across: number,
    down: number,
  ): MetChunk[] | null {
    const { memory, meet } = this.#compiled;
    if (partial !== this.#partial || across * down > MOST_CHUNKS) return null;
    if (Math.max(chunkHeight * (down + 1), chunkWidth * (across + 1)) > FARTHEST) return null;
    if (!meet(runs.firstRow.length, chunkHeight, chunkWidth, across, across * down)) return null;
    const { buffer } = memory;
    const [count, numbersAt, endsAt, zonesAt] = new Int32Array(buffer, 0, 4);
    const numbers = new Int32Array(buffer, numbersAt, count);
    const ends = new Int32Array(buffer, endsAt, count);
    const met: MetChunk[] = [];
    for (let i = 0, from = 0; i < count; from = ends[i++]) {
      met.push({ chunk: numbers[i], zones: new Uint32Array(buffer, zonesAt + 4 * from, ends[i] - from).slice() });
    }
    return met;
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

/** Puts the cells of all zones of a job into memory of its own; null without WebAssembly, or where they are too many. */
export function placeCells(cells: ZoneCells): PlacedCells | null {
  const { firstRow, rowOffsets, runOffsets, starts, stops } = cells.runs;
  const columns = [firstRow, rowOffsets, runOffsets, starts, stops].map((column): readonly Column[] => [column]);
  const { partial } = cells;
  columns.push(partial ? [partial.offsets] : []);
  for (const name of ["rows", "columns", "coverage"] as const) columns.push(partial ? piecesOf(partial, name) : []);
  if (columns.reduce((sum, column) => sum + bytesOf(column), 0) > MOST_BYTES) return null;
  const compiled = instances.take();
  if (!compiled) return null;
  const { memory, place, CELLS } = compiled;
  let end = CELLS.value;
  const places = columns.map((column) => {
    const at = end;
    end += Math.ceil(bytesOf(column) / 16) * 16;
    return at;
  });
  if (!reserve(memory, end)) return null;
  columns.forEach((column, i) => {
    let at = places[i];
    for (const { buffer, byteOffset, byteLength } of column) {
      new Uint8Array(memory.buffer, at).set(new Uint8Array(buffer, byteOffset, byteLength));
      at += byteLength;
    }
  });
  place(...places, end, Number(partial !== null));
  return new PlacedCells(compiled, cells, end);
}

/** All cells' rows, or the like, in one piece or several. */
type Column = Int32Array | Float64Array;

function bytesOf(column: readonly Column[]): number {
  return column.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
