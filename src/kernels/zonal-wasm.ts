import base64 from "../../wasm/zonal.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { reserve } from "../compiled/reserve.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import { BLOCK_CELLS } from "../stats/block-sums.ts";
import type { Partials } from "../stats/partial.ts";
import type { CellsInput } from "./zonal.ts";
import type { CompiledReduce } from "./zonal-cpu.ts";
import { addFound, canBeDense, cutsOf, type DenseArray, FOUND } from "./zonal-dense.ts";

type CellType = DenseArray[typeof Symbol.toStringTag];
type WideType = "Int32Array" | "Uint32Array" | "Float32Array";
type ReduceBlocks = (from: number, to: number, nodata: number) => void;

/** What wasm/zonal.ts exports. */
type Compiled = { readonly memory: WebAssembly.Memory } & {
  readonly place: (cells: number, firstRow: number, width: number, runs: number, ends: number, found: number) => void;
  readonly cut: (low: number, squaresHigh: number, squaresLow: number) => void;
  readonly sumFloat32Array: ReduceBlocks;
  readonly reduceFarFloat32Array: ReduceBlocks;
} & { readonly [Name in `reduce${CellType}`]: ReduceBlocks } & {
  readonly [Name in `spanOf${WideType}`]: (runs: number, nodata: number) => void;
};

/** Bytes that are copied for a cell in zones at most, or JavaScript would be as fast. */
const MOST_COPIED = 128;

/** What a worker keeps of memory at most, for cells and runs. */
const MAX_BYTES = 2 ** 25;

/** Blocks that are told of at a time: at 0, in 64 KiB. */
const BATCH = 1024;
const ENDS_AT = 8 * FOUND * BATCH;

/** The reduce by zone in WebAssembly: compiled once for all workers, 128 bits at a time. */
export class ZonalWasm implements CompiledReduce {
  readonly #compiled: Compiled;
  #blocks: Blocks = { ends: new Int32Array(0), zones: new Int32Array(0), firstRow: 0, stopRow: 0 };
  #cellsAt = 0;

  /** @throws where the host has no WebAssembly, or none of 128 bits, or a policy forbids it. */
  constructor() {
    this.#compiled = instantiate<Compiled>(base64);
  }

  begin({ data, mask }: CellsInput): boolean {
    const { width } = mask.window;
    if (!canBeDense(data, width)) return false;
    this.#blocks = blocksOf(mask);
    const { ends, firstRow, stopRow } = this.#blocks;
    const bytes = (stopRow - firstRow) * width * data.BYTES_PER_ELEMENT;
    if (bytes > MOST_COPIED * mask.cells) return false;
    const runsAt = ENDS_AT + ends.byteLength;
    this.#cellsAt = Math.ceil((runsAt + mask.runs.byteLength) / 16) * 16;
    const end = this.#cellsAt + bytes + 16;
    if (end > MAX_BYTES || !reserve(this.#compiled.memory, end)) return false;
    const { memory, place } = this.#compiled;
    new Int32Array(memory.buffer, ENDS_AT).set(ends);
    new Int32Array(memory.buffer, runsAt).set(mask.runs);
    place(this.#cellsAt, firstRow, width, runsAt, ENDS_AT, 0);
    return true;
  }

  addSlice({ data, mask, slices, nodata, needs }: CellsInput, slice: number, partials: Partials): boolean {
    const { height, width } = mask.window;
    const { zones, firstRow, stopRow } = this.#blocks;
    const base = slice * height * width;
    const cells = (data as DenseArray).subarray(base + firstRow * width, base + stopRow * width);
    const { buffer } = this.#compiled.memory;
    new Uint8Array(buffer, this.#cellsAt).set(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength));
    const excluded = nodataOf(cells, nodata);
    const reduce = this.#reduceOf(cells, mask.runs.length / 3, excluded, needs.has("squares"));
    if (!reduce) return false;
    const found = new Float64Array(buffer, 0, FOUND * BATCH);
    for (let from = 0; from < zones.length; from += BATCH) {
      const to = Math.min(from + BATCH, zones.length);
      reduce(from, to, excluded);
      for (let block = from; block < to; block++) {
        addFound(partials, zones[block] * slices + slice, found, FOUND * (block - from));
      }
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

/** Of each block of runs the run after its last one, and its zone; and the rows in which runs are. */
interface Blocks {
  readonly ends: Int32Array;
  readonly zones: Int32Array;
  readonly firstRow: number;
  readonly stopRow: number;
}

/** As many runs of a zone in a block as `BLOCK_CELLS` allow. */
function blocksOf({ zones, runs, offsets, cells }: ClippedMask): Blocks {
  // Of a zone, a block and the next hold more than a block may.
  const most = zones + Math.floor((2 * cells) / BLOCK_CELLS);
  const [ends, zoneOf] = [new Int32Array(most), new Int32Array(most)];
  let blocks = 0;
  let firstRow = runs.length > 0 ? runs[0] : 0;
  let stopRow = firstRow;
  for (let zone = 0; zone < zones; zone++) {
    const to = offsets[zone + 1];
    let held = 0;
    for (let run = offsets[zone]; run < to; run++) {
      const more = runs[3 * run + 2] - runs[3 * run + 1];
      if (held + more > BLOCK_CELLS) {
        ends[blocks] = run;
        zoneOf[blocks++] = zone;
        held = 0;
      }
      held += more;
      if (runs[3 * run] < firstRow) firstRow = runs[3 * run];
      if (runs[3 * run] >= stopRow) stopRow = runs[3 * run] + 1;
    }
    if (held === 0) continue;
    ends[blocks] = to;
    zoneOf[blocks++] = zone;
  }
  return { ends: ends.slice(0, blocks), zones: zoneOf.slice(0, blocks), firstRow, stopRow };
}

/** NaN where no cell can be nodata. */
function nodataOf(cells: DenseArray, nodata: number | bigint | null): number {
  const value = nodata === null ? Number.NaN : Number(nodata);
  const Cells = cells.constructor as new (values: number[]) => DenseArray;
  return new Cells([value])[0] === value ? value : Number.NaN;
}
