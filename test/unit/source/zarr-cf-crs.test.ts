import { describe, expect, it } from "vitest";
import { createTransformer, prepareCrs, resolveCrs } from "../../../src/grid/crs.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { cfCrs } from "../../../src/source/zarr-cf-crs.ts";
import { arrayV3, coordinate, group, writeZarr } from "../../helpers/zarr-fixture.ts";

const wgs84 = { semi_major_axis: 6378137, inverse_flattening: 298.257223563 };
const grs80 = { semi_major_axis: 6378137, inverse_flattening: 298.257222101 };

describe("grid mappings in CF's words", () => {
  // Mappings and places as pyproj 3.8 has them: CRS.to_cf() and Transformer.transform().
  it.each([
    [
      "polar_stereographic",
      { ...wgs84, standard_parallel: 70, straight_vertical_longitude_from_pole: -45 },
      [-40, 75],
      [142401.981, -1627662.093],
    ],
    [
      "polar_stereographic",
      { ...wgs84, standard_parallel: -71, straight_vertical_longitude_from_pole: 0 },
      [30, -80],
      [544589.728, 943257.078],
    ],
    [
      "lambert_azimuthal_equal_area",
      {
        ...grs80,
        latitude_of_projection_origin: 52,
        longitude_of_projection_origin: 10,
        false_easting: 4321000,
        false_northing: 3210000,
      },
      [10, 50],
      [4321000, 2987510.567],
    ],
    [
      "albers_conical_equal_area",
      {
        ...grs80,
        standard_parallel: [29.5, 45.5],
        latitude_of_projection_origin: 23,
        longitude_of_central_meridian: -96,
      },
      [-100, 40],
      [-338390.588, 1894100.14],
    ],
    [
      "lambert_conformal_conic",
      {
        ...grs80,
        standard_parallel: [35, 65],
        latitude_of_projection_origin: 52,
        longitude_of_central_meridian: 10,
        false_easting: 4000000,
        false_northing: 2800000,
      },
      [10, 50],
      [4000000, 2585140.621],
    ],
    [
      "lambert_conformal_conic",
      {
        earth_radius: 6371229,
        standard_parallel: 38.5,
        latitude_of_projection_origin: 38.5,
        longitude_of_central_meridian: 262.5,
      },
      [-95, 40],
      [213005.614, 169710.584],
    ],
    [
      "transverse_mercator",
      {
        ...wgs84,
        latitude_of_projection_origin: 0,
        longitude_of_central_meridian: 15,
        false_easting: 500000,
        scale_factor_at_central_meridian: 0.9996,
      },
      [16, 48],
      [574595.112, 5316784.009],
    ],
    [
      "mercator",
      { ...wgs84, standard_parallel: 0, longitude_of_projection_origin: 0 },
      [20, 30],
      [2226389.816, 3482189.085],
    ],
    [
      "lambert_cylindrical_equal_area",
      { ...wgs84, standard_parallel: 30, longitude_of_central_meridian: 0 },
      [20, 30],
      [1929725.605, 3658789.325],
    ],
    [
      "geostationary",
      {
        ...grs80,
        sweep_angle_axis: "x",
        perspective_point_height: 35786023,
        latitude_of_projection_origin: 0,
        longitude_of_projection_origin: -75,
      },
      [-80, 30],
      [-468595.773, 3087367.476],
    ],
    [
      "sinusoidal",
      { earth_radius: 6371007.181, longitude_of_projection_origin: 0 },
      [-95, 40],
      [-8092133.409, 4447802.079],
    ],
  ])("%s", async (name, attributes, [longitude, latitude], [x, y]) => {
    const text = cfCrs({ grid_mapping_name: name, ...attributes }) ?? "";
    const figure = /\+(R=\S+|a=\S+ \+rf=\S+)/.exec(text)?.[0];
    const geographic = `+proj=longlat ${figure} +no_defs`;
    await prepareCrs(geographic, text);
    const project = createTransformer(resolveCrs(geographic, "zones"), resolveCrs(text, "raster"));
    const [east, north] = project?.([longitude, latitude]) ?? [Number.NaN, Number.NaN];
    // Of the ellipsoid of GOES the flattening is rounded: a few millimetres.
    expect(Math.hypot(east - x, north - y)).toBeLessThan(0.02);
  });

  it("that are not known, or lack what they need, say nothing", () => {
    expect(cfCrs({ grid_mapping_name: "vertical_perspective" })).toBeNull();
    expect(cfCrs({ grid_mapping_name: "constructor" })).toBeNull();
    expect(cfCrs({ grid_mapping_name: "rotated_latitude_longitude" })).toBeNull();
  });

  it("of a satellite's camera go with angles, which are metres on its plane", async () => {
    const height = 35786023;
    const mapping = {
      grid_mapping_name: "geostationary",
      perspective_point_height: height,
      longitude_of_projection_origin: -75,
    };
    const files = {
      "zarr.json": group(),
      "v/zarr.json": arrayV3([2, 2], "int16", ["y", "x"], { attributes: { grid_mapping: "goes" } }),
      "goes/zarr.json": arrayV3([], "int32", [], { attributes: mapping }),
      ...coordinate("y", [0.1, 0.09], { units: "rad", standard_name: "projection_y_coordinate" }),
      ...coordinate("x", [-0.1, -0.08], { units: "rad", standard_name: "projection_x_coordinate" }),
    };
    const { crs, transform } = (await openZarr(await writeZarr(files), { path: "v" })).grid;
    expect(crs).toContain("+proj=geos");
    expect(transform?.[0]).toBeCloseTo(0.02 * height, 3);
    expect(transform?.[2]).toBeCloseTo(-0.11 * height, 3);
    expect(transform?.[5]).toBeCloseTo(0.105 * height, 3);
  });
});
