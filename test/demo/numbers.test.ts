import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Table, tableFromIPC } from "apache-arrow";
import type { Page } from "playwright";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openZarr, zonalStats } from "../../src/index.ts";
import { chooseLayer, readTable, soon, useDemo } from "../helpers/demo-site.ts";

const shipped = join(import.meta.dirname, "../../demo/public/data");

/** Elevation under each municipality, cells by their centres: from rasterio's mask of the same files. */
const elevation = [
  { Zone: "Lagoa", Count: "1,037", Sum: "242,590", Min: "0", Max: "873" },
  { Zone: "Nordeste", Count: "2,384", Sum: "1,084,798", Min: "0", Max: "1,061" },
  { Zone: "Ponta Delgada", Count: "5,398", Sum: "1,479,757", Min: "0", Max: "827" },
  { Zone: "Povoação", Count: "2,486", Sum: "932,980", Min: "0", Max: "941" },
  { Zone: "Ribeira Grande", Count: "4,215", Sum: "1,314,486", Min: "0", Max: "853" },
  { Zone: "Vila Franca do Campo", Count: "1,816", Sum: "758,563", Min: "0", Max: "929" },
];

const demo = useDemo();
const offSite: string[] = [];

beforeAll(() => {
  demo.page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(demo.url)) offSite.push(request.url());
  });
});
afterEach(() => {
  expect(demo.errors).toEqual([]);
  expect(offSite).toEqual([]);
});

