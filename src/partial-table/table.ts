import { Int64, type Table } from "apache-arrow";
import type { Class } from "../stats/forms.ts";
import { useKeeping } from "../stats/keeping.ts";
import * as keepingParts from "../stats/keeping-parts.ts";
import * as pairMoments from "../stats/pair-moments.ts";
import { usePairs } from "../stats/pairs.ts";
import { combineRows, createTotals, type Partials, valueKindOfDtype } from "../stats/partial.ts";
import { tableOf } from "../table.ts";
import { accumulatorColumns, readAccumulators } from "./accumulators.ts";
import { plainData } from "./arrow-data.ts";
import { type Header, headerMetadata, joinHeaders, readHeader } from "./header.ts";
import { checkSameKey, type KeyColumn, type Keys, keyData, keyNames, readKeys, takeKeys } from "./keys.ts";

/**
 * Partials with what they are of: a row each zone × slice, or zone × class × slice.
 *
 * As an Arrow table it has the columns
 * - `zone` (Int32), `id` where zones have ids, attributes, `class` and dimensions: as the final table has them;
 * - `slice` (Int64): the number of the row's slice in the whole raster, in C order, which orders the rows of a zone;
 * - `cells` (Int64): valid cells; `min`, `max` (Float64, Int64 or Uint64): their extremes as stored, null without cells;
 * - for each exact sum `…_mantissa` (Binary: an odd integer in two's complement, little-endian), `…_exponent` (Int32) and
 *   `…_nonfinite` (Float64): mantissa × 2^exponent, and the sum of what is not finite. Sums are named `weight`, `sum`,
 *   `squares`, `weights`, `weighted_sum`, `weighted_squares`: see `Accumulator`;
 * - for sketches `sketch_cells` (Int64) and lists of the buckets' `sketch_values`, `sketch_mantissas`, `sketch_exponents`;
 * - for kept cells lists of their `cell_values` (as stored), `cell_coverage`, `cell_weights`, `cell_ids`;
 * - for each statistic of the caller's own that accumulates itself lists of the `…_states` (JSON) of chunks, and of the
 *   numbers of their `…_first_cells` (Int64), in whose order they are combined at the end.
 *
 * The schema's metadata are a `Header`, each entry JSON under a key "rastrum.…", and "rastrum.partials": "1".
 */
export interface PartialTable {
  readonly header: Header;
  readonly keys: Keys;
  /** A row each. */
  readonly partials: Partials;
}

export function writePartialTable({ header, keys, partials }: PartialTable): Table {
  const columns = [
    ...keyData(keys),
    ["slice", plainData(new Int64(), BigInt64Array.from(keys.slices, BigInt))] as const,
    ...accumulatorColumns(partials, header.shared),
  ];
  return tableOf(
    columns.map(([name, data]) => [name, data]),
    partials.rows,
    headerMetadata(header),
  );
}

/** Throws `invalid-partials`. */
export function readPartialTable(table: Table): PartialTable {
  const header = readHeader(table);
  usePairs(pairMoments);
  useKeeping(keepingParts); // tables are combined without a promise, so nothing can be loaded by then
  const partials = readAccumulators(table, new Set(header.shared.accumulators), header.shared);
  return { header, keys: readKeys(table, header), partials };
}

/** All rows in order, those of one group and slice as one. Throws `invalid-partials` where tables do not fit. */
export function joinPartialTables(tables: readonly PartialTable[]): PartialTable {
  const header = joinHeaders(tables.map((table) => table.header));
  const { dtype, accumulators } = header.shared;
  const keys = joinKeys(header, tables);
  const groups = groupRows(keys);
  const isOrdered = groups.every(([row], i) => row === i) && groups.length === keys.zones.length;
  if (tables.length === 1 && isOrdered) return { ...tables[0], header };
  const partials = createTotals(groups.length, valueKindOfDtype(dtype), new Set(accumulators));
  const into = new Int32Array(keys.zones.length);
  groups.forEach((group, row) => {
    for (const place of group) into[place] = row;
    for (const { name, values } of keys.columns) {
      for (const place of group) checkSameKey(name, keys.zones[place], values[group[0]], values[place]);
    }
  });
  let place = 0;
  for (const table of tables) {
    const { rows } = table.partials;
    combineRows(partials, into.subarray(place, place + rows), table.partials);
    place += rows;
  }
  const firsts = groups.map(([first]) => first);
  return { header, keys: takeKeys(keys, firsts), partials };
}

/** The keys of all tables behind each other. */
function joinKeys(header: Header, tables: readonly PartialTable[]): Keys {
  const all = <Value>(of: (keys: Keys) => readonly Value[]) => tables.flatMap(({ keys }) => of(keys));
  return {
    zones: all(({ zones }) => zones),
    classes: header.shared.classes ? all<Class | null>(({ classes }) => classes ?? []) : null,
    slices: all(({ slices }) => slices),
    columns: keyNames(header).map(({ name, kind }): KeyColumn => {
      const valuesOf = ({ columns, zones }: Keys) =>
        columns.find((column) => column.name === name)?.values ?? zones.map(() => null);
      return { name, kind, values: all(valuesOf) };
    }),
  };
}

/** Rows that are of the same group and slice, in the order of the final table: by zone, class and slice. */
function groupRows({ zones, classes, slices }: Keys): number[][] {
  const compare = (a: number, b: number) =>
    zones[a] - zones[b] || compareClasses(classes?.[a] ?? null, classes?.[b] ?? null) || slices[a] - slices[b];
  const order = zones.map((_, row) => row).sort(compare);
  const groups: number[][] = [];
  for (const row of order) {
    const last = groups[groups.length - 1];
    if (last && compare(last[0], row) === 0) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Null, for the row of a zone that has no class, first. */
function compareClasses(a: Class | null, b: Class | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a < b ? -1 : a > b ? 1 : 0;
}
