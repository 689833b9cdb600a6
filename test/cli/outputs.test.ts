import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { serveFolder } from "../helpers/static-server.ts";
import { rastrum } from "./rastrum.ts";
import { writeFixture, zones } from "./tiny-zarr.ts";

vi.setConfig({ testTimeout: 30_000 }); // each test starts processes

let folder: string;
beforeAll(async () => {
  folder = await writeFixture();
});

const outside = "rastrum: warning: 1 of 3 zones lie wholly outside the raster (rows 2).\n";

/** `rastrum zonal` on the layer `air`, whose value is (100·day + 10·row + column) × 0.5 + 10. */
const onAir = ["zonal", "tiny.zarr", "zones.geojson", "--path", "air"];

/** Runs with --out and gives the file. */
async function fileOf(words: readonly string[], name: string): Promise<Buffer> {
  expect(await rastrum([...words, "--out", name], folder)).toEqual({ code: 0, stdout: "", stderr: outside });
  return readFileSync(join(folder, name));
}

// The first zone has the cells 0, 1, 10, 11 of day 0: sum 22 × 0.5 + 4 × 10 = 51, mean 51 / 4, max 11 × 0.5 + 10.
// The second one has the cell 33: 33 × 0.5 + 10. Each further day adds 100 × 0.5 to a cell.
const airCsv = `zone,id,name,time,count,sum,mean,min,max
0,7,"North, ""west""",2013-01-01T00:00:00Z,4,51,12.75,10,15.5
0,7,"North, ""west""",2013-01-02T00:00:00Z,4,251,62.75,60,65.5
1,b,Süd,2013-01-01T00:00:00Z,1,26.5,26.5,26.5,26.5
1,b,Süd,2013-01-02T00:00:00Z,1,76.5,76.5,76.5,76.5
2,,,2013-01-01T00:00:00Z,0,0,,,
2,,,2013-01-02T00:00:00Z,0,0,,,
`;
const days = ["--select", "time=:2"];
const withNames = ["--include", "name", "--stats", "count,sum,mean,min,max"];

describe("files", () => {
  it("CSV, byte for byte", async () => {
    expect(String(await fileOf([...onAir, ...withNames, ...days], "air.csv"))).toBe(airCsv);
  });

  it("JSON, byte for byte", async () => {
    const text = String(await fileOf([...onAir, "--stats", "count,mean", "--select", "time=0"], "air.json"));
    expect(text).toBe(
      '[\n{"zone":0,"id":"7","count":4,"mean":12.75},\n{"zone":1,"id":"b","count":1,"mean":26.5},\n' +
        '{"zone":2,"id":null,"count":0,"mean":null}\n]\n',
    );
  });

  it("GeoJSON: the zones as they came, the columns as properties", async () => {
    const words = [...onAir, "--stats", "max", "--include", "name", "--select", "time=1:3"];
    const { type, features } = JSON.parse(String(await fileOf(words, "air.geojson")));
    expect(type).toBe("FeatureCollection");
    const maxima = [65.5, 115.5, 76.5, 126.5, null, null];
    expect(features).toEqual(
      maxima.map((max, row) => {
        const zone = Math.floor(row / 2);
        const { id, geometry, properties } = zones.features[zone];
        const time = `2013-01-0${2 + (row % 2)}T00:00:00Z`;
        return {
          type: "Feature",
          ...(id === undefined ? {} : { id }),
          geometry,
          properties: { zone, ...properties, time, max },
        };
      }),
    );
  });

  it("Arrow: an IPC file with types, without what differs from run to run", async () => {
    const bytes = await fileOf([...onAir, "--stats", "count,mean", ...days], "air.arrow");
    expect(bytes.subarray(0, 6).toString()).toBe("ARROW1");
    const table = tableFromIPC(bytes);
    expect(table.schema.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "zone: Int32",
      "id: Utf8",
      "time: Timestamp<MILLISECOND, UTC>",
      "count: Float64",
      "mean: Float64",
    ]);
    expect([...(table.getChild("mean") ?? [])]).toEqual([12.75, 62.75, 26.5, 76.5, null, null]);
    expect([...(table.getChild("time") ?? [])].slice(0, 2)).toEqual([Date.UTC(2013, 0, 1), Date.UTC(2013, 0, 2)]);
    expect([...table.schema.metadata]).toEqual([["rastrum.warnings", JSON.stringify([outside.slice(18, -1)])]]);
    expect(await fileOf([...onAir, "--stats", "count,mean", ...days], "again.arrow")).toEqual(bytes);
  });
});

