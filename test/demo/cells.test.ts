import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import type { Page } from "playwright";
import { afterEach, describe, expect, it } from "vitest";
import { formatNumber } from "../../demo/format.ts";
import { openZarr, type ZonalOptions, zonalStats } from "../../src/index.ts";
import { chooseLayer, readTable, soon, useDemo } from "../helpers/demo-site.ts";

const shipped = join(import.meta.dirname, "../../demo/public/data");
const concelhos = JSON.parse(readFileSync(join(shipped, "concelhos.geojson"), "utf8")) as FeatureCollection;

const demo = useDemo();
afterEach(() => expect(demo.errors).toEqual([]));

/** Lists of one municipality's cells, by the library in Node, without the page. */
async function lists(store: string, zone: string, options: ZonalOptions): Promise<number[][]> {
  const [name, path] = store.split(":");
  const raster = await openZarr(join(shipped, name), { path });
  const features = concelhos.features.filter(({ properties }) => properties?.name === zone);
  const table = await zonalStats(raster, { type: "FeatureCollection", features }, { ...options, backend: "cpu" });
  return (options.statistics ?? []).map((column) => Array.from(table.getChild(String(column))?.get(0), Number));
}

/** The histogram as the page should tell it: from, to, cells. */
async function histogram(store: string, zone: string, options: ZonalOptions = {}): Promise<string[][]> {
  const statistics = ["histogram(20)", "histogram_edges(20)"];
  const [counts, edges] = await lists(store, zone, { ...options, statistics });
  return counts.map((count, bin) => [edges[bin], edges[bin + 1], count].map(formatNumber));
}

const caption = (page: Page) => page.locator("#cells caption").textContent();

