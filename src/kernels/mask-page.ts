import type { Window } from "../grid/window.ts";
import { packShelves } from "../mask/atlas.ts";
import { BoundaryWalk, isInside } from "../mask/boundary.ts";
import { type Fingerprint, Fingerprinter } from "../mask/fingerprint.ts";
import type { Mask } from "../mask/mask.ts";
import { ringNear } from "../mask/near.ts";
import { ClippedRuns } from "../mask/runs.ts";
import { triangulatePolygon } from "../mask/triangulate.ts";
import { structLayout } from "./layout.ts";

/** A part of a rectangle on a page that one workgroup takes. */
export const tileStruct = structLayout("Tile", { page_column: 1, page_row: 1, first_cell: 1, extent: 1 });

/** Rows and columns of a tile at most: 4096 cells bound what an accumulator must hold (shaders/zonal.wgsl). */
const TILE_EDGE = 64;

/** How zones are filled: by triangles where earcut can be expected to do it, all by parity, or as measured best. */
export type Fill = "auto" | "triangles" | "parity";

/** Cells of one zone in a rectangle of the grid, and where they lie on their page. */
export interface Placement {
  /** Index into `mask.zones`. */
  readonly zone: number;
  readonly window: Window;
  readonly pageRow: number;
  readonly pageColumn: number;
}

/** What the render pass draws, in this order; each writes over what was there. */
export interface Drawing {
  /** Texels x0, y0, x1, y1, … */
  readonly vertices: number[];
  /** Three vertices a triangle. */
  readonly indices: number[];
  /** Boundary cells: column | row << 14 | verdict << 28. */
  readonly cells: number[];
  /** Four words a rectangle to fill by parity: column, row, width | height << 16, its first entry in `borders`. */
  readonly rectangles: number[];
  /** A rectangle: where the borders of each row begin and the last end; then starts and stops of runs, ascending. */
  readonly borders: number[];
}

export interface MaskPage {
  readonly width: number;
  readonly height: number;
  readonly placements: readonly Placement[];
  /** One a placement. */
  readonly fingerprints: readonly Fingerprint[];
  readonly drawing: Drawing;
  /** `tileStruct`s; tiles without a cell of their zone are left out. */
  readonly tiles: Uint32Array;
  /** Index of its placement, a tile. */
  readonly tilePlacements: Uint32Array;
}

/** Rows of a mask's window, all its columns, small enough to be worked on at once. */
export interface Strip {
  readonly window: Window;
  readonly pages: readonly MaskPage[];
}

export interface PageLimits {
  /** Rows and columns of a page. */
  readonly pageEdge: number;
  /** Cells of a strip. */
  readonly stripCells: number;
  /** Tiles of a page; more only where a single zone has them. */
  readonly pageTiles: number;
}

/** Zones (as `mask.zones` has them) that earcut got wrong before. */
export type Distrusted = ReadonlySet<number>;

export function planStrips(mask: Mask, limits: PageLimits, fill: Fill, distrusted: Distrusted): Strip[] {
  const { row, column, height, width } = mask.window;
  const rows = Math.min(limits.pageEdge, Math.max(1, Math.floor(limits.stripCells / width)));
  const strips: Strip[] = [];
  for (let start = row; start < row + height; start += rows) {
    const window = { row: start, column, height: Math.min(rows, row + height - start), width };
    const trusts = (zone: number) => fill !== "parity" && !distrusted.has(mask.zones[zone]);
    const fingerprinter = new Fingerprinter(width);
    const pages = groupByTiles(occupiedWindows(mask, window, limits.pageEdge), limits.pageTiles).flatMap((parts) =>
      planPages(mask, window, parts, limits.pageEdge, fingerprinter, trusts),
    );
    strips.push({ window, pages });
  }
  return strips;
}

/** A zone's cells within a strip and a page's width. */
interface Part {
  /** Index into `mask.zones`. */
  readonly zone: number;
  readonly window: Window;
}

function groupByTiles(parts: readonly Part[], limit: number): Part[][] {
  const groups: Part[][] = [];
  let tiles = Infinity;
  for (const part of parts) {
    const { height, width } = part.window;
    const more = Math.ceil(height / TILE_EDGE) * Math.ceil(width / TILE_EDGE);
    if (tiles + more > limit) {
      groups.push([]);
      tiles = 0;
    }
    groups[groups.length - 1].push(part);
    tiles += more;
  }
  return groups;
}

function planPages(
  mask: Mask,
  strip: Window,
  parts: readonly Part[],
  edge: number,
  fingerprinter: Fingerprinter,
  trusts: (zone: number) => boolean,
): MaskPage[] {
  const { spots, pages } = packShelves(
    parts.map((part) => part.window),
    { width: edge, height: edge },
  );
  const builders = pages.map((size) => new PageBuilder(mask, strip, size, fingerprinter));
  for (const [index, { zone, window }] of parts.entries()) {
    const { page, row, column } = spots[index];
    builders[page].add({ zone, window, pageRow: row, pageColumn: column }, trusts(zone));
  }
  return builders.map((builder) => builder.finish());
}

