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
  return columnsOfSmall(classes, lists, SMALL) ?? columnsByPlace(classes, lists);
}

/** Null where some class is no whole number below `limit`. */
function columnsOfSmall(
  { rows, blocks }: ListColumn,
  lists: readonly ListColumn[],
  limit: number,
): ColumnsByClass | null {
  const isNull = new Uint8Array(rows).fill(1);
  const found = lists.map(() => ({ met: [], columns: [], numbers: new Int32Array(limit), isNull }) as Spread);
  for (const [i, block] of blocks.entries()) {
    for (const [j, list] of lists.entries()) if (!spread(found[j], block, list.blocks[i].items)) return null;
  }
  const classes = [...found[0].met].sort((a, b) => a - b);
  const inOrder = ({ columns, numbers }: Spread) =>
    classes.map((each) => ({ numbers: columns[numbers[each] - 1], isNull }));
  return { classes, lists: found.map(inOrder) };
}

/** The same by places among all classes in their order. */
function columnsByPlace(classes: ListColumn, lists: readonly ListColumn[]): ColumnsByClass {
  const found = new Set<number>();
  for (const { items } of classes.blocks) for (const item of items) found.add(item);
  const all = [...found].sort((a, b) => a - b);
  const places = new Map(all.map((item, place) => [item, place]));
  const placed = classes.blocks.map((block) => ({
    ...block,
    items: block.items.map((item) => places.get(item) as number),
  }));
  return { ...(columnsOfSmall({ ...classes, blocks: placed }, lists, all.length) as ColumnsByClass), classes: all };
}

/** Columns of the classes that were met, in that order, and of each class one more than its place among them. */
interface Spread {
  readonly met: number[];
  readonly columns: Float64Array[];
  readonly numbers: Int32Array;
  /** Of rows whose list is empty, or has not come. */
  readonly isNull: Uint8Array;
}

/** Items of a block's lists into the columns of their classes. @returns false where there is no number for a class */
function spread(into: Spread, { rows, offsets, items: classes }: ListBlock, items: Float64Array): boolean {
  const { columns, numbers, isNull } = into;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (offsets[i] < offsets[i + 1]) isNull[row] = 0;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const number = numbers[classes[at]];
      if (number === undefined) return false;
      if (number > 0) columns[number - 1][row] = items[at];
      else meet(into, classes[at])[row] = items[at];
    }
  }
  return true;
}

/** The column of a class that was not met before. */
function meet({ met, columns, numbers, isNull }: Spread, item: number): Float64Array {
  const column = new Float64Array(isNull.length);
  columns.push(column);
  numbers[item] = met.push(item);
  return column;
}
