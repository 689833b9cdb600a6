import type { RowGroup } from "hyparquet";
import type { MayMeet } from "./format.ts";
import type { GeoColumn } from "./geoparquet-metadata.ts";

type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number];

export function hasBounds(group: RowGroup, geo: GeoColumn): boolean {
  return boundsOf(group, geo) !== null;
}

/** Whether any geometry of a row group may meet the raster; true where nothing is said. */
export function groupMayMeet(group: RowGroup, geo: GeoColumn, mayMeet: MayMeet): boolean {
  const bounds = boundsOf(group, geo);
  return bounds === null || mayMeet(...bounds);
}

/** By the statistics of the rectangles' columns, else by those of the geometries themselves. */
function boundsOf(group: RowGroup, { name, covering }: GeoColumn): Bounds | null {
  const metaOf = (path: readonly string[]) =>
    group.columns.find(({ meta_data }) => meta_data?.path_in_schema.join("\0") === path.join("\0"))?.meta_data;
  if (!covering) {
    const box = metaOf([name])?.geospatial_statistics?.bbox;
    if (!box || ![box.xmin, box.ymin, box.xmax, box.ymax].every((side) => typeof side === "number")) return null;
    // From the larger x to the smaller one it goes over the antimeridian.
    const [left, right] =
      box.xmin > box.xmax ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [box.xmin, box.xmax];
    return finite([left, box.ymin, right, box.ymax]);
  }
  const [xmin, ymin, xmax, ymax] = covering.map((path) => {
    const { min_value, max_value, min, max } = metaOf(path)?.statistics ?? {};
    return { least: Number(min_value ?? min ?? Number.NaN), most: Number(max_value ?? max ?? Number.NaN) };
  });
  return finite([xmin.least, ymin.least, xmax.most, ymax.most]);
}

function finite(bounds: Bounds): Bounds | null {
  return bounds.some(Number.isNaN) ? null : bounds;
}

/** The rows of the groups that are kept, by their numbers in the file. */
export function rowsOf(groups: readonly RowGroup[], kept: readonly number[]): number[] {
  const isKept = new Set(kept);
  const rows: number[] = [];
  let start = 0;
  for (const [i, group] of groups.entries()) {
    const end = start + Number(group.num_rows);
    if (isKept.has(i)) for (let row = start; row < end; row++) rows.push(row);
    start = end;
  }
  return rows;
}
