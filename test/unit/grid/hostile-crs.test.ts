import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { prepareCrs, resolveCrs } from "../../../src/grid/crs.ts";

async function refusal(text: string): Promise<string> {
  await prepareCrs(text);
  try {
    resolveCrs(text, "raster");
  } catch (error) {
    return isRastrumError(error, "unknown-crs") ? error.message : `untagged: ${error}`;
  }
  return "taken";
}

const deep = 100_000;

describe("texts that can be no CRS are refused, tagged and at once", () => {
  it.each([
    ["a grid of shifts", "+proj=utm +zone=33 +ellps=intl +nadgrids=/etc/passwd", "grid-shift"],
    ["one that is optional", "+proj=longlat +ellps=clrk66 +nadgrids=@conus,null", "grid-shift"],
    ["a pipeline", "+proj=pipeline +step +proj=utm +zone=33", "+proj=pipeline"],
    ["another's definition", "+init=/etc/passwd:1", "+init"],
    ["a parameter that there is not", "+proj=merc +wat=1", "+wat"],
    ["a prototype", "+proj=merc +__proto__=1", "+__proto__"],
    ["a projection by that name", "+proj=constructor", "+proj=constructor"],
    ["a latitude of 91", "+proj=tmerc +lat_0=91 +ellps=GRS80", "+lat_0=91"],
    ["a longitude of 1e9", "+proj=merc +lon_0=1e9", "+lon_0=1e9"],
    ["UTM of a sphere", "+proj=utm +zone=29 +a=6367470 +b=6367470", "cannot be computed"],
    ["zone 61", "+proj=utm +zone=61", "+zone=61"],
    ["a scale of 0", "+proj=tmerc +k=0", "+k=0"],
    ["NaN", "+proj=merc +lon_0=nan", "+lon_0=nan"],
    ["Infinity", "+proj=merc +x_0=Infinity", "+x_0=Infinity"],
    ["no radius", "+proj=merc +R=0", "+R=0"],
    ["an ellipsoid that there is not", "+proj=merc +ellps=egg", "ellipsoid egg"],
    ["a datum that there is not", "+proj=merc +datum=egg", "datum egg"],
    ["units that there are not", "+proj=merc +units=parsec", "+units=parsec"],
    ["a satellite without height", "+proj=geos +lon_0=0", "without +h"],
    ["a string of a million characters", `+proj=merc ${"+no_defs ".repeat(deep)}`, "characters"],
    ["WKT of 10^5 levels", `PROJCS["x",${"GEOGCS[".repeat(deep)}`, "characters"],
    ["WKT of 10^4 levels", `${"A[".repeat(10_000)}${"]".repeat(10_000)}`, "WKT that cannot be read"],
    ["quotes that do not end", `GEOGCS["${"a".repeat(50_000)}`, "WKT that cannot be read"],
    ["PROJJSON of 10^4 levels", `${'{"source_crs":'.repeat(5000)}1${"}".repeat(5000)}`, "no map's"],
    [
      "bounds in bounds",
      `${'{"type":"BoundCRS","transformation":{"parameters":[]},"source_crs":'.repeat(1200)}{}${"}".repeat(1200)}`,
      "no map's",
    ],
    ["PROJJSON with a prototype", '{"__proto__":{"type":"GeographicCRS"}}', "no map's"],
    [
      "an ellipsoid of NaN",
      'GEOGCS["x",DATUM["x",SPHEROID["x",1e999,298]],UNIT["degree",0.0174532925199433]]',
      "ellipsoid",
    ],
    ["a projection of the ellipsoid for spheres", "+proj=ortho +lat_0=40 +ellps=WGS84", "spheres only"],
  ])("%s", async (_, text, why) => {
    const started = performance.now();
    const message = await refusal(text);
    expect(message).toContain(why);
    expect(message.length).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
