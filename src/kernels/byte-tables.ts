import base64 from "../../wasm/byte-tables.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { CellsInRows } from "../stats/cells-in-rows.ts";
import { addExactColumn } from "../stats/exact-sums.ts";
import { gatherRows } from "../stats/gather-rows.ts";
import { KeptCells } from "../stats/kept-cells.ts";
import { type Accumulator, addExtremesColumn, createPartials, type Partials, rowsFrom } from "../stats/partial.ts";
import { rowsOfSlice } from "../stats/slice-cells.ts";
import type { TableValue } from "../stats/statistic.ts";
import { TabledCells, type Tables } from "../stats/tabled-cells.ts";
import {
  type Bytes,
  COLUMNS,
  type Compiled,
  MOST_BYTES,
  type Places,
  placeBlock,
  put,
  roomForColumns,
  WEIGHT,
} from "./byte-memory.ts";
import { columnOfTables, type TableColumn } from "./table-columns.ts";
import type { CellsInput } from "./zonal.ts";

const instances = new KeptInstance(() => instantiate<Compiled>(base64), MOST_BYTES);

/** Partials of a block's zones, which keep tables of some zones and the cells of the others. */
export interface Tabled {
  readonly partials: Partials;
  readonly tables: TabledCells;
  readonly others: KeptCells;
  /** What was asked of the tables, where they are of a single slice, and there was room. */
  readonly columns: ReadonlyMap<TableValue, TableColumn>;
}

/**
 * Counts the cells of 8 bits of some zones of a block, by value, and keeps those of the others, in WebAssembly.
 * @param wanted of each zone of the mask whether it is to be counted: 1, else 0
 * @param asked what is to be told of the tables
 * @returns null where more than values must be kept, it takes too much memory, or the host has no WebAssembly
 */
export function tabulateBytes(input: CellsInput, wanted: Uint8Array, asked: readonly TableValue[] = []): Tabled | null {
  const { data, needs } = input;
  if (!(data instanceof Uint8Array || data instanceof Int8Array) || !areTables(needs)) return null;
  const compiled = instances.take();
  const tabled = compiled && tabulate(compiled, input, data, wanted, asked);
  if (compiled) instances.keep(compiled);
  return tabled;
}

/** Counts kept cells of 8 bits of some rows so, each as a zone of a block. */
export function tabulateKept(
  kept: KeptCells,
  rows: Int32Array,
  needs: ReadonlySet<Accumulator>,
  asked: readonly TableValue[],
): Tabled | null {
  if (!areTables(needs)) return null;
  const { length } = rows;
  const { whole, values, wholeOffsets, offsets, coverage } = gatherRows(kept, rows, rowsFrom(0, length), length);
  const [cells, parts] = [whole?.length ?? 0, values?.length ?? 0];
  const like = whole ?? values;
  if (!(like instanceof Uint8Array || like instanceof Int8Array)) return null;
  // As a block of one row: whole cells of zone after zone, and behind them those in part.
  const data = new (like.constructor as new (length: number) => Bytes)(cells + parts);
  if (whole) data.set(whole as Bytes);
  if (values) data.set(values as Bytes, cells);
  const mask = {
    window: { row: 0, column: 0, height: 1, width: data.length },
    zones: length,
    runs: runsOf(wholeOffsets),
    offsets: rowsFrom(0, length + 1),
    cells,
    partial: {
      offsets,
      rows: new Int32Array(parts),
      columns: rowsFrom(cells, parts),
      coverage: values ? coverage : new Float64Array(0),
    },
  };
  return tabulateBytes({ data, mask, slices: 1, nodata: null, needs }, new Uint8Array(length).fill(1), asked);
}

/** A run of each zone, behind that of the zone before. */
function runsOf(offsets: Int32Array): Int32Array {
  const runs = new Int32Array(3 * (offsets.length - 1));
  for (let zone = 0; zone < offsets.length - 1; zone++) {
    runs[3 * zone + 1] = offsets[zone];
    runs[3 * zone + 2] = offsets[zone + 1];
  }
  return runs;
}

/** Whether values and what they weigh are all that is asked for. */
function areTables(needs: ReadonlySet<Accumulator>): boolean {
  return needs.has("values") && needs.size === (needs.has("weight") ? 2 : 1);
}

