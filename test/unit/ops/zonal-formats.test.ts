import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { memoryRaster, zonalStats } from "../../../src/index.ts";
import { zonePath } from "../../helpers/zone-files.ts";

const statistics = ["count", "sum", "min", "max", "mean"];

/** Cells of an eighth of a degree whose values are all different. */
function degrees() {
  const [width, height] = [80, 32];
  const data = Float32Array.from({ length: width * height }, (_, i) => Math.sin(i));
  return memoryRaster({ data, width, height, crs: "EPSG:4326", transform: [0.125, 0, 9.5, 0, -0.125, 53] });
}

function metres() {
  const data = Float32Array.from({ length: 50 * 30 }, (_, i) => Math.cos(i));
  return memoryRaster({ data, width: 50, height: 30, crs: "EPSG:32633", transform: [50, 0, 499800, 0, -50, 5601200] });
}

async function rowsOf(raster: ReturnType<typeof degrees>, zones: string | object, options = {}) {
  const table = await zonalStats(raster, zones, { statistics, rule: "fraction", backend: "cpu", ...options });
  const rows = table.toArray().map((row) => {
    const { id, ...rest } = row.toJSON();
    return rest;
  });
  return { rows, warnings: JSON.parse(table.schema.metadata.get("rastrum.warnings") ?? "[]") as string[] };
}

const endings = [
  "fgb",
  "gpkg",
  "shp.zip",
  "parquet",
  "wkb.arrow",
  "wkb.arrows",
  "interleaved.arrow",
  "separated.arrow",
];
const file = (name: string, ending: string) => zonePath(`${name}${/^\w+\.arrows?$/.test(ending) ? "-" : "."}${ending}`);

describe("zonalStats of zones in any format", () => {
  it.each([...endings, "geoarrow.parquet"])("polygons in %s have the table that GeoJSON has", async (ending) => {
    const path = ending === "geoarrow.parquet" ? zonePath("polygons-geoarrow.parquet") : file("polygons", ending);
    for (const rule of ["center", "touched", "fraction"]) {
      const options = { include: ["name", "code"], rule };
      const expected = await rowsOf(degrees(), zonePath("polygons.geojson"), options);
      expect(expected.rows).toHaveLength(6);
      expect(expected.rows[1].count).toBeGreaterThan(0);
      expect((await rowsOf(degrees(), path, options)).rows).toEqual(expected.rows);
    }
  });

  it.each(endings)("polygons with Z in another CRS in %s, too", async (ending) => {
    const expected = await rowsOf(metres(), zonePath("tall.geojson"));
    expect(expected.rows[0].count).toBeGreaterThan(0);
    expect((await rowsOf(metres(), file("tall", ending))).rows).toEqual(expected.rows);
    const far = await rowsOf(degrees(), zonePath("tall.geojson"));
    expect((await rowsOf(degrees(), file("tall", ending))).rows).toEqual(far.rows);
  });

  it("takes a table of apache-arrow, bytes, and a file that was dropped", async () => {
    const expected = await rowsOf(degrees(), zonePath("polygons.geojson"));
    const arrow = tableFromIPC(readFileSync(zonePath("polygons-separated.arrow")));
    expect((await rowsOf(degrees(), arrow)).rows).toEqual(expected.rows);
    for (const ending of endings) {
      const bytes = readFileSync(file("polygons", ending));
      expect((await rowsOf(degrees(), bytes)).rows).toEqual(expected.rows);
      expect((await rowsOf(degrees(), new File([bytes], `zones.${ending}`))).rows).toEqual(expected.rows);
    }
  });

  it.each(["indexed.fgb", "covered.parquet"])(
    "leaves the zones of %s beside the raster out, and says so",
    async (name) => {
      // The raster begins at 49° north, boxes end at 44.75°.
      const none = await rowsOf(degrees(), zonePath(name), { include: ["name"] });
      expect(none.rows).toEqual([]);
      expect(none.warnings[0]).toBe(
        '400 of 400 zones lie beside the raster, were not read and have no rows (zonesBeside: "keep" gives them rows).',
      );
      const data = new Uint8Array(16 * 16).fill(1);
      const raster = memoryRaster({
        data,
        width: 16,
        height: 16,
        crs: "OGC:CRS84",
        transform: [0.25, 0, 3, 0, -0.25, 40],
      });
      const some = await rowsOf(raster, zonePath(name), { include: ["name"] });
      const all = await rowsOf(raster, zonePath(name), { include: ["name"], zonesBeside: "keep" });
      expect(all.rows).toHaveLength(400);
      // The raster covers 3° to 7° and 36° to 40°: boxes at 3 to 6 (and 2.75 and 7, which touch its margin), of one cell each.
      const kept = new Set(some.rows.map(({ zone }) => zone));
      expect(some.rows).toEqual(all.rows.filter(({ zone }) => kept.has(zone)));
      expect(all.rows.filter(({ zone, count }) => count > 0 && !kept.has(zone))).toEqual([]);
      expect(some.rows.filter(({ count }) => count === 1)).toHaveLength(4 * 8);
      expect(some.rows.length).toBeLessThan(60);
    },
  );

  it("refuses what zonesBeside cannot be", async () => {
    await expect(rowsOf(degrees(), zonePath("indexed.fgb"), { zonesBeside: "drop" })).rejects.toMatchObject({
      tag: "invalid-option",
      option: "zonesBeside",
    });
  });
});
