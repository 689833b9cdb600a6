import type { Window } from "../grid/window.ts";
import type { PageSize } from "../mask/atlas.ts";
import type { Fingerprint, Fingerprinter } from "../mask/fingerprint.ts";
import type { Mask } from "../mask/mask.ts";
import { ClippedRuns } from "../mask/runs.ts";
import { structLayout } from "./layout.ts";
import { addRectangle, addTriangles, type Drawing, emptyDrawing, type Placement } from "./mask-drawing.ts";

/** A part of a rectangle on a page that one workgroup takes. */
export const tileStruct = structLayout("Tile", { page_column: 1, page_row: 1, first_cell: 1, extent: 1 });

/** Rows and columns of a tile at most: 4096 cells bound what an accumulator must hold (shaders/zonal.wgsl). */
export const TILE_EDGE = 64;

export interface MaskPage {
  readonly width: number;
  readonly height: number;
  readonly placements: readonly Placement[];
  /** One a placement. */
  readonly fingerprints: readonly Fingerprint[];
  readonly drawing: Drawing;
  /** `tileStruct`s; tiles without a cell of their zone are left out. */
  readonly tiles: Uint32Array<ArrayBuffer>;
  /** Index of its placement, a tile. */
  readonly tilePlacements: Uint32Array;
}

/** What the pages of a strip share. */
export interface PageContext {
  readonly mask: Mask;
  readonly strip: Window;
  readonly fingerprinter: Fingerprinter;
  /** Whether to try triangles for a zone of `mask.zones` with these runs. */
  readonly byTriangles: (zone: number, runs: ClippedRuns) => boolean;
}

export class PageBuilder {
  readonly #context: PageContext;
  readonly #size: PageSize;
  readonly #runs = new ClippedRuns();
  readonly #drawing = emptyDrawing();
  readonly #placements: Placement[] = [];
  readonly #fingerprints: Fingerprint[] = [];
  readonly #tiles: number[] = [];
  readonly #tilePlacements: number[] = [];

  constructor(context: PageContext, size: PageSize) {
    this.#context = context;
    this.#size = size;
  }

  add(placement: Placement): void {
    const { window, zone } = placement;
    const { mask, strip, fingerprinter, byTriangles } = this.#context;
    const runs = this.#runs.clip(mask.runs, mask.zones[zone], window);
    this.#placements.push(placement);
    this.#fingerprints.push(fingerprinter.of(runs, window.row - strip.row, window.column - strip.column));
    this.#addTiles(placement, runs);
    const done = byTriangles(zone, runs) && addTriangles(this.#drawing, mask, placement);
    if (!done) addRectangle(this.#drawing, placement, runs);
  }

  finish(): MaskPage {
    return {
      ...this.#size,
      placements: this.#placements,
      fingerprints: this.#fingerprints,
      drawing: this.#drawing,
      tiles: Uint32Array.from(this.#tiles),
      tilePlacements: Uint32Array.from(this.#tilePlacements),
    };
  }

  #addTiles({ window, pageRow, pageColumn }: Placement, runs: ClippedRuns): void {
    const { strip } = this.#context;
    const across = Math.ceil(window.width / TILE_EDGE);
    const height = evenly(window.height);
    const width = evenly(window.width);
    const stripCell = (window.row - strip.row) * strip.width + window.column - strip.column;
    for (const tile of occupiedTiles(runs, height, width, across)) {
      const row = Math.floor(tile / across) * height;
      const column = (tile % across) * width;
      const extent = Math.min(width, window.width - column) | (Math.min(height, window.height - row) << 16);
      this.#tiles.push(pageColumn + column, pageRow + row, stripCell + row * strip.width + column, extent);
      this.#tilePlacements.push(this.#placements.length - 1);
    }
  }
}

/** Edge of tiles that share a length evenly. */
function evenly(length: number): number {
  return Math.ceil(length / Math.ceil(length / TILE_EDGE));
}

/** Numbers (row-major) of the tiles that hold a cell of the runs, ascending. */
function occupiedTiles(runs: ClippedRuns, height: number, width: number, across: number): number[] {
  const tiles = new Set<number>();
  for (let i = 0; i < 3 * runs.length; i += 3) {
    const first = Math.floor(runs.data[i] / height) * across;
    const last = Math.floor((runs.data[i + 2] - 1) / width);
    for (let column = Math.floor(runs.data[i + 1] / width); column <= last; column++) tiles.add(first + column);
  }
  return [...tiles].sort((a, b) => a - b);
}