function tabulate(
  compiled: Compiled,
  input: CellsInput,
  data: Bytes,
  wanted: Uint8Array,
  asked: readonly TableValue[],
): Tabled | null {
  const { mask, slices, needs } = input;
  const places = placeBlock(compiled, input, data, wanted);
  if (!places) return null;
  const cells = mask.window.height * mask.window.width;
  const partials = createPartials(mask.zones * slices, "float64", sumsOf(needs));
  const tables: Tables[] = [];
  const others: CellsInRows[] = [];
  for (let slice = 0; slice < slices; slice++) {
    const { buffer } = compiled.memory;
    put(buffer, places.cells, data.subarray(slice * cells, (slice + 1) * cells));
    const { found, ends, weights, values } = places;
    const length = compiled.tabulate(mask.zones, places.wanted, found, ends, weights, values);
    if (length < 0) return null;
    const table = {
      values: new Int16Array(buffer, values, length).slice(),
      weights: new Float64Array(buffer, weights, length).slice(),
      ends: new Int32Array(buffer, ends, mask.zones).slice(),
    };
    addColumns(partials, rowsOfSlice(rowsFrom(0, mask.zones), slices, slice), buffer, found);
    tables.push(table);
    others.push(cellsListed(compiled, places.lists, mask.zones, data));
  }
  const tabled = { partials, tables: new TabledCells(tables) };
  if (slices > 1) return { ...tabled, others: ofSlices(others, wanted), columns: new Map() };
  const columns = columnsOf(compiled, places, wanted, tables[0].values.length, asked);
  return { ...tabled, others: others[0], columns };
}

/** What is asked of the tables that lie in memory, of so many values; nothing where there is no room. */
function columnsOf(
  compiled: Compiled,
  places: Places,
  wanted: Uint8Array,
  length: number,
  asked: readonly TableValue[],
): Map<TableValue, TableColumn> {
  const columns = new Map<TableValue, TableColumn>();
  const there = asked.length > 0 ? roomForColumns(compiled, places, ones(wanted), length) : null;
  if (!there) return columns;
  compiled.placeTables(wanted.length, places.wanted, places.ends, places.weights, places.values);
  for (const value of asked) columns.set(value, columnOfTables(compiled, there, value));
  return columns;
}

/** The cells of zones without a table. */
function cellsListed(compiled: Compiled, lists: Places["lists"], zones: number, like: Bytes): CellsInRows {
  const { buffer } = compiled.memory;
  const Cells = like.constructor as Uint8ArrayConstructor;
  const [whole, parts] = [compiled.wholeListed(), compiled.partsListed()];
  const numbers = (at: number) => new Int32Array(buffer, at, zones + 1).slice();
  return new CellsInRows({
    wholeOffsets: numbers(lists.wholeOffsets),
    offsets: numbers(lists.offsets),
    whole: whole > 0 ? new Cells(buffer, lists.whole, whole).slice() : null,
    values: parts > 0 ? new Cells(buffer, lists.parts, parts).slice() : null,
    coverage: new Float64Array(buffer, lists.shares, parts).slice(),
    weights: new Float64Array(0),
    ids: new Float64Array(0),
  });
}

function ones(marks: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < marks.length; i++) count += marks[i];
  return count;
}

/** Rows of several slices, zone after zone. */
function ofSlices(cells: readonly KeptCells[], areTabled: Uint8Array): KeptCells {
  const all = new KeptCells();
  for (const [slice, ofSlice] of cells.entries()) {
    for (let zone = 0; zone < areTabled.length; zone++) {
      if (areTabled[zone] === 0) all.combine(zone * cells.length + slice, ofSlice, zone);
    }
  }
  return all;
}

function sumsOf(needs: ReadonlySet<Accumulator>): ReadonlySet<Accumulator> {
  return new Set([...needs].filter((accumulator) => accumulator !== "values"));
}

/** Adds what was found in a slice's zones to their rows. */
function addColumns(partials: Partials, rows: Int32Array, buffer: ArrayBuffer, found: number): void {
  const column = (i: number) => new Float64Array(buffer, found + 8 * rows.length * i, rows.length);
  addExtremesColumn(partials, rows, column(0), column(1), column(2));
  const { weight } = partials;
  if (weight) for (let i = WEIGHT; i < COLUMNS; i++) addExactColumn(weight, rows, column(i));
}
