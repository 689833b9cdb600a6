const none: readonly number[] = [0];

/** A smallest and a largest longitude. */
export type Range = readonly [min: number, max: number];

/** Of the vertices start … end, x0, y0, x1, y1, …. */
export function rangeOfXs(vertices: Float64Array, start: number, end: number): Range {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i += 2) {
    if (vertices[i] < min) min = vertices[i];
    if (vertices[i] > max) max = vertices[i];
  }
  return [min, max];
}

/**
 * The turns (0, 360, −360) by which vertices of longitudes `min` … `max` come to lie over longitudes `west` … `east`; [0]
 * where none does. Two of them where they cross the raster's seam: a zone of −10 … 10 over 0 … 360.
 */
export function turnsOf([min, max]: Range, [west, east]: Range): readonly number[] {
  const turns = [0, 360, -360].filter((turn) => max + turn > west && min + turn < east);
  return turns.length > 0 ? turns : none;
}

/** Whether zones that are within a range of longitudes together stay where they are. */
export function needNone(together: Range, longitudes: Range): boolean {
  const turns = turnsOf(together, longitudes);
  return turns.length === 1 && turns[0] === 0;
}
