import { type ColumnValues, type ListColumn, markEmpty } from "./column-values.ts";

/** Classes are few and small mostly: these are looked up by their number. */
const SMALL = 2 ** 16;

/** Columns of lists, one a class, with the classes in their order. */
export interface ColumnsByClass {
  readonly classes: readonly (number | bigint)[];
  readonly lists: readonly (readonly ColumnValues[])[];
}

/** A column of each class and list, 0 where a list lacks the class; null in all of them where a list is empty. */
export function columnsOfItems(classes: ListColumn, lists: readonly ListColumn[]): ColumnsByClass {
  const { all, places } = numbered(classes.items);
  const rows = classes.starts.length;
  const isNull = new Uint8Array(rows);
  markEmpty(isNull, classes.starts, classes.stops);
  const columnsOf = ({ items, starts }: ListColumn) => {
    const columns = all.map(() => new Float64Array(rows));
    spread(columns, places, classes.starts, classes.stops, items, starts);
    return columns.map((numbers) => ({ numbers, isNull }));
  };
  return { classes: all, lists: lists.map(columnsOf) };
}

/** The different items, ascending, and of each item which of them it is. */
interface Numbered {
  readonly all: readonly number[];
  readonly places: Int32Array;
}

function numbered(items: Float64Array): Numbered {
  const seen = new Uint8Array(SMALL);
  if (!markSmall(seen, items)) return numberedByMap(items);
  const all: number[] = [];
  const numbers = new Int32Array(SMALL);
  for (let item = seen.indexOf(1); item >= 0; item = seen.indexOf(1, item + 1)) numbers[item] = all.push(item) - 1;
  const places = new Int32Array(items.length);
  lookUp(places, items, numbers);
  return { all, places };
}

function numberedByMap(items: Float64Array): Numbered {
  const all = [...new Set(items)].sort((a, b) => a - b);
  const numbers = new Map(all.map((item, number) => [item, number]));
  return { all, places: Int32Array.from(items, (item) => numbers.get(item) as number) };
}

// Loops over items call nothing, so that V8 compiles them in little time.

/** False where one is no small whole number. */
function markSmall(seen: Uint8Array, items: Float64Array): boolean {
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (!(item >= 0 && item < SMALL) || item !== (item | 0)) return false;
    seen[item] = 1;
  }
  return true;
}

function lookUp(places: Int32Array, items: Float64Array, numbers: Int32Array): void {
  for (let i = 0; i < items.length; i++) places[i] = numbers[items[i]];
}

function spread(
  columns: readonly Float64Array[],
  places: Int32Array,
  starts: Int32Array,
  stops: Int32Array,
  items: Float64Array,
  firsts: Int32Array,
): void {
  for (let row = 0; row < starts.length; row++) {
    const shift = firsts[row] - starts[row];
    for (let i = starts[row]; i < stops[row]; i++) columns[places[i]][row] = items[i + shift];
  }
}
