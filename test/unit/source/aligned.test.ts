import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { applyTransform, type Transform } from "../../../src/grid/affine.ts";
import { prepareCrs } from "../../../src/grid/crs.ts";
import type { Grid } from "../../../src/grid/grid.ts";
import type { Window } from "../../../src/grid/window.ts";
import { type AlignedBlock, alignRaster } from "../../../src/source/aligned.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import type { IndexRange, Raster } from "../../../src/source/source.ts";

await prepareCrs("EPSG:999999", "+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs");

/** `height` × `width` cells whose values are 100 · row + column. */
function numbered(width: number, height: number, transform: Transform, more: Partial<Raster["grid"]> = {}): Raster {
  const data = Int32Array.from({ length: width * height }, (_, i) => 100 * Math.floor(i / width) + (i % width));
  return memoryRaster({ data, width, height, transform, crs: more.crs ?? "EPSG:32633" });
}

const gridOf = (
  width: number,
  height: number,
  transform: Transform | null,
  crs: string | null = "EPSG:32633",
): Grid => ({
  crs,
  transform,
  width,
  height,
});

const whole = ({ width, height }: Grid): Window => ({ row: 0, column: 0, width, height });

/** Rows of a block of one slice; null where a cell is not valid. */
function rowsOf({ data, valid, shape }: AlignedBlock): (number | null)[][] {
  const width = shape[shape.length - 1];
  return Array.from({ length: data.length / width }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const at = row * width + column;
      return valid === null || valid[at] === 1 ? Number(data[at]) : null;
    }),
  );
}

async function alignedRows(raster: Raster, grid: Grid) {
  return rowsOf(await alignRaster(raster, grid, "nearest").read(whole(grid)));
}

/** The raster, and a list of the windows and ranges that were read of it. */
function watched(raster: Raster) {
  const reads: { window: Window; ranges: readonly IndexRange[] | undefined }[] = [];
  const read: Raster["read"] = (window, options) => {
    reads.push({ window, ranges: options?.ranges });
    return raster.read(window, options);
  };
  return { raster: { ...raster, read }, reads };
}

const north: Transform = [10, 0, 500_000, 0, -10, 4_000_000];

