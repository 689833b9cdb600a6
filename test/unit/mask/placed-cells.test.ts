import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Window } from "../../../src/grid/window.ts";
import { type ClippedMask, clip, clippedMask } from "../../../src/mask/clipped-mask.ts";
import { concatZoneCells, piecesOf } from "../../../src/mask/concat-zone-cells.ts";
import type { Mask } from "../../../src/mask/mask.ts";
import { type PlacedCells, placeCells } from "../../../src/mask/placed-cells.ts";
import { freeCells, placedCells, placeMany } from "../../../src/mask/placing.ts";
import { type ZoneCells, zoneCells } from "../../../src/mask/zone-cells.ts";
import { cellsIn, meetChunks } from "../../../src/plan/meet.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { voronoi } from "../../helpers/voronoi.ts";

vi.setConfig({ testTimeout: 60_000 });

const random = seededRandom(seed);
const [height, width] = [31, 43];
const rules = ["center", "touched", "fraction"] as const;
const none = pixelZones([]);

function placed(cells: ZoneCells): PlacedCells {
  const found = placeCells(cells, null);
  if (!found) throw new Error("There is no WebAssembly here.");
  return found;
}

const maskOf = (cells: ZoneCells, window: Window, zones: Iterable<number>): Mask => ({
  window,
  zones: Uint32Array.from(zones),
  ...cells,
  pixelZones: none,
});

/** By bytes, since comparing numbers one by one takes minutes. */
function expectSame(found: ClippedMask | null, expected: ClippedMask): void {
  const hashes = (mask: ClippedMask | null) => {
    const { window, zones, runs, offsets, cells, partial } = mask ?? expect.fail("It was too much.");
    const columns = [
      runs,
      offsets,
      ...(partial ? [partial.offsets, partial.rows, partial.columns, partial.coverage] : []),
    ];
    return [window, zones, cells, ...columns.map((column) => [column.constructor.name, digestOf(column)])];
  };
  expect(hashes(found)).toEqual(hashes(expected));
}

const digestOf = (column: Int32Array | Float64Array) => createHash("sha256").update(column).digest("hex");

/** From a place before the end on: some are as high and wide as all, some one cell. */
function anyWindow(): Window {
  const side = (from: number, length: number) => 1 + Math.floor(random() ** 2 * (length - from));
  const [row, column] = [Math.floor(random() * height), Math.floor(random() * width)];
  return { row, column, height: side(row, height), width: side(column, width) };
}

const windows: Window[] = [
  { row: 0, column: 0, height, width },
  { row: 0, column: width - 1, height, width: 1 },
  { row: height - 1, column: 0, height: 1, width },
  { row: 16, column: 16, height: 16, width: 16 },
  { row: 0, column: 5, height: height + 100, width: width + 100 },
];

describe.each(rules)(`masks by %s clipped in WebAssembly, to the bit those of JavaScript (seed ${seed})`, (rule) => {
  it.each(Object.keys(hardMakers))("of zones of the kind %s", (kind) => {
    const zones = Array.from({ length: draws(20) }, () => hardMakers[kind]({ random, height, width }));
    const cells = zoneCells(pixelZones(zones), height, width, rule);
    const all = placed(cells);
    for (const window of [...windows, ...Array.from({ length: draws(40) }, anyWindow)]) {
      const mask = maskOf(cells, window, zones.keys());
      expectSame(all.clip(mask), clip(mask));
      const some = maskOf(cells, window, [...zones.keys()].filter(() => random() < 0.5)); // biome-ignore format: one line
      expectSame(all.clip(some), clip(some));
    }
    all.free();
  });

  it("of a partition of the plane, and of more cells than memory was there for", () => {
    const sites = Array.from({ length: 1000 }, (): Vertex => [640 * random(), 480 * random()]);
    const cells = zoneCells(pixelZones(voronoi(sites, 480, 640, 40)), 480, 640, rule);
    const all = placed(cells);
    for (const row of [0, 200, 400]) {
      for (const column of [0, 300, 600]) {
        const mask = maskOf(cells, { row, column, height: 200, width: 300 }, sites.keys());
        expectSame(all.clip(mask), clip(mask));
      }
    }
    const often = maskOf(cells, { row: 0, column: 0, height: 480, width: 640 }, Array.from({ length: 20_000 }, (_, i) => i % 1000)); // biome-ignore format: one line
    expectSame(all.clip(often), clip(often));
    all.free();
  });
});

