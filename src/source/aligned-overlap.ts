import { rastrumError } from "../errors.ts";
import { applyTransform, type Transform } from "../grid/affine.ts";
import type { Grid } from "../grid/grid.ts";
import type { Relation } from "./aligned-cells.ts";

/** [minX, minY, maxX, maxY] */
type Bounds = readonly [number, number, number, number];

/** Steps of the lattice of points along each side of the grid. */
const STEPS = 32;

/** @throws `no-overlap` where the grid surely has no place in common with the source. */
export function requireOverlap(relation: Relation, name: string): void {
  if (mayOverlap(relation)) return;
  const bounds = boundsOf(relation.sourceTransform, relation.source);
  const otherBounds = boundsOf(relation.transform, relation.grid);
  const message = `${name} (${told(bounds, relation.source)}) has no place in common with the raster to align it to`;
  const advice = "check the CRS and the transform of both";
  throw rastrumError("no-overlap", `${message} (${told(otherBounds, relation.grid)}); ${advice}.`, {
    path: name,
    bounds,
    otherBounds,
  });
}

/**
 * Whether the grid's rectangle, taken to cells of the source, meets the source. Across CRSs a lattice of its points is
 * taken there, with a margin of the lattice's longest step for what lies between; points without an image leave it open.
 */
function mayOverlap({ grid, transform, source, mapping, transformer, turns }: Relation): boolean {
  const lattice = Array.from({ length: STEPS + 1 }, (_, i) =>
    Array.from({ length: STEPS + 1 }, (_, j) => {
      const point = applyTransform(transform, (j * grid.width) / STEPS, (i * grid.height) / STEPS);
      return transformer ? transformer(point) : point;
    }),
  );
  const finite = lattice.flat().filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y)).length;
  if (finite < (STEPS + 1) ** 2) return finite > 0;
  return turns.some((turn) => {
    const columns = range(lattice, transformer !== null, ([x, y]) => mapping.column(x + turn, y));
    const rows = range(lattice, transformer !== null, ([x, y]) => mapping.row(x + turn, y));
    return columns[0] < source.width && columns[1] > 0 && rows[0] < source.height && rows[1] > 0;
  });
}

type Point = readonly [x: number, y: number];

function range(lattice: readonly Point[][], isBent: boolean, measure: (point: Point) => number): [number, number] {
  const values = lattice.map((row) => row.map(measure));
  let step = 0;
  for (let i = 0; isBent && i <= STEPS; i++) {
    for (let j = 0; j < STEPS; j++) {
      step = Math.max(step, Math.abs(values[i][j + 1] - values[i][j]), Math.abs(values[j + 1][i] - values[j][i]));
    }
  }
  const all = values.flat();
  return [Math.min(...all) - step, Math.max(...all) + step];
}

function boundsOf(transform: Transform, { width, height }: Grid): Bounds {
  const corners = [0, width].flatMap((column) => [0, height].map((row) => applyTransform(transform, column, row)));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function told(bounds: Bounds, { crs }: Grid): string {
  const shown = bounds.map((value) => Number(value.toPrecision(9))).join(", ");
  const name = crs && crs.length > 60 ? `${crs.slice(0, 57)}…` : crs;
  return `bounds [${shown}]${name === null ? "" : ` in ${name}`}`;
}
