import type { StatisticColumns } from "../stats/finalize.ts";
import { columnsOfClasses, listsInForm, rowsOfClasses, rowsOfZones, type ZonalRows } from "../stats/forms.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** The rows of the table, in the form that was asked for. */
export function formRows({ zones, statistics, byClass, form, plan }: Prepared, values: StatisticColumns): ZonalRows {
  const found = { statistics, values, slices: plan.slices };
  if (byClass) {
    const { groups, values: classes } = byClass;
    const inForm = form === "wide" ? columnsOfClasses : rowsOfClasses;
    return inForm(found, zones.length, groups, classes);
  }
  return listsInForm(rowsOfZones(found, zones.length), statistics, form);
}
