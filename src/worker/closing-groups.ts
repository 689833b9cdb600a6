import { CellsInRows } from "../stats/cells-in-rows.ts";
import { valuesOfRows } from "../stats/finalize.ts";
import { gatherRows } from "../stats/gather-rows.ts";
import type { Partials } from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import type { TableValue } from "../stats/statistic.ts";
import { type AskedByName, areKnown, namesOf, statisticsOf } from "./asked-by-name.ts";
import { CollectedColumns, rowsThatAre } from "./collected-columns.ts";
import type { LastStep } from "./finalize-work.ts";
import { type PackedColumn, packColumns } from "./pack-columns.ts";

/** The zones of a mask whose groups are complete in its chunk, and what is asked of them: plain data. */
export interface Closing {
  readonly asked: AskedByName;
  readonly meaning: CellMeaning;
  /** Of each zone of the mask whether it is closed. */
  readonly closes: Uint8Array;
}

interface ClosingStep extends Pick<LastStep, "statistics" | "meaning"> {
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
  readonly #step: ClosingStep;
  readonly #chunks: Uint8Array;

  /** @param tasks the chunks that are read, with their zones */
  constructor(step: ClosingStep, tasks: readonly { readonly zones: Uint32Array }[], zones: number, slices: number) {
    this.#step = step;
    this.columns = step.before ?? new CollectedColumns(step.statistics.length, zones * slices);
    this.#chunks = new Uint8Array(zones);
    for (const task of tasks) countEach(this.#chunks, task.zones);
  }

  /** What a worker must know to close the zones of a chunk. */
  of(zones: Uint32Array): Closing {
    const { statistics, meaning } = this.#step;
    return { asked: namesOf(statistics), meaning, closes: areOnes(this.#chunks, zones) };
  }

  /**
   * Takes the values of a block's zones that are closed, which were found one after the other.
   * @param rows of the block's zones, each with all its slices
   * @returns the places of the other ones among them
   */
  put(rows: Int32Array, closes: Uint8Array, found: readonly PackedColumn[]): Int32Array {
    const slices = rows.length / closes.length;
    this.columns.put(takePlaces(rows, rowsThatAre(1, closes, slices)), found);
    return rowsThatAre(0, closes, slices);
  }
}

// Loops over zones call nothing, so that V8 compiles them in little time.

/** One more for each zone, up to two. */
function countEach(counts: Uint8Array, zones: Uint32Array): void {
  for (let i = 0; i < zones.length; i++) if (counts[zones[i]] < 2) counts[zones[i]]++;
}

function areOnes(counts: Uint8Array, zones: Uint32Array): Uint8Array {
  const areOnes = new Uint8Array(zones.length);
  for (let i = 0; i < zones.length; i++) areOnes[i] = counts[zones[i]] === 1 ? 1 : 0;
  return areOnes;
}

function takePlaces(rows: Int32Array, places: Int32Array): Int32Array {
  const taken = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) taken[i] = rows[places[i]];
  return taken;
}

/** Null where statistics are the caller's own, whose code cannot be sent. */
export function closingGroups(...all: ConstructorParameters<typeof ClosingGroups>): ClosingGroups | null {
  return areKnown(all[0].statistics) ? new ClosingGroups(...all) : null;
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