describe("in one CRS", () => {
  it("the same grid gives the same cells, all valid", async () => {
    const raster = numbered(3, 2, north);
    const block = await alignRaster(raster, raster.grid, "nearest").read(whole(raster.grid));
    expect(block).toEqual({ data: Int32Array.of(0, 1, 2, 100, 101, 102), shape: [2, 3], valid: null });
  });

  it("an offset grid takes the cells that its centres lie in, and none outside", async () => {
    // Moved by 1.3 cells right and 0.6 down: centres at columns 1.8, 2.8, 3.8 and rows 1.1, 2.1.
    const grid = gridOf(3, 2, [10, 0, 500_013, 0, -10, 3_999_994]);
    expect(await alignedRows(numbered(3, 3, north), grid)).toEqual([
      [101, 102, null],
      [201, 202, null],
    ]);
  });

  it("a finer grid repeats cells, a coarser one takes some", async () => {
    const raster = numbered(4, 4, north);
    const finer = gridOf(4, 2, [5, 0, 500_000, 0, -5, 4_000_000]);
    expect(await alignedRows(raster, finer)).toEqual([
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    const coarser = gridOf(2, 2, [30, 0, 500_000 - 10, 0, -30, 4_000_000 + 10]);
    // Centres at 0.5 and 3.5 cells.
    expect(await alignedRows(raster, coarser)).toEqual([
      [0, 3],
      [300, 303],
    ]);
  });

  it("a centre between two cells is in the one to the right and below, whatever rounding says", async () => {
    // Centres at 0.2 · (i + ½) = 0.1 · (2i + 1), all on borders of cells of 0.1; 0.3 / 0.1 is 2.9999999999999996 in doubles.
    expect(0.3 / 0.1).toBeLessThan(3);
    for (const origin of [0, 0.1, 123.4, -7.7]) {
      const raster = numbered(40, 1, [0.1, 0, origin, 0, -1, 0]);
      const [row] = await alignedRows(raster, gridOf(20, 1, [0.2, 0, origin, 0, -1, 0]));
      expect(row).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i + 1));
    }
    // The right border of the last column is outside, the left one of the first is in.
    const beside = gridOf(3, 1, [10, 0, 499_995, 0, -10, 4_000_000]);
    expect(await alignedRows(numbered(2, 1, north), beside)).toEqual([[0, 1, null]]);
  });

  it("a source with south up", async () => {
    const southUp = numbered(2, 3, [10, 0, 500_000, 0, 10, 4_000_000 - 30]);
    expect(await alignedRows(southUp, gridOf(2, 3, north))).toEqual([
      [200, 201],
      [100, 101],
      [0, 1],
    ]);
  });

  it("a rotated source, and a rotated grid", async () => {
    // A turn by atan(4/3) with cells of 5.
    const turned: Transform = [3, 4, 0, -4, 3, 0];
    const upright: Transform = [2, 0, -10, 0, -2, 30];
    // Their inverses, exact for whole numbers: centres on borders of cells are among them.
    const toTurned = (x: number, y: number): [number, number] => [(3 * x - 4 * y) / 25, (4 * x + 3 * y) / 25];
    const toUpright = (x: number, y: number): [number, number] => [(x + 10) / 2, (30 - y) / 2];
    for (const [source, toCell, target] of [
      [turned, toTurned, upright],
      [upright, toUpright, turned],
      [turned, toTurned, turned],
    ] as const) {
      const grid = gridOf(30, 30, target);
      const expected = expectedRows(grid, toCell, 30, 30);
      expect(await alignedRows(numbered(30, 30, source), grid)).toEqual(expected);
      // The upright 60 × 60 units hold 144 of the turned cells of 25, had they all of it to themselves.
      expect(expected.flat().filter((value) => value !== null).length).toBeGreaterThan(144 / 2);
    }
  });

  it("no CRS on both sides is one CRS; on one side it is refused", async () => {
    const raster = memoryRaster({ data: Int8Array.of(1, 2), width: 2, height: 1, transform: [1, 0, 0, 0, -1, 1] });
    expect(await alignedRows(raster, gridOf(1, 1, [1, 0, 1, 0, -1, 1], null))).toEqual([[2]]);
    expect(messageOf(() => alignRaster(raster, gridOf(1, 1, north)))).toMatch(
      /^missing-crs: memory .* does not say its CRS, the other one has EPSG:32633; pass crs/,
    );
    expect(messageOf(() => alignRaster(numbered(1, 1, north), gridOf(1, 1, north, null)))).toMatch(/^missing-crs/);
  });

  it("longitudes may be a turn away", async () => {
    const world = numbered(36, 18, [10, 0, 0, 0, -10, 90], { crs: "EPSG:4326" });
    const lisbon = gridOf(2, 1, [10, 0, -10, 0, -10, 40], "EPSG:4326");
    // −5° is 355°, in column 35; 5° in column 0.
    expect(await alignedRows(world, lisbon)).toEqual([[535, 500]]);
    expect(await alignedRows(world, { ...lisbon, crs: "OGC:CRS84" })).toEqual([[535, 500]]);
  });
});

/** Row by row, what a source of numbered cells has where `toCell` puts the centres of a grid. */
function expectedRows(
  { transform, width, height }: Grid,
  toCell: (x: number, y: number) => [column: number, row: number],
  sourceWidth: number,
  sourceHeight: number,
): (number | null)[][] {
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (__, j) => {
      const [x, y] = applyTransform(transform as Transform, j + 0.5, i + 0.5);
      const [column, row] = toCell(x, y).map(Math.floor);
      const inside = column >= 0 && column < sourceWidth && row >= 0 && row < sourceHeight;
      return inside ? 100 * row + column : null;
    }),
  );
}

