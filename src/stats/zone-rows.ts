import type { GroupValues, ZonalRows } from "./forms.ts";

/** One row a zone and slice. */
export function rowsOfZones({ statistics, values, slices }: GroupValues, zones: number): ZonalRows {
  const places = { zones: new Int32Array(zones * slices), slices: new Int32Array(zones * slices) };
  for (let row = 0; row < zones * slices; row++) {
    places.zones[row] = row / slices;
    places.slices[row] = row % slices;
  }
  return {
    ...places,
    classes: null,
    columns: statistics.map(({ column: name }, i) => ({ name, values: values[i] })),
  };
}
