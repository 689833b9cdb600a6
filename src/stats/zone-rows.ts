import type { GroupValues, ZonalRows } from "./forms.ts";

/** One row a zone and slice. */
export function rowsOfZones({ statistics, values, slices }: GroupValues, zones: number): ZonalRows {
  const places = { zones: new Int32Array(zones * slices), slices: new Int32Array(zones * slices) };
  // Without a division, of which there would be one a row.
  for (let zone = 0, row = 0; zone < zones; zone++) {
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
