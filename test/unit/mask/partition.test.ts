import { describe, expect, it } from "vitest";
import type { zoneRuns } from "../../../src/mask/runs.ts";
import { centerWays } from "../../helpers/center-ways.ts";
import { maskOf } from "../../helpers/masks.ts";
import { pixelZones, type Ring, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const [height, width] = [12, 15];

/** How many zones each cell is in, a text a row. */
function coverCounts(runsOf: typeof zoneRuns, zones: readonly Zone[]): string[] {
  const runs = runsOf(pixelZones(zones), height, width);
  const masks = zones.map((_, zone) => maskOf(runs, zone, height, width));
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => masks.filter((mask) => mask[row][column] === "#").length).join(""),
  );
}

const onceEach = Array.from({ length: height }, () => "1".repeat(width));

/** A triangle split at an inner point or at a vertex's opposite edge, again and again: neighbours share whole edges. */
function triangulation(random: () => number, snap: (value: number) => number): Ring[] {
  const corners: Vertex[] = [[-3, -3], [width + 4, -2], [width + 3, height + 3], [-2, height + 4]]; // biome-ignore format: one line
  const inner: Vertex = [snap(random() * width), snap(random() * height)];
  let triangles: Ring[] = corners.map((corner, i) => [corner, corners[(i + 1) % 4], inner]);
  for (let step = 0; step < 25; step++) {
    const at = Math.floor(random() * triangles.length);
    const [a, b, c] = triangles[at];
    const mix = [random(), random(), random()];
    const total = mix[0] + mix[1] + mix[2];
    const weigh = (k: 0 | 1) => snap((a[k] * mix[0] + b[k] * mix[1] + c[k] * mix[2]) / total);
    const point: Vertex = [weigh(0), weigh(1)];
    if (!strictlyInside(point, [a, b, c])) continue;
    triangles = [...triangles.slice(0, at), ...triangles.slice(at + 1), [a, b, point], [b, c, point], [c, a, point]];
  }
  return triangles;
}

/** Far enough inside that rounding does not matter. */
function strictlyInside([x, y]: Vertex, triangle: Ring): boolean {
  const sides = triangle.map(([ax, ay], i) => {
    const [bx, by] = triangle[(i + 1) % 3];
    return (bx - ax) * (y - ay) - (x - ax) * (by - ay);
  });
  return sides.every((side) => side > 1e-9) || sides.every((side) => side < -1e-9);
}

describe.each(centerWays)("by %s", (_, runsOf) => {
  it.each([
    ["anywhere", (value: number) => value],
    ["on centres, borders and corners", (value: number) => Math.round(value * 2) / 2],
    ["on quarters", (value: number) => Math.round(value * 4) / 4],
    ["an ulp off centres", (value: number) => (Math.round(value * 2) / 2) * (1 + 2 ** -52)],
  ])(`triangles with vertices %s cover each cell once (seed ${seed})`, { timeout: 120_000 }, (_, snap) => {
    const random = seededRandom(seed);
    for (let draw = 0; draw < draws(60); draw++) {
      const triangles = triangulation(random, snap);
      expect(
        coverCounts(
          runsOf,
          triangles.map((ring) => [[ring]]),
        ),
        JSON.stringify(triangles),
      ).toEqual(onceEach);
    }
  });

  it("squares whose borders run through centres cover each cell once, T-junctions too", () => {
    const square = (x: number, y: number, size: number): Zone => [
      [[[x, y], [x + size, y], [x + size, y + size], [x, y + size]]], // biome-ignore format: one line
    ];
    const zones: Zone[] = [];
    for (let y = -1.5; y < height; y += 3) {
      for (let x = -1.5; x < width; x += 3) {
        // Every other square is cut in four; its neighbour's edge knows nothing of the new vertices.
        const cut = (x + y) % 2 === 0;
        if (!cut) zones.push(square(x, y, 3));
      else for (const [dx, dy] of [[0, 0], [1.5, 0], [0, 1.5], [1.5, 1.5]]) zones.push(square(x + dx, y + dy, 1.5)); // biome-ignore format: one line
      }
    }
    expect(coverCounts(runsOf, zones)).toEqual(onceEach);
  });
});
