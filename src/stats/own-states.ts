import { isRastrumError, rastrumError } from "../errors.ts";
import { type CellSink, KeptCells } from "./kept-cells.ts";
import type { Partials } from "./partial.ts";
import type { Scaling } from "./power-sums.ts";
import type { AskedStatistic } from "./resolve.ts";
import type { Value } from "./section.ts";
import type { OwnAccumulator } from "./statistic.ts";
import { unitsOf } from "./units.ts";

/** What a statistic of the caller's own has accumulated over the cells of one chunk. */
export interface OwnState {
  /** Number of the first cell (row × width + column of the grid): the order in which states are combined. */
  readonly first: number;
  readonly state: unknown;
}

/** States of many groups, a row each, by statistic. Combining puts them beside each other: they are one at the end. */
export class OwnStates {
  readonly #rows = new Map<number, Map<string, OwnState[]>>();

  add(row: number, statistic: string, state: OwnState): void {
    const states = this.#rows.get(row) ?? new Map<string, OwnState[]>();
    this.#rows.set(row, states);
    const own = states.get(statistic);
    if (own) own.push(state);
    else states.set(statistic, [state]);
  }

  /** Adds row `from` of `other` to row `into`, not those of a row to themselves. */
  combine(into: number, other: OwnStates, from: number): void {
    if (other === this) return;
    for (const [statistic, states] of other.#rows.get(from) ?? []) {
      for (const state of states) this.add(into, statistic, state);
    }
  }

  /** In the order of the chunks' first cells, so that it does not matter in which they came. */
  states(row: number, statistic: string): readonly OwnState[] {
    const states = this.#rows.get(row)?.get(statistic) ?? [];
    return states.sort((a, b) => a.first - b.first);
  }

  /** The state of all cells of a row. Throws `invalid-partials` where none of them was accumulated. */
  total(row: number, { name, initial, combine }: OwnAccumulator): unknown {
    const states = this.states(row, name);
    if (states.length === 0) {
      const message = `The partials hold no cells that "${name}" accumulated: ask zonalPartials for it, too.`;
      throw rastrumError("invalid-partials", message, { what: name });
    }
    let total = called(name, "initial", initial);
    for (const { state } of states) total = called(name, "combine", () => combine(total, state));
    return total;
  }
}

/** What takes cells where statistics of the caller's own accumulate them. @param keeps whether others need them, too */
export function ownTotals(
  statistics: readonly AskedStatistic[],
  scaling: Scaling,
  kept: KeptCells | null,
  keeps: boolean,
): Pick<Partials, "kept" | "own"> {
  const own = statistics.flatMap(({ statistic }) => statistic.own ?? []);
  const cells = new OwnCells(own, unitsOf(scaling), kept ?? (keeps ? new KeptCells() : null));
  return { kept: cells, own: cells.states };
}

/** In place of kept cells: has statistics of the caller's own accumulate those of each chunk, and passes them on. */
class OwnCells extends KeptCells {
  readonly states = new OwnStates();
  readonly #accumulators: readonly OwnAccumulator[];
  readonly #toUnits: (stored: Value) => Value;
  readonly #next: KeptCells | null;

  /** @param next what keeps the cells, where they are needed later on, too */
  constructor(accumulators: readonly OwnAccumulator[], toUnits: (stored: Value) => Value, next: KeptCells | null) {
    super();
    this.#accumulators = accumulators;
    this.#toUnits = toUnits;
    this.#next = next;
  }

  override combine(into: number, other: KeptCells, from: number): void {
    const cells = other === this ? null : other.row(from);
    if (!cells) return;
    let first = Infinity;
    for (let i = 0; i < cells.ids.length; i++) first = Math.min(first, cells.ids[i]);
    const values = Array.from(cells.partial, this.#toUnits);
    for (const { name, initial, add } of this.#accumulators) {
      const accumulate = () => {
        let state = called(name, "initial", initial);
        for (let i = 0; i < values.length; i++) {
          state = add(state, values[i], cells.coverage[i], cells.weights.length > 0 ? cells.weights[i] : null);
        }
        return state;
      };
      this.states.add(into, name, { first, state: called(name, "add", accumulate) });
    }
    this.#next?.combine(into, other, from);
  }

  override passOn(row: number, to: CellSink, into: number): void {
    this.#next?.passOn(row, to, into);
  }

  override inColumns(rows: number) {
    return this.#next?.inColumns(rows) ?? null;
  }

  override row(row: number) {
    return this.#next?.row(row) ?? null;
  }
}

/** What a function of the caller's returns. Throws `statistic-failed` where it throws, or returns nothing. */
export function called<Result>(statistic: string, step: string, run: () => Result): Result {
  try {
    const result = run();
    if (result !== undefined) return result;
    throw new TypeError("it returned undefined");
  } catch (cause) {
    if (isRastrumError(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `The statistic "${statistic}" failed in its ${step}: ${why}.`;
    throw rastrumError("statistic-failed", message, { statistic, step, cause });
  }
}
