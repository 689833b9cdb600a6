/** The rule `touched` once more, by its definition and in exact integers; nothing of src/mask in it. */
import { exactMask, type ScaledEdge, scaledEdges } from "./even-odd.ts";
import type { Zone } from "./pixel-zones.ts";

/** Cells of a zone as "#" and ".", a text a row: the centre is inside, or the boundary meets the open square. */
export function exactTouched(zone: Zone, height: number, width: number): string[] {
  const cells = exactMask(zone, height, width).map((row) => [...row]);
  for (const polygon of zone) {
    const { edges, half } = scaledEdges(polygon);
    for (const edge of edges) markEdge(edge, 2n * half, cells, width);
  }
  return cells.map((row) => row.join(""));
}

/** `one` is a cell in the edge's unit. */
function markEdge([ax, ay, bx, by]: ScaledEdge, one: bigint, cells: string[][], width: number): void {
  const [x0, y0, x1, y1] = ay <= by ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const [left, right] = x0 < x1 ? [x0, x1] : [x1, x0];
  const stopRow = cellsUpTo(y1, one, cells.length);
  const stopColumn = cellsUpTo(right, one, width);
  for (let row = cellsUpTo(y0, one, cells.length, 0n); row < stopRow; row++) {
    const top = BigInt(row) * one;
    if (y1 <= top || y0 >= top + one) continue;
    for (let column = cellsUpTo(left, one, width, 0n); column < stopColumn; column++) {
      const at = BigInt(column) * one;
      // On which side of the edge the upper left corner lies, and how that changes from corner to corner.
      const side = (x1 - x0) * (top - y0) - (y1 - y0) * (at - x0);
      // The corner that an edge slants through from the upper right is its own in the cell that begins there.
      if (side === 0n && x1 < x0 && y0 < top) cells[row][column] = "#";
      if (right <= at || left >= at + one) continue;
      const [across, down] = [(y0 - y1) * one, (x1 - x0) * one];
      const corners = [side, side + across, side + down, side + across + down];
      // A closed segment misses an open square where an axis, or its own normal, parts them: no other line can do it.
      if (corners.some((corner) => corner < 0n) && corners.some((corner) => corner > 0n)) cells[row][column] = "#";
    }
  }
}

/** Cells that begin at or before a place, or before it is `more` = 0; of 0 … limit. */
function cellsUpTo(place: bigint, one: bigint, limit: number, more = 1n): number {
  if (place < 0n) return 0;
  const cells = place / one + more;
  return cells > BigInt(limit) ? limit : Number(cells);
}
