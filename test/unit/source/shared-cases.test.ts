import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { applyTransform, invertTransform } from "../../../src/grid/affine.ts";
import type { Raster } from "../../../src/source/source.ts";
import { openZarr } from "../../../src/source/zarr.ts";

/** Real files with the answers of other software; they are not part of the repository. */
const sources = fileURLToPath(new URL("../../../../shared/data/sources/", import.meta.url));
const island = fileURLToPath(new URL("../../../../shared/data/sao-miguel/sao_miguel.zarr", import.meta.url));

interface Case {
  id: string;
  file: string;
  path: string;
  zones: string;
  kind: "read" | "optional" | "error";
  tolerance: number;
  rows: {
    name: string;
    slice: number;
    count: number;
    sum: number | string;
    min: number | string;
    max: number | string;
  }[];
}

type Polygons = number[][][][];

/** The cells of a slice whose centres are in the polygons (even-odd), by brute force. */
function insideCells(raster: Raster, polygons: Polygons): number[] {
  const { width, height, transform } = raster.grid;
  const inverse = invertTransform(transform as NonNullable<typeof transform>) as NonNullable<typeof transform>;
  const parts = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => applyTransform(inverse, x, y))));
  const cells: number[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (parts.some((rings) => isInside(rings, column + 0.5, row + 0.5))) cells.push(row * width + column);
    }
  }
  return cells;
}

function isInside(rings: [number, number][][], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[x0, y0], [x1, y1]] = [ring[i], ring[i + 1]];
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    }
  }
  return inside;
}

async function check(expected: Case): Promise<void> {
  const raster = await openZarr(sources + expected.file, { path: expected.path });
  const { width, height } = raster.grid;
  const { data, shape } = await raster.read({ row: 0, column: 0, width, height });
  expect(shape).toEqual([...raster.dimensions.map(({ size }) => size), height, width]);
  const zones = JSON.parse(readFileSync(sources + expected.zones, "utf8"));
  for (const zone of zones.features) {
    const { type, coordinates } = zone.geometry;
    const cells = insideCells(raster, type === "Polygon" ? [coordinates] : coordinates);
    for (const row of expected.rows.filter(({ name }) => name === zone.properties.name)) {
      const valid = cells
        .map((cell) => data[row.slice * width * height + cell])
        .filter((value) => value !== raster.nodata && !Number.isNaN(value));
      expect(valid.length, `count of ${row.name}`).toBe(row.count);
      if (valid.length > 0) compareValues(raster, valid, row, expected.tolerance);
    }
  }
}

function compareValues(
  raster: Raster,
  stored: (number | bigint)[],
  row: Case["rows"][number],
  tolerance: number,
): void {
  if (typeof stored[0] === "bigint") {
    const whole = stored as bigint[];
    expect(`i:${whole.reduce((a, b) => a + b)}`).toBe(row.sum);
    expect(`i:${whole.reduce((a, b) => (a < b ? a : b))}`).toBe(row.min);
    expect(`i:${whole.reduce((a, b) => (a > b ? a : b))}`).toBe(row.max);
    return;
  }
  const values = stored.map((value) => Number(value) * raster.scale + raster.offset);
  const close = (got: number, want: number | string) =>
    expect(Math.abs(got - Number(want)), `${got} for ${want}`).toBeLessThanOrEqual(tolerance * Math.abs(Number(want)));
  close(
    values.reduce((a, b) => a + b),
    row.sum,
  );
  close(Math.min(...values), row.min);
  close(Math.max(...values), row.max);
}

if (existsSync(sources)) {
  const cases: Case[] = JSON.parse(readFileSync(`${sources}cases.json`, "utf8"));
  describe("Zarrs made by other software", () => {
    it.each(cases.filter(({ file }) => file.endsWith(".zarr")))("$id ($kind)", async (expected) => {
      const outcome = await check(expected).catch((error: unknown) => error);
      if (expected.kind === "error") expect(isRastrumError(outcome), String(outcome)).toBe(true);
      else if (expected.kind === "read" || !isRastrumError(outcome)) expect(outcome).toBeUndefined();
    });
  });

  it("opens the island's layers by the path of their groups", async () => {
    const raster = await openZarr(island, { path: "elevation" });
    expect(raster.grid).toMatchObject({ width: 384, height: 192 });
    expect(raster.grid.transform).toEqual([0.002083333333, 0, -25.9, 0, -0.002083333333, 38]);
    expect(raster.grid.crs).toMatch(/^GEOGCS\["WGS 84"/);
    expect([raster.dtype, raster.chunkShape, raster.nodata]).toEqual([
      "float32",
      [64, 96],
      Math.fround(-3.4028234663852886e38),
    ]);
    await expect(openZarr(island)).rejects.toMatchObject({
      tag: "array-not-found",
      arrays: ["elevation/data", "land_cover/data", "population_density/data"],
    });
  });
} else {
  console.warn(`SKIPPED: ${sources} is not there, so the Zarrs of other software were not read.`);
  it.skip("SKIPPED: the Zarrs of other software, since ../shared/data/sources is not there");
}
