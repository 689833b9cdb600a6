import base64 from "../../wasm/covered.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { reserve } from "../compiled/reserve.ts";
import type { PartialCells } from "../mask/zone-cells.ts";
import type { CellArray } from "../source/source.ts";
import { addExact, type ExactSums } from "../stats/exact-sums.ts";
import { addExtremes, type Partials } from "../stats/partial.ts";
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
}

/** Doubles that are left of a zone: count, least, greatest, nothing, and the components of three sums. */
const FOUND = 16;
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
  #found = new Float64Array(0);

  /** @throws where the host has no WebAssembly, or a policy forbids it. */
  constructor() {
    this.#compiled = instantiate<Compiled>(base64);
  }

  begin({ data, mask }: CellsInput, { offsets, coverage }: PartialCells, { kept, sketches }: Partials): boolean {
    if (kept || sketches || data instanceof BigInt64Array || data instanceof BigUint64Array) return false;
    this.#coverageAt = 8 * FOUND * mask.zones;
    this.#valuesAt = this.#coverageAt + coverage.byteLength;
    this.#offsetsAt = this.#valuesAt + coverage.byteLength;
    const end = this.#offsetsAt + offsets.byteLength;
    if (end > MAX_BYTES || !reserve(this.#compiled.memory, end)) return false;
    const { buffer } = this.#compiled.memory;
    this.#found = new Float64Array(buffer, 0, FOUND * mask.zones);
    new Float64Array(buffer, this.#coverageAt).set(coverage);
    new Int32Array(buffer, this.#offsetsAt).set(offsets);
    return true;
  }

  reduceSlice(input: CellsInput, cells: PartialCells, slice: number, { sum, squares }: Partials): void {
    const { memory, addCovered } = this.#compiled;
    const { height, width } = input.mask.window;
    const values = new Float64Array(memory.buffer, this.#valuesAt, cells.coverage.length);
    gather(values, input.data as NarrowArray, cells, slice * height * width, width);
    // No double is a bigint, and no number is NaN.
    const nodata = typeof input.nodata === "number" ? input.nodata : Number.NaN;
    const { zones } = input.mask;
    addCovered(zones, this.#offsetsAt, this.#valuesAt, this.#coverageAt, 0, nodata, sum !== null, squares !== null);
  }

  addZone(zone: number, partials: Partials, row: number): boolean {
    const found = this.#found;
    const at = FOUND * zone;
    if (found[at] < 0) return false;
    addExtremes(partials, row, found[at], found[at + 1], found[at + 2]);
    addComponents(partials.weight, row, found, at + COMPONENTS);
    addComponents(partials.sum, row, found, at + 2 * COMPONENTS);
    addComponents(partials.squares, row, found, at + 3 * COMPONENTS);
    return true;
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

function addComponents(sums: ExactSums | null, row: number, found: Float64Array, at: number): void {
  if (!sums) return;
  for (let i = at; i < at + COMPONENTS; i++) if (found[i] !== 0) addExact(sums, row, found[i]);
}
