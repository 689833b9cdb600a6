/** Places of a column in the order of the rows that they belong to. */
export class RowOrder {
  /** Whether they are in that order as they are, as those of one block are. */
  readonly ascending: boolean;
  readonly length: number;
  readonly #places: Int32Array;
  readonly #starts: Int32Array;

  constructor(rows: Int32Array) {
    this.length = rows.length;
    this.ascending = doAscend(rows);
    const starts = startsOf(rows);
    this.#starts = this.ascending ? starts.subarray(1) : starts;
    this.#places = this.ascending ? rows : placesOf(rows, starts);
  }

  /** The place that is at an index in the order. */
  place(index: number): number {
    return this.ascending ? index : this.#places[index];
  }

  /** Where the places of a row begin, which is where those of the row before end. */
  start(row: number): number {
    return row < this.#starts.length ? this.#starts[row] : this.length;
  }
}

function doAscend(rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) if (rows[i] < rows[i - 1]) return false;
  return true;
}

/** Of row r at r + 1, with room for moving each on by one. */
function startsOf(rows: Int32Array): Int32Array {
  let last = -1;
  for (let i = 0; i < rows.length; i++) last = Math.max(last, rows[i]);
  const starts = new Int32Array(last + 3);
  for (let i = 0; i < rows.length; i++) starts[rows[i] + 2]++;
  for (let row = 2; row < starts.length; row++) starts[row] += starts[row - 1];
  return starts;
}

/** Afterwards the starts are those of row r at r. */
function placesOf(rows: Int32Array, starts: Int32Array): Int32Array {
  const places = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) places[starts[rows[place] + 1]++] = place;
  return places;
}
