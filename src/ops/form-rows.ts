import type { ColumnValues } from "../stats/column-values.ts";
import type { ZonalRows } from "../stats/forms.ts";
import { rowsOfZones } from "../stats/zone-rows.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** The rows of the table, in the form that was asked for. */
export async function formRows(ready: Prepared, values: readonly ColumnValues[]): Promise<ZonalRows> {
  const { zones, statistics, byClass, form, plan } = ready;
  const found = { statistics, values, slices: plan.slices };
  if (!byClass && form === "list") return rowsOfZones(found, zones.length);
  const { columnsOfClasses, listsInForm, rowsOfClasses } = await import("../stats/forms.ts");
  if (!byClass) return listsInForm(rowsOfZones(found, zones.length), statistics, form);
  const inForm = form === "wide" ? columnsOfClasses : rowsOfClasses;
  return inForm(found, zones.length, byClass.groups, byClass.values);
}
