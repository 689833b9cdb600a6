import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import type { Transform } from "../../../src/grid/affine.ts";
import { type AreaUnit, areaUnits, cellAreas } from "../../../src/grid/cell-area.ts";
import { prepareCrs } from "../../../src/grid/crs.ts";

await prepareCrs("+proj=longlat +ellps=bessel", "+proj=longlat +R=1737400", "EPSG:4258");

const grid = (transform: Transform | null, height: number, crs: string | null = "EPSG:4326", width = 1) => ({
  transform,
  height,
  crs,
  width,
});

/** The area of one row of 1 × (north − south) degrees, or of `width` degrees. */
function area(unit: AreaUnit, south: number, north: number, width = 1, crs: string | null = "EPSG:4326") {
  return cellAreas(grid([width, 0, 0, 0, south - north, north], 1, crs), unit)[0];
}

function expectWithin(actual: number, expected: number, relative: number) {
  expect(Math.abs(actual / expected - 1), `${actual} for ${expected}`).toBeLessThanOrEqual(relative);
}

function taggedError(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isRastrumError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("cartesian areas", () => {
  it("are |det|: 10 m × 20 m, up, down, or rotated by 3-4-5", () => {
    expect([...cellAreas(grid([10, 0, 5, 0, -20, 7], 3, "EPSG:3763"), "area_cartesian")]).toEqual([200, 200, 200]);
    expect([...cellAreas(grid([10, 0, 5, 0, 20, 7], 2, null), "area_cartesian")]).toEqual([200, 200]);
    expect([...cellAreas(grid([3, 4, 0, 4, -3, 0], 1, null), "area_cartesian")]).toEqual([3 * 3 + 4 * 4]);
  });
});

describe("spherical areas", () => {
  const R = 6378137;
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

  // Single precision, as exactextract keeps coverage: a quarter of the first and half of the other cells of its column.
  it("are those of exactextract 0.3.0 (its output for 3 × 3 cells of 1° at the equator, a square of 0.5 to 2.5)", () => {
    const squareMetres = cellAreas(grid([1, 0, 0, 0, -1, 3], 3, null, 3), "area_spherical_m2");
    const covered = (areas: Float64Array) => [areas[0] / 4, areas[0] / 2, areas[1] / 2, areas[1], areas[2] / 4];
    expect(covered(squareMetres).map(Math.fround)).toEqual([
      3095019264, 6190038528, 6193812480, 12387624960, 3097849856,
    ]);
    const squareKilometres = cellAreas(grid([1, 0, 0, 0, -1, 3], 3, null, 3), "area_spherical_km2");
    expect(covered(squareKilometres).map(Math.fround)).toEqual([
      3095.019287109375, 6190.03857421875, 6193.8125, 12387.625, 3097.849853515625,
    ]);
  });

  it("are R²·Δλ·|sin φ₁ − sin φ₂| for each row from 90 to −90", () => {
    const areas = cellAreas(grid([2, 0, -180, 0, -1, 90], 180), "area_spherical_m2");
    for (let row = 0; row < 180; row++) {
      expectWithin(areas[row], ((R * R * Math.PI) / 180) * 2 * (sine(90 - row) - sine(89 - row)), 2e-12);
    }
    const sum = areas.reduce((total, cell) => total + cell, 0);
    expectWithin(180 * sum, 4 * Math.PI * R * R, 1e-14);
  });

  it("know no ellipsoid, whatever the CRS", () => {
    const onBessel = area("area_spherical_m2", 50, 51, 1, "+proj=longlat +ellps=bessel");
    expect(onBessel).toBe(area("area_spherical_m2", 50, 51));
  });
});

describe("geodesic areas", () => {
  const moon = "+proj=longlat +R=1737400";

  // a²·(1 − e²)·∫ cos φ / (1 − e² sin² φ)² dφ by mpmath 1.4.1's quadrature with 50 digits. pyproj 3.7.2 (PROJ 9.5.1) has
  // 12308463893.975313, 8686494956.670475, 108866681.6323 and 2598019176761.908 for polygons with 100,000 points on
  // each parallel in the first four places: within 5e-11, as far as geodesics between points follow the parallels.
  it.each([
    ["at the equator", "EPSG:4326", 0, 1, 1, 12308463893.975351],
    ["at 45°", "EPSG:4326", 45, 46, 1, 8686494956.6704],
    ["at the pole", "EPSG:4326", 89, 90, 1, 108866681.63620767],
    ["in the south", "EPSG:4326", -60, -30, 10, 2598019176762.19],
    ["of Bessel's ellipsoid", "+proj=longlat +ellps=bessel", 50, 51, 1, 7890358215.575526],
    ["of a sphere, the Moon", moon, 45, 46, 1, 644481800.1716657],
    ["of GRS 80", "EPSG:4258", 45, 46, 1, 8686494956.674423],
    ["of the Earth", "EPSG:4326", -90, 90, 360, 510065621724088.5],
  ])("%s", (_, crs, south, north, width, expected) => {
    expectWithin(area("area_geodesic_m2", south, north, width, crs), expected, 5e-15);
  });

  // As above, from the doubles 1e-5, 1e-4 and 1/3600 that the transform holds.
  it.each([
    [1e-5, 60, 0, 0.6216806748680386],
    [1e-5, 90, 0, 1.0886966872408312e-7],
    [1e-5, 0, 0, 1.2309072079294807],
    [1e-4, 90, 1_799_990, 0.002068523705636075],
    [1 / 3600, 60, 12_345, 528.1515092309887],
  ])("of cells of %d degrees from %d down, row %d", (size, top, row, expected) => {
    const areas = cellAreas(grid([size, 0, 0, 0, -size, top], row + 1), "area_geodesic_m2");
    expectWithin(areas[row], expected, 1e-14);
  });

  it("sum up to the Earth, whatever the cells", () => {
    for (const rows of [1, 7, 180, 4320]) {
      const areas = cellAreas(grid([360, 0, -180, 0, -180 / rows, 90], rows), "area_geodesic_m2");
      const sum = areas.reduce((total, cell) => total + cell, 0);
      expectWithin(sum, 510065621724088.5, 1e-13);
    }
  });

  it("of an ellipsoid with its poles farther out, and of a nearly round one, are the integral", async () => {
    const ellipsoids = [
      [1000, 1100],
      [1000, 1000 - 1e-6],
      [60268000, 54364000],
    ];
    for (const [a, b] of ellipsoids) {
      const es = (a * a - b * b) / (a * a);
      const steps = 2000;
      const width = Math.PI / 180 / steps;
      let integral = 0;
      for (let i = 0; i < steps; i++) {
        const latitude = (30 * Math.PI) / 180 + (i + 0.5) * width;
        integral += (width * Math.cos(latitude)) / (1 - es * Math.sin(latitude) ** 2) ** 2;
      }
      const expected = ((a * a * (1 - es) * Math.PI) / 180) * integral;
      const crs = `+proj=longlat +a=${a} +b=${b}`;
      await prepareCrs(crs);
      expectWithin(area("area_geodesic_m2", 30, 31, 1, crs), expected, 1e-10);
    }
  });
});

describe.each(areaUnits.slice(1))("%s", (unit) => {
  it("does not change when the raster is turned south-up, or east and west change places", () => {
    const down = cellAreas(grid([0.5, 0, -180, 0, -0.5, 90], 360), unit);
    expect([...cellAreas(grid([0.5, 0, -180, 0, 0.5, -90], 360), unit)].reverse()).toEqual([...down]);
    expect([...cellAreas(grid([-0.5, 0, 180, 0, -0.5, 90], 360), unit)]).toEqual([...down]);
    expect([...down].reverse()).toEqual([...down]);
  });

  it("counts of a cell that crosses a pole what lies on this side", () => {
    const crossing = cellAreas(grid([2.5, 0, -1.25, 0, -2.5, 91.25], 73), unit);
    const [half] = cellAreas(grid([2.5, 0, -1.25, 0, -1.25, 90], 1), unit);
    expect(crossing[0]).toBe(half);
    expect(crossing[72]).toBe(half);
    expect(cellAreas(grid([1, 0, 0, 0, -400, 200], 1), unit)).toEqual(cellAreas(grid([1, 0, 0, 0, -180, 90], 1), unit));
  });

  it("refuses a row beyond a pole, a projected CRS, rotated cells and a raster without a transform", () => {
    const beyond = taggedError(() => cellAreas(grid([1, 0, 0, 0, -1, 91], 3), unit));
    expect(beyond).toMatchObject({ tag: "invalid-option", option: "coverageWeight", received: unit });
    expect(beyond.message).toBe(
      `coverageWeight "${unit}" needs a raster in degrees of longitude and latitude, and row 0 lies beyond a pole ` +
        `(transform [1, 0, 0, 0, -1, 91]): use "area_cartesian", or pass the right crs and transform.`,
    );
    expect(taggedError(() => cellAreas(grid([1, 0, 0, 0, -1, 0], 91), unit)).message).toContain("row 90 lies beyond");
    const projected = taggedError(() => cellAreas(grid([1, 0, 0, 0, -1, 0], 1, "EPSG:3857"), unit));
    expect(projected).toMatchObject({ tag: "invalid-option", option: "coverageWeight" });
    expect(projected.message).toContain("its CRS is projected (EPSG:3857)");
    expect(taggedError(() => cellAreas(grid([1, 0.1, 0, 0.1, -1, 0], 1), unit)).tag).toBe("unsupported");
    expect(taggedError(() => cellAreas(grid(null, 1), unit)).tag).toBe("missing-transform");
    expect(taggedError(() => cellAreas(grid([1, 0, 0, 0, Number.NaN, 0], 1), unit)).tag).toBe("invalid-option");
  });
});

it("without a CRS a sphere has degrees where they can be degrees, and an ellipsoid has nothing to go by", () => {
  const unknown = (x: number, y: number) => grid([1, 0, x, 0, -1, y], 1, null);
  expect(cellAreas(unknown(359, 50), "area_spherical_m2")[0]).toBe(area("area_spherical_m2", 49, 50));
  const message = taggedError(() => cellAreas(unknown(500000, 50), "area_spherical_m2")).message;
  expect(message).toContain("it has no CRS, and its x reaches 500001");
  expect(taggedError(() => cellAreas(unknown(0, 4000000), "area_spherical_km2")).tag).toBe("invalid-option");
  expect(taggedError(() => cellAreas(unknown(0, 50), "area_geodesic_m2")).tag).toBe("missing-crs");
});
