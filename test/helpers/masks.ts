import { ClippedRuns, type Runs } from "../../src/mask/runs.ts";
import type { ZoneCells } from "../../src/mask/zone-cells.ts";

/** Runs of one zone as "#" and ".", a text a row. */
export function maskOf(runs: Runs, zone: number, height: number, width: number): string[] {
  const { data, length } = new ClippedRuns().clip(runs, zone, { row: 0, column: 0, height, width });
  const cells = Array.from({ length: height }, () => new Array<string>(width).fill("."));
  for (let i = 0; i < 3 * length; i += 3) cells[data[i]].fill("#", data[i + 1], data[i + 2]);
  return cells.map((row) => row.join(""));
}

/** Covered fraction of each cell, row after row; fails where a cell is listed twice. */
export function coverageOf({ runs, partial }: ZoneCells, zone: number, height: number, width: number): Float64Array {
  const coverage = new Float64Array(height * width);
  maskOf(runs, zone, height, width).forEach((text, row) => {
    for (let column = 0; column < width; column++) if (text[column] === "#") coverage[row * width + column] = 1;
  });
  if (!partial) return coverage;
  for (let i = partial.offsets[zone]; i < partial.offsets[zone + 1]; i++) {
    const cell = partial.rows[i] * width + partial.columns[i];
    if (coverage[cell] !== 0) throw new Error(`Row ${partial.rows[i]}, column ${partial.columns[i]} is listed twice.`);
    coverage[cell] = partial.coverage[i];
  }
  return coverage;
}
