import { tabulateKept } from "../kernels/byte-tables.ts";
import type { Pass } from "../plan/passes.ts";
import type { SpatialTask } from "../plan/plan.ts";
import { bytesPerCell } from "../source/dtype.ts";
import type { Dtype } from "../source/source.ts";
import { CellsInRows } from "../stats/cells-in-rows.ts";
import { createColumns, emptyValue, type StatisticColumns, valuesOfRows } from "../stats/finalize.ts";
import { gatherRows } from "../stats/gather-rows.ts";
import { type Partials, rowsFrom, rowsOfGroups } from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import type { TableValue } from "../stats/statistic.ts";
import { mayMeet } from "../stats/units.ts";
import { type AskedByName, areKnown, namesOf, statisticsOf } from "./asked-by-name.ts";
import { CollectedColumns, rowsThatAre, takeRows } from "./collected-columns.ts";
import type { LastStep } from "./finalize-work.ts";
import { LEAST_KEPT } from "./messages.ts";
import { OpenGroups } from "./open-groups.ts";
import { type PackedColumn, packColumns } from "./pack-columns.ts";

/** The zones of a mask whose groups are complete in its chunk, and what is asked of them: plain data. */
export interface Closing {
  readonly asked: AskedByName;
  readonly meaning: CellMeaning;
  /** Of each zone of the mask whether it is closed. */
  readonly closes: Uint8Array;
}

/** Zones of a block that are left open, and their rows in its partials, each with all slices of the block. */
interface OpenZones {
  readonly zones: Int32Array;
  readonly rows: Int32Array;
}

/** What is said of a pass. */
type ClosingPass = Pick<Pass, "blocks" | "zones"> & { readonly tasks: readonly Pick<SpatialTask, "zones">[] };

interface ClosingStep extends Pick<LastStep, "statistics" | "meaning" | "needs"> {
  readonly dtype: Dtype;
  /** What was closed before, in other passes. */
  readonly before: CollectedColumns | null;
}

/**
 * The last step of zones that lie in one chunk, as most do: it is done by the worker that reduces the chunk, so that
 * their cells are not sent here, put beside others, and sent away again to be sorted.
 */
export class ClosingGroups {
  /** Values of the rows that are closed. */
  readonly columns: CollectedColumns;
  /** What is left of a pass has partials by these. */
  readonly groups: OpenGroups;
  readonly #step: ClosingStep;
  readonly #pass: ClosingPass;
  readonly #slices: number;
  readonly #chunks: Uint8Array;
  /** Rows that are closed when all of the pass are. */
  readonly #all: number;

