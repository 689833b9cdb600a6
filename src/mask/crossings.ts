import { orient2d } from "robust-predicates";

/**
 * Where the rings of one polygon cross the centre lines of rows: the exact part of the rule `center`.
 *
 * A centre (column + ½, row + ½) is inside by even-odd if an odd number of edges cross its row's centre line at or
 * left of it. An edge counts for a row if yMin ≤ row + ½ < yMax; it toggles the row from the first column whose
 * centre is at or right of the crossing. Both comparisons are half-open the same way for every zone, so zones that
 * share an edge never share a cell nor lose one.
 */

/** First row whose centre is at or below `y`. Exact for 0 ≤ y < 2^52: subtracting ½ loses no bit there. */
export function firstRowFrom(y: number): number {
  return Math.ceil(y - 0.5);
}

/**
 * First column whose centre is at or right of the point where the edge (x0, y0)–(x1, y1), y0 < y1, meets the line
 * y = centreY. The crossing is computed in f64; where its rounding error could change the answer, an exact
 * orientation predicate decides.
 */
export function crossingColumn(x0: number, y0: number, x1: number, y1: number, centreY: number): number {
  const shifted = x0 + (centreY - y0) * ((x1 - x0) / (y1 - y0)) - 0.5;
  // Six roundings, each at most 2^-53 of |x0| + |x1| + 1; 2^-49 leaves room to spare.
  const error = (Math.abs(x0) + Math.abs(x1) + 1) * 2 ** -49;
  if (Math.abs(shifted - Math.round(shifted)) > error) return Math.ceil(shifted);
  // From coordinates this far off the crossing may even be some columns from where f64 puts it.
  if (!(error < 0.25)) return searchColumn(x0, y0, x1, y1, centreY);
  const nearest = Math.round(shifted);
  return isAtOrRight(x0, y0, x1, y1, nearest, centreY) ? nearest : nearest + 1;
}

/** Whether the column's centre is at or right of the crossing; exact. */
function isAtOrRight(x0: number, y0: number, x1: number, y1: number, column: number, centreY: number): boolean {
  return orient2d(x0, y0, x1, y1, column + 0.5, centreY) >= 0;
}

/** The first column from 0 whose centre is at or right of the crossing, by halves. */
function searchColumn(x0: number, y0: number, x1: number, y1: number, centreY: number): number {
  let low = 0;
  let high = 2 ** 31 - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isAtOrRight(x0, y0, x1, y1, middle, centreY)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Scratch for one polygon's crossings, sorted into rows by counting; grows and is reused. */
export class RowCrossings {
  #offsets = new Int32Array(64);
  #columns = new Int32Array(256);
  /** Row and column of each crossing, edge after edge. */
  #foundRows = new Int32Array(256);
  #foundColumns = new Int32Array(256);
  firstRow = 0;
  rows = 0;

  /** Row `firstRow + index` has the columns `offset(index)` … `offset(index + 1)`, ascending. */
  get columns(): Int32Array {
    return this.#columns;
  }

  offset(index: number): number {
    return this.#offsets[index];
  }

  /** Collects the crossings of the rings `ringStart` … `ringStop` with the rows `firstRow` … `stopRow`. */
  collect(
    coordinates: Float64Array,
    ringOffsets: Uint32Array,
    ringStart: number,
    ringStop: number,
    firstRow: number,
    stopRow: number,
    width: number,
  ): void {
    const [yMin, yMax] = rowBounds(coordinates, ringOffsets[ringStart], ringOffsets[ringStop]);
    this.firstRow = Math.max(firstRow, firstRowFrom(yMin));
    this.rows = Math.max(0, Math.min(stopRow, firstRowFrom(yMax)) - this.firstRow);
    if (!(this.rows > 0)) {
      this.rows = 0;
      return;
    }
    const { rows } = this;
    if (this.#offsets.length < rows + 2) this.#offsets = new Int32Array(2 * (rows + 2));
    this.#offsets.fill(0, 0, rows + 2);
    let found = 0;
    for (let ring = ringStart; ring < ringStop; ring++) {
      found = this.#findOfRing(coordinates, ringOffsets[ring], ringOffsets[ring + 1], width, found);
    }
    this.#sort(found);
  }

  /** Adds the crossings of a ring's edges to the `found` ones that are there; gives how many there are then. */
  #findOfRing(coordinates: Float64Array, start: number, stop: number, width: number, found: number): number {
    const { firstRow, rows } = this;
    // Counted two places ahead, so that after the prefix sum offsets[i + 1] is where row i begins and, once filled, ends.
    const offsets = this.#offsets;
    let count = found;
    let previous = 2 * (stop - 1);
    for (let vertex = 2 * start; vertex < 2 * stop; vertex += 2) {
      // The upper end, of smaller y, comes first.
      const isDown = coordinates[previous + 1] < coordinates[vertex + 1];
      const upper = isDown ? previous : vertex;
      const lower = isDown ? vertex : previous;
      previous = vertex;
      const y0 = coordinates[upper + 1];
      const y1 = coordinates[lower + 1];
      const first = Math.max(0, firstRowFrom(y0) - firstRow);
      const end = Math.min(rows, firstRowFrom(y1) - firstRow);
      if (!(first < end)) continue;
      if (count + end - first > this.#foundRows.length) this.#grow(count + end - first);
      for (let row = first; row < end; row++, count++) {
        const column = crossingColumn(coordinates[upper], y0, coordinates[lower], y1, firstRow + row + 0.5);
        this.#foundRows[count] = row;
        this.#foundColumns[count] = Math.min(width, Math.max(0, column));
        offsets[row + 2]++;
      }
    }
    return count;
  }

  #grow(least: number): void {
    const [rows, columns] = [this.#foundRows, this.#foundColumns];
    this.#foundRows = new Int32Array(2 * least);
    this.#foundColumns = new Int32Array(2 * least);
    this.#foundRows.set(rows);
    this.#foundColumns.set(columns);
  }

  #sort(found: number): void {
    const { rows } = this;
    const offsets = this.#offsets;
    for (let row = 2; row < rows + 2; row++) offsets[row] += offsets[row - 1];
    if (this.#columns.length < found) this.#columns = new Int32Array(2 * found);
    const columns = this.#columns;
    const [foundRows, foundColumns] = [this.#foundRows, this.#foundColumns];
    for (let i = 0; i < found; i++) columns[offsets[foundRows[i] + 1]++] = foundColumns[i];
    for (let row = 0; row < rows; row++) sortRange(columns, offsets[row], offsets[row + 1]);
  }
}

function rowBounds(coordinates: Float64Array, start: number, stop: number): [number, number] {
  let yMin = Infinity;
  let yMax = -Infinity;
  for (let vertex = start; vertex < stop; vertex++) {
    const y = coordinates[2 * vertex + 1];
    if (y < yMin) yMin = y;
    if (y > yMax) yMax = y;
  }
  return [yMin, yMax];
}

/** Ascending, in place: by insertion where short (nearly always), natively where long. */
function sortRange(values: Int32Array, start: number, stop: number): void {
  if (stop - start > 32) {
    values.subarray(start, stop).sort();
    return;
  }
  for (let i = start + 1; i < stop; i++) {
    const value = values[i];
    let j = i - 1;
    for (; j >= start && values[j] > value; j--) values[j + 1] = values[j];
    values[j + 1] = value;
  }
}
