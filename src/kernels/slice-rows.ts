/** The rows of partials of some zones in one of so many slices. */
export function rowsOfSlice(zones: Int32Array, slices: number, slice: number): Int32Array {
  const rows = new Int32Array(zones.length);
  for (let i = 0; i < zones.length; i++) rows[i] = zones[i] * slices + slice;
  return rows;
}