  constructor(step: ClosingStep, pass: ClosingPass, zones: number, slices: number) {
    this.#step = step;
    this.#pass = pass;
    this.#slices = slices;
    this.columns = step.before ?? new CollectedColumns(step.statistics.length, zones * slices);
    this.#all = this.columns.length + pass.zones.length * slicesOf(pass).length;
    this.#chunks = new Uint8Array(zones);
    let open = 0;
    for (const task of pass.tasks) open += countEach(this.#chunks, task.zones);
    this.groups = new OpenGroups(zones, open, pass.zones.length);
  }

  /** What a worker must know to close the zones of a chunk. */
  of(zones: Uint32Array): Closing {
    const { statistics, meaning } = this.#step;
    return { asked: namesOf(statistics), meaning, closes: areOnes(this.#chunks, zones) };
  }

  /** Takes the values of a block's zones that are closed, which were found one after the other. */
  put(zones: Uint32Array, closes: Uint8Array, slices: ArrayLike<number>, found: readonly PackedColumn[]): OpenZones {
    const closed = takePlaces(zones, rowsThatAre(1, closes));
    this.columns.put(rowsOfGroups(closed, slices, this.#slices), found);
    return { zones: takePlaces(zones, rowsThatAre(0, closes)), rows: rowsThatAre(0, closes, slices.length) };
  }

  /** Takes the values of the zones that were left open, and of those without a cell. @param finalize as engines do */
  async finish(partials: Partials, finalize: Finalize): Promise<void> {
    const { columns } = this;
    const read = slicesOf(this.#pass);
    const { met } = this.groups;
    const ofMet = rowsOfGroups(met, read, this.#slices);
    // Where a worker was lost, or the first came up meanwhile, a zone was closed in some of the blocks and not in others.
    const open = openPlaces(ofMet, columns.closed);
    const rows = takePlaces(rowsOfGroups(rowsFrom(0, met.length), read, this.#slices), open);
    const found = columnsByTables(partials, rows, this.#step) ?? (await this.#finalized(partials, rows, finalize));
    columns.put(takePlaces(ofMet, open), found);
    if (columns.length === this.#all) return;
    const ofPass = rowsOfGroups(this.#pass.zones, read, this.#slices);
    const empty = takePlaces(ofPass, openPlaces(ofPass, columns.closed));
    columns.put(
      empty,
      packColumns(this.#step.statistics.map((asked) => new Array(empty.length).fill(emptyValue(asked)))),
    );
  }

  async #finalized(partials: Partials, rows: Int32Array, finalize: Finalize): Promise<PackedColumn[]> {
    const found = createColumns(this.#step.statistics, partials.rows);
    await finalize(found, [...rows]);
    return packColumns(found.map((values) => takeRows(values, rows)));
  }
}

/** The last step of some rows of partials, into columns as long as these. */
type Finalize = (columns: StatisticColumns, rows: readonly number[]) => Promise<void>;

function slicesOf({ blocks }: ClosingPass): number[] {
  return blocks.flatMap(({ slices }) => [...slices]);
}

// Loops over zones call nothing, so that V8 compiles them in little time.

/** One more for each zone, up to two. @returns how many are two now */
function countEach(counts: Uint8Array, zones: Uint32Array): number {
  let twos = 0;
  for (let i = 0; i < zones.length; i++) {
    if (counts[zones[i]] === 1) twos++;
    if (counts[zones[i]] < 2) counts[zones[i]]++;
  }
  return twos;
}

/** The places of the rows that are not closed. */
function openPlaces(rows: Int32Array, closed: Uint8Array): Int32Array {
  const places = new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) if (closed[rows[i]] === 0) places[length++] = i;
  return places.subarray(0, length);
}

function areOnes(counts: Uint8Array, zones: Uint32Array): Uint8Array {
  const areOnes = new Uint8Array(zones.length);
  for (let i = 0; i < zones.length; i++) areOnes[i] = counts[zones[i]] === 1 ? 1 : 0;
  return areOnes;
}

function takePlaces(all: ArrayLike<number>, places: Int32Array): Int32Array {
  const taken = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) taken[i] = all[places[i]];
  return taken;
}

/** Null where statistics are the caller's own, whose code cannot be sent, or what comes of cells are the cells again. */
export function closingGroups(...all: ConstructorParameters<typeof ClosingGroups>): ClosingGroups | null {
  const [{ statistics, needs }] = all;
  return areKnown(statistics) && !needs.has("cells") ? new ClosingGroups(...all) : null;
}

/** What is asked that tables of stored values tell, as they stand: all but values that are scaled. */
export function askedOfTables({ asked, meaning: { scale, offset } }: Closing): TableValue[] {
  if (scale !== 1 || offset !== 0) return [];
  return statisticsOf(asked).flatMap(({ statistic: { ofTable } }) => ofTable ?? []);
}

const NONE: ReadonlyMap<TableValue, PackedColumn> = new Map();

/**
 * The values of the closed zones of a block, zone after zone, slice after slice.
 * @param ofTables what tables have told
 */
export function closedColumns(
  partials: Partials,
  slices: number,
  { asked, meaning, closes }: Closing,
  ofTables = NONE,
): PackedColumn[] {
  const statistics = statisticsOf(asked);
  const told = statistics.map(({ statistic: { ofTable } }) => ofTable && ofTables.get(ofTable));
  const others = statistics.filter((_, i) => !told[i]);
  const found = packColumns(valuesOfRows(others, partials, rowsThatAre(1, closes, slices), meaning));
  let place = 0;
  return told.map((column) => column ?? found[place++]);
}

/** The same, and the partials without the cells of closed zones; those that were given must not be read any more. */
export function closeGroups(
  partials: Partials,
  slices: number,
  closing: Closing,
): { readonly columns: PackedColumn[]; readonly partials: Partials } {
  const columns = closedColumns(partials, slices, closing);
  const open = rowsThatAre(0, closing.closes, slices);
  const { kept, rows } = partials;
  const left = kept && new CellsInRows(gatherRows(kept, open, open, rows));
  kept?.recycle();
  return { columns, partials: { ...partials, kept: left } };
}

/**
 * The values of rows whose kept cells are few and of 8 bits, of tables of all of them that WebAssembly makes, as of closed
 * zones: row by row V8 would compile what finds them for longer than it ran. Null where they are others, or tables tell
 * nothing of what is asked.
 */
function columnsByTables(partials: Partials, rows: Int32Array, step: ClosingStep): PackedColumn[] | null {
  const { statistics, meaning, needs, dtype } = step;
  const { kept, count } = partials;
  if (!kept || bytesPerCell(dtype) > 1 || mayMeet(1, -128, 255, meaning)) return null;
  let cells = 0;
  for (let i = 0; i < rows.length; i++) cells += count[rows[i]];
  if (cells >= LEAST_KEPT) return null;
  const closing = { asked: namesOf(statistics), meaning, closes: new Uint8Array(rows.length).fill(1) };
  const asked = askedOfTables(closing);
  const tabled = asked.length > 0 ? tabulateKept(kept, rows, needs, asked) : null;
  return tabled && closedColumns({ ...tabled.partials, kept: tabled.tables }, 1, closing, tabled.columns);
}
