import { join } from "node:path";
import type { Page } from "playwright";
import { afterEach, describe, expect, it } from "vitest";
import { columnFormat } from "../../demo/format.ts";
import { openZarr, statistics, zonalStats } from "../../src/index.ts";
import { chooseLayer, readTable, soon, useDemo } from "../helpers/demo-site.ts";

const shipped = join(import.meta.dirname, "../../demo/public/data");

const demo = useDemo();
afterEach(() => expect(demo.errors).toEqual([]));

const titles = (page: Page) => page.locator("#table thead th").allTextContents();
const box = (page: Page, name: string) => page.locator("#columns").getByLabel(name, { exact: true });

/** A column of the shipped elevation under the shipped zones as the page should show it, by the library in Node. */
async function elevation(statistic: string): Promise<string[]> {
  const raster = await openZarr(join(shipped, "sao_miguel.zarr"), { path: "elevation/data" });
  const options = { statistics: [statistic], backend: "cpu" } as const;
  const table = await zonalStats(raster, join(shipped, "concelhos.geojson"), options);
  const values = Array.from(table.getChild(statistic) ?? [], Number);
  return values.map(columnFormat(values));
}

describe("the columns", () => {
  it("that a person chooses are the library's numbers, and its words", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    const usual = "Zone Mean Min Max Range Sum Count Stdev Variance Coefficient of variation";
    expect((await titles(page)).join(" ")).toBe(usual);
    await page.getByText("Choose columns").click();
    const wanted = { Median: "median", Mode: "mode", "Quantile 0.9": "quantile(0.9)" };
    for (const name of Object.keys(wanted)) await box(page, name).check();
    await soon(() => titles(page)).toEqual(expect.arrayContaining(Object.keys(wanted)));
    const table = await readTable(page);
    for (const [title, statistic] of Object.entries(wanted)) {
      expect(table.map((row) => row[title])).toEqual(await elevation(statistic));
    }
    const { description } = statistics.find(({ name }) => name === "median") ?? {};
    expect(`${await box(page, "Median").locator("xpath=..").getAttribute("title")}`.toLowerCase()).toBe(
      `${description}.`,
    );
    for (const name of Object.keys(wanted)) await box(page, name).uncheck();
    await soon(async () => (await titles(page)).join(" ")).toBe(usual);
  });

  it("that only the CPU can compute say so", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    await page.getByLabel("Backend").selectOption("webgpu");
    const status = page.locator("#status");
    await status.filter({ hasText: "on WebGPU" }).waitFor();
    await page.getByText("Choose columns").click();
    expect(await page.locator("#columns-where").textContent()).toBe("");
    await box(page, "Median").check();
    await status.filter({ hasText: /on the CPU: .+ on the CPU only\.$/ }).waitFor();
    expect(await page.locator("#columns-where").textContent()).toMatch(
      /^The columns were computed on the CPU: .+ on the CPU only\.$/,
    );
    await box(page, "Median").uncheck();
    await status.filter({ hasText: "on WebGPU" }).waitFor();
  });

  it("are what the map and the plot can show", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    await page.getByText("Choose columns").click();
    await box(page, "Median").check();
    const statistic = page.getByLabel("Statistic", { exact: true });
    await statistic.selectOption({ label: "Median" });
    await soon(() => page.locator("#legend .legend-title").first().textContent()).toBe("Median, m");
    expect((await titles(page))[1]).toBe("Median"); // the one that is shown comes first
    expect(await page.locator("#chart-title").textContent()).toBe("Zones by median");
    await box(page, "Median").uncheck();
    expect(await statistic.inputValue()).toBe("mean");
    for (const name of ["Min", "Max", "Range", "Sum", "Count", "Stdev", "Variance", "Coefficient of variation"])
      await box(page, name).uncheck();
    await soon(() => titles(page)).toEqual(["Zone", "Mean"]);
    expect(await box(page, "Mean").isDisabled()).toBe(true); // something has to be shown
  });

  it("of classes are codes with names, which have no colours of amounts", async () => {
    const { page } = demo;
    await chooseLayer(page, "Land cover");
    await page.getByText("Choose columns").click();
    await box(page, "Mode").check();
    await soon(() => titles(page)).toEqual(["Zone", "Count", "Mode"]);
    const modes = (await readTable(page)).map(({ Mode }) => Mode);
    expect(modes[2]).toBe("Farmed (18)"); // Ponta Delgada: 30 % pastures
    expect(await page.getByLabel("Statistic", { exact: true }).locator("option").allTextContents()).toEqual(["Count"]);
    await chooseLayer(page, "Elevation");
    expect(await titles(page)).toHaveLength(10); // amounts keep their own columns
  });
});
