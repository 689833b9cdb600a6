import type { PartialCells, ZoneCells } from "./zone-cells.ts";

/** Only the cells that are covered from this fraction on. */
export function keepCovered(cells: ZoneCells, least: number): ZoneCells {
  const { partial } = cells;
  if (!partial || least === 0) return cells;
  const { offsets, coverage } = partial;
  const kept: number[] = [];
  const keptOffsets = new Int32Array(offsets.length);
  for (let zone = 0; zone + 1 < offsets.length; zone++) {
    for (let i = offsets[zone]; i < offsets[zone + 1]; i++) if (coverage[i] >= least) kept.push(i);
    keptOffsets[zone + 1] = kept.length;
  }
  const covered: PartialCells = {
    offsets: keptOffsets,
    rows: Int32Array.from(kept, (i) => partial.rows[i]),
    columns: Int32Array.from(kept, (i) => partial.columns[i]),
    coverage: Float64Array.from(kept, (i) => coverage[i]),
  };
  return { ...cells, partial: covered };
}

/** Every cell counts for 1, however little of it is covered. */
export function countWhole(cells: ZoneCells): ZoneCells {
  const { partial } = cells;
  return partial
    ? { ...cells, partial: { ...partial, coverage: new Float64Array(partial.coverage.length).fill(1) } }
    : cells;
}