describe("the standard output", () => {
  it("has CSV where it is no terminal", async () => {
    const ran = await rastrum([...onAir, ...withNames, ...days], folder);
    expect(ran).toEqual({ code: 0, stdout: airCsv, stderr: outside });
  });

  it("has what --format says, also the table for people", async () => {
    const { stdout } = await rastrum([...onAir, "--select", "time=2", "--format", "table"], folder);
    expect(stdout.split("\n")).toEqual([
      "zone  id  count      mean",
      "   0  7       4  112.7500",
      "   1  b       1  126.5000",
      "   2          0",
      "",
    ]);
    const json = await rastrum([...onAir, "--select", "time=2", "--out", "-", "--format", "json"], folder);
    expect(JSON.parse(json.stdout)[0]).toEqual({ zone: 0, id: "7", count: 4, mean: 112.75 });
  });

  it("is all there is with --quiet; --verbose tells the backend and the time", async () => {
    expect((await rastrum([...onAir, "--quiet"], folder)).stderr).toBe("");
    const { stderr } = await rastrum([...onAir, "--verbose", "--backend", "cpu"], folder);
    expect(stderr).toMatch(/^rastrum: 9 rows in \d+\.\d\d s on cpu/m);
  });
});

describe("select", () => {
  it.each([
    ["time=1", ["62.75", "76.5", ""]],
    ["time=2013-01-02", ["62.75", "76.5", ""]],
    ["time=2013-01-02..2013-01-03", ["62.75", "112.75", "76.5", "126.5", "", ""]],
    ["time=2:", ["112.75", "126.5", ""]],
  ])("%s", async (select, means) => {
    const { stdout } = await rastrum([...onAir, "--stats", "mean", "--select", select], folder);
    const rows = stdout.trimEnd().split("\n").slice(1);
    expect(rows.map((row) => row.slice(row.lastIndexOf(",") + 1))).toEqual(means);
  });
});

describe("coordinates", () => {
  it("zones in cells need no CRS; GeoJSON keeps the name of a CRS", async () => {
    const words = ["zonal", "tiny.zarr", "zones.geojson", "--path", "height", "--stats", "count"];
    const moved = [...words, "--zones-crs", "raster", "--crs", "EPSG:3763", "--transform", "-1,0,4,0,-1,4", "--quiet"];
    const { stdout } = await rastrum([...moved, "--format", "geojson"], folder);
    const { crs, features } = JSON.parse(stdout);
    expect(crs).toEqual({ type: "name", properties: { name: "EPSG:3763" } });
    expect(features.map((feature: { properties: object }) => feature.properties)).toEqual([
      { zone: 0, count: 4 },
      { zone: 1, count: 1 },
      { zone: 2, count: 0 },
    ]);
  });

  it("an address on a server gives what the folder gives", async () => {
    const server = await serveFolder(folder);
    try {
      const remote = ["zonal", `${server.url}/tiny.zarr`, `${server.url}/zones.geojson`, "--path", "air"];
      expect(await rastrum([...remote, ...withNames, ...days], folder)).toEqual({
        code: 0,
        stdout: airCsv,
        stderr: outside,
      });
      // chunks of two days × the two that hold the zones' cells
      const chunks = server.requests.filter((request) => request.includes("/air/c/"));
      expect(new Set(chunks).size).toBe(2 * 2);
      expect(chunks).toHaveLength(2 * 2);
    } finally {
      await server.close();
    }
  });
});

describe("the other commands", () => {
  it("info tells what a raster is", async () => {
    const { code, stdout, stderr } = await rastrum(["info", "tiny.zarr", "--path", "air"], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      "address     tiny.zarr/air",
      "driver      Zarr v3",
      "dtype       int16",
      "shape       time 3 × y 4 × x 4",
      "chunks      time 1 × y 2 × x 2 (12 in all)",
      "codecs      none",
      "crs         WGS 84 (EPSG:4326)",
      "transform   1, 0, 0, 0, -1, 4",
      "bounds      0, 0, 4, 4",
      "resolution  1 × 1",
      "nodata      -999",
      "scale       0.5",
      "offset      10",
      "unit        degC",
      "overviews   —",
      "time        2013-01-01T00:00:00Z … 2013-01-03T00:00:00Z",
      "",
    ]);
  });

  it("info tells the arrays of a group", async () => {
    const { code, stdout } = await rastrum(["info", "tiny.zarr"], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^tiny\.zarr has 2 arrays.*\n\npath .*\nair .*int16.*\nheight .*float32/);
  });

  it("info --json tells the same to programs", async () => {
    const { stdout } = await rastrum(["info", "tiny.zarr", "--path", "height", "--json"], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      address: "tiny.zarr/height",
      dtype: "float32",
      chunks: 1,
      grid: { width: 4, height: 4, transform: [1, 0, 0, 0, -1, 4], bounds: [0, 0, 4, 4], resolution: [1, 1] },
      nodata: null,
    });
  });

  it("stats, --version and --help", async () => {
    expect((await rastrum(["stats"], folder)).stdout).toMatch(
      /^count +number of valid cells.*\n(.+\n)*stdev +standard deviation/,
    );
    expect((await rastrum(["--version"], folder)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await rastrum(["zonal", "--help"], folder);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toMatch(/^Usage: rastrum zonal RASTER ZONES/);
  });
});
