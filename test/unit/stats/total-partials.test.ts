import { expect, it } from "vitest";
import { ClassGroups, type Groups, zoneGroups } from "../../../src/stats/groups.ts";
import type { Partials } from "../../../src/stats/partial.ts";
import { TotalPartials } from "../../../src/stats/total-partials.ts";
import { OpenGroups } from "../../../src/worker/open-groups.ts";

/** Rows that partials have, each time that they are made, while zones 0 … 99 come one by one, each with two slices. */
function sizes(groups: Groups): number[] {
  const total = new TotalPartials(groups, 2, "float64", new Set());
  const made = new Set<Partials>([total.partials]);
  for (let zone = 0; zone < 100; zone++) {
    const rows = total.rowsOf([zone], [0], [1, 0]);
    expect(rows).toEqual(Int32Array.of(2 * zone + 1, 2 * zone));
    expect(total.partials.rows).toBeGreaterThan(rows[0]);
    total.partials.count[rows[0]] = zone;
    made.add(total.partials);
  }
  expect(total.partials.count.filter((_, row) => row % 2 === 1).subarray(0, 100)).toEqual(
    Float64Array.from({ length: 100 }, (_, zone) => zone),
  );
  return [...made].map(({ rows }) => rows);
}

it.each([
  ["zones once", zoneGroups(100), [200]],
  ["zones that are left open once more, for all, where workers close none", new OpenGroups(120, 3, 110), [6, 220]],
  ["those of them that are expected alone", new OpenGroups(120, 100, 110), [200]],
  ["classes as they come", new ClassGroups(1), [0, 2, 4, 8, 16, 32, 64, 128, 256]],
])("rows are made of %s", (_, groups, expected) => {
  expect(sizes(groups)).toEqual(expected);
});
