import { describe, expect, it } from "vitest";
import { packShelves } from "../../../src/mask/atlas.ts";
import { BoundaryWalk, isInside } from "../../../src/mask/boundary.ts";
import { clipRing } from "../../../src/mask/clip.ts";
import { Fingerprinter } from "../../../src/mask/fingerprint.ts";
import { ringNear } from "../../../src/mask/near.ts";
import { ClippedRuns, zoneRuns } from "../../../src/mask/runs.ts";
import { simplifyRing } from "../../../src/mask/simplify.ts";
import { triangulatePolygon } from "../../../src/mask/triangulate.ts";
import { maskOf } from "../../helpers/masks.ts";
import { pixelZones, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const flat = (ring: readonly Vertex[]) => Float64Array.from(ring.flat());
const square = { row: 0, column: 0, height: 10, width: 10 };
const box = { minX: 0, minY: 0, maxX: 10, maxY: 10 };

describe("clipping", () => {
  it("leaves what is inside and cuts what is not", () => {
    expect(clipRing(flat(rectangle(2, 3, 5, 6)), box)).toEqual([2, 3, 5, 3, 5, 6, 2, 6]);
    expect(clipRing(flat(rectangle(20, 3, 25, 6)), box)).toEqual([]);
    expect(areaOf(clipRing(flat(rectangle(-5, -5, 5, 5)), box))).toBe(5 * 5);
    expect(areaOf(clipRing(flat(rectangle(-5, -5, 50, 50)), box))).toBe(10 * 10);
  });
});

describe("simplifying", () => {
  it("leaves out what lies on a line, and keeps corners", () => {
    const dense = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((x) => [x, 0]);
    expect(simplifyRing([...dense, 10, 0, 10, 10, 0, 10])).toEqual([0, 0, 10, 0, 10, 10, 0, 10]);
  });

  it("stays within 0.14 cells of every vertex", () => {
    const random = seededRandom(seed);
    let x = 0;
    let y = 0;
    const ring = Array.from({ length: 3000 }, () => {
      x += random() - 0.45;
      y += random() - 0.5;
      return [x, y];
    }).flat();
    const simple = simplifyRing(ring);
    expect(simple.length).toBeLessThan(ring.length);
    for (let i = 0; i < ring.length; i += 2) expect(distanceTo(simple, ring[i], ring[i + 1])).toBeLessThan(0.1398);
  });
});

describe("far stretches of rings", () => {
  it("are passed over, and nothing near is", () => {
    const circle = Array.from({ length: 6400 }, (_, i): Vertex => {
      const angle = (2 * Math.PI * i) / 6400;
      return [500 + 400 * Math.cos(angle), 500 + 400 * Math.sin(angle)];
    });
    const zones = pixelZones([[[circle]], [[rectangle(0, 0, 4, 4)]]]);
    const nearEdge = { minX: 880, minY: 490, maxX: 920, maxY: 510 };
    const near = ringNear(zones.rings, 0, nearEdge);
    expect(near.length).toBeLessThan(1000);
    expect(clipRing(near, nearEdge)).toEqual(clipRing(flat(circle), nearEdge));
    expect(ringNear(zones.rings, 1, nearEdge)).toHaveLength(0);
    expect([...ringNear(zones.rings, 1, box)]).toEqual([0, 0, 4, 0, 4, 4, 0, 4]);
  });
});

describe("triangles", () => {
  it("cover a square with a hole", () => {
    const triangles = triangulatePolygon([flat(rectangle(1, 1, 9, 9)), flat(rectangle(3, 3, 5, 5))], square);
    expect(triangles && trianglesArea(triangles)).toBeCloseTo(8 * 8 - 2 * 2, 9);
  });

  it("are refused where earcut goes wrong or would take too long", () => {
    const bowTie: Vertex[] = [[0, 0], [10, 10], [10, 0], [0, 10]]; // biome-ignore format: one line
    expect(triangulatePolygon([flat(bowTie)], square)).toBeNull();
    expect(triangulatePolygon([flat(rectangle(3, 3, 5, 5)), flat(rectangle(1, 1, 9, 9))], square)).toBeNull();
    const holes = Array.from({ length: 100 }, (_, i) => flat(rectangle(i % 10, i / 10, (i % 10) + 0.5, i / 10 + 0.5)));
    expect(triangulatePolygon([flat(rectangle(-1, -1, 11, 11)), ...holes], square)).toBeNull();
  });

  it("are none where nothing but boundary cells is left", () => {
    expect(triangulatePolygon([flat(rectangle(1, 1, 1.01, 9))], square)?.indices).toEqual([]);
  });
});

describe("boundary cells", () => {
  it("of a rectangle on the borders of cells: those on both sides", () => {
    const cells = new BoundaryWalk().cells([flat(rectangle(2, 2, 4, 4))], square).sort((a, b) => a - b);
    const expected = [];
    for (let row = 1; row <= 4; row++) for (let column = 1; column <= 4; column++) expected.push(10 * row + column);
    expect(cells).toEqual(expected);
  });

  it("hold every cell whose centre is within 0.45 of a ring, and each once", () => {
    const random = seededRandom(seed);
    const walk = new BoundaryWalk();
    for (const kind of ["star", "spiral", "comb", "partly outside", "snapped to quarters"]) {
      const zones = pixelZones([makers[kind]({ random, height: 10, width: 10 })]);
      const rings = Array.from({ length: zones.rings.ringOffsets.length - 1 }, (_, ring) =>
        ringNear(zones.rings, ring, box),
      );
      const cells = walk.cells(rings, square);
      expect(new Set(cells).size).toBe(cells.length);
      for (let cell = 0; cell < 100; cell++) {
        const near = rings.some((ring) => distanceTo([...ring], (cell % 10) + 0.5, Math.floor(cell / 10) + 0.5) < 0.45);
        if (near) expect(cells).toContain(cell);
      }
    }
  });

  it("have the verdict of the runs", () => {
    const random = seededRandom(seed);
    const zones: Zone[] = Object.values(makers).map((make) => make({ random, height: 9, width: 11 }));
    const runs = zoneRuns(pixelZones(zones), 9, 11);
    for (const zone of zones.keys()) {
      const verdicts = Array.from({ length: 9 }, (_, row) =>
        Array.from({ length: 11 }, (_, column) => (isInside(runs, zone, row, column) ? "#" : ".")).join(""),
      );
      expect(verdicts).toEqual(maskOf(runs, zone, 9, 11));
    }
  });
});

describe("the atlas", () => {
  it("packs without overlaps, within the limit, and grows pages no further than need be", () => {
    const random = seededRandom(seed);
    const sizes = Array.from({ length: 300 }, () => ({
      width: 1 + Math.floor(60 * random()),
      height: 1 + Math.floor(40 * random()),
    }));
    const { spots, pages } = packShelves(sizes, { width: 128, height: 128 });
    const taken = pages.map(({ width, height }) => new Uint8Array(width * height));
    for (const [i, { page, row, column }] of spots.entries()) {
      const { width } = pages[page];
      expect(column + sizes[i].width).toBeLessThanOrEqual(Math.min(128, width));
      expect(row + sizes[i].height).toBeLessThanOrEqual(Math.min(128, pages[page].height));
      for (let y = row; y < row + sizes[i].height; y++) {
        for (let x = column; x < column + sizes[i].width; x++) taken[page][y * width + x]++;
      }
    }
    expect(Math.max(...taken.map((page) => Math.max(...page)))).toBe(1);
    expect(packShelves([{ width: 3, height: 2 }], { width: 128, height: 128 }).pages).toEqual([
      { width: 3, height: 2 },
    ]);
    expect(packShelves([], { width: 1, height: 1 }).pages).toEqual([]);
  });
});

describe("fingerprints", () => {
  const runsOf = (zone: Zone) => new ClippedRuns().clip(zoneRuns(pixelZones([zone]), 10, 10), 0, square);
  const fingerprinter = new Fingerprinter(20);

  it("do not depend on where the window of the runs begins", () => {
    const runs = zoneRuns(pixelZones([[[rectangle(3, 4, 8, 9)]]]), 10, 10);
    const window = { row: 4, column: 3, height: 5, width: 5 };
    const moved = fingerprinter.of(new ClippedRuns().clip(runs, 0, window), 4, 3);
    expect(moved).toEqual(fingerprinter.of(new ClippedRuns().clip(runs, 0, square), 0, 0));
  });

  it("tell a moved cell, also to where it mirrors", () => {
    const marks = [rectangle(3, 4, 5, 6), rectangle(4, 3, 6, 5), rectangle(3, 4, 4, 8), rectangle(5, 6, 7, 8)];
    const texts = marks.map((ring) => JSON.stringify(fingerprinter.of(runsOf([[ring]]), 0, 0)));
    expect(new Set(texts).size).toBe(4);
    expect(fingerprinter.of(runsOf([[marks[0]]]), 0, 0).count).toBe(4);
  });
});

function areaOf(ring: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
  }
  return Math.abs(twice) / 2;
}

function trianglesArea({ vertices, indices }: { vertices: number[]; indices: number[] }): number {
  let area = 0;
  for (let i = 0; i < indices.length; i += 3) {
    area += areaOf(indices.slice(i, i + 3).flatMap((vertex) => [vertices[2 * vertex], vertices[2 * vertex + 1]]));
  }
  return area;
}

/** Distance of a point to a closed ring. */
function distanceTo(ring: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    const [dx, dy] = [ring[next] - ring[i], ring[next + 1] - ring[i + 1]];
    const share = ((x - ring[i]) * dx + (y - ring[i + 1]) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, share));
    least = Math.min(least, Math.hypot(x - ring[i] - t * dx, y - ring[i + 1] - t * dy));
  }
  return least;
}
