import type { Header } from "../partial-table/header.ts";
import { type KeyColumn, type Keys, keyNames } from "../partial-table/keys.ts";
import type { SelectedDimension } from "../plan/selected.ts";
import type { Class } from "../stats/forms.ts";
import { zoneGroups } from "../stats/groups.ts";
import type { Partials } from "../stats/partial.ts";
import { zonalTable } from "../table.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** A row of a table of partials; zone and slice are those of the job, group −1 where the zone has no class. */
export interface ShareRow {
  readonly zone: number;
  readonly group: number;
  readonly class: Class | null;
  readonly slice: number;
}

/**
 * The rows of a share. Those without a cell are left out, since there may be many shares, but for the first share, which
 * sees to it that every zone has its rows. A class that is met has its rows in all slices.
 */
export function rowsOfShare({ pixelZones, plan, byClass }: Prepared, partials: Partials, isFirst: boolean): ShareRow[] {
  const groups = byClass?.groups ?? zoneGroups(pixelZones.length);
  const rows: ShareRow[] = [];
  const met = new Set<number>();
  for (let group = 0; group < groups.length; group++) {
    const zone = groups.zoneOf(group);
    met.add(zone);
    const number = groups.classOf(group);
    const own = number === null ? null : (byClass?.values[number] ?? null);
    for (let slice = 0; slice < plan.slices; slice++) {
      if (!isFirst && !byClass && partials.count[group * plan.slices + slice] === 0) continue;
      rows.push({ zone, group, class: own, slice });
    }
  }
  for (let zone = 0; isFirst && zone < pixelZones.length; zone++) {
    if (met.has(zone)) continue;
    for (let slice = 0; slice < plan.slices; slice++) rows.push({ zone, group: -1, class: null, slice });
  }
  return rows;
}

/** The keys of rows: zones counted from `firstZone`, slices in the whole raster. */
export function keysOf(
  { zones, selected, byClass }: Prepared,
  rows: readonly ShareRow[],
  header: Header,
  firstZone: number,
): Keys {
  const columnsOf = zonalTable({
    zones,
    include: header.shared.include,
    selected,
    rows: {
      zones: Int32Array.from(rows, ({ zone }) => zone),
      slices: Int32Array.from(rows, ({ slice }) => slice),
      classes: null,
      columns: [],
    },
    metadata: new Map(),
  });
  const columns = keyNames(header).map(({ name, kind }): KeyColumn => {
    return { name, kind, values: [...(columnsOf.getChild(name) ?? [])] };
  });
  return {
    zones: rows.map(({ zone }) => firstZone + zone),
    classes: byClass && rows.map((row) => row.class),
    slices: rows.map(({ slice }) => wholeSlice(selected, slice)),
    columns,
  };
}

/** The number that a slice of the selection has in the whole raster, both in C order. */
function wholeSlice(selected: readonly SelectedDimension[], slice: number): number {
  let rest = slice;
  let stride = 1;
  let whole = 0;
  for (const { dimension, range } of [...selected].reverse()) {
    const length = range[1] - range[0];
    whole += (range[0] + (rest % length)) * stride;
    rest = Math.floor(rest / length);
    stride *= dimension.size;
  }
  return whole;
}
