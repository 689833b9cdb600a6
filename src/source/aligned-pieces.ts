import { type Window, windowCells } from "../grid/window.ts";
import type { CellPlaces } from "./aligned-cells.ts";

/** A rectangle of the source to read at once, and where its cells go. */
export interface Piece {
  /** The smallest that has all wanted cells. */
  readonly window: Window;
  /** Wanted cells, counted in `window`, and the cell of the asked window that each one is for. */
  readonly sources: Int32Array;
  readonly targets: Int32Array;
}

/**
 * What to read for the cells at `places`: all in one rectangle where that has no chunk too many and fits the budget,
 * else one a chunk, of which taller ones than the budget are cut in bands.
 * @param chunkRows rows of a chunk of the source, `chunkColumns` its columns
 * @param cellBudget cells of the source to read at once
 */
export function planPieces(
  places: CellPlaces,
  chunkRows: number,
  chunkColumns: number,
  cellBudget: number,
): readonly Piece[] {
  const bandRows = Math.max(1, Math.min(chunkRows, Math.floor(cellBudget / chunkColumns)));
  const groups = groupByChunk(places, bandRows, chunkColumns);
  if (groups.windows.length === 0) return [];
  const all = groups.windows.reduce(unite);
  const chunksAcross = Math.floor((all.column + all.width - 1) / chunkColumns) - Math.floor(all.column / chunkColumns);
  const chunksDown = Math.floor((all.row + all.height - 1) / bandRows) - Math.floor(all.row / bandRows);
  const isDense = (chunksAcross + 1) * (chunksDown + 1) === groups.windows.length;
  if (!isDense || windowCells(all) > cellBudget) return toPieces(places, groups);
  return [wholePiece(places, all)];
}

function wholePiece({ rows, columns }: CellPlaces, window: Window): Piece {
  const [sources, targets] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  const first = window.row * window.width + window.column;
  let count = 0;
  for (let cell = 0; cell < rows.length; cell++) {
    if (rows[cell] < 0 || columns[cell] < 0) continue;
    sources[count] = rows[cell] * window.width + columns[cell] - first;
    targets[count++] = cell;
  }
  return { window, sources: sources.subarray(0, count), targets: targets.subarray(0, count) };
}

interface Groups {
  readonly windows: readonly Window[];
  /** The group of each cell; −1 where it has no place. */
  readonly numbers: Int32Array;
}

function groupByChunk({ rows, columns }: CellPlaces, chunkRows: number, chunkColumns: number): Groups {
  const numbers = new Int32Array(rows.length).fill(-1);
  const byChunk = new Map<number, number>();
  let box = { top: 0, left: 0, bottom: 0, right: 0 };
  const bounds: (typeof box)[] = [];
  let group = -1;
  let firstRow = Number.NEGATIVE_INFINITY;
  let firstColumn = Number.NEGATIVE_INFINITY;
  for (let cell = 0; cell < rows.length; cell++) {
    const row = rows[cell];
    const column = columns[cell];
    if (row < 0 || column < 0) continue;
    // Neighbours mostly lie in one chunk.
    if (row < firstRow || row >= firstRow + chunkRows || column < firstColumn || column >= firstColumn + chunkColumns) {
      const [chunkRow, chunkColumn] = [Math.floor(row / chunkRows), Math.floor(column / chunkColumns)];
      firstRow = chunkRow * chunkRows;
      firstColumn = chunkColumn * chunkColumns;
      const key = chunkRow * 2 ** 26 + chunkColumn;
      group = byChunk.get(key) ?? byChunk.size;
      byChunk.set(key, group);
      box = bounds[group] ??= { top: row, left: column, bottom: row, right: column };
    }
    if (row < box.top) box.top = row;
    if (row > box.bottom) box.bottom = row;
    if (column < box.left) box.left = column;
    if (column > box.right) box.right = column;
    numbers[cell] = group;
  }
  const windows = bounds.map(({ top, left, bottom, right }) => ({
    row: top,
    column: left,
    height: bottom - top + 1,
    width: right - left + 1,
  }));
  return { windows, numbers };
}

function unite(a: Window, b: Window): Window {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const height = Math.max(a.row + a.height, b.row + b.height) - row;
  const width = Math.max(a.column + a.width, b.column + b.width) - column;
  return { row, column, height, width };
}

function toPieces({ rows, columns }: CellPlaces, { windows, numbers }: Groups): Piece[] {
  const counts = new Int32Array(windows.length);
  for (const number of numbers) if (number >= 0) counts[number]++;
  const pieces = windows.map((window, group) => ({
    window,
    sources: new Int32Array(counts[group]),
    targets: new Int32Array(counts[group]),
  }));
  counts.fill(0);
  for (let cell = 0; cell < numbers.length; cell++) {
    const group = numbers[cell];
    if (group < 0) continue;
    const { window, sources, targets } = pieces[group];
    const at = counts[group]++;
    sources[at] = (rows[cell] - window.row) * window.width + (columns[cell] - window.column);
    targets[at] = cell;
  }
  return pieces;
}
