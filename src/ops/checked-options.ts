import type { AreaUnit } from "../grid/cell-area.ts";
import type { Counting } from "../mask/counted-cells.ts";
import type { Form } from "../stats/forms.ts";
import type { Resampling } from "./weight-reader.ts";
import type { ZonalOptions } from "./zonal-options.ts";

/** Which cells count, and for how much. */
export interface Measure extends Counting {
  readonly areaUnit: AreaUnit | null;
}

/** Options as they are meant. */
export interface CheckedOptions {
  readonly form: Form;
  readonly counting: Measure;
  readonly defaultValue: number | null;
  readonly defaultWeight: number | null;
  readonly resampling: Resampling;
  readonly classEdges: readonly number[] | null;
  readonly maxClasses: number;
}

/** Options of few jobs. */
const CHECKED: readonly (keyof ZonalOptions)[] = [
  "rule", "minCoverage", "coverageWeight", "form", "classes", "classEdges", "maxClasses", "weights", "resampling", "defaultValue",
  "defaultWeight", "zonesBeside",
]; // biome-ignore format: one list

const DEFAULTS: CheckedOptions = {
  form: "list",
  counting: { rule: "center", minCoverage: 0, whole: false, areaUnit: null },
  defaultValue: null,
  defaultWeight: null,
  resampling: "nearest",
  classEdges: null,
  maxClasses: 0,
};

/** By code that jobs with one of these options load. Throws `invalid-option`. */
export async function checkedOptions(options: ZonalOptions): Promise<CheckedOptions> {
  if (CHECKED.every((name) => options[name] === undefined)) return DEFAULTS;
  const { checkOptions } = await import("./zonal-checks.ts");
  return checkOptions(options);
}
