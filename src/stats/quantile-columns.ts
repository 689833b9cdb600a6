import base64 from "../../wasm/quantiles.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import { type Array32, array32For, BYTES_MORE, BYTES_PARTIAL, BYTES_WHOLE, kindOf } from "./cells-32.ts";
import { gatherRows } from "./gather-rows.ts";
import type { CellsByRow } from "./kept-cells.ts";
import { needed, type Partials, rowsFrom } from "./partial.ts";
import type { Scaling } from "./power-sums.ts";

/** What wasm/quantiles.ts exports. */
interface Compiled {
  readonly memory: WebAssembly.Memory;
  readonly placeColumns: (cells: number, parts: number, coverage: number) => void;
  readonly quantiles: (
    groups: number,
    end: number,
    kind: number,
    weighed: boolean,
    asked: number,
    count: number,
    scale: number,
    offset: number,
    found: number,
  ) => void;
}

/** Quantiles that are asked for, and the columns that they go to. */
export interface AskedQuantiles {
  readonly qs: readonly number[];
  readonly columns: readonly unknown[][];
}

/** Numbers of a group: where its whole cells begin and how many they are, then the same of those in part. */
const PLACES = 4;
/** Read behind cells. */
const LANES = 16;

/** What a thread keeps of memory: larger groups are JavaScript's. */
const MOST_BYTES = 2 ** 24;
/** Cells that are looked at together, where no group has more: few enough to stay in a cache. */
const MOST_CELLS = 2 ** 17;
/** Bytes of what says where groups are, and of their quantiles, together. */
const MOST_BYTES_OF_GROUPS = 2 ** 21;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), MOST_BYTES);

/**
 * Puts the quantiles (quantile.ts) of some rows into columns, many rows at once: of one after the other V8 compiles the
 * JavaScript for longer than it runs.
 * @returns whether all are found; the others JavaScript must find
 */
export function putQuantiles(
  asked: AskedQuantiles,
  partials: Partials,
  rows: ArrayLike<number>,
  scaling: Scaling,
): boolean {
  const kept = needed(partials.kept);
  // Scale and offset at once take more than a double.
  if ((scaling.scale !== 1 && scaling.offset !== 0) || kept.isTabled) return false;
  const compiled = instances.take();
  if (!compiled) return false;
  const batches = new Batches(compiled, asked, scaling, partials.weight !== null);
  const inColumns = kept.inColumns(partials.rows);
  let isAll = true;
  if (inColumns) isAll = batches.put(inColumns, rows, 0);
  else {
    for (let from = 0; from < rows.length; ) {
      const some = rowsOfCells(partials.count, rows, from, batches.mostGroups);
      const places = rowsFrom(0, some.length);
      const cells = gatherRows(kept, some, places, some.length);
      isAll = batches.put(cells, places, from) && isAll;
      if (!isAll && !isTaken(cells)) break; // nor are those of other rows
      from += some.length;
    }
  }
  instances.keep(compiled);
  return isAll;
}

/** Whether quantiles are found of cells of their type: those of 8 bits are counted by value. */
function isTaken({ whole, values }: CellsByRow): boolean {
  const like = whole ?? values;
  return like === null || (array32For(like) !== null && like.BYTES_PER_ELEMENT > 1);
}

/** Rows from one on, one at least, that are looked at together. */
function rowsOfCells(counts: Float64Array, rows: ArrayLike<number>, from: number, mostGroups: number): Int32Array {
  const some: number[] = [rows[from]];
  let cells = counts[rows[from]];
  for (let i = from + 1; i < rows.length && some.length < mostGroups; i++) {
    cells += counts[rows[i]];
    if (cells > MOST_CELLS) break;
    some.push(rows[i]);
  }
  return Int32Array.from(some);
}

/** Finds quantiles of as many groups at a time as there is room for. */
class Batches {
  /** Groups that are looked at together. */
  readonly mostGroups: number;
  readonly #compiled: Compiled;
  readonly #asked: AskedQuantiles;
  readonly #scaling: Scaling;
  readonly #weighed: boolean;

  constructor(compiled: Compiled, asked: AskedQuantiles, scaling: Scaling, weighed: boolean) {
    this.#compiled = compiled;
    this.#asked = asked;
    this.#scaling = scaling;
    this.#weighed = weighed;
    const bytesOfGroup = 4 * PLACES + 8 * asked.qs.length;
    this.mostGroups = Math.max(1, Math.floor(MOST_BYTES_OF_GROUPS / bytesOfGroup));
  }

