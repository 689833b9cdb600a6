import { rastrumError } from "../errors.ts";
import type { Window } from "../grid/window.ts";
import type { IndexRange, Raster, ReadOptions } from "./source.ts";

/** What a read asks for: one range a dimension, then rows, then columns; everything checked. */
export function readBox(
  raster: Pick<Raster, "name" | "grid" | "dimensions">,
  window: Window,
  options: ReadOptions | undefined,
): IndexRange[] {
  const { grid, dimensions } = raster;
  const ranges = options?.ranges ?? dimensions.map((dimension): IndexRange => [0, dimension.size]);
  if (ranges.length !== dimensions.length) {
    throw rastrumError(
      "invalid-option",
      `ranges has ${ranges.length} entries, but ${raster.name} has ${dimensions.length} non-spatial dimensions: give one a dimension.`,
      { option: "ranges", received: ranges },
    );
  }
  ranges.forEach((range, i) => {
    checkRange(range, dimensions[i].size, `ranges[${i}] (${dimensions[i].name})`, range);
  });
  const rows: IndexRange = [window.row, window.row + window.height];
  const columns: IndexRange = [window.column, window.column + window.width];
  checkRange(rows, grid.height, "window (rows)", window);
  checkRange(columns, grid.width, "window (columns)", window);
  return [...ranges, rows, columns];
}

function checkRange([start, stop]: IndexRange, size: number, option: string, received: unknown): void {
  if (Number.isInteger(start) && Number.isInteger(stop) && start >= 0 && start <= stop && stop <= size) return;
  throw rastrumError("invalid-option", `${option} asks for [${start}, ${stop}), which is not within [0, ${size}).`, {
    option,
    received,
  });
}

/** A box cut along the borders of chunks, in C order; nothing of an empty one. */
export function chunkBoxes(box: readonly IndexRange[], chunkShape: readonly number[]): IndexRange[][] {
  let boxes: IndexRange[][] = [[]];
  box.forEach(([start, stop], axis) => {
    const length = chunkShape[axis];
    const along: IndexRange[] = [];
    for (let at = start; at < stop; at = (Math.floor(at / length) + 1) * length) {
      along.push([at, Math.min(stop, (Math.floor(at / length) + 1) * length)]);
    }
    boxes = boxes.flatMap((shorter) => along.map((range) => [...shorter, range]));
  });
  return boxes;
}
