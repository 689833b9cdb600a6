import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import type { Page } from "playwright";
import { afterEach, describe, expect, it } from "vitest";
import { readTable, soon, useDemo } from "../helpers/demo-site.ts";
import { ASCII, DOUBLE, grey, LONG, SHORT, type Tag, type TiffImageInput, tiff } from "../helpers/tiff.ts";
import { arrayV3, bytesOf, encodeFiles } from "../helpers/zarr-fixture.ts";
import { zipOf } from "../helpers/zip.ts";
import { zonePath } from "../helpers/zone-files.ts";

const demo = useDemo();
afterEach(() => expect(demo.errors).toEqual([]));

/** Lets a file fall on the page as a person would. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, Buffer.from(bytes).toString("base64")],
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("#map", type, { dataTransfer: transfer });
  }
}

const layerName = (page: Page) => page.getByLabel("Layer", { exact: true }).locator("option:checked").textContent();

/** How many names of the chart's bars lie on a bar. */
function namesOnBars(page: Page) {
  return page.locator("#chart").evaluate((chart) => {
    const boxes = (selector: string) =>
      [...chart.querySelectorAll(selector)].map((part) => part.getBoundingClientRect());
    const [names, bars] = [boxes("[aria-label=text]:nth-of-type(3) text"), boxes("[aria-label=bar] rect")];
    const overlaps = names.filter((name) => bars.some((bar) => name.top < bar.bottom - 1 && name.bottom > bar.top + 1));
    return { names: names.length, bars: bars.length, overlaps: overlaps.length };
  });
}

/** Cells of 1/`perDegree` degree over 10–20° E, 45–55° N: a ramp along the columns, `step` a column. */
function ramp(perDegree: number, reduced: boolean, metadata = "", bands = 1): TiffImageInput {
  const side = 10 * perDegree;
  const cells = new Uint8Array(side * side * bands);
  for (let cell = 0; cell < side * side; cell++) {
    for (let band = 0; band < bands; band++)
      cells[cell * bands + band] = Math.floor((cell % side) / perDegree) + 100 * band;
  }
  const place: Tag[] = [
    [33550, DOUBLE, [1 / perDegree, 1 / perDegree, 0]],
    [33922, DOUBLE, [0, 0, 0, 10, 55, 0]],
    [34735, SHORT, [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326]],
  ];
  const more: Tag[] = [
    [259, SHORT, [8]],
    [258, SHORT, new Array(bands).fill(8)],
    [277, SHORT, [bands]],
    ...(bands > 1 ? ([[338, SHORT, new Array(bands - 1).fill(0)]] as Tag[]) : []),
    ...(reduced ? ([[254, LONG, [1]]] as Tag[]) : place),
    ...(metadata ? ([[42112, ASCII, metadata]] as Tag[]) : []),
  ];
  return { tags: grey(side, side, side, more), pieces: [deflateSync(cells)] };
}

/** Two zones of 10 × 10 cells of a tenth of a degree, in the columns of value 1 and 4. */
const zones = {
  type: "FeatureCollection",
  features: [11, 14].map((west) => ({
    type: "Feature",
    properties: { name: `From ${west}°` },
    geometry: {
      type: "Polygon",
      coordinates: [[[west, 50], [west + 1, 50], [west + 1, 51], [west, 51], [west, 50]]],
    },
  })),
}; // biome-ignore format: a ring a line

const pick = ({ Zone, Count, Mean, Max }: Record<string, string>) => ({ Zone, Count, Mean, Max });

