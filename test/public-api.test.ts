import { expect, it } from "vitest";
import * as rastrum from "../src/index.ts";

it("the public entry exports these values and no others", () => {
  expect(Object.keys(rastrum).sort()).toMatchInlineSnapshot(`
    [
      "RastrumError",
      "combinePartials",
      "createEngine",
      "defineStatistic",
      "finalizePartials",
      "isRastrumError",
      "liveZonalStats",
      "memoryRaster",
      "openCog",
      "openRaster",
      "openZarr",
      "projectPoints",
      "statistics",
      "tableToArrow",
      "tableToCsv",
      "zonalPartials",
      "zonalStats",
      "zonesToGeojson",
    ]
  `);
});

it("nothing has a default export, so that bundlers drop what is not used", () => {
  expect("default" in rastrum).toBe(false);
});
