import { rastrumError } from "../errors.ts";
import { applyTransform, createPixelMapping, type PixelMapping, type Transform } from "../grid/affine.ts";
import { type Crs, createTransformer, resolveCrs, type Transformer } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";
import type { Window } from "../grid/window.ts";
import type { Raster } from "./source.ts";

/** How cells of one grid come to those of another, the source's. */
export interface Relation {
  readonly grid: Grid;
  readonly transform: Transform;
  readonly source: Grid;
  readonly sourceTransform: Transform;
  /** Inverse of `sourceTransform`. */
  readonly mapping: PixelMapping;
  /** From the grid's CRS to the source's; null where they are the same. */
  readonly transformer: Transformer | null;
  /** What x may be off by and mean the same place: 0, and a whole turn where the source counts degrees. */
  readonly turns: readonly number[];
}

/** For each cell of a window, in C order, the cell of the source that its centre lies in; −1 where in none. */
export interface CellPlaces {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** @throws `missing-transform`, `missing-crs` where one of the two has none, `unknown-crs`. */
export function relateGrids(raster: Pick<Raster, "name" | "grid">, grid: Grid): Relation {
  const source = raster.grid;
  const mapping = source.transform && createPixelMapping(source.transform);
  if (!source.transform || !mapping) throw missingTransform(raster.name);
  if (!grid.transform || !createPixelMapping(grid.transform)) throw missingTransform("the raster to align it to");
  const known = { grid, transform: grid.transform, source, sourceTransform: source.transform, mapping };
  if (source.crs === grid.crs) {
    return { ...known, transformer: null, turns: source.crs !== null && isGeographic(source.crs) ? turns : [0] };
  }
  if (source.crs === null || grid.crs === null) {
    const [without, other] = source.crs === null ? [raster.name, grid.crs] : ["the raster to align it to", source.crs];
    const message = `${raster.name} cannot be aligned: ${without} does not say its CRS, the other one has ${shortened(other)}; `;
    throw rastrumError("missing-crs", `${message}pass crs (CLI --crs).`, { path: raster.name });
  }
  const to = resolveCrs(source.crs, "raster");
  const transformer = createTransformer(resolveCrs(grid.crs, "raster"), to);
  return { ...known, transformer, turns: to.geographic ? turns : [0] };
}

const turns = [0, 360, -360];

/** A CRS that both have by the same text need not be known: then no turn is taken. */
function isGeographic(text: string): boolean {
  let crs: Crs;
  try {
    crs = resolveCrs(text, "raster");
  } catch {
    return false;
  }
  return crs.geographic;
}

function missingTransform(name: string) {
  const message = `${name} has no transform that can be inverted; pass transform (CLI --transform a,b,c,d,e,f).`;
  return rastrumError("missing-transform", message, { path: name });
}

function shortened(crs: string | null): string {
  return crs && crs.length > 60 ? `${crs.slice(0, 57)}…` : `${crs}`;
}

/**
 * Cells whose centre lies in [column, column + 1) × [row, row + 1) of the source. In one CRS and without rotation
 * columns and rows are found once a window each; else every centre is projected by itself.
 */
export function locateCells(relation: Relation, window: Window): CellPlaces {
  const cells = window.width * window.height;
  const places = { rows: new Int32Array(cells), columns: new Int32Array(cells) };
  if (relation.transformer === null && isUpright(relation.transform) && isUpright(relation.sourceTransform)) {
    locateUpright(relation, window, places);
  } else locateEach(relation, window, places);
  return places;
}

function isUpright([, b, , d]: Transform): boolean {
  return b === 0 && d === 0;
}

function locateUpright(relation: Relation, { row, column, width, height }: Window, places: CellPlaces): void {
  const { source, turns } = relation;
  const [a, , c, , e, f] = relation.transform;
  const [sourceA, , sourceC, , sourceE, sourceF] = relation.sourceTransform;
  const toColumns = { start: column, size: a, origin: c, sourceSize: sourceA, sourceOrigin: sourceC };
  const toRows = { start: row, size: e, origin: f, sourceSize: sourceE, sourceOrigin: sourceF };
  const columns = locateAlong(toColumns, width, source.width, turns);
  const rows = locateAlong(toRows, height, source.height, [0]);
  for (let i = 0; i < height; i++) {
    places.columns.set(columns, i * width);
    places.rows.fill(rows[i], i * width, (i + 1) * width);
  }
}

interface AxisRelation {
  readonly start: number;
  readonly size: number;
  readonly origin: number;
  readonly sourceSize: number;
  readonly sourceOrigin: number;
}

function locateAlong(axis: AxisRelation, length: number, sourceLength: number, turns: readonly number[]): Int32Array {
  const { start, size, origin, sourceSize, sourceOrigin } = axis;
  const found = new Int32Array(length).fill(-1);
  for (let i = 0; i < length; i++) {
    const centre = size * (start + i + 0.5) + origin;
    // A centre that is meant to lie between two cells must not fall to one here and to the other there by rounding.
    const slack = ((Math.abs(centre) + Math.abs(origin) + Math.abs(sourceOrigin)) * 2 ** -49) / Math.abs(sourceSize);
    for (const turn of turns) {
      const at = (centre + turn - sourceOrigin) / sourceSize;
      const border = Math.round(at);
      const cell = Math.abs(at - border) <= slack ? border : Math.floor(at);
      if (cell < 0 || cell >= sourceLength) continue;
      found[i] = cell;
      break;
    }
  }
  return found;
}

function locateEach(relation: Relation, window: Window, { rows, columns }: CellPlaces): void {
  const { transform, transformer, mapping, source, turns } = relation;
  rows.fill(-1);
  columns.fill(-1);
  let cell = 0;
  for (let row = window.row; row < window.row + window.height; row++) {
    for (let column = window.column; column < window.column + window.width; column++, cell++) {
      const centre = applyTransform(transform, column + 0.5, row + 0.5);
      const [x, y] = transformer ? transformer(centre) : centre;
      for (const turn of turns) {
        const sourceColumn = Math.floor(mapping.column(x + turn, y));
        const sourceRow = Math.floor(mapping.row(x + turn, y));
        // Comparisons are false for a centre that has no image.
        const inside = sourceColumn >= 0 && sourceColumn < source.width && sourceRow >= 0 && sourceRow < source.height;
        if (!inside) continue;
        rows[cell] = sourceRow;
        columns[cell] = sourceColumn;
        break;
      }
    }
  }
}