describe("across CRSs", () => {
  const utm = "+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs";

  it("every centre is projected: degrees onto metres", async () => {
    const [a, c, e, f] = [0.02, 14.5, -0.015, 38.4];
    const raster = numbered(60, 50, [a, 0, c, 0, e, f], { crs: "EPSG:4326" });
    const grid = gridOf(40, 45, [3_000, 0, 440_000, 0, -3_000, 4_270_000]);
    const expected = expectedRows(
      grid,
      (x, y) => {
        const [lon, lat] = proj4(utm, "WGS84", [x, y]);
        return [(lon - c) / a, (lat - f) / e];
      },
      60,
      50,
    );
    expect(await alignedRows(raster, grid)).toEqual(expected);
    const inside = expected.flat().filter((value) => value !== null).length;
    expect(inside).toBeGreaterThan(500);
    expect(inside).toBeLessThan(40 * 45);
    // A window is that part of the whole.
    const window = { row: 7, column: 11, height: 20, width: 13 };
    const part = await alignRaster(raster, grid, "nearest").read(window);
    expect(rowsOf(part)).toEqual(expected.slice(7, 27).map((row) => row.slice(11, 24)));
  });

  it("every centre is projected: metres onto degrees", async () => {
    const raster = numbered(60, 50, [2_000, 0, 440_000, 0, -2_000, 4_270_000]);
    const grid = gridOf(50, 40, [0.025, 0, 14.2, 0, -0.025, 38.7], "OGC:CRS84");
    const expected = expectedRows(
      grid,
      (x, y) => {
        const [east, north] = proj4("WGS84", utm, [x, y]);
        return [(east - 440_000) / 2_000, (north - 4_270_000) / -2_000];
      },
      60,
      50,
    );
    expect(await alignedRows(raster, grid)).toEqual(expected);
  });

  it("a centre without an image is missing", async () => {
    const mercator = numbered(4, 4, [1e7, 0, -2e7, 0, -1e7, 2e7], { crs: "EPSG:3857" });
    // Rows of 45°, the first about latitude 112.5°.
    const grid = gridOf(2, 3, [180, 0, -180, 0, -45, 135], "EPSG:4326");
    const rows = await alignedRows(mercator, grid);
    expect(rows[0]).toEqual([null, null]);
    // ±90° is ±10,018,754 m, 22.5° north 2,571,663 m.
    expect(rows[2]).toEqual([100, 103]);
  });
});

describe("validity", () => {
  const beside = gridOf(3, 1, [10, 0, 499_990, 0, -10, 4_000_000]);
  const line = (data: Int16Array | Float32Array | BigInt64Array, nodata: number | null = null) =>
    memoryRaster({ data, width: data.length, height: 1, transform: north, crs: "EPSG:32633", nodata });
  const read = (raster: Raster) => alignRaster(raster, beside, "nearest").read(whole(beside));

  it("nodata and NaN are not valid, and outside is filled with them where there are such", async () => {
    expect(await read(line(Int16Array.of(-9, 5), -9))).toEqual({
      data: Int16Array.of(-9, -9, 5),
      shape: [1, 3],
      valid: Uint8Array.of(0, 0, 1),
    });
    expect(await read(line(Float32Array.of(Number.NaN, 5)))).toEqual({
      data: Float32Array.of(Number.NaN, Number.NaN, 5),
      shape: [1, 3],
      valid: Uint8Array.of(0, 0, 1),
    });
    expect((await read(line(Float32Array.of(0.1, 5), 0.1))).valid).toEqual(Uint8Array.of(0, 0, 1));
    expect(await read(line(BigInt64Array.of(-9n, 2n ** 60n), -9))).toEqual({
      data: BigInt64Array.of(-9n, -9n, 2n ** 60n),
      shape: [1, 3],
      valid: Uint8Array.of(0, 0, 1),
    });
  });

  it("integers without nodata: only `valid` tells 0 from missing", async () => {
    expect(await read(line(Int16Array.of(0, 5)))).toEqual({
      data: Int16Array.of(0, 0, 5),
      shape: [1, 3],
      valid: Uint8Array.of(0, 1, 1),
    });
  });
});

