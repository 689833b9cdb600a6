import { rastrumError } from "../errors.ts";
import type { IndexRange } from "../source/source.ts";

/** What of the whole work a table holds: zones × slices × spatial chunks, all half-open. */
export interface Piece {
  /** Row numbers of zones. */
  readonly zones: IndexRange;
  /** Indices along each of the raster's non-spatial dimensions. */
  readonly ranges: readonly IndexRange[];
  /** Numbers of the plan's spatial chunks … */
  readonly tasks: IndexRange;
  /** … of so many in all … */
  readonly of: number;
  /** … each of so many rows and columns of cells. */
  readonly chunk: readonly [rows: number, columns: number];
}

/**
 * All pieces, those that follow upon each other made one: the same list however they came together.
 * Throws `invalid-partials` where two hold the same cells, or spatial chunks that were numbered differently.
 */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const sorted = pieces.filter((piece) => !isEmpty(piece)).sort(comparePieces);
  const joined: Piece[] = [];
  for (const piece of sorted) {
    const last = joined[joined.length - 1];
    if (last && boxOf(last) === boxOf(piece) && last.tasks[1] === piece.tasks[0]) {
      joined[joined.length - 1] = { ...last, tasks: [last.tasks[0], piece.tasks[1]] };
    } else {
      joined.push(piece);
    }
  }
  joined.forEach((piece, i) => {
    for (let j = 0; j < i; j++) checkApart(joined[j], piece);
  });
  return joined;
}

/** The first of the pieces that lacks spatial chunks, told in words; null where all are complete. */
export function missingIn(pieces: readonly Piece[]): string | null {
  for (const piece of pieces) {
    const held = pieces.reduce((sum, other) => sum + commonGroups(piece, other) * lengthOf(other.tasks), 0);
    if (held < commonGroups(piece, piece) * piece.of) return describe(piece);
  }
  return null;
}

function checkApart(a: Piece, b: Piece): void {
  if (commonGroups(a, b) === 0) return;
  const samePlan = a.of === b.of && a.chunk.join() === b.chunk.join();
  if (samePlan && common(a.tasks, b.tasks) === 0) return;
  const fault = samePlan
    ? "hold the same cells, which would count twice: give each part once"
    : "cut the raster into other chunks: make all parts from the same zones, with the same chunks";
  const message = `Two tables of partials (${describe(a)}; ${describe(b)}) ${fault}, and pieces of the zones their firstZone.`;
  throw rastrumError("invalid-partials", message, { what: "rastrum.pieces" });
}

/** Zones × slices that two pieces share. */
function commonGroups(a: Piece, b: Piece): number {
  return a.ranges.reduce((product, range, d) => product * common(range, b.ranges[d]), common(a.zones, b.zones));
}

function common(a: IndexRange, b: IndexRange): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

function lengthOf([start, stop]: IndexRange): number {
  return stop - start;
}

function isEmpty({ zones, tasks }: Piece): boolean {
  return lengthOf(zones) === 0 || lengthOf(tasks) === 0;
}

function boxOf({ zones, ranges, of, chunk }: Piece): string {
  return JSON.stringify([zones, ranges, of, chunk]);
}

function comparePieces(a: Piece, b: Piece): number {
  const numbers = ({ zones, ranges, of, chunk, tasks }: Piece) => [zones, ...ranges, [of], chunk, tasks].flat();
  const [left, right] = [numbers(a), numbers(b)];
  const i = left.findIndex((number, at) => number !== right[at]);
  return i < 0 ? 0 : left[i] - right[i];
}

function describe({ zones, ranges, tasks, of }: Piece): string {
  const slices = ranges.map(([start, stop], d) => `, indices ${start} to ${stop - 1} of dimension ${d}`).join("");
  return `zones ${zones[0]} to ${zones[1] - 1}${slices}, chunks ${tasks[0]} to ${tasks[1] - 1} of ${of}`;
}
