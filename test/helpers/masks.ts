import type { Window } from "../../src/grid/window.ts";
import { ClippedRuns, type Runs } from "../../src/mask/runs.ts";
import type { ZoneCells } from "../../src/mask/zone-cells.ts";

/** Runs of one zone as "#" and ".", a text a row; of the grid, or of the window. */
export function maskOf(
  runs: Runs,
  zone: number,
  height: number,
  width: number,
  window: Window = { row: 0, column: 0, height, width },
): string[] {
  const { data, length } = new ClippedRuns().clip(runs, zone, window);
  const cells = Array.from({ length: window.height }, () => new Array<string>(window.width).fill("."));
  for (let i = 0; i < 3 * length; i += 3) cells[data[i]].fill("#", data[i + 1], data[i + 2]);
  return cells.map((row) => row.join(""));
}

/** Covered fraction of each cell, row after row, of the grid or of the window; fails where a cell is listed twice. */
export function coverageOf(
  { runs, partial }: ZoneCells,
  zone: number,
  height: number,
  width: number,
  window: Window = { row: 0, column: 0, height, width },
): Float64Array {
  const coverage = new Float64Array(window.height * window.width);
  maskOf(runs, zone, height, width, window).forEach((text, row) => {
    for (let column = 0; column < text.length; column++)
      if (text[column] === "#") coverage[row * text.length + column] = 1;
  });
  if (!partial) return coverage;
  for (let i = partial.offsets[zone]; i < partial.offsets[zone + 1]; i++) {
    const [row, column] = [partial.rows[i] - window.row, partial.columns[i] - window.column];
    if (row < 0 || row >= window.height || column < 0 || column >= window.width) continue;
    const cell = row * window.width + column;
    if (coverage[cell] !== 0) throw new Error(`Row ${partial.rows[i]}, column ${partial.columns[i]} is listed twice.`);
    coverage[cell] = partial.coverage[i];
  }
  return coverage;
}
