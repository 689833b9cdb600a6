import type { Page } from "playwright";
import { afterEach, describe, expect, it } from "vitest";
import { drawByMouse, pointOfMap } from "../helpers/demo-polygons.ts";
import { chooseLayer, readTable, soon, useDemo } from "../helpers/demo-site.ts";

const demo = useDemo("Elevation");
afterEach(() => expect(demo.errors).toEqual([]));

async function countOf(page: Page, zone: string): Promise<string | undefined> {
  return (await readTable(page)).find(({ Zone }) => Zone === zone)?.Count;
}

const wholeIsland = [
  [0.04, 0.02],
  [0.99, 0.02],
  [0.99, 0.97],
  [0.75, 0.97],
  [0.04, 0.9],
] as const;

describe("a polygon of one's own", () => {
  it("drawn by mouse around the island holds every cell of land", async () => {
    const { page } = demo;
    await drawByMouse(page, wholeIsland);
    const row = (await readTable(page)).find(({ Zone }) => Zone === "My polygon 1");
    // 192 × 384 cells less 56,162 without data
    expect(row?.Count).toBe((192 * 384 - 56_162).toLocaleString("en"));
    expect(row?.Max).toBe("1,061");
    expect(await page.locator("#details h2").textContent()).toBe("My polygon 1");
    expect(await page.locator(".handle.vertex").count()).toBe(5);
  });

  it("changes by dragging corners, by new corners, by keys", async () => {
    const { page } = demo;
    await drawByMouse(page, [
      [0.4, 0.3],
      [0.6, 0.3],
      [0.6, 0.6],
      [0.4, 0.6],
    ]);
    const changes = async (act: () => Promise<void>) => {
      const before = await countOf(page, "My polygon 1");
      await act();
      await soon(() => countOf(page, "My polygon 1")).not.toBe(before);
    };
    await changes(async () => {
      await page.getByRole("button", { name: "Corner 1 of 4" }).hover();
      await page.mouse.down();
      await page.mouse.move(...(await pointOfMap(page, 0.3, 0.2)), { steps: 4 });
      await page.mouse.up();
    });
    await page.getByRole("button", { name: "Add a corner after corner 2" }).press("Enter");
    await soon(() => page.locator(".handle.vertex").count()).toBe(5);
    const corner = page.getByRole("button", { name: "Corner 3 of 5" });
    expect(await corner.evaluate((element) => element === document.activeElement)).toBe(true);
    await changes(() => corner.press("Shift+ArrowRight"));
    await changes(() => corner.press("Delete"));
    expect(await page.locator(".handle.vertex").count()).toBe(4);
    await page.getByRole("button", { name: "Delete polygon" }).click();
    await soon(() => page.locator("#table tbody tr").count()).toBe(6);
  });

  it("is drawn with the keyboard alone", async () => {
    const { page } = demo;
    await page.getByRole("button", { name: "Draw polygon" }).focus();
    await page.keyboard.press("Enter");
    await soon(() => page.locator("#draw-hint").textContent()).toContain("space sets a corner");
    const go = async (key: string) => {
      await page.keyboard.press("Space");
      for (let times = 0; times < 3; times++) await page.keyboard.press(key);
    };
    await go("ArrowRight");
    await go("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "My polygon 1" }).waitFor();
    expect(await page.locator(".handle.vertex").count()).toBe(3);
    expect(Number((await countOf(page, "My polygon 1"))?.replace(",", ""))).toBeGreaterThan(50);
  });

  it("is drawn by touch on a phone, and the page stays at the map", async () => {
    const browser = demo.page.context().browser();
    if (!browser) throw new Error("The page has no browser.");
    const page = await browser.newPage({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });
    await page.goto(demo.url);
    await page.locator("#table tbody tr").first().waitFor();
    await page.getByRole("button", { name: "Draw polygon" }).tap(); // it lies below the map, out of sight of it
    const tap = async (across: number, down: number) => page.touchscreen.tap(...(await pointOfMap(page, across, down)));
    await tap(0.4, 0.3);
    await tap(0.6, 0.3);
    await tap(0.65, 0.5);
    await page.getByRole("button", { name: "Finish" }).tap();
    await page.getByRole("button", { name: "My polygon 1" }).waitFor();
    expect(await page.locator(".handle.vertex").count()).toBe(3);
    expect((await page.locator("#map").boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.close();
  });

  it("stays in its place when another is looked at", async () => {
    const { page } = demo;
    await drawByMouse(page, wholeIsland);
    await page.getByText("Open another raster").click();
    await page.getByLabel("Address").fill(`${demo.url}data/sao_miguel.zarr`);
    await page.getByLabel("Path of the array in it").fill("elevation/data");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.locator("#status").filter({ hasText: "No zones yet" }).waitFor(); // an opened raster may lie anywhere
    await chooseLayer(page, "Population density");
    expect(await countOf(page, "My polygon 1")).toMatch(/^1,\d\d\d$/); // 48 × 96 cells, a good quarter of them land
  });

  it.each([
    ["Escape", (page: Page) => page.keyboard.press("Escape")],
    ["its button", (page: Page) => page.getByRole("button", { name: "Cancel" }).click()],
  ])("is given up with %s", async (_, giveUp) => {
    const { page } = demo;
    await page.getByRole("button", { name: "Draw polygon" }).click();
    await page.mouse.click(...(await pointOfMap(page, 0.4, 0.4)));
    await giveUp(page);
    expect(await page.locator("#draw-hint").isVisible()).toBe(false);
    await page.mouse.click(...(await pointOfMap(page, 0.27, 0.36)));
    await soon(() => page.locator("#details h2").textContent()).toBe("Ponta Delgada");
    expect(await page.locator("#table tbody tr").count()).toBe(6);
  });
});
