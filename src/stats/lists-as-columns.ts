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
  const found: Spread = { met: [], numbers: new Int32Array(limit), columns: lists.map(() => []), isNull };
  for (const [i, block] of blocks.entries()) {
    for (const [j, list] of lists.entries()) if (!spread(found, j, block, list.blocks[i].items)) return null;
  }
  const { met, numbers, columns } = found;
  const classes = [...met].sort((a, b) => a - b);
  const inOrder = (own: readonly Float64Array[]) =>
    classes.map((each) => ({ numbers: own[numbers[each] - 1], isNull }));
  return { classes, lists: columns.map(inOrder) };
}

/** The same by places among all classes in their order. */
function columnsByPlace(classes: ListColumn, lists: readonly ListColumn[]): ColumnsByClass {
  const found = new Set<number>();
  for (const { items } of classes.blocks) for (const item of items) found.add(item);
  const all = [...found].sort((a, b) => a - b);
  const places = new Map(all.map((item, place) => [item, place]));
  const placesOf = (items: Float64Array) => items.map((item) => places.get(item) as number);
  const blocks = classes.blocks.map((block) => ({ ...block, items: placesOf(block.items) }));
  const made = columnsOfSmall({ ...classes, blocks }, lists, all.length) as ColumnsByClass;
  return { ...made, classes: made.classes.map((place) => all[Number(place)]) };
}

/** The classes that were met, in that order; of each class one more than its place there; columns of each list in that order. */
interface Spread {
  readonly met: number[];
  readonly numbers: Int32Array;
  readonly columns: Float64Array[][];
  /** Of rows whose list is empty, or has not come. */
  readonly isNull: Uint8Array;
}

/** Items of a block of a list into the columns of their classes. @returns false where there is no number for a class */
function spread(
  into: Spread,
  list: number,
  { rows, offsets, items: classes }: ListBlock,
  items: Float64Array,
): boolean {
  const { numbers, isNull } = into;
  const columns = into.columns[list];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (offsets[i] < offsets[i + 1]) isNull[row] = 0;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const number = numbers[classes[at]];
      if (number === undefined) return false;
      if (number === 0) meet(into, classes[at]);
      columns[(number || into.met.length) - 1][row] = items[at];
    }
  }
  return true;
}

/** Makes the columns of a class that was not met before. */
function meet({ met, numbers, columns, isNull }: Spread, item: number): void {
  for (const own of columns) own.push(new Float64Array(isNull.length));
  numbers[item] = met.push(item);
}
