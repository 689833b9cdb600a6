import { asValues, type ColumnValues, isListColumn } from "./column-values.ts";
import { emptyValue } from "./finalize.ts";
import type { Groups } from "./groups.ts";
import { type ColumnsByClass, columnsOfItems } from "./lists-as-columns.ts";
import type { AskedStatistic } from "./resolve.ts";
import type { StatisticValue } from "./statistic.ts";
import { rowsOfZones } from "./zone-rows.ts";

/** How values of several classes stand in a table: a list, a column each, a row each. */
export type Form = "list" | "wide" | "long";

export const forms: readonly Form[] = ["list", "wide", "long"];

export type Class = number | bigint;

/** A table of zones before it is Arrow: of each row its zone, slice and class, and its values by column. */
export interface ZonalRows {
  readonly zones: Int32Array;
  readonly slices: Int32Array;
  /** Null where the table has no such column. */
  readonly classes: readonly (Class | null)[] | null;
  readonly columns: readonly { readonly name: string; readonly values: ColumnValues }[];
}

/** Values of groups: those of group g in slice s are `values[statistic][g × slices + s]`. */
export interface GroupValues {
  readonly statistics: readonly AskedStatistic[];
  readonly values: readonly ColumnValues[];
  readonly slices: number;
}

/** One row a zone, class and slice; of a zone without classes one a slice. Classes ascend. */
export function rowsOfClasses(found: GroupValues, zones: number, groups: Groups, classes: readonly Class[]): ZonalRows {
  const { statistics, slices } = found;
  const values = found.values.map(asValues);
  const byZone = groupsByZone(zones, groups, classes);
  const order = byZone.flatMap((own, zone) => (own.length > 0 ? own : [{ zone, group: -1, class: null }]));
  const rows = order.flatMap((entry) => Array.from({ length: slices }, (_, slice) => ({ ...entry, slice })));
  return {
    zones: Int32Array.from(rows, ({ zone }) => zone),
    slices: Int32Array.from(rows, ({ slice }) => slice),
    classes: rows.map((row) => row.class),
    columns: statistics.map((asked, i) => ({
      name: asked.column,
      values: rows.map(({ group, slice }) => (group < 0 ? emptyValue(asked) : values[i][group * slices + slice])),
    })),
  };
}

/** One row a zone and slice, one column a statistic and class: `mean_12`. */
export function columnsOfClasses(
  found: GroupValues,
  zones: number,
  groups: Groups,
  classes: readonly Class[],
): ZonalRows {
  const { statistics, slices } = found;
  const values = found.values.map(asValues);
  const byZone = groupsByZone(zones, groups, classes);
  const plain = rowsOfZones({ ...found, statistics: [] }, zones);
  const all = ascending(byZone.flatMap((own) => own.map((entry) => entry.class)));
  const columns = statistics.flatMap((asked, i) =>
    all.map((wanted) => ({
      name: `${asked.column}_${wanted}`,
      values: Array.from(plain.zones, (zone, row) => {
        const entry = byZone[zone].find((own) => own.class === wanted);
        return entry ? values[i][entry.group * slices + plain.slices[row]] : emptyValue(asked);
      }),
    })),
  );
  return { ...plain, columns };
}

/** Lists as they are, as rows or as columns: of the latter the last statistic says which classes they have. */
export function listsInForm(rows: ZonalRows, statistics: readonly AskedStatistic[], form: Form): ZonalRows {
  if (form === "list") return rows;
  const isListed = (column: number) => statistics[column].statistic.perClass === true;
  return form === "wide" ? listsAsColumns(rows, isListed) : listsAsRows(rows, isListed);
}