  /** Puts those of some rows of cells into the columns, from `first` on. @returns whether all are found */
  put(cells: CellsByRow, rows: ArrayLike<number>, first: number): boolean {
    const like = cells.whole ?? cells.values;
    const Cells = like && array32For(like);
    if (!Cells || !isTaken(cells)) return false;
    const { wholeOffsets: whole, offsets: parts } = cells;
    let isAll = true;
    for (let from = 0; from < rows.length; ) {
      const to = Math.min(endOfBatch(whole, parts, rows, from), from + this.mostGroups);
      const places = placesOf(whole, parts, rows, from, to);
      const found = this.#find(Cells, cells, places, whole[rows[from]], parts[rows[from]]);
      isAll = found !== null && putFound(this.#asked.columns, first + from, found, places) && isAll;
      from = to;
    }
    return isAll;
  }

  /** Quantiles of groups, one after the other; NaN where JavaScript must find them, null where it must find all. */
  #find(
    Cells: Array32,
    { whole, values, coverage }: CellsByRow,
    places: Int32Array,
    firstWhole: number,
    firstPart: number,
  ): Float64Array | null {
    const { memory, placeColumns, quantiles } = this.#compiled;
    const { qs } = this.#asked;
    const last = places.length - PLACES;
    const [wholeCells, parts] = [places[last] + places[last + 1], places[last + 2] + places[last + 3]];
    const groups = places.length / PLACES;
    const qsAt = Math.ceil(bytesOfLargest(places) / 16) * 16;
    const foundAt = qsAt + 8 * qs.length;
    const coverageAt = foundAt + 8 * qs.length * groups;
    const placesAt = coverageAt + 8 * parts;
    const wholeAt = placesAt + places.byteLength;
    const partsAt = wholeAt + 4 * wholeCells;
    const end = partsAt + 4 * parts + LANES;
    if (end > MOST_BYTES || !reserve(memory, end)) return null;
    const { buffer } = memory;
    new Float64Array(buffer, qsAt).set(qs);
    new Int32Array(buffer, placesAt).set(places);
    // One name for all kinds.
    if (whole) new Cells(buffer, wholeAt).set(whole.subarray(firstWhole, firstWhole + wholeCells) as Float32Array);
    if (values) new Cells(buffer, partsAt).set(values.subarray(firstPart, firstPart + parts) as Float32Array);
    new Float64Array(buffer, coverageAt).set(coverage.subarray(firstPart, firstPart + parts));
    placeColumns(wholeAt, partsAt, coverageAt);
    const { scale, offset } = this.#scaling;
    quantiles(placesAt, wholeAt, kindOf(Cells), this.#weighed, qsAt, qs.length, scale, offset, foundAt);
    return new Float64Array(buffer, foundAt, qs.length * groups);
  }
}

/** Where rows end whose cells are looked at together: they ascend, and there are not too many cells from first to last. */
function endOfBatch(whole: Int32Array, parts: Int32Array, rows: ArrayLike<number>, from: number): number {
  const most = whole[rows[from]] + parts[rows[from]] + MOST_CELLS;
  let to = from + 1;
  while (to < rows.length && rows[to] > rows[to - 1] && whole[rows[to] + 1] + parts[rows[to] + 1] <= most) to++;
  return to;
}

function placesOf(whole: Int32Array, parts: Int32Array, rows: ArrayLike<number>, from: number, to: number): Int32Array {
  const places = new Int32Array(PLACES * (to - from));
  for (let i = from, at = 0; i < to; i++, at += PLACES) {
    const row = rows[i];
    places[at] = whole[row] - whole[rows[from]];
    places[at + 1] = whole[row + 1] - whole[row];
    places[at + 2] = parts[row] - parts[rows[from]];
    places[at + 3] = parts[row + 1] - parts[row];
  }
  return places;
}

/** Of what order statistics of one group take at most. */
function bytesOfLargest(places: Int32Array): number {
  let most = 0;
  for (let at = 0; at < places.length; at += PLACES) {
    most = Math.max(most, BYTES_WHOLE * places[at + 1] + BYTES_PARTIAL * places[at + 3]);
  }
  return BYTES_MORE + most;
}

/** @returns whether all groups that have cells have theirs */
function putFound(columns: AskedQuantiles["columns"], first: number, found: Float64Array, places: Int32Array): boolean {
  const { length } = columns;
  let isAll = true;
  for (let i = 0; i < found.length; i++) {
    const group = Math.floor(i / length);
    if (!Number.isNaN(found[i])) columns[i % length][first + group] = found[i];
    else if (places[PLACES * group + 1] + places[PLACES * group + 3] > 0) isAll = false;
  }
  return isAll;
}