describe("reading", () => {
  /** 4 times × 6 rows × 8 columns, each cell its own number, in chunks of 2 × 3 × 4. */
  const cube = memoryRaster({
    data: Float64Array.from({ length: 4 * 6 * 8 }, (_, i) => i),
    width: 8,
    height: 6,
    transform: north,
    crs: "EPSG:32633",
    dimensions: [{ name: "time", size: 4, labels: null }],
    chunkShape: [2, 3, 4],
  });
  const same = gridOf(8, 6, north);
  const cell = (time: number, row: number, column: number) => 48 * time + 8 * row + column;

  it("slices of ranges, in order, through chunks along the dimensions", async () => {
    const window = { row: 1, column: 2, height: 1, width: 2 };
    const block = await alignRaster(cube, same, "nearest").read(window, { ranges: [[1, 4]] });
    expect(block.shape).toEqual([3, 1, 2]);
    expect([...block.data]).toEqual([1, 2, 3].flatMap((time) => [cell(time, 1, 2), cell(time, 1, 3)]));
    const all = await alignRaster(cube, same, "nearest").read(whole(same));
    expect(all.data).toEqual((await cube.read(whole(same))).data);
  });

  it("two dimensions", async () => {
    const data = Int16Array.from({ length: 2 * 3 * 2 * 2 }, (_, i) => i);
    const dimensions = [
      { name: "time", size: 2, labels: null },
      { name: "band", size: 3, labels: null },
    ];
    const more = { dimensions, chunkShape: [1, 2, 1, 2], transform: north, crs: "EPSG:32633" };
    const raster = memoryRaster({ data, width: 2, height: 2, ...more });
    const mirrored = gridOf(2, 2, [-10, 0, 500_020, 0, -10, 4_000_000]);
    const block = await alignRaster(raster, mirrored, "nearest").read(whole(mirrored), { ranges: [[0, 2], [1, 3]] }); // biome-ignore format: one line
    const slice = (time: number, band: number) => [1, 0, 3, 2].map((at) => 12 * time + 4 * band + at);
    expect([...block.data]).toEqual([...slice(0, 1), ...slice(0, 2), ...slice(1, 1), ...slice(1, 2)]);
  });

  it("only what wanted cells lie in: one rectangle where chunks lie side by side", async () => {
    const { raster, reads } = watched(cube);
    const grid = gridOf(3, 2, [10, 0, 500_030, 0, -10, 3_999_990]);
    await alignRaster(raster, grid, "nearest").read(whole(grid), { ranges: [[0, 1]] });
    expect(reads).toEqual([{ window: { row: 1, column: 3, height: 2, width: 3 }, ranges: [[0, 1]] }]);
  });

  it("only what wanted cells lie in: chunk by chunk where some in between have none", async () => {
    const fine = watched(
      memoryRaster({
        ...{ data: new Uint8Array(90 * 90), width: 90, height: 90, transform: north, crs: "EPSG:32633" },
        chunkShape: [10, 10],
      }),
    );
    // 3 × 3 cells of 30: centres in cells 15, 45 and 75, so in chunks 1, 4 and 7.
    const grid = gridOf(3, 3, [300, 0, 500_000, 0, -300, 4_000_000]);
    await alignRaster(fine.raster, grid, "nearest").read(whole(grid));
    const starts = [15, 45, 75];
    const cells = starts.flatMap((row) => starts.map((column) => ({ row, column, height: 1, width: 1 })));
    expect(fine.reads.map(({ window }) => window)).toEqual(cells);
  });

  it("never more at once than the budget", async () => {
    const data = Int32Array.from({ length: 100 * 100 }, (_, i) => i);
    const big = watched(memoryRaster({ data, width: 100, height: 100, transform: north, crs: "EPSG:32633" }));
    const coarse = gridOf(10, 10, [100, 0, 500_000, 0, -100, 4_000_000]);
    const budget = 4 * 100 * 25; // 25 rows
    const block = await alignRaster(big.raster, coarse, "nearest", budget).read(whole(coarse));
    expect([...block.data]).toEqual(
      Array.from({ length: 100 }, (_, i) => 100 * (10 * Math.floor(i / 10) + 5) + 10 * (i % 10) + 5),
    );
    expect(big.reads.length).toBe(4);
    for (const { window } of big.reads) expect(4 * window.height * window.width).toBeLessThanOrEqual(budget);
  });

  it("nothing where the window lies outside", async () => {
    const { raster, reads } = watched(cube);
    const grid = gridOf(100, 1, north);
    const block = await alignRaster(raster, grid, "nearest").read({ row: 0, column: 50, height: 1, width: 2 });
    expect(reads).toEqual([]);
    expect(block.shape).toEqual([4, 1, 2]);
    expect(block.valid).toEqual(new Uint8Array(8));
  });

  it("stops by the signal, before and between reads", async () => {
    const aligned = alignRaster(cube, same, "nearest");
    await expect(aligned.read(whole(same), { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    const stop = new AbortController();
    const slow: Raster = {
      ...cube,
      read: (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
          stop.abort("later");
        }),
    };
    await expect(alignRaster(slow, same).read(whole(same), { signal: stop.signal })).rejects.toBe("later");
  });

  it("windows and ranges beyond the grid are refused", async () => {
    const aligned = alignRaster(cube, gridOf(4, 4, north), "nearest");
    await expect(aligned.read({ row: 0, column: 0, height: 5, width: 1 })).rejects.toThrow(/window \(rows\)/);
    await expect(aligned.read({ row: 0, column: 0, height: 1, width: 1 }, { ranges: [] })).rejects.toThrow(/ranges/);
  });
});

describe("refusals", () => {
  const raster = numbered(10, 10, north);

  it("no place in common: both bounds are named", () => {
    const grid = gridOf(10, 10, [10, 0, 600_000, 0, -10, 4_000_000]);
    const run = () => alignRaster(raster, grid, "nearest");
    const error = errorOf(run);
    expect(isRastrumError(error, "no-overlap") && { ...error }).toMatchObject({
      path: "memory",
      bounds: [500_000, 3_999_900, 500_100, 4_000_000],
      otherBounds: [600_000, 3_999_900, 600_100, 4_000_000],
    });
    expect(messageOf(run)).toBe(
      "no-overlap: memory (bounds [500000, 3999900, 500100, 4000000] in EPSG:32633) has no place in common with the raster to " +
        "align it to (bounds [600000, 3999900, 600100, 4000000] in EPSG:32633); check the CRS and the transform of both.",
    );
    // Touching is not overlapping.
    expect(messageOf(() => alignRaster(raster, gridOf(1, 1, [10, 0, 500_100, 0, -10, 4_000_000])))).toMatch(
      /^no-overlap/,
    );
    const brazil = gridOf(10, 10, [1, 0, -50, 0, -1, 0], "EPSG:4326");
    expect(messageOf(() => alignRaster(raster, brazil))).toMatch(/^no-overlap: .*\[-50, -10, -40, 0\] in EPSG:4326/);
  });

  it("grids that cannot be related", () => {
    expect(messageOf(() => alignRaster(raster, gridOf(1, 1, null)))).toMatch(/^missing-transform/);
    const bare = memoryRaster({ data: new Uint8Array(1), width: 1, height: 1 });
    expect(messageOf(() => alignRaster(bare, raster.grid))).toMatch(/^missing-transform: memory/);
    expect(messageOf(() => alignRaster(raster, gridOf(1, 1, north, "EPSG:999999")))).toMatch(/^unknown-crs/);
    const cubic = "cubic" as unknown as "nearest";
    expect(messageOf(() => alignRaster(raster, raster.grid, cubic))).toMatch(/^invalid-option: .*"nearest", not cubic/);
  });
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

function messageOf(run: () => unknown): string {
  const error = errorOf(run);
  return isRastrumError(error) ? `${error.tag}: ${error.message}` : String(error);
}
