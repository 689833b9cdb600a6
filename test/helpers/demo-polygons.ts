import type { Page } from "playwright";

/** A point of the map, by fractions of its width and height. */
export async function pointOfMap(page: Page, across: number, down: number): Promise<[number, number]> {
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("The page shows no map.");
  return [box.x + box.width * across, box.y + box.height * down];
}

/** Draws a polygon on the demo's map and waits for its name in the table. */
export async function drawByMouse(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  await page.getByRole("button", { name: "Draw polygon" }).click();
  for (const [across, down] of corners.slice(0, -1)) await page.mouse.click(...(await pointOfMap(page, across, down)));
  await page.mouse.dblclick(...(await pointOfMap(page, ...(corners.at(-1) ?? [0, 0]))));
  await page
    .getByRole("button", { name: /^My polygon/ })
    .last()
    .waitFor();
}
