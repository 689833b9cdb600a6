import { ClippedRuns, type Runs } from "../../src/mask/runs.ts";

/** Runs of one zone as "#" and ".", a text a row. */
export function maskOf(runs: Runs, zone: number, height: number, width: number): string[] {
  const { data, length } = new ClippedRuns().clip(runs, zone, { row: 0, column: 0, height, width });
  const cells = Array.from({ length: height }, () => new Array<string>(width).fill("."));
  for (let i = 0; i < 3 * length; i += 3) cells[data[i]].fill("#", data[i + 1], data[i + 2]);
  return cells.map((row) => row.join(""));
}
