import type { GroupValues, ZonalRows } from "./forms.ts";
import { rowsFrom } from "./partial.ts";

/** One row a zone and slice. */
export function rowsOfZones({ statistics, values, slices }: GroupValues, zones: number): ZonalRows {
  const places = { zones: rowsFrom(0, zones * slices), slices: new Int32Array(zones * slices) };
  // Without a division, of which there would be one a row.
  for (let zone = 0, row = 0; slices > 1 && zone < zones; zone++) {
    for (let slice = 0; slice < slices; slice++) {
      places.zones[row] = zone;
      places.slices[row++] = slice;
    }
  }
  return {
    ...places,
    classes: null,
    columns: statistics.map(({ column: name }, i) => ({ name, values: values[i] })),
  };
}
