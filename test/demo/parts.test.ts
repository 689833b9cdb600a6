import type { Dimension } from "rastrum";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../demo/catalog.ts";
import { formatCode, fractionsByClass } from "../../demo/classes.ts";
import { stepLabel } from "../../demo/dimensions.ts";
import {
  columnFormat,
  formatDuration,
  formatNumber,
  sentence,
  statisticTitle,
  statisticUnit,
} from "../../demo/format.ts";
import { geometryBounds, labelPoint } from "../../demo/geometry.ts";
import { zoneSource } from "../../demo/zones.ts";
import { zonesToGeojson } from "../../src/index.ts";

describe("numbers for people", () => {
  it("keep all digits of whole numbers and five of others", () => {
    expect([1479757, 233.934426, 0.000123456, Number.NaN].map(formatNumber)).toEqual([
      "1,479,757",
      "233.93",
      "0.00012346",
      "–",
    ]);
  });

  it("line up in a column, with no more decimals than one of them needs", () => {
    expect([1.38, 3.7, 12.5].map(columnFormat([1.38, 3.7, 12.5]))).toEqual(["1.38", "3.70", "12.50"]);
    expect([1061, 0].map(columnFormat([1061, 0, Number.NaN]))).toEqual(["1,061", "0"]);
    expect([102345.678, 2.5].map(columnFormat([102345.678, 2.5]))).toEqual(["102,346", "3"]);
  });

  it("carry the unit of their statistic", () => {
    expect(statisticUnit("mean", "m")).toBe("m");
    expect(statisticUnit("variance", "m")).toBe("m²");
    expect(statisticUnit("variance", "people/km²")).toBe("(people/km²)²");
    expect(statisticUnit("count", "m")).toBe("cells");
    expect(statisticUnit("coefficient_of_variation", "m")).toBe("");
  });

  it("are named and described in sentences", () => {
    expect(statisticTitle("coefficient_of_variation")).toBe("Coefficient of variation");
    expect(["quantile(0.9)", "lev (hPa)"].map(statisticTitle)).toEqual(["Quantile 0.9", "Lev (hPa)"]);
    expect([sentence("least value"), sentence("")]).toEqual(["Least value.", ""]);
  });

  it("say how long a job took", () => {
    expect([0.2, 84.4, 1840].map(formatDuration)).toEqual(["1 ms", "84 ms", "1.8 s"]);
  });
});

describe("labels of steps", () => {
  const time = (...iso: string[]): Dimension => ({
    name: "time",
    size: iso.length,
    labels: { type: "time", values: iso.map((date) => Date.parse(date)) },
  });

  it("are days where all are midnights, else with the hour", () => {
    expect(stepLabel(time("2013-01-01T00:00Z", "2013-01-02T00:00Z"), 1)).toBe("Jan 2, 2013");
    expect(stepLabel(time("2013-01-01T00:00Z", "2013-01-01T06:00Z"), 1)).toMatch(/^Jan 1, 2013, 6:00\sAM$/);
  });

  it("are the index where there are none", () => {
    expect(stepLabel({ name: "band", size: 3, labels: null }, 2)).toBe("band 2");
  });
});

describe("codes of classes", () => {
  const layer = {
    classes: [
      { name: "Built", color: "#cc6677", codes: [1, 11] },
      { name: "Farmed", color: "#ddcc77", codes: [12, 22] },
    ],
    otherClass: "Sea",
  } as unknown as Layer;

  it("have the names of their classes", () => {
    expect([1, 22, 44, Number.NaN].map((code) => formatCode(layer, code))).toEqual([
      "Built (1)",
      "Farmed (22)",
      "44",
      "–",
    ]);
  });

  it("are put together by class, the greatest first, none left out", () => {
    expect(fractionsByClass(layer, [2, 11, 12, 43, 44], [0.25, 0.125, 0.5, 0.0625, 0.0625])).toEqual([
      { name: "Farmed", color: "#ddcc77", fraction: 0.5 },
      { name: "Built", color: "#cc6677", fraction: 0.25 + 0.125 },
      { name: "Sea", color: null, fraction: 0.0625 + 0.0625 },
    ]);
  });
});

describe("a file of zones", () => {
  const square = { type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }; // biome-ignore format: a ring

  const read = async (zones: object) => zoneSource(await zonesToGeojson(zones), "key", "a.json").zones;

  it("takes the zones' names from the property that looks like one", async () => {
    const names = async (properties: object) =>
      (await read({ type: "Feature", properties, geometry: square })).map(({ name }) => name);
    expect(await names({ code: "x", NAME: "Lagoa" })).toEqual(["Lagoa"]);
    expect(await names({ code: 7, admin_name: "Nordeste" })).toEqual(["Nordeste"]);
    expect(await names({})).toEqual(["Zone 1"]);
  });

  it("is refused in words where it has no zones", () => {
    expect(() => zoneSource({ type: "FeatureCollection", features: [] }, "key", "a.fgb")).toThrow(
      "a.fgb holds no features",
    );
  });

  it("is fitted and labelled by its polygons, lines and points", async () => {
    const [{ feature }] = await read(square);
    expect(geometryBounds([feature])).toEqual([0, 0, 2, 2]);
    expect(labelPoint(feature)).toEqual([1, 1]);
    const [line] = await read({ type: "LineString", coordinates: [[1, 2], [5, 3]] }); // biome-ignore format: a line
    expect(geometryBounds([line.feature])).toEqual([1, 2, 5, 3]);
    expect(labelPoint(line.feature)).toEqual([1, 2]);
    expect(labelPoint({ ...line.feature, geometry: null as never })).toBeNull();
  });
});
