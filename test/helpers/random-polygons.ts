/** Polygons that break masks: each maker draws one zone for a grid of `height` × `width` cells. */
import { type Polygon, type Ring, rectangle, type Vertex, type Zone } from "./pixel-zones.ts";

export interface Drawing {
  readonly random: () => number;
  readonly height: number;
  readonly width: number;
}

const between = (random: () => number, low: number, high: number) => low + random() * (high - low);
const whole = (random: () => number, low: number, high: number) => Math.floor(between(random, low, high + 1));

function star({ random, height, width }: Drawing, centre?: Vertex, radius = (0.7 * (height + width)) / 2): Ring {
  const [x, y] = centre ?? [between(random, -1, width + 1), between(random, -1, height + 1)];
  const points = whole(random, 3, 14);
  return Array.from({ length: points }, (_, i): Vertex => {
    const angle = (2 * Math.PI * i) / points;
    const reach = radius * random();
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

/** Vertices on multiples of 1/4 cell: on centres, borders and corners of cells, with many collinear edges. */
function snapped(drawing: Drawing, unit = 0.5): Ring {
  return star(drawing).map(([x, y]): Vertex => [Math.round(x / unit) * unit, Math.round(y / unit) * unit]);
}

function sliver({ random, height, width }: Drawing): Ring {
  const [x, y] = [whole(random, 0, 2 * width) / 2, whole(random, 0, 2 * height) / 2];
  const thin = 1e-9 * between(random, -1, 1);
  const [dx, dy] = [between(random, -width, width), between(random, -height, height)];
  return random() < 0.5
    ? [[x, y], [x + dx, y + dy], [x + dx + thin, y + dy], [x + thin, y]]
    : [[x + thin, 0], [x, height], [x + 1, height], [x + 1 + thin, 0]]; // biome-ignore format: one line a sliver
}

function spiral({ random, height, width }: Drawing): Ring {
  const [x, y] = [between(random, 0, width), between(random, 0, height)];
  const turn = (shift: number, i: number): Vertex => {
    const reach = (i / 40) * (width / 2) + shift;
    return [x + reach * Math.cos(i / 3), y + reach * Math.sin(i / 3)];
  };
  const out = Array.from({ length: 40 }, (_, i) => turn(0, i));
  return [...out, ...Array.from({ length: 40 }, (_, i) => turn(between(random, 0.1, 0.9), 39 - i))];
}

function comb({ random, height, width }: Drawing): Ring {
  const teeth = whole(random, 3, 12);
  const step = width / teeth;
  const tooth = (i: number): Vertex[] => [
    [i * step, height * random()],
    [(i + random()) * step, height * random()],
  ];
  return [[0, 0], ...Array.from({ length: teeth }, (_, i) => tooth(i)).flat(), [width, 0]];
}

function bowTie(drawing: Drawing): Ring {
  const [a, b, c, d] = Array.from({ length: 4 }, (): Vertex => snapped(drawing)[0]);
  return [a, c, b, d];
}

/** One ring that walks a loop, comes back to its start, and walks another: it touches itself in a point. */
function selfTouching(drawing: Drawing): Ring {
  const first = snapped(drawing);
  return [...first, first[0], ...snapped(drawing).slice(1)];
}

function holed({ random, height, width }: Drawing): Polygon {
  const shell = rectangle(0, 0, whole(random, 2, width), whole(random, 2, height));
  const right = whole(random, 1, 4) / 2;
  const hole = rectangle(random() < 0.5 ? 0 : 0.5, 0.5, right, between(random, 0.5, 3));
  const diamond: Ring = [[2, 0], [3, 1], [2, 2], [1, 1]]; // biome-ignore format: one line; touches the shell's top
  return [shell, hole, diamond];
}

/** The same zone so many columns to the right and rows down. */
export function moved(zone: Zone, columns: number, rows: number): Zone {
  return zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Vertex => [x + columns, y + rows])));
}

/** Kind → one zone of it. */
export const makers: Readonly<Record<string, (drawing: Drawing) => Zone>> = {
  star: (d) => [[star(d)]],
  "snapped to centres and borders": (d) => [[snapped(d)]],
  "snapped to quarters": (d) => [[snapped(d, 0.25)]],
  "an ulp off centres": (d) => [[snapped(d).map(([x, y]): Vertex => [x * (1 + 2 ** -52), y * (1 - 2 ** -53)])]],
  sliver: (d) => [[sliver(d)]],
  spiral: (d) => [[spiral(d)]],
  comb: (d) => [[comb(d)]],
  "bow-tie": (d) => [[bowTie(d)]],
  "doubled ring": (d) => {
    const ring = snapped(d);
    return [[ring, ring]];
  },
  "ring walked twice": (d) => {
    const ring = star(d);
    return [[[...ring, ...ring]]];
  },
  "holes touching the shell": (d) => [holed(d)],
  "self-touching ring": (d) => [[selfTouching(d)]],
  "overlapping parts": (d) => [[snapped(d)], [star(d)], [snapped(d)]],
  "parts side by side": ({ random }) => {
    const cut = whole(random, 0, 8) / 2;
    return [[rectangle(0, 0, cut, 5)], [rectangle(cut, 0, 7, 5)], [rectangle(1, 6.5, 5, 8)]];
  },
  "partly outside": (d) =>
    moved([[snapped(d)]], whole(d.random, -d.width, d.width), whole(d.random, -d.height, d.height)),
  "wholly outside": (d) => moved([[star(d)]], d.random() < 0.5 ? -4 * d.width : 0, 4 * d.height),
  tiny: (d) => [[star(d, [whole(d.random, 0, 8) / 2, whole(d.random, 0, 8) / 2], 10 ** between(d.random, -12, -1))]],
  "far corners": (d) => [
    [snapped(d).map(([x, y]): Vertex => [x + (d.random() < 0.3 ? 1e6 : 0), y - (d.random() < 0.3 ? 1e6 : 0)])],
  ],
  "very far corners": (d) => {
    const far = () => (d.random() < 0.5 ? 0 : (d.random() < 0.5 ? -1 : 1) * 10 ** between(d.random, 9, 18));
    return [[snapped(d).map(([x, y]): Vertex => [x + far(), y + far()])]];
  },
  "no polygon": () => [],
};