describe("a raster that a person brings", () => {
  it("a dropped COG: numbers are of its own cells, the picture of its overview", async () => {
    const { page } = demo;
    // 2,000 × 2,000 cells, and 1,000 × 1,000 of them four by four
    await drop(page, "ramp.tif", tiff([ramp(200, false), ramp(100, true)]));
    await page.locator("#status").filter({ hasText: "No zones yet" }).waitFor();
    expect(await layerName(page)).toBe("ramp.tif");
    await drop(page, "zones.geojson", new TextEncoder().encode(JSON.stringify(zones)));
    const numbers = async () => (await readTable(page)).map(pick);
    await soon(numbers).toEqual([
      { Zone: "From 11°", Count: (200 * 200).toLocaleString("en"), Mean: "1", Max: "1" },
      { Zone: "From 14°", Count: (200 * 200).toLocaleString("en"), Mean: "4", Max: "4" },
    ]);
    await soon(() => page.locator("#status").textContent()).toContain(
      "Numbers are of the raster's own cells; its picture is an overview, 2 times as coarse.",
    );
    await page.getByRole("button", { name: "From 14°" }).click();
    expect(await namesOnBars(page)).toEqual({ names: 2, bars: 2, overlaps: 0 });
    await shot(page, "cog");
  });

  it("of several bands one is picked, by its name", async () => {
    const { page } = demo;
    const name = (sample: number, text: string) =>
      `<Item name="DESCRIPTION" sample="${sample}" role="description">${text}</Item>`;
    const metadata = `<GDALMetadata>${name(0, "B04")}${name(1, "B08")}</GDALMetadata>`;
    await drop(page, "zones.geojson", new TextEncoder().encode(JSON.stringify(zones)));
    await soon(async () => (await readTable(page)).length).toBe(2);
    await page.locator("#open-other summary").click();
    const file = {
      name: "bands.tif",
      mimeType: "image/tiff",
      buffer: Buffer.from(tiff([ramp(10, false, metadata, 2)])),
    };
    await page.locator("#raster-file").setInputFiles(file);
    const means = async () => (await readTable(page)).map(({ Mean }) => Mean);
    await soon(means).toEqual(["1", "4"]);
    await page.getByLabel("Band").selectOption({ label: "B08" });
    await soon(means).toEqual(["101", "104"]);
    expect(await page.locator("#steps").isVisible()).toBe(false);
    await shot(page, "bands");
  });

  const side = 100;
  const cells = Float32Array.from({ length: side * side }, (_, cell) => Math.floor((cell % side) / 10));
  const attributes = { "proj:code": "EPSG:4326", "spatial:transform": [0.1, 0, 10, 0, -0.1, 55] };
  const files = encodeFiles({
    "zarr.json": { zarr_format: 3, node_type: "group", attributes: {} },
    "warm/zarr.json": arrayV3([side, side], "float32", ["y", "x"], { attributes }),
    "warm/c/0/0": bytesOf(cells),
    "cold/zarr.json": arrayV3([side, side], "float32", ["y", "x"], { attributes }),
  });

  it("a Zarr in a ZIP archive, of whose arrays one is chosen", async () => {
    const { page } = demo;
    await drop(page, "zones.geojson", new TextEncoder().encode(JSON.stringify(zones)));
    await soon(async () => (await readTable(page)).length).toBe(2);
    await drop(page, "cube.zarr.zip", zipOf(Object.fromEntries(files), 0));
    await page.getByRole("alert").getByRole("button", { name: "warm" }).click();
    await soon(async () => (await readTable(page)).map(({ Mean }) => Mean)).toEqual(["1", "4"]);
    expect(await layerName(page)).toContain("cube.zarr.zip");
  });

  it("kerchunk's references, by their address", async () => {
    const { page } = demo;
    const text = (key: string) => new TextDecoder().decode(files.get(key));
    const refs = {
      "zarr.json": text("zarr.json"),
      "warm/zarr.json": text("warm/zarr.json"),
      "warm/c/0/0": ["cells.bin", 16, 4 * side * side],
    };
    const bytes = Buffer.concat([Buffer.alloc(16), Buffer.from(cells.buffer)]);
    await page.route("**/refs/*", async (route) => {
      if (route.request().url().endsWith(".json")) return route.fulfill({ json: { version: 1, refs } });
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range ?? "") ?? [];
      const headers = { "content-range": `bytes ${from}-${to}/${bytes.length}` };
      return route.fulfill({ status: 206, headers, body: bytes.subarray(Number(from), Number(to) + 1) });
    });
    await drop(page, "zones.geojson", new TextEncoder().encode(JSON.stringify(zones)));
    await soon(async () => (await readTable(page)).length).toBe(2);
    await page.locator("#open-other summary").click();
    await page.getByLabel("Address").fill(`${demo.url}refs/cube.json`);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    const numbers = async () => (await readTable(page)).map(({ Count, Mean }) => [Count, Mean]);
    await soon(numbers).toEqual([
      ["100", "1"],
      ["100", "4"],
    ]);
    await shot(page, "kerchunk");
  });
});

describe("zones that a person brings", () => {
  it("a dropped GeoParquet", async () => {
    const { page } = demo;
    await drop(page, "ramp.tif", tiff([ramp(10, false)]));
    await page.locator("#status").filter({ hasText: "No zones yet" }).waitFor();
    await drop(page, "polygons.parquet", await readFile(zonePath("polygons.parquet")));
    await soon(async () => (await readTable(page)).length).toBe(6);
    const [first] = await readTable(page);
    expect(first).toMatchObject({ Zone: "Zürich", Count: "100", Max: "0" }); // 10–11° E, 50–51° N
    await page.getByRole("button", { name: "東京 – ö" }).click();
    await shot(page, "geoparquet");
  });

  it("a FlatGeobuf by its address", async () => {
    const { page } = demo;
    await drop(page, "ramp.tif", tiff([ramp(10, false)]));
    await page.locator("#status").filter({ hasText: "No zones yet" }).waitFor();
    const body = await readFile(zonePath("polygons.fgb"));
    await page.route("**/polygons.fgb", (route) => {
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range ?? "") ?? [];
      if (from === undefined) return route.fulfill({ body });
      const part = body.subarray(Number(from), Number(to) + 1);
      const headers = { "content-range": `bytes ${from}-${Number(from) + part.length - 1}/${body.length}` };
      return route.fulfill({ status: 206, headers, body: part });
    });
    await page.getByText("Zones at an address").click();
    await page.getByLabel("URL of a file of zones").fill(`${demo.url}polygons.fgb`);
    await page.getByRole("button", { name: "Open zones" }).click();
    await soon(async () => (await readTable(page)).find(({ Zone }) => Zone === "Zürich")?.Count).toBe("100");
  });
});

/** A picture for those who want to look: RASTRUM_SHOTS names their folder. */
async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.RASTRUM_SHOTS) return;
  await page.waitForTimeout(1000); // the map settles
  await page.screenshot({ path: `${process.env.RASTRUM_SHOTS}/${name}.png` });
}