/** The least rectangles that hold a zone's cells, cut where a page ends. */
function occupiedWindows(mask: Mask, strip: Window, edge: number): Part[] {
  const parts: Part[] = [];
  const clipped = new ClippedRuns();
  for (let column = 0; column < strip.width; column += edge) {
    const panel = { ...strip, column: strip.column + column, width: Math.min(edge, strip.width - column) };
    for (let zone = 0; zone < mask.zones.length; zone++) {
      const { data, length } = clipped.clip(mask.runs, mask.zones[zone], panel);
      if (length === 0) continue;
      let start = Infinity;
      let stop = 0;
      for (let i = 0; i < 3 * length; i += 3) {
        start = Math.min(start, data[i + 1]);
        stop = Math.max(stop, data[i + 2]);
      }
      const firstRow = data[0];
      const lastRow = data[3 * length - 3];
      const window = {
        row: panel.row + firstRow,
        column: panel.column + start,
        height: lastRow - firstRow + 1,
        width: stop - start,
      };
      parts.push({ zone, window });
    }
  }
  return parts;
}

const walk = new BoundaryWalk();

class PageBuilder {
  readonly #mask: Mask;
  readonly #strip: Window;
  readonly #size: { width: number; height: number };
  readonly #fingerprinter: Fingerprinter;
  readonly #runs = new ClippedRuns();
  readonly #drawing: Drawing = { vertices: [], indices: [], cells: [], rectangles: [], borders: [] };
  readonly #placements: Placement[] = [];
  readonly #fingerprints: Fingerprint[] = [];
  readonly #tiles: number[] = [];
  readonly #tilePlacements: number[] = [];

  constructor(mask: Mask, strip: Window, size: { width: number; height: number }, fingerprinter: Fingerprinter) {
    this.#mask = mask;
    this.#strip = strip;
    this.#size = size;
    this.#fingerprinter = fingerprinter;
  }

  add(placement: Placement, triangles: boolean): void {
    const { window, zone } = placement;
    const runs = this.#runs.clip(this.#mask.runs, this.#mask.zones[zone], window);
    this.#placements.push(placement);
    const shifts = [window.row - this.#strip.row, window.column - this.#strip.column] as const;
    this.#fingerprints.push(this.#fingerprinter.of(runs, ...shifts));
    this.#addTiles(placement, runs);
    if (!triangles || !addTriangles(this.#drawing, this.#mask, placement)) addRectangle(this.#drawing, placement, runs);
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
    const across = Math.ceil(window.width / TILE_EDGE);
    const height = evenly(window.height);
    const width = evenly(window.width);
    const stripCell = (window.row - this.#strip.row) * this.#strip.width + window.column - this.#strip.column;
    for (const tile of occupiedTiles(runs, height, width, across)) {
      const row = Math.floor(tile / across) * height;
      const column = (tile % across) * width;
      const extent = Math.min(width, window.width - column) | (Math.min(height, window.height - row) << 16);
      this.#tiles.push(pageColumn + column, pageRow + row, stripCell + row * this.#strip.width + column, extent);
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

/** Triangles of a zone's polygons and its boundary cells; false, and nothing added, where it must not go that way. */
function addTriangles(drawing: Drawing, mask: Mask, placement: Placement): boolean {
  const { window, pageRow, pageColumn } = placement;
  const zone = mask.zones[placement.zone];
  const { rings } = mask.pixelZones;
  const { row, column, height, width } = window;
  const box = { minX: column - 1, minY: row - 1, maxX: column + width + 1, maxY: row + height + 1 };
  const all: Float64Array[] = [];
  const parts = [];
  for (let polygon = rings.zoneOffsets[zone]; polygon < rings.zoneOffsets[zone + 1]; polygon++) {
    const near: Float64Array[] = [];
    for (let ring = rings.polygonOffsets[polygon]; ring < rings.polygonOffsets[polygon + 1]; ring++) {
      near.push(ringNear(rings, ring, box));
    }
    if (near.every((ring) => ring.length === 0)) continue;
    const triangles = triangulatePolygon(near, window);
    if (!triangles) return false;
    parts.push(triangles);
    all.push(...near);
  }
  for (const { vertices, indices } of parts) {
    const first = drawing.vertices.length / 2;
    for (const index of indices) drawing.indices.push(first + index);
    for (let i = 0; i < vertices.length; i += 2) {
      drawing.vertices.push(pageColumn + vertices[i], pageRow + vertices[i + 1]);
    }
  }
  for (const cell of walk.cells(all, window)) {
    const cellRow = Math.floor(cell / width);
    const cellColumn = cell % width;
    const inside = isInside(mask.runs, zone, row + cellRow, column + cellColumn) ? 1 : 0;
    drawing.cells.push((pageColumn + cellColumn) | ((pageRow + cellRow) << 14) | (inside << 28));
  }
  return true;
}

/** @param runs of the zone, clipped to the placement's window */
export function addRectangle(drawing: Drawing, placement: Placement, runs: ClippedRuns): void {
  const { window, pageRow, pageColumn } = placement;
  const { borders } = drawing;
  const first = borders.length;
  drawing.rectangles.push(pageColumn, pageRow, window.width | (window.height << 16), first);
  for (let row = 0; row <= window.height; row++) borders.push(0);
  let run = 0;
  for (let row = 0; row < window.height; row++) {
    borders[first + row] = borders.length;
    for (; run < runs.length && runs.data[3 * run] === row; run++) {
      borders.push(runs.data[3 * run + 1], runs.data[3 * run + 2]);
    }
  }
  borders[first + window.height] = borders.length;
}