/** What a button of the page gives to save. */
async function save(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

/** The shipped elevation under the shipped zones, by the library in Node, without the page. */
async function countByRule(rule: "center" | "touched" | "fraction"): Promise<number[]> {
  const raster = await openZarr(join(shipped, "sao_miguel.zarr"), { path: "elevation/data" });
  const zones = join(shipped, "concelhos.geojson");
  return countsOf(await zonalStats(raster, zones, { statistics: ["count"], rule, backend: "cpu" }));
}

function countsOf(table: Table): number[] {
  return [...(table.getChild("count") ?? [])].map(Number);
}

describe("the demo's numbers", () => {
  it("are those of rasterio for the shipped elevation", async () => {
    await chooseLayer(demo.page, "Elevation");
    const table = await readTable(demo.page);
    expect(table.map(({ Zone, Count, Sum, Min, Max }) => ({ Zone, Count, Sum, Min, Max }))).toEqual(elevation);
    expect(table[0].Mean).toBe("233.93"); // 242590 / 1037 = 233.934…
  });

  it("follow the slider and the zone through the year, in the table, the strip and the plot", async () => {
    const { page } = demo;
    await chooseLayer(page, "Sunlight through the year");
    expect(await page.locator("#status").textContent()).toMatch(/^6 zones × 36 steps in .+ on (the CPU|WebGPU)/);
    expect(await page.locator("#step-label").textContent()).toBe("Jan 1, 2023");
    const winter = Number((await readTable(page))[0].Mean);
    await page.getByLabel("Time", { exact: true }).fill("17");
    expect(await page.locator("#step-label").textContent()).toBe("Jun 21, 2023");
    const summer = Number((await readTable(page))[0].Mean);
    expect(winter).toBeGreaterThan(1);
    expect(summer).toBeGreaterThan(2 * winter);
    await page.getByRole("button", { name: "Lagoa", exact: true }).click();
    expect(await page.locator("#details h2").textContent()).toBe("Lagoa");
    expect(Number((await page.locator("#details dd").first().textContent())?.split(" ")[0])).toBeCloseTo(summer, 3);
    // a line a zone, and one over the chosen one
    expect(await page.locator("#chart svg [aria-label='line'] path").count()).toBe(7);
  });

  it("run through the year by themselves, until they are stopped", async () => {
    const { page } = demo;
    const slider = page.getByLabel("Time", { exact: true });
    const step = async () => Number(await slider.inputValue());
    const play = page.getByRole("button", { name: "Play", exact: true });
    await play.click();
    await soon(step).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    const stopped = await step();
    await page.waitForTimeout(800); // time for three more steps
    expect(await step()).toBe(stopped);
    await slider.fill("35");
    await play.click();
    await soon(step).toBeLessThan(35); // after the last comes the first
    await slider.fill("20");
    await play.waitFor(); // in place of Pause
    expect(await page.locator("#step-label").textContent()).toBe("Jul 21, 2023");
  });

  it("count cells by the rule that is chosen, as the library does by itself", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    const rule = page.getByLabel("Cells that count");
    expect(await rule.inputValue()).toBe("center");
    const counts = async () => countsOf(tableFromIPC(await save(page, "Arrow")));
    expect(await counts()).toEqual(await countByRule("center"));
    for (const other of ["fraction", "touched"] as const) {
      const before = (await readTable(page))[0].Count;
      await rule.selectOption(other);
      await soon(async () => (await readTable(page))[0].Count).not.toBe(before);
      expect(await counts()).toEqual(await countByRule(other));
    }
  });

  it("go from whole cells to their covered fractions", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    const lagoa = async () => [(await readTable(page))[0].Zone, (await readTable(page))[0].Count];
    expect(await lagoa()).toEqual(["Lagoa", "1,037"]);
    await page.getByLabel("Cells that count").selectOption({ label: "Cells by covered fraction" });
    await soon(lagoa).toEqual(["Lagoa", "1,038.7"]);
    expect(await page.locator("#rule-about").textContent()).toContain("weighs as much as the zone covers");
    const [count] = countsOf(tableFromIPC(await save(page, "Arrow")));
    expect(count).toBeCloseTo(1038.7311607, 6); // exactextract's coverage fractions of the same cells
  });

  it("become a band over time where the zones are many", async () => {
    const { page } = demo;
    const square = (west: number, south: number, size: number) =>
      [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [west + size * x, south + size * y]); // biome-ignore format: a ring
    const features = Array.from({ length: 144 }, (_, index) => {
      const ring = square(-25.55 + 0.01 * (index % 12), 37.72 + 0.01 * Math.floor(index / 12), 0.01);
      const geometry = { type: "Polygon", coordinates: [ring] };
      return { type: "Feature", properties: { name: `Square ${index + 1}` }, geometry };
    });
    const buffer = Buffer.from(JSON.stringify({ type: "FeatureCollection", features }));
    await page.locator("#file").setInputFiles({ name: "squares.json", mimeType: "application/json", buffer });
    await page.locator("#status").filter({ hasText: "144 zones × 36 steps" }).waitFor(); // 5,184 points
    const marks = (label: string) => page.locator(`#chart svg [aria-label='${label}'] path`).count();
    expect([await marks("area"), await marks("line")]).toEqual([1, 0]);
    await page.getByRole("button", { name: "Square 66", exact: true }).click();
    expect(await page.locator("#chart-title").textContent()).toBe("Mean: Square 66");
    expect([await marks("area"), await marks("line")]).toEqual([1, 1]);
  });

  it("can be sorted by any column, and ranked in bars", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    await page.locator("#table thead").getByRole("button", { name: "Mean" }).click();
    const zones = (await readTable(page)).map(({ Zone }) => Zone);
    expect(zones.slice(0, 2)).toEqual(["Nordeste", "Vila Franca do Campo"]); // 455.03, 417.71
    expect(await page.locator("th[aria-sort=descending]").textContent()).toBe("Mean");
    expect(await page.locator("#chart svg [aria-label='bar'] rect").count()).toBe(6);
    await page.locator("#table thead").getByRole("button", { name: "Mean" }).click();
    expect((await readTable(page))[0].Zone).toBe("Lagoa");
  });

  it("belong to the zone that is clicked on the map", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    const box = await page.locator("#map").boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.27, (box?.y ?? 0) + (box?.height ?? 0) * 0.36);
    await soon(() => page.locator("#details h2").textContent()).toBe("Ponta Delgada");
    expect(await page.locator("tr.selected button").textContent()).toBe("Ponta Delgada");
  });

  it("are the same on either backend", async () => {
    const { page } = demo;
    await chooseLayer(page, "Sunlight through the year");
    const tables = [];
    for (const backend of ["CPU", "WebGPU"]) {
      await page.getByLabel("Backend").selectOption({ label: backend });
      await page
        .locator("#status")
        .filter({ hasText: `on ${backend === "CPU" ? "the CPU" : "WebGPU"}` })
        .waitFor();
      tables.push(await readTable(page));
    }
    expect(tables[1]).toEqual(tables[0]);
  });

  it("can be taken away as CSV and Arrow, all steps of them", async () => {
    const { page } = demo;
    await chooseLayer(page, "Sunlight through the year");
    const lines = (await save(page, "CSV")).toString("utf8").split("\n");
    expect(lines[0]).toBe("zone,name,time,mean,min,max,range,sum,count,stdev,variance,coefficient_of_variation");
    expect(lines).toHaveLength(1 + 6 * 36 + 1); // head, zones × dates, the end of the last line
    expect(lines[1]).toMatch(/^0,Lagoa,2023-01-01T00:00:00Z,2\.61/);
    const table = tableFromIPC(await save(page, "Arrow"));
    expect(table.numRows).toBe(6 * 36);
    expect(table.getChild("name")?.get(36)).toBe("Nordeste");
    expect(Number(table.getChild("count")?.get(0))).toBe(1037);
  });
});