/** What the plot's table reads out. */
function readCells(page: Page): Promise<string[][]> {
  return page
    .locator("#cells tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

async function choose(page: Page, zone: string): Promise<void> {
  await page.getByRole("button", { name: zone, exact: true }).click();
}

const toNumber = (text: string) => Number(text.replaceAll(",", ""));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("the cells of the chosen zone", () => {
  it("are counted in bins as the library does by itself, by the rule that is chosen", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    expect(await page.locator("#cells").textContent()).toBe("Choose a zone to see how its cells are distributed.");
    await choose(page, "Povoação");
    await soon(() => caption(page)).toBe("Povoação");
    expect(await page.locator("#cells-title").textContent()).toBe("Cells of Povoação");
    expect(await readCells(page)).toEqual(await histogram("sao_miguel.zarr:elevation/data", "Povoação"));
    expect(await page.locator("#cells svg [aria-label='rect'] rect").count()).toBe(20);
    expect(sum((await readCells(page)).map(([, , count]) => toNumber(count)))).toBe(2486); // rasterio's count
    await page.getByLabel("Cells that count").selectOption("fraction");
    const wanted = await histogram("sao_miguel.zarr:elevation/data", "Povoação", { rule: "fraction" });
    await soon(() => readCells(page)).toEqual(wanted);
    await choose(page, "Povoação"); // a second time: no zone is chosen
    await soon(() => page.locator("#cells").textContent()).toContain("Choose a zone");
  });

  it("follow the slider, read the one step alone, and leave the page's job on its backend", async () => {
    const { page } = demo;
    await page.getByLabel("Backend").selectOption("webgpu");
    const status = page.locator("#status");
    await status.filter({ hasText: "on WebGPU: asked for" }).waitFor();
    await page.getByLabel("Time", { exact: true }).fill("17");
    await page.waitForTimeout(500); // the picture reads its chunk
    const asked: string[] = [];
    page.on("request", (request) => asked.push(...(/\/sunlight\/c\/(.*)/.exec(request.url())?.slice(1) ?? [])));
    const before = await status.textContent();
    await choose(page, "Lagoa");
    await soon(() => caption(page)).toBe("Lagoa, Jun 21, 2023");
    expect(asked).toEqual(["17/0/0"]);
    const wanted = await histogram("sunlight.zarr:sunlight", "Lagoa", { select: { time: 17 } });
    expect(await readCells(page)).toEqual(wanted);
    expect(await status.textContent()).toBe(before);
  });

  it("are split into the classes of the legend, which together are all of them", async () => {
    const { page } = demo;
    await chooseLayer(page, "Land cover");
    await choose(page, "Ponta Delgada");
    await soon(() => caption(page)).toBe("Ponta Delgada");
    const [codes, fractions] = await lists("sao_miguel.zarr:land_cover/data", "Ponta Delgada", {
      statistics: ["unique", "frac"],
    });
    const part = (first: number, last: number) =>
      sum(fractions.filter((_, index) => codes[index] >= first && codes[index] <= last));
    const wanted = [
      ["Farmed", part(12, 22)],
      ["Forest and heath", part(23, 34)],
      ["Built", part(1, 11)],
      ["Lakes and rivers", part(40, 43)],
      ["Sea", part(44, 44)],
    ] as const;
    const rows = await readCells(page);
    expect(rows).toEqual(wanted.map(([name, fraction]) => [name, formatNumber(fraction)]));
    expect(sum(wanted.map(([, fraction]) => fraction))).toBeCloseTo(1, 14);
    expect(sum(rows.map(([, fraction]) => Number(fraction)))).toBeCloseTo(1, 4); // five digits of each
    const fills = await page
      .locator("#cells svg [aria-label='bar'] rect")
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute("fill")));
    const legend = await page
      .locator("#legend li")
      .evaluateAll((entries) =>
        entries.map((entry) => [entry.textContent, entry.querySelector("span")?.getAttribute("style")]),
      );
    const colors = new Map(legend as [string, string][]);
    expect(rows.slice(0, 4).map(([name]) => colors.get(name))).toEqual(
      fills.slice(0, 4).map((fill) => `background: ${fill}`),
    );
  });

  it("of a drawn polygon are told too, and too many are refused in words", async () => {
    const { page } = demo;
    await chooseLayer(page, "Elevation");
    const box = await page.locator("#map").boundingBox();
    if (!box) throw new Error("The page shows no map.");
    await page.getByRole("button", { name: "Draw polygon" }).click();
    const corners = [[0.04, 0.02], [0.99, 0.02], [0.99, 0.97], [0.75, 0.97], [0.04, 0.9]]; // biome-ignore format: a ring
    for (const [across, down] of corners) await page.mouse.click(box.x + box.width * across, box.y + box.height * down);
    await page.getByRole("button", { name: "Finish" }).click();
    await soon(() => caption(page)).toBe("My polygon 1");
    const count = (await readTable(page)).find(({ Zone }) => Zone === "My polygon 1")?.Count;
    expect(count).toBe((192 * 384 - 56_162).toLocaleString("en")); // all land
    const shown = sum((await readCells(page)).map(([, , cells]) => toNumber(cells)));
    expect(shown.toLocaleString("en")).toBe(count);
    // the same in cells a tenth as wide
    await chooseLayer(page, "Land cover");
    await soon(() => page.locator("#cells").textContent()).toMatch(
      /^\d,\d\d\d,\d\d\d cells are too many to sort while you wait: up to 1,048,576 are shown\.$/,
    );
  });

  it("that were asked for last are shown, whatever comes late", async () => {
    const { page } = demo;
    await choose(page, "Lagoa");
    await soon(() => caption(page)).toBe("Lagoa, Jan 1, 2023");
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let waiting = 0;
    await page.route("**/sunlight/c/17/0/0", async (route) => {
      waiting += 1;
      await held;
      await route.continue().catch(() => undefined); // the page may have stopped waiting
    });
    await page.getByLabel("Time", { exact: true }).fill("17");
    await soon(async () => waiting).toBeGreaterThan(0);
    await choose(page, "Nordeste"); // on top of the step that does not come
    expect(await page.locator("#cells").getAttribute("aria-busy")).toBe("true");
    expect(await caption(page)).toBe("Lagoa, Jan 1, 2023");
    await page.getByLabel("Time", { exact: true }).fill("20");
    await soon(() => caption(page)).toBe("Nordeste, Jul 21, 2023");
    letGo();
    await page.waitForTimeout(500);
    expect(await caption(page)).toBe("Nordeste, Jul 21, 2023");
    const wanted = await histogram("sunlight.zarr:sunlight", "Nordeste", { select: { time: 20 } });
    expect(await readCells(page)).toEqual(wanted);
    expect(await page.locator("#cells").getAttribute("aria-busy")).toBe("false");
  });
});
