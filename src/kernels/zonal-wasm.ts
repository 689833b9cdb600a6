import base64 from "../../wasm/zonal.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { reserve } from "../compiled/reserve.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import { BLOCK_CELLS } from "../stats/block-sums.ts";
import { addExactColumn } from "../stats/exact-sums.ts";
import { addExtremesColumn, type Partials } from "../stats/partial.ts";
import { MOST_COPIED, nodataOf, rowsOfSlice } from "../stats/slice-cells.ts";
import type { CellsInput } from "./zonal.ts";
import type { CompiledReduce } from "./zonal-cpu.ts";
import { canBeDense, cutsOf, type DenseArray } from "./zonal-dense.ts";

type CellType = DenseArray[typeof Symbol.toStringTag];
type WideType = "Int32Array" | "Uint32Array" | "Float32Array";
type ReduceBlocks = (from: number, to: number, nodata: number) => void;

/** What wasm/zonal.ts exports. */
type Compiled = { readonly memory: WebAssembly.Memory } & {
  readonly placeRuns: (runs: number, ends: number, found: number) => void;
  readonly cutRuns: (zones: number, offsets: number, zoneOf: number) => number;
  readonly placeCells: (cells: number, firstRow: number, width: number) => void;
  readonly cut: (low: number, squaresHigh: number, squaresLow: number) => void;
  readonly sumFloat32Array: ReduceBlocks;
  readonly reduceFarFloat32Array: ReduceBlocks;
} & { readonly [Name in `reduce${CellType}`]: ReduceBlocks } & {
  readonly [Name in `spanOf${WideType}`]: (runs: number, nodata: number) => void;
};

/** What a worker keeps of memory at most, for cells and runs. */
const MAX_BYTES = 2 ** 25;

/** Blocks that are told of at a time, in eight columns from 0 on. */
const BATCH = 1024;
const ENDS_AT = 8 * 8 * BATCH;

/** The reduce by zone in WebAssembly: compiled once for all workers, 128 bits at a time. */
export class ZonalWasm implements CompiledReduce {
  readonly #compiled: Compiled;
  /** Of each block its zone. */
  #zones: Int32Array = new Int32Array(0);
  /** The rows in which there are runs, and where their cells go. */
  #firstRow = 0;
  #stopRow = 0;
  #cellsAt = 0;

  /** @throws where the host has no WebAssembly, or none of 128 bits, or a policy forbids it. */
  constructor() {
    this.#compiled = instantiate<Compiled>(base64);
  }

  begin({ data, mask }: CellsInput): boolean {
    const { width } = mask.window;
    if (!canBeDense(data, width) || !this.#placeRuns(mask)) return false;
    const { memory, placeCells } = this.#compiled;
    const bytes = (this.#stopRow - this.#firstRow) * width * data.BYTES_PER_ELEMENT;
    const end = this.#cellsAt + bytes + 16;
    if (bytes > MOST_COPIED * mask.cells || end > MAX_BYTES || !reserve(memory, end)) return false;
    placeCells(this.#cellsAt, this.#firstRow, width);
    return true;
  }

  /** Puts the runs into memory, and cuts them into blocks; false where there is no room. */
  #placeRuns({ zones, runs, offsets, cells }: ClippedMask): boolean {
    const { memory, placeRuns, cutRuns } = this.#compiled;
    // Of a zone, a block and the next hold more than a block may.
    const most = zones + Math.floor((2 * cells) / BLOCK_CELLS);
    const zonesAt = ENDS_AT + 4 * most;
    const offsetsAt = zonesAt + 4 * most;
    const runsAt = offsetsAt + offsets.byteLength;
    this.#cellsAt = Math.ceil((runsAt + runs.byteLength) / 16) * 16;
    if (this.#cellsAt > MAX_BYTES || !reserve(memory, this.#cellsAt)) return false;
    new Int32Array(memory.buffer, offsetsAt).set(offsets);
    new Int32Array(memory.buffer, runsAt).set(runs);
    placeRuns(runsAt, ENDS_AT, 0);
    const blocks = cutRuns(zones, offsetsAt, zonesAt);
    this.#zones = new Int32Array(memory.buffer, zonesAt, blocks).slice();
    [this.#firstRow, this.#stopRow] = new Float64Array(memory.buffer, 0, 2);
    return true;
  }

  addSlice({ data, mask, slices, nodata, needs }: CellsInput, slice: number, partials: Partials): boolean {
    const { height, width } = mask.window;
    const base = slice * height * width;
    const cells = (data as DenseArray).subarray(base + this.#firstRow * width, base + this.#stopRow * width);
    const { buffer } = this.#compiled.memory;
    new Uint8Array(buffer, this.#cellsAt).set(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength));
    const excluded = nodataOf(cells, nodata);
    const reduce = this.#reduceOf(cells, mask.runs.length / 3, excluded, needs.has("squares"));
    if (!reduce) return false;
    const rows = rowsOfSlice(this.#zones, slices, slice);
    for (let from = 0; from < rows.length; from += BATCH) {
      const to = Math.min(from + BATCH, rows.length);
      reduce(from, to, excluded);
      addColumns(partials, rows.subarray(from, to), new Float64Array(buffer, 0, 8 * BATCH));
    }
    return true;
  }

  /** What reduces such cells; null where they must go the general way. */
  #reduceOf(cells: DenseArray, runs: number, nodata: number, squares: boolean): ReduceBlocks | null {
    const compiled = this.#compiled;
    const type = cells[Symbol.toStringTag];
    if (type !== "Float32Array" && type !== "Int32Array" && type !== "Uint32Array") return compiled[`reduce${type}`];
    const floats = type === "Float32Array";
    compiled[`spanOf${type}`](runs, nodata);
    const span = new Float64Array(compiled.memory.buffer, 0, 2);
    const cuts = cutsOf(floats, span[0], span[1], squares);
    if (!cuts) return null;
    compiled.cut(cuts.low, cuts.squaresHigh, cuts.squaresLow);
    if (floats && !squares) return compiled.sumFloat32Array;
    return floats && cuts.areFar ? compiled.reduceFarFloat32Array : compiled[`reduce${type}`];
  }
}

/** Adds what is found of some blocks, each to a row. */
function addColumns(partials: Partials, rows: Int32Array, found: Float64Array): void {
  const { sum, squares, weight } = partials;
  const column = (i: number) => found.subarray(i * BATCH, i * BATCH + rows.length);
  addExtremesColumn(partials, rows, column(0), column(1), column(2));
  if (sum) for (let i = 3; i < 5; i++) addExactColumn(sum, rows, column(i));
  if (squares) for (let i = 5; i < 8; i++) addExactColumn(squares, rows, column(i));
  if (weight) addExactColumn(weight, rows, column(0));
}
