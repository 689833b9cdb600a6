import fc from "fast-check";
import { expect, it } from "vitest";
import { prepareCrs } from "../../../src/grid/crs.ts";
import type { Grid } from "../../../src/grid/grid.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { toPixelZones } from "../../../src/zones/pixel-zones.ts";

await prepareCrs("EPSG:3035");

const grids: readonly Grid[] = [
  { crs: "EPSG:32633", transform: [1000, 0, 0, 0, -1000, 7_000_000], width: 1000, height: 3000 },
  { crs: "EPSG:3857", transform: [5000, 0, -2e6, 0, -5000, 1.1e7], width: 1000, height: 2000 },
  { crs: "EPSG:3035", transform: [800, 300, 3_000_000, 250, -900, 4_500_000], width: 3000, height: 3000 },
];

const position = fc.tuple(fc.double({ min: -5, max: 35, noNaN: true }), fc.double({ min: 30, max: 65, noNaN: true }));

function ringInCells(ring: readonly (readonly [number, number])[], grid: Grid): string[] {
  const { coordinates } = toPixelZones(
    parseGeojson({ type: "Polygon", coordinates: [[...ring, ring[0]]] }),
    grid,
  ).rings;
  return Array.from({ length: coordinates.length / 2 }, (_, i) => `${coordinates[2 * i]} ${coordinates[2 * i + 1]}`);
}

it("neighbours that walk a border in opposite directions get the same vertices, bit for bit", () => {
  let added = 0;
  fc.assert(
    fc.property(fc.constantFrom(...grids), position, position, position, position, (grid, a, b, c, d) => {
      const there = ringInCells([a, b, c], grid);
      const back = ringInCells([b, a, d], grid);
      const border = there.slice(0, there.indexOf(ringInCells([b, b, b], grid)[0]) + 1);
      added += border.length - 2;
      expect(back.slice(0, border.length)).toEqual([...border].reverse());
    }),
    { numRuns: 200 },
  );
  expect(added).toBeGreaterThan(200);
});

it("a ring that is reversed has the same vertices, bit for bit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...grids), fc.array(position, { minLength: 3, maxLength: 8 }), (grid, ring) => {
      const forward = ringInCells(ring, grid);
      const backward = ringInCells([...ring].reverse(), grid);
      expect([...backward].sort()).toEqual([...forward].sort());
    }),
    { numRuns: 200 },
  );
});
