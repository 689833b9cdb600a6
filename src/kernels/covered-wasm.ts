import base64 from "../../wasm/covered.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { reserve } from "../compiled/reserve.ts";
import type { PartialCells } from "../mask/zone-cells.ts";
import type { CellArray } from "../source/source.ts";
import { addExactColumn, type ExactSums } from "../stats/exact-sums.ts";
import type { KeptCells } from "../stats/kept-cells.ts";
import { addExtremesColumn, type Partials, rowsFrom } from "../stats/partial.ts";
import { rowsOfSlice } from "../stats/slice-cells.ts";
import type { CellsInput } from "./zonal.ts";
import type { CompiledCovered } from "./zonal-partial.ts";

/** What wasm/covered.ts exports. */
interface Compiled {
  readonly memory: WebAssembly.Memory;
  readonly addCovered: (
    zones: number,
    offsets: number,
    values: number,
    coverage: number,
    found: number,
    nodata: number,
    sums: boolean,
    squares: boolean,
  ) => void;
  readonly keepCovered: (
    zones: number,
    offsets: number,
    values: number,
    coverage: number,
    found: number,
    nodata: number,
    kept: number,
  ) => number;
}

/** Columns of what is left of zones: count, least, greatest, and the components of three sums. */
const COLUMNS = 15;
const COMPONENTS = 4;

/** What a worker keeps of memory at most. */
const MAX_BYTES = 2 ** 24;

/** Cells that zones cover in part, in WebAssembly: V8 compiles the same in JavaScript for longer than it runs. */
export class CoveredWasm implements CompiledCovered {
  readonly #compiled: Compiled;
  /** Where things lie in memory: what is found at 0, the rest behind it. */
  #coverageAt = 0;
  #valuesAt = 0;
  #offsetsAt = 0;
  #keptAt = 0;

  /** @throws where the host has no WebAssembly, or a policy forbids it. */
  constructor() {
    this.#compiled = instantiate<Compiled>(base64);
  }

  begin({ data, mask }: CellsInput, { offsets, coverage }: PartialCells, { sketches, kept }: Partials): boolean {
    if (sketches || data instanceof BigInt64Array || data instanceof BigUint64Array) return false;
    this.#coverageAt = 8 * COLUMNS * mask.zones;
    this.#valuesAt = this.#coverageAt + coverage.byteLength;
    this.#offsetsAt = this.#valuesAt + coverage.byteLength;
    this.#keptAt = Math.ceil((this.#offsetsAt + offsets.byteLength) / 8) * 8;
    const end = this.#keptAt + (kept ? coverage.byteLength : 0);
    if (end > MAX_BYTES || !reserve(this.#compiled.memory, end)) return false;
    const { buffer } = this.#compiled.memory;
    new Float64Array(buffer, this.#coverageAt).set(coverage);
    new Int32Array(buffer, this.#offsetsAt).set(offsets);
    return true;
  }

  addSlice(input: CellsInput, cells: PartialCells, slice: number, partials: Partials): Float64Array {
    const { memory, addCovered } = this.#compiled;
    const { mask, slices } = input;
    const { height, width } = mask.window;
    const { sum, squares, weight } = partials;
    const values = new Float64Array(memory.buffer, this.#valuesAt, cells.coverage.length);
    gather(values, input.data as NarrowArray, cells, slice * height * width, width);
    // No double is a bigint, and no number is NaN.
    const nodata = typeof input.nodata === "number" ? input.nodata : Number.NaN;
    const { zones } = mask;
    addCovered(zones, this.#offsetsAt, this.#valuesAt, this.#coverageAt, 0, nodata, sum !== null, squares !== null);
    const rows = rowsOfSlice(rowsFrom(0, zones), slices, slice);
    const column = (i: number) => new Float64Array(memory.buffer, 8 * zones * i, zones);
    const add = (sums: ExactSums, first: number) => {
      for (let i = first; i < first + COMPONENTS; i++) addExactColumn(sums, rows, column(i));
    };
    addExtremesColumn(partials, rows, column(0), column(1), column(2));
    if (partials.kept) this.#keep(partials.kept, rows, values, nodata, input.data);
    if (weight) add(weight, 3);
    if (sum) add(sum, 3 + COMPONENTS);
    if (squares) add(squares, 3 + 2 * COMPONENTS);
    return column(0);
  }

  /** Keeps the valid cells of a slice: those of the zones that were added up. */
  #keep(kept: KeptCells, rows: Int32Array, values: Float64Array, nodata: number, like: CellArray): void {
    const { memory, keepCovered } = this.#compiled;
    const [at, coverageAt] = [this.#valuesAt, this.#coverageAt];
    const n = keepCovered(rows.length, this.#offsetsAt, at, coverageAt, 0, nodata, this.#keptAt);
    const coverage = new Float64Array(memory.buffer, this.#keptAt, n);
    kept.addCovered(rows, new Float64Array(memory.buffer, 0, rows.length), values.subarray(0, n), coverage, like);
  }
}

/** Cells that a double holds exactly. */
type NarrowArray = Exclude<CellArray, BigInt64Array | BigUint64Array>;

/** A slice's cells, as stored, zone after zone. */
function gather(
  values: Float64Array,
  data: NarrowArray,
  { rows, columns }: PartialCells,
  base: number,
  width: number,
): void {
  for (let i = 0; i < values.length; i++) values[i] = data[base + rows[i] * width + columns[i]];
}
