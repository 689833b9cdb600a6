import type { ColumnValues, ListBlock, ListColumn } from "./column-values.ts";

/** Classes are few and small mostly: these are looked up by their number. */
const SMALL = 2 ** 16;

/** Columns of lists, one a class, with the classes in their order. */
export interface ColumnsByClass {
  readonly classes: readonly (number | bigint)[];
  readonly lists: readonly (readonly ColumnValues[])[];
}

/**
 * A column of each class and list, 0 where a list lacks the class; null in all of them where a list is empty.
 * @param lists in blocks of the same rows
 */
export function columnsOfItems(classes: ListColumn, lists: readonly ListColumn[]): ColumnsByClass {
  const { rows, blocks } = classes;
  const { all, items: known, numbers } = numbered(blocks);
  const isNull = new Uint8Array(rows).fill(1);
  for (const block of blocks) markKnown(isNull, block.rows, block.offsets);
  const columnsOf = (list: ListColumn) => {
    const columns = all.map(() => new Float64Array(rows));
    for (let i = 0; i < blocks.length; i++) {
      const { rows, offsets } = blocks[i];
      spread(columns, numbers, known[i], rows, offsets, list.blocks[i].items);
    }
    return columns.map((numbers) => ({ numbers, isNull }));
  };
  return { classes: all, lists: lists.map(columnsOf) };
}

/** The different items, ascending. */
interface Numbered {
  readonly all: readonly number[];
  /** Those of each block, or small whole numbers that stand for them. */
  readonly items: readonly Float64Array[];
  /** Which of all each of these is. */
  readonly numbers: Int32Array;
}

function numbered(blocks: readonly ListBlock[]): Numbered {
  const seen = new Uint8Array(SMALL);
  for (const { items } of blocks) if (!markSmall(seen, items)) return numberedByMap(blocks);
  const all: number[] = [];
  const numbers = new Int32Array(SMALL);
  for (let item = seen.indexOf(1); item >= 0; item = seen.indexOf(1, item + 1)) numbers[item] = all.push(item) - 1;
  return { all, items: blocks.map(({ items }) => items), numbers };
}

function numberedByMap(blocks: readonly ListBlock[]): Numbered {
  const found = new Set<number>();
  for (const { items } of blocks) for (const item of items) found.add(item);
  const all = [...found].sort((a, b) => a - b);
  const places = new Map(all.map((item, number) => [item, number]));
  const items = blocks.map(({ items }) => items.map((item) => places.get(item) as number));
  return { all, items, numbers: Int32Array.from(all.keys()) };
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

/** Takes the mark from the rows whose list is not empty. */
function markKnown(isNull: Uint8Array, rows: Int32Array, offsets: Int32Array): void {
  for (let i = 0; i < rows.length; i++) if (offsets[i] < offsets[i + 1]) isNull[rows[i]] = 0;
}

/** Items of a block's lists into the columns of their classes. */
function spread(
  columns: readonly Float64Array[],
  numbers: Int32Array,
  classes: Float64Array,
  rows: Int32Array,
  offsets: Int32Array,
  items: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    for (let at = offsets[i]; at < offsets[i + 1]; at++) columns[numbers[classes[at]]][row] = items[at];
  }
}
