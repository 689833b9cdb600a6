import type { Vertices } from "./shapes.ts";

/** Beyond so many steps all rings make one polygon, by even-odd, which is the same but where shells overlap. */
const MOST_STEPS = 300_000_000;

/**
 * Shapefiles list rings, not polygons: shells run clockwise, holes the other way. Each hole goes with the smallest shell
 * around it; one that lies in none is a shell that runs the wrong way. Shells keep their order, and so do holes.
 */
export function groupRings(rings: readonly Vertices[]): Vertices[][] {
  const areas = rings.map(signedArea);
  const shells = rings.flatMap((_, i) => (areas[i] < 0 ? [i] : []));
  if (shells.length <= 1) return [[...rings]];
  const boxes = rings.map(boxOf);
  const groups = new Map(shells.map((shell) => [shell, [rings[shell]]]));
  let steps = 0;
  for (const [i, ring] of rings.entries()) {
    if (areas[i] < 0) continue;
    let around = -1;
    for (const shell of shells) {
      steps++;
      if (around >= 0 && areas[shell] <= areas[around]) continue; // both are negative: the one around is smaller
      if (!isWithin(boxes[i], boxes[shell])) continue;
      steps += 3 * rings[shell].count;
      if (isRingInside(ring, rings[shell])) around = shell;
    }
    if (steps > MOST_STEPS) return [[...rings]];
    if (around < 0) groups.set(i, [ring]);
    else groups.get(around)?.push(ring);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** Twice the area; negative where the ring runs clockwise, with y upwards. */
function signedArea({ coordinates, first, count, stride }: Vertices): number {
  let area = 0;
  const [x0, y0] = [coordinates[first], coordinates[first + 1]];
  for (let i = 0; i < count; i++) {
    const at = first + i * stride;
    const next = i + 1 < count ? at + stride : first;
    area +=
      (coordinates[at] - x0) * (coordinates[next + 1] - y0) - (coordinates[next] - x0) * (coordinates[at + 1] - y0);
  }
  return area;
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

function boxOf({ coordinates, first, count, stride }: Vertices): Box {
  let [minX, minY, maxX, maxY] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < count; i++) {
    const at = first + i * stride;
    minX = Math.min(minX, coordinates[at]);
    minY = Math.min(minY, coordinates[at + 1]);
    maxX = Math.max(maxX, coordinates[at]);
    maxY = Math.max(maxY, coordinates[at + 1]);
  }
  return [minX, minY, maxX, maxY];
}

function isWithin(a: Box, b: Box): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

/** By two of its first three vertices: one may lie on the shell. */
function isRingInside(ring: Vertices, shell: Vertices): boolean {
  const inside = [0, 1, 2].filter((vertex) => isInside(ring, Math.min(vertex, ring.count - 1), shell));
  return inside.length >= 2;
}

function isInside(ring: Vertices, vertex: number, { coordinates, first, count, stride }: Vertices): boolean {
  const x = ring.coordinates[ring.first + vertex * ring.stride];
  const y = ring.coordinates[ring.first + vertex * ring.stride + 1];
  let inside = false;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [ax, ay] = [coordinates[first + i * stride], coordinates[first + i * stride + 1]];
    const [bx, by] = [coordinates[first + j * stride], coordinates[first + j * stride + 1]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
