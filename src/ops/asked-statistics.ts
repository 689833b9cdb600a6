import { rastrumError } from "../errors.ts";
import type { Form } from "../stats/forms.ts";
import { type AskedStatistic, resolveStatistics } from "../stats/resolve.ts";
import type { Statistic } from "../stats/statistic.ts";

/** Says of which classes lists have entries; goes last. */
const [classesOfLists] = resolveStatistics(["unique"]);

/** The statistics of a table of this form. @param byClass whether zones are cut by classes */
export function statisticsOf(names: readonly (string | Statistic)[], form: Form, byClass: boolean): AskedStatistic[] {
  const statistics = resolveStatistics(names);
  import("../stats/forms.ts").catch(() => {}); // asked for when all is read
  if (byClass || form === "list") {
    if (!byClass || form !== "list") return statistics;
    const message = 'With classes the form is "long", a row a class, or "wide", a column a class.';
    throw rastrumError("invalid-option", message, { option: "form", received: form });
  }
  if (statistics.some(({ statistic }) => statistic.perClass)) return [...statistics, classesOfLists];
  const message = `The form "${form}" is for classes: give \`classes\`, or ask for unique, frac or weighted_frac.`;
  throw rastrumError("invalid-option", message, { option: "form", received: form });
}

/** Those that were asked for by name. */
export function namedStatistics(statistics: readonly AskedStatistic[]): AskedStatistic[] {
  return statistics.filter((asked) => asked !== classesOfLists);
}
