/** More polygons that break masks: by crossings, by number of vertices, by place. */
import { type Polygon, type Ring, rectangle, type Vertex, type Zone } from "./pixel-zones.ts";
import { type Drawing, makers } from "./random-polygons.ts";

const turn = 2 * Math.PI;

/** Edges to and fro over everything: they cross each other some hundred times. */
function scribble({ random, height, width }: Drawing): Ring {
  return Array.from({ length: 24 }, (): Vertex => [random() * width, random() * height]);
}

/** Long and flat: its edges cross at angles of 1e-3 to 1e-9. */
function flatBowTie({ random, height, width }: Drawing): Ring {
  const y = random() * height;
  const flat = () => y + 10 ** (-3 - 6 * random()) * (random() - 0.5);
  return [[-1, flat()], [width + random(), flat()], [width * random(), flat()], [random(), flat()]]; // biome-ignore format: one line
}

/** All of it within some 1e-9 cells of a straight line, which may lie along a border or through centres of cells. */
function thinPolygon({ random, height, width }: Drawing): Polygon {
  const half = () => Math.floor(2 * random() * Math.min(height, width)) / 2;
  const [x, y, x1, y1] = [half(), half(), half(), half()];
  const near = () => 1e-9 * (random() - 0.5);
  const way = Array.from({ length: 6 }, (_, i) => [x + ((x1 - x) * i) / 5, y + ((y1 - y) * i) / 5] as const);
  return [[...way, ...[...way].reverse()].map(([a, b]): Vertex => [a + near(), b + near()])];
}

/** Kind → one zone of it; these cost as much as all that random-polygons.ts has. */
export const hardMakers: Readonly<Record<string, (drawing: Drawing) => Zone>> = {
  ...makers,
  "corners beyond all measure": (d) => {
    const far = () => (d.random() < 0.5 ? 0 : (d.random() < 0.5 ? -1 : 1) * 10 ** (20 + 130 * d.random()));
    return [[Array.from({ length: 5 }, (): Vertex => [d.width * d.random() + far(), d.height * d.random() + far()])]];
  },
  scribble: (d) => [[scribble(d)]],
  "flat bow-tie": (d) => [[flatBowTie(d)]],
  "along a row for 60,000 columns": (d) => {
    const [left, right] = [-60_000 * d.random(), d.width + 60_000 * d.random()];
    const y = d.height * d.random();
    return [[[[left, y], [right, y + d.random()], [d.width * d.random(), d.height + 1]]]]; // biome-ignore format: one line
  },
  "thin along a line": (d) => [thinPolygon(d)],
  "overlapping parts that cross": (d) => [[scribble(d)], [scribble(d)], thinPolygon(d)],
  "spiral and its mirror": (d) => [...makers.spiral(d), ...makers.spiral(d)],
  "hole across the shell": ({ random, height, width }) => [
    [rectangle(1, 1, width - 1, height - 1), scribble({ random, height, width })],
  ],
};

/** A circle whose edges are some 1/10,000 of a cell long where there are 100,000. */
export function circle(vertices: number, [x, y]: Vertex, radius: number): Zone {
  const at = (i: number): Vertex => [
    x + radius * Math.cos((turn * i) / vertices),
    y + radius * Math.sin((turn * i) / vertices),
  ];
  return [[Array.from({ length: vertices }, (_, i) => at(i))]];
}

/** A rectangle with across × down holes of six vertices. */
export function manyHoles(random: () => number, across: number, down: number, height: number, width: number): Zone {
  const [dx, dy] = [(width - 1) / across, (height - 1) / down];
  const hole = (i: number): Ring => {
    const [x, y] = [0.5 + dx * ((i % across) + 0.5), 0.5 + dy * (Math.floor(i / across) + 0.5)];
    return Array.from({ length: 6 }, (_, k): Vertex => {
      const reach = 0.2 + 0.28 * random();
      return [x + reach * dx * Math.cos((turn * k) / 6), y + reach * dy * Math.sin((turn * k) / 6)];
    });
  };
  const shell: Ring = [[0.3, 0.2], [width - 0.3, 0.1], [width - 0.2, height - 0.4], [0.1, height - 0.2]]; // biome-ignore format: one line
  return [[shell, ...Array.from({ length: across * down }, (_, i) => hole(i))]];
}