/** Lists, one entry a class of the zone, as rows: the last of the columns says which classes those are. */
function listsAsRows(rows: ZonalRows, isListed: (column: number) => boolean): ZonalRows {
  const columns = rows.columns.map(({ name, values }) => ({ name, values: asValues(values) }));
  const { values: lists } = columns[columns.length - 1];
  const classes: (Class | null)[] = [];
  const origin: number[] = [];
  const places: number[] = [];
  lists.forEach((list, row) => {
    const own = list as readonly Class[];
    for (let i = 0; i < Math.max(1, own.length); i++) {
      classes.push(own[i] ?? null);
      origin.push(row);
      places.push(i);
    }
  });
  return {
    zones: Int32Array.from(origin, (row) => rows.zones[row]),
    slices: Int32Array.from(origin, (row) => rows.slices[row]),
    classes,
    columns: columns.slice(0, -1).map(({ name, values }, column) => ({
      name,
      values: origin.map((row, i) =>
        isListed(column) ? ((values[row] as readonly Class[])[places[i]] ?? null) : values[row],
      ),
    })),
  };
}

/** Lists, one entry a class of the zone, as columns, 0 where a zone lacks the class. */
function listsAsColumns({ columns, ...rows }: ZonalRows, isListed: (column: number) => boolean): ZonalRows {
  const classes = columns[columns.length - 1].values;
  const own = columns.slice(0, -1);
  const listed = own.flatMap(({ values }, i) => (isListed(i) ? [values] : []));
  const byClass =
    isListColumn(classes) && listed.every(isListColumn)
      ? columnsOfItems(classes, listed)
      : columnsOfLists(asValues(classes) as Lists, listed.map(asValues) as Lists[]);
  let place = 0;
  const formed = own.flatMap((column, i) => {
    if (!isListed(i)) return [column];
    const found = byClass.lists[place++];
    return byClass.classes.map((each, j) => ({ name: `${column.name}_${each}`, values: found[j] }));
  });
  return { ...rows, columns: formed };
}

type Lists = readonly (readonly Class[])[];

function columnsOfLists(classes: Lists, lists: readonly Lists[]): ColumnsByClass {
  const found = new Set<Class>();
  for (const list of classes) for (const each of list) found.add(each);
  const all = ascending([...found]);
  const places = new Map(all.map((each, place) => [each, place]));
  const columnsOf = (lists: Lists) => {
    // Of nulls first: V8 would take an array of numbers for one of doubles, then for one of objects, copying all of it.
    const columns = all.map(() => new Array<StatisticValue | null>(classes.length).fill(null).fill(0));
    putLists(columns, places, classes, lists);
    return columns;
  };
  return { classes: all, lists: lists.map(columnsOf) };
}

/** Entries of lists into the columns of their classes; null in all of them where a list is empty. */
function putLists(
  columns: readonly (StatisticValue | null)[][],
  places: ReadonlyMap<Class, number>,
  classes: readonly (readonly Class[])[],
  lists: readonly (readonly Class[])[],
): void {
  for (let row = 0; row < classes.length; row++) {
    const own = classes[row];
    for (let i = 0; i < own.length; i++) columns[places.get(own[i]) as number][row] = lists[row][i];
    if (own.length === 0) for (let i = 0; i < columns.length; i++) columns[i][row] = null;
  }
}

function groupsByZone(zones: number, groups: Groups, classes: readonly Class[]) {
  const byZone: { zone: number; group: number; class: Class | null }[][] = Array.from({ length: zones }, () => []);
  for (let group = 0; group < groups.length; group++) {
    const zone = groups.zoneOf(group);
    byZone[zone].push({ zone, group, class: classes[groups.classOf(group) ?? 0] });
  }
  for (const own of byZone) own.sort((a, b) => compare(a.class, b.class));
  return byZone;
}

export function ascending(classes: readonly (Class | null)[]): Class[] {
  return [...new Set(classes)].filter((each) => each !== null).sort(compare);
}

function compare(a: Class | null, b: Class | null): number {
  return Number((a ?? 0) > (b ?? 0)) - Number((a ?? 0) < (b ?? 0));
}
