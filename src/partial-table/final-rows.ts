import { asValues } from "../stats/column-values.ts";
import { emptyValue, type StatisticColumns } from "../stats/finalize.ts";
import { ascending, type Class, type Form, listsInForm, type ZonalRows } from "../stats/forms.ts";
import type { AskedStatistic } from "../stats/resolve.ts";
import type { Keys } from "./keys.ts";

/** The final table before it is Arrow: of each row the row of the keys that it is of, its class, and its values. */
export interface FinalRows {
  readonly origin: readonly number[];
  /** Null where the table has no such column. */
  readonly classes: readonly (Class | null)[] | null;
  readonly columns: ZonalRows["columns"];
}

/** Rows of keys as they are, or lists as rows or columns: of these the last statistic says which classes they have. */
export function rowsInForm(
  keys: Keys,
  asked: readonly AskedStatistic[],
  values: StatisticColumns,
  form: Form,
): FinalRows {
  const columns = asked.map(({ column: name }, i) => ({ name, values: values[i] }));
  const places = keys.zones.map((_, row) => row);
  if (keys.classes) {
    const rows = { origin: withoutNone(keys, places), classes: keys.classes, columns };
    return form === "wide" ? classesAsColumns(rows, keys, asked) : takeRows(rows);
  }
  const rows = { zones: Int32Array.from(keys.zones), slices: Int32Array.from(places), classes: null, columns };
  const formed = listsInForm(rows, asked, form);
  return { origin: [...formed.slices], classes: formed.classes, columns: formed.columns };
}

/** A zone has rows without a class from parts that met none; where another part met one, those are not wanted. */
function withoutNone({ zones, classes }: Keys, places: readonly number[]): number[] {
  const withClass = new Set(zones.filter((_, row) => classes?.[row] !== null));
  return places.filter((row) => classes?.[row] !== null || !withClass.has(zones[row]));
}

function takeRows({ origin, classes, columns }: FinalRows): FinalRows {
  const take = <Value>(values: readonly Value[]) => origin.map((row) => values[row]);
  return {
    origin,
    classes: classes && take(classes),
    columns: columns.map(({ name, values }) => ({ name, values: take(asValues(values)) })),
  };
}

/** One row a zone and slice, one column a statistic and class: `mean_12`. */
function classesAsColumns(rows: FinalRows, { zones, slices }: Keys, asked: readonly AskedStatistic[]): FinalRows {
  const classes = rows.classes ?? [];
  const found = new Map<string, Map<Class | null, number>>();
  for (const row of rows.origin) {
    const place = `${zones[row]} ${slices[row]}`;
    const own = found.get(place) ?? new Map<Class | null, number>();
    found.set(place, own.set(classes[row], row));
  }
  const groups = [...found.values()];
  groups.sort((a, b) => compareFirsts(a, b, zones) || compareFirsts(a, b, slices));
  const all = ascending(rows.origin.map((row) => classes[row]));
  const values = rows.columns.map((column) => asValues(column.values));
  const columns = asked.flatMap((statistic, i) =>
    all.map((wanted) => ({
      name: `${statistic.column}_${wanted}`,
      values: groups.map((own) => {
        const row = own.get(wanted);
        return row === undefined ? emptyValue(statistic) : values[i][row];
      }),
    })),
  );
  return { origin: groups.map(first), classes: null, columns };
}

function first(rows: ReadonlyMap<unknown, number>): number {
  return [...rows.values()][0];
}

function compareFirsts(
  a: ReadonlyMap<unknown, number>,
  b: ReadonlyMap<unknown, number>,
  of: readonly number[],
): number {
  return of[first(a)] - of[first(b)];
}
