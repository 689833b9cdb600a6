/**
 * What is known of an edge in one row, as the doubles at e + X0 … of one array, where e is the edge's number there: a
 * multiple of `RECORD`. So all that a row needs lies together, and one array serves every loop.
 */

/** Its ends, Y0 ≤ Y1. */
export const X0 = 0;
export const Y0 = 1;
export const X1 = 2;
export const Y1 = 3;
/** Its polygon, counted from 0 in its zone. */
export const PART = 4;
/** How far below the row's top it begins and ends in the row, 0 … 1. */
export const BEGIN = 5;
export const END = 6;
/** The columns that it reaches into: LEFT … RIGHT. */
export const LEFT = 7;
export const RIGHT = 8;
/** The columns that it has around its end in the row: LOW … HIGH, the same where it ends on the line between two. */
export const LOW = 9;
export const HIGH = 10;
/**
 * A position is two doubles, a column and the rest of it; a way is two positions, the upper one and the lower one. Of the
 * edge's way through the row, and through the slab of the row that is at hand.
 */
export const ROW_TOP = 11;
export const ROW_BOTTOM = 13;
export const SLAB_TOP = 15;
export const SLAB_BOTTOM = 17;
/** Both positions of the slab added: twice the middle; the rest is in [0, 1). */
export const MIDDLE = 19;

export const RECORD = 21;

/** The first `count` edges by ascending `field`, in place; equal ones stay in order. */
export function sortEdges(edges: Int32Array, count: number, records: Float64Array, field: number): void {
  if (count > SHORT) {
    edges.subarray(0, count).sort((a, b) => records[a + field] - records[b + field]);
    return;
  }
  for (let i = 1; i < count; i++) {
    const edge = edges[i];
    const key = records[edge + field];
    let j = i - 1;
    for (; j >= 0 && records[edges[j] + field] > key; j--) edges[j + 1] = edges[j];
    edges[j + 1] = edge;
  }
}

/** Most lists have a handful of members, for which the engine's own sort costs more than it saves. */
const SHORT = 32;
