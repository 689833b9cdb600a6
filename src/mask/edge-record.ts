/**
 * What is known of an edge in one row, as the doubles at e + X0 … of one array, where e is the edge's number there: a
 * multiple of `RECORD`. So all that a row needs lies together, and one array serves every loop.
 *
 * An object, whose fields every file takes out once: in the loops of tests each constant that is imported is a call.
 */
export const EDGE = {
  /** Its ends, Y0 ≤ Y1. */
  X0: 0,
  Y0: 1,
  X1: 2,
  Y1: 3,
  /** Its polygon, counted from 0 in its zone. */
  PART: 4,
  /** How far below the row's top it begins and ends in the row, 0 … 1. */
  BEGIN: 5,
  END: 6,
  /** The columns that it reaches into: LEFT … RIGHT. */
  LEFT: 7,
  RIGHT: 8,
  /** The columns that it has around its end in the row: LOW … HIGH, the same where it ends on the line between two. */
  LOW: 9,
  HIGH: 10,
  /**
   * A position is two doubles, a column and the rest of it; a way is two positions, the upper one and the lower one. Of the
   * edge's way through the row, and through the slab of the row that is at hand.
   */
  ROW_TOP: 11,
  ROW_BOTTOM: 13,
  SLAB_TOP: 15,
  SLAB_BOTTOM: 17,
  /** Doubles a record. */
  RECORD: 19,
} as const;

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
