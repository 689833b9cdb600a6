import type { Window } from "../grid/window.ts";
import { BoundaryWalk, isInside } from "../mask/boundary.ts";
import type { Mask } from "../mask/mask.ts";
import { ringNear } from "../mask/near.ts";
import type { ClippedRuns } from "../mask/runs.ts";
import { type Triangles, triangulatePolygon } from "../mask/triangulate.ts";
import { hasPaths } from "../zones/zones.ts";

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

export function emptyDrawing(): Drawing {
  return { vertices: [], indices: [], cells: [], rectangles: [], borders: [] };
}

const walk = new BoundaryWalk();

/** Triangles of a zone's polygons and its boundary cells; false, and nothing added, where it must not go that way. */
export function addTriangles(drawing: Drawing, mask: Mask, placement: Placement): boolean {
  const { window, pageRow, pageColumn } = placement;
  const zone = mask.zones[placement.zone];
  if (hasPaths(mask.pixelZones, zone)) return false; // cells of lines and points are in its runs alone
  const { rings } = mask.pixelZones;
  const { row, column, height, width } = window;
  const box = { minX: column - 1, minY: row - 1, maxX: column + width + 1, maxY: row + height + 1 };
  const all: Float64Array[] = [];
  const parts: Triangles[] = [];
  for (let polygon = rings.zoneOffsets[zone]; polygon < rings.zoneOffsets[zone + 1]; polygon++) {
    const near: Float64Array[] = [];
    for (let ring = rings.polygonOffsets[polygon]; ring < rings.polygonOffsets[polygon + 1]; ring++) {
      near.push(ringNear(rings, ring, box));
    }
    if (near.every((ring) => ring.length === 0)) continue;
    const triangles = triangulatePolygon(near, window);
    if (!triangles) return false;
    parts.push(triangles);
    for (const ring of near) all.push(ring);
  }
  for (const part of parts) appendTriangles(drawing, part, placement);
  for (const cell of walk.cells(all, window)) {
    const cellRow = Math.floor(cell / width);
    const cellColumn = cell % width;
    const inside = isInside(mask.runs, zone, row + cellRow, column + cellColumn) ? 1 : 0;
    drawing.cells.push((pageColumn + cellColumn) | ((pageRow + cellRow) << 14) | (inside << 28));
  }
  return true;
}

function appendTriangles(drawing: Drawing, { vertices, indices }: Triangles, { pageColumn, pageRow }: Placement): void {
  const first = drawing.vertices.length / 2;
  for (const index of indices) drawing.indices.push(first + index);
  for (let i = 0; i < vertices.length; i += 2) {
    drawing.vertices.push(pageColumn + vertices[i], pageRow + vertices[i + 1]);
  }
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
