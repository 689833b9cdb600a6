import { type StatisticColumns, valuesOfRows } from "../stats/finalize.ts";
import type { Partials } from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import { type AskedByName, areKnown, namesOf, statisticsOf } from "./asked-by-name.ts";
import type { LastStep } from "./finalize-work.ts";
import { type PackedColumn, packColumns } from "./pack-columns.ts";

/** The zones of a mask whose groups are complete in its chunk, and what is asked of them: plain data. */
export interface Closing {
  readonly asked: AskedByName;
  readonly meaning: CellMeaning;
  /** Of each zone of the mask whether it is closed. */
  readonly closes: Uint8Array;
}

type ClosingStep = Pick<LastStep, "columns" | "statistics" | "meaning">;

/**
 * The last step of zones that lie in one chunk, as most do: it is done by the worker that reduces the chunk, so that
 * their cells are not sent here, put beside others, and sent away again to be sorted.
 */
export class ClosingGroups {
  /** Rows whose values are in their columns. */
  readonly closed: Uint8Array;
  readonly #step: ClosingStep;
  readonly #chunks: Uint8Array;

  /** @param tasks the chunks that are read, with their zones */
  constructor(step: ClosingStep, tasks: readonly { readonly zones: Uint32Array }[], zones: number, slices: number) {
    this.#step = step;
    this.closed = new Uint8Array(zones * slices);
    this.#chunks = new Uint8Array(zones);
    for (const task of tasks) for (const zone of task.zones) this.#chunks[zone] = Math.min(2, this.#chunks[zone] + 1);
  }

  /** What a worker must know to close the zones of a chunk. */
  of(zones: Uint32Array): Closing {
    const { statistics, meaning } = this.#step;
    const closes = Uint8Array.from(zones, (zone) => (this.#chunks[zone] === 1 ? 1 : 0));
    return { asked: namesOf(statistics), meaning, closes };
  }

  /**
   * Takes the values of a block's zones that are closed, which were found one after the other.
   * @param rows of the block's zones, each with all its slices
   * @returns the places of the other ones among them
   */
  put(rows: Int32Array, closes: Uint8Array, found: StatisticColumns): Int32Array {
    const slices = rows.length / closes.length;
    const open = new Int32Array(rows.length);
    let opens = 0;
    for (let place = 0, closed = 0; place < rows.length; place++) {
      if (closes[Math.floor(place / slices)] === 1) this.#putRow(rows[place], found, closed++);
      else open[opens++] = place;
    }
    return open.subarray(0, opens);
  }

  #putRow(row: number, found: StatisticColumns, place: number): void {
    const { columns } = this.#step;
    for (let i = 0; i < columns.length; i++) columns[i][row] = found[i][place];
    this.closed[row] = 1;
  }
}

/** Null where statistics are the caller's own, whose code cannot be sent. */
export function closingGroups(...all: ConstructorParameters<typeof ClosingGroups>): ClosingGroups | null {
  return areKnown(all[0].statistics) ? new ClosingGroups(...all) : null;
}

/** The values of the closed zones of a block, zone after zone, slice after slice. */
export function closedColumns(partials: Partials, slices: number, { asked, meaning, closes }: Closing): PackedColumn[] {
  return packColumns(valuesOfRows(statisticsOf(asked), partials, rowsOf(closes, slices, 1), meaning));
}

/** The same, and the partials, which lose their cells. */
export function closeGroups(
  partials: Partials,
  slices: number,
  closing: Closing,
): { readonly columns: PackedColumn[]; readonly partials: Partials } {
  const columns = closedColumns(partials, slices, closing);
  const open = rowsOf(closing.closes, slices, 0);
  return { columns, partials: { ...partials, kept: partials.kept?.only(open, open) ?? null } };
}

/** Rows of the zones that are closed (1) or not (0). */
function rowsOf(closes: Uint8Array, slices: number, closed: 0 | 1): Int32Array {
  const rows = new Int32Array(closes.length * slices);
  let length = 0;
  for (let row = 0; row < rows.length; row++) if (closes[Math.floor(row / slices)] === closed) rows[length++] = row;
  return rows.subarray(0, length);
}