describe("cells of several slices of zones", () => {
  it.each(rules)("by %s are placed as those of all, without being put together", (rule) => {
    const zones = Array.from({ length: draws(60) }, (_, i) =>
      Object.values(hardMakers)[i % Object.keys(hardMakers).length]({ random, height, width }),
    );
    const whole = zoneCells(pixelZones(zones), height, width, rule);
    const cuts = [0, 1, 1, 17, zones.length];
    const slices = cuts.slice(1).map((end, i) => zoneCells(pixelZones(zones.slice(cuts[i], end)), height, width, rule));
    const cells = concatZoneCells(slices);
    const all = placed(cells);
    expect(piecesOf(cells.runs, "runOffsets")).toHaveLength(slices.length);
    for (const window of windows) {
      expectSame(all.clip(maskOf(cells, window, zones.keys())), clip(maskOf(whole, window, zones.keys())));
    }
    expect(all.meet(cells, 8, 8, 6, 4)).toEqual(meetChunks(whole, 8, 8, 6));
    expect(all.wholeCells).toBe(cellsIn(whole.runs));
    all.free();
  });
});

describe("cells that are placed", () => {
  const stripes = Array.from({ length: 20 }, (_, i): Zone => [[rectangle(2 * i + 0.5, 0.5, 2 * i + 1.75, 1000)]]);
  const many = () => zoneCells(pixelZones(stripes), 1000, width, "fraction");
  const window = { row: 3, column: 3, height: 20, width: 20 };

  it("are those of one job each, until it is done", async () => {
    const [one, other] = [many(), many()];
    await Promise.all([placeMany(one, null), placeMany(other, null)]);
    const [first, second] = [placedCells(one), placedCells(other)];
    expect(first).not.toBe(second);
    expect(clippedMask(maskOf(one, window, [1, 2]))).toStrictEqual(clippedMask(maskOf(other, window, [1, 2])));
    freeCells(one);
    expect(placedCells(one)).toBeNull();
    const next = { ...many(), partial: null };
    await placeMany(next, null);
    const mask = maskOf(other, window, [3, 4]);
    expectSame(second?.clip(mask) ?? null, clip(mask));
    freeCells(next);
    freeCells(other);
    freeCells(other);
  });

  it("are many", async () => {
    const few = zoneCells(pixelZones([[[rectangle(0.5, 0.5, 9, 9)]]]), height, width, "fraction");
    await placeMany(few, null);
    expect(placedCells(few)).toBeNull();
    freeCells(few);
  });

  it("are left to JavaScript with other parts, where there are too many, and farther than its numbers reach", async () => {
    const cells = many();
    const all = placed(cells);
    expect(all.clip({ ...maskOf(cells, window, [1]), partial: null })).toBeNull();
    expect(all.clip(maskOf(cells, window, Array(2 ** 20).fill(0)))).toBeNull();
    expect(all.clip(maskOf(cells, { ...window, row: 2 ** 30 }, [1]))).toBeNull();
    expect(all.clip(maskOf(cells, { ...window, width: 2 ** 30 }, [1]))).toBeNull();
    all.free();
  });
});

describe("where the host has no WebAssembly", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("nothing is placed", async () => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", undefined);
    const { placeCells } = await import("../../../src/mask/placed-cells.ts");
    expect(placeCells(zoneCells(none, height, width, "center"), null)).toBeNull();
  });
});
