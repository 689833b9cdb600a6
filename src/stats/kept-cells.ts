import type { CellArray } from "../source/source.ts";

/**
 * Valid cells of one group: whole ones as stored, in pieces, and those that are known one by one: with their coverage,
 * and where asked for their weight and their number in the grid.
 */
export interface KeptRow {
  readonly whole: CellArray[];
  readonly partial: (number | bigint)[];
  readonly coverage: number[];
  readonly weights: number[];
  readonly ids: number[];
}

/** Cells known one by one; most rows have none of them, and share this. */
const none = { partial: [], coverage: [], weights: [], ids: [] };

/**
 * The values of the valid cells of many groups, for statistics that no sum can make: quantiles, the mode, lists. They
 * are sorted when a group is finished, so the order in which they come does not matter.
 */
export class KeptCells {
  readonly #rows = new Map<number, { -readonly [Field in keyof KeptRow]: KeptRow[Field] }>();

  /** Keeps the array itself. */
  addWhole(row: number, values: CellArray): void {
    if (values.length > 0) this.#row(row).whole.push(values);
  }

  /** Adds a cell that is known by itself; `weight` and `id` (row × width + column) are null where nothing needs them. */
  addOne(row: number, value: number | bigint, coverage: number, weight: number | null, id: number | null): void {
    const kept = this.#rowOfSingles(row);
    kept.partial.push(value);
    kept.coverage.push(coverage);
    if (weight !== null) kept.weights.push(weight);
    if (id !== null) kept.ids.push(id);
  }

  /** Adds row `from` of `other` to row `into`, not a row to itself; what it holds is shared. */
  combine(into: number, other: KeptCells, from: number): void {
    const kept = other.row(from);
    if (!kept) return;
    const row = kept.partial.length > 0 ? this.#rowOfSingles(into) : this.#row(into);
    for (const piece of kept.whole) row.whole.push(piece);
    if (kept.partial.length === 0) return;
    for (const value of kept.partial) row.partial.push(value);
    for (const coverage of kept.coverage) row.coverage.push(coverage);
    for (const weight of kept.weights) row.weights.push(weight);
    for (const id of kept.ids) row.ids.push(id);
  }

  /** The cells of a row, or null where there are none. */
  row(row: number): KeptRow | null {
    return this.#rows.get(row) ?? null;
  }

  #row(row: number) {
    let kept = this.#rows.get(row);
    if (!kept) {
      kept = { whole: [], ...none };
      this.#rows.set(row, kept);
    }
    return kept;
  }

  #rowOfSingles(row: number): KeptRow {
    const kept = this.#row(row);
    if (kept.partial === none.partial) Object.assign(kept, { partial: [], coverage: [], weights: [], ids: [] });
    return kept;
  }
}
