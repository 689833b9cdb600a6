import type { Window } from "../grid/window.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import { maskOfTiles, splitByTiles, type TiledMask } from "../mask/tiles.ts";
import type { CellArray } from "../source/source.ts";
import { combineExact } from "../stats/exact-sums.ts";
import { type Accumulator, addWholeCells, type Partials } from "../stats/partial.ts";
import type { Weighing } from "./single-cell.ts";
import { reduceWholeCells } from "./zonal-cpu.ts";
import { addPartialCells, reduceCells } from "./zonal-partial.ts";

/** Decoded cells that stay, as they are stored. */
export interface Cells {
  /** slices × window height × window width, C order. */
  readonly data: CellArray;
  readonly slices: number;
  readonly window: Window;
  readonly nodata: number | bigint | null;
}

/** Cells, and what is known of each of their tiles. */
export interface ResidentCells extends Cells {
  readonly needs: ReadonlySet<Accumulator>;
  /** Partials of tile × slice; null where they are of no use, since the cells themselves are needed. */
  readonly tiles: Partials | null;
  /** Of cells and tiles together. */
  readonly byteLength: number;
}

/** What tiles know; all else needs cells. */
const additive: readonly Accumulator[] = ["weight", "sum", "squares"];

/** Whether all that is accumulated is as small for many cells as for one. */
export function areSums(needs: ReadonlySet<Accumulator>): boolean {
  return [...needs].every((need) => additive.includes(need));
}

/**
 * Adds up cells by tiles once, so that `reduceResident` reads only those tiles cell by cell that a zone's boundary
 * passes through.
 */
export function prepareResident(cells: Cells, needs: ReadonlySet<Accumulator>): ResidentCells {
  const tiles = areSums(needs) ? tilesOf(cells, needs) : null;
  return { ...cells, needs, tiles, byteLength: cells.data.byteLength + (tiles ? byteLengthOf(tiles) : 0) };
}

/** The weight of a tile is its count. */
function tilesOf(cells: Cells, needs: ReadonlySet<Accumulator>): Partials {
  const sums = new Set([...needs].filter((need) => need !== "weight"));
  return reduceWholeCells({ ...cells, mask: maskOfTiles(cells.window), needs: sums });
}

function byteLengthOf({ count, sum, squares }: Partials): number {
  const columns = [sum, squares].reduce((total, sums) => total + (sums ? sums.components.length + 1 : 0), 3);
  return columns * count.byteLength;
}

/** A mask, cut by tiles once for all cells that it is used on. */
export interface ResidentMask {
  readonly mask: ClippedMask;
  readonly tiled: TiledMask;
}

export function residentMask(mask: ClippedMask): ResidentMask {
  return { mask, tiled: splitByTiles(mask) };
}

/**
 * Reduces cells by the zones of a mask, whose window is theirs: as `reduceCells`, with the same bits, since sums are
 * exact. Cost ∝ boundary of the zones + tiles inside; ∝ cells where there are no tiles.
 *
 * @param weighing where cells go one by one, each with a weight of its own; else null
 */
export function reduceResident(
  cells: ResidentCells,
  { mask, tiled }: ResidentMask,
  weighing: Weighing | null,
): Partials {
  const { tiles } = cells;
  if (weighing || !tiles) return reduceCells({ ...cells, mask }, weighing);
  const rest = { ...cells, mask: tiled.rest };
  const partials = reduceWholeCells(rest);
  addTiles(partials, tiles, tiled, cells.slices);
  addPartialCells(partials, rest, null);
  return partials;
}

function addTiles(partials: Partials, known: Partials, { tiles, tileOffsets }: TiledMask, slices: number): void {
  for (let zone = 0; zone + 1 < tileOffsets.length; zone++) {
    for (let i = tileOffsets[zone]; i < tileOffsets[zone + 1]; i++) {
      for (let slice = 0; slice < slices; slice++) {
        const [row, from] = [zone * slices + slice, tiles[i] * slices + slice];
        addWholeCells(partials, row, known.count[from], known.min[from], known.max[from]);
        if (partials.sum && known.sum) combineExact(partials.sum, row, known.sum, from);
        if (partials.squares && known.squares) combineExact(partials.squares, row, known.squares, from);
      }
    }
  }
}
