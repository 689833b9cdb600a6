import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { planWarp, type Warp } from "../../demo/warp.ts";
import { memoryRaster, type Raster } from "../../src/index.ts";

const utm29 = "+proj=utm +zone=29 +datum=WGS84 +units=m +no_defs";

function raster(
  width: number,
  height: number,
  crs: string,
  transform: [number, number, number, number, number, number],
): Raster {
  return memoryRaster({ data: new Uint8Array(width * height), width, height, crs, transform });
}

/** Longitude and latitude of a pixel's centre: even in longitude, and in Mercator's y = asinh(tan φ). */
function place({ bounds, width, height }: Warp, x: number, y: number): [number, number] {
  const mercator = (degrees: number) => Math.asinh(Math.tan((degrees * Math.PI) / 180));
  const [west, south, east, north] = bounds;
  const at = mercator(north) + ((mercator(south) - mercator(north)) * (y + 0.5)) / height;
  return [west + ((east - west) * (x + 0.5)) / width, (Math.atan(Math.sinh(at)) * 180) / Math.PI];
}

/** The share of pixels that show the very cell that an exact projection of their centre falls into. */
function shareRight(warp: Warp, source: Raster, toCrs: (degrees: [number, number]) => [number, number]): number {
  const [a, , c, , e, f] = source.grid.transform ?? [1, 0, 0, 0, 1, 0];
  let right = 0;
  for (let pixel = 0; pixel < warp.cells.length; pixel++) {
    const [x, y] = toCrs(place(warp, pixel % warp.width, Math.floor(pixel / warp.width)));
    const [column, row] = [Math.floor((x - c) / a), Math.floor((y - f) / e)];
    const inside = column >= 0 && column < source.grid.width && row >= 0 && row < source.grid.height;
    if (warp.cells[pixel] === (inside ? row * source.grid.width + column : -1)) right += 1;
  }
  return right / warp.cells.length;
}

describe("the picture of a raster on a Mercator map", () => {
  it("puts rows of even latitude where Mercator has them", async () => {
    const world = raster(360, 180, "EPSG:4326", [1, 0, -180, 0, -1, 90]);
    const warp = await planWarp(world);
    expect(warp?.bounds).toEqual([-180, -85.0511, 180, 85.0511]);
    expect(warp && Math.abs(warp.width / warp.height - 1)).toBeLessThan(0.01); // Mercator's world is a square
    // what is not right lies on an edge between cells, by less than a tenth of a pixel
    expect(warp && shareRight(warp, world, (degrees) => degrees)).toBeGreaterThan(0.98);
  });

  it("puts a raster in metres where its projection has it", async () => {
    const iberia = raster(300, 400, utm29, [1000, 0, 400_000, 0, -1000, 4_500_000]);
    const warp = await planWarp(iberia);
    const { forward } = proj4("WGS84", utm29);
    expect(warp && shareRight(warp, iberia, forward)).toBeGreaterThan(0.98);
  });

  it("turns longitudes of 0…360 round to where the map has them", async () => {
    const pacific = await planWarp(raster(53, 25, "EPSG:4326", [2.5, 0, 198.75, 0, -2.5, 76.25]));
    expect(pacific?.bounds.map((degrees) => Math.round(degrees * 100) / 100)).toEqual([-161.25, 13.75, -28.75, 76.25]);
    const { cells = [], width = 0, height = 0 } = pacific ?? {};
    expect(cells[0]).toBe(0);
    expect(cells[width * height - 1]).toBe(53 * 25 - 1);
  });

  it("joins the two ends of a world that begins at Greenwich", async () => {
    const world = raster(360, 180, "EPSG:4326", [1, 0, 0, 0, -1, 90]);
    const warp = await planWarp(world);
    const eastward = ([longitude, latitude]: [number, number]): [number, number] => [(longitude + 360) % 360, latitude];
    expect(warp && shareRight(warp, world, eastward)).toBeGreaterThan(0.98);
  });

  it("is left out where the raster does not say where it lies, or in words unknown here", async () => {
    expect(await planWarp(memoryRaster({ data: new Uint8Array(4), width: 2, height: 2 }))).toBeNull();
    expect(await planWarp(raster(2, 2, "EPSG:999999", [1, 0, 0, 0, -1, 0]))).toBeNull();
  });
});
