import type { Window } from "../grid/window.ts";
import { packShelves } from "../mask/atlas.ts";
import { Fingerprinter } from "../mask/fingerprint.ts";
import type { Mask } from "../mask/mask.ts";
import { ClippedRuns } from "../mask/runs.ts";
import { type MaskPage, PageBuilder, type PageContext, TILE_EDGE } from "./mask-page.ts";

/** How zones are filled: by triangles where earcut can be expected to do it, all by parity, or as measured best. */
export type Fill = "auto" | "triangles" | "parity";

/**
 * Cells a run, on average, from which triangles are worth their while. Measured (one core, zones of 3 to 1000 cells
 * radius): clipping, simplifying, earcut and the boundary take 4 to 30 times what the borders of the runs take, and
 * more to upload; what they save the GPU is a search among a row's borders for each texel. That pays only where
 * boundaries are far between: in windows that lie inside of a zone, or nearly.
 */
const TRIANGLES_FROM = 512;

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
    const context: PageContext = {
      mask,
      strip: window,
      fingerprinter: new Fingerprinter(width),
      byTriangles: (zone, runs) => {
        if (fill === "parity" || distrusted.has(mask.zones[zone])) return false;
        return fill === "triangles" || runs.cells >= TRIANGLES_FROM * runs.length;
      },
    };
    const groups = groupByTiles(occupiedWindows(mask, window, limits.pageEdge), limits.pageTiles);
    strips.push({ window, pages: groups.flatMap((parts) => planPages(context, parts, limits.pageEdge)) });
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

function planPages(context: PageContext, parts: readonly Part[], edge: number): MaskPage[] {
  const windows = parts.map((part) => part.window);
  const { spots, pages } = packShelves(windows, { width: edge, height: edge });
  const builders = pages.map((size) => new PageBuilder(context, size));
  for (const [index, { zone, window }] of parts.entries()) {
    const { page, row, column } = spots[index];
    builders[page].add({ zone, window, pageRow: row, pageColumn: column });
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
