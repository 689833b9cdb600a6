import { afterEach, expect, it } from "vitest";
import { drawByMouse, pointOfMap } from "../helpers/demo-polygons.ts";
import { readTable, soon, useDemo } from "../helpers/demo-site.ts";

const demo = useDemo("Elevation");
afterEach(() => expect(demo.errors).toEqual([]));

it("the numbers of a polygon move while its corner is dragged, and are those of the table afterwards", async () => {
  const { page } = demo;
  await drawByMouse(page, [
    [0.3, 0.3],
    [0.6, 0.3],
    [0.6, 0.6],
    [0.3, 0.6],
  ]);
  const count = async () =>
    (await page.locator("#details div", { hasText: "Count" }).locator("dd").textContent())?.replace(/\D/g, "");
  const inTable = async () =>
    (await readTable(page)).find(({ Zone }) => Zone === "My polygon 1")?.Count?.replace(/\D/g, "");
  await soon(count).toBe(await inTable());
  const before = await count();
  expect(await page.locator("#pace").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Corner 3 of 4" }).hover();
  await page.mouse.down();
  const seen = new Set<string | undefined>();
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(...(await pointOfMap(page, 0.6 + step / 100, 0.6 + step / 60)));
    await page.waitForTimeout(50);
    seen.add(await count());
  }
  await soon(count).not.toBe(before);
  expect(seen.size).toBeGreaterThan(3);
  // The table still has the numbers of before: nothing was computed for all zones.
  expect(await inTable()).toBe(before);
  expect(await page.locator("#pace").textContent()).toMatch(/^Frame \d+ ms, answer \d+ ms/);
  const last = await count();
  await page.mouse.up();
  await soon(inTable).not.toBe(before);
  expect(await inTable()).toBe(last);
  await page.keyboard.press("Escape");
});
