import { expect, it } from "vitest";
import { readTable, soon, useDemo } from "../helpers/demo-site.ts";
import { layout, zarrPyramid } from "../helpers/pyramid.ts";
import { encodeFiles } from "../helpers/zarr-fixture.ts";

const demo = useDemo();

it("an estimate from an overview is shown as one, until the exact numbers are there", async () => {
  const { page, url } = demo;
  // 8 × 8 cells over the island and the sea around it, and their means over 2 × 2 and 4 × 4.
  const said = { "proj:code": "EPSG:4326", "spatial:transform": [0.1, 0, -25.9, 0, -0.05, 38] };
  const files = encodeFiles(zarrPyramid({ ...said, multiscales: { layout: layout(3), resampling_method: "average" } }));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`${url}pyramid.zarr/**`, async (route) => {
    const key = decodeURIComponent(new URL(route.request().url()).pathname).split("pyramid.zarr/")[1];
    const body = files.get(key);
    if (key.startsWith("0/c/")) await held;
    await (body ? route.fulfill({ body: Buffer.from(body) }) : route.fulfill({ status: 404 }));
  });
  await page.getByText("Open another raster").click();
  await page.getByLabel("Address").fill(`${url}pyramid.zarr`);
  await page.getByLabel("Path of the array in it").fill("0");
  await page.getByRole("button", { name: "Open", exact: true }).click();

  const status = () => page.locator("#status").textContent();
  await soon(status).toMatch(/^No zones yet/);
  const square = [[-25.8, 37.95], [-25.3, 37.95], [-25.3, 37.7], [-25.8, 37.7], [-25.8, 37.95]]; // biome-ignore format: one line
  const zone = { type: "Feature", properties: { name: "A" }, geometry: { type: "Polygon", coordinates: [square] } };
  const buffer = Buffer.from(JSON.stringify(zone));
  await page.locator("#file").setInputFiles({ name: "a.json", mimeType: "application/json", buffer });
  await soon(status).toBe("Computing… The numbers shown are an estimate from cells 2 times as wide.");
  expect(await page.locator("html[data-estimate]").count()).toBe(1);
  expect(await page.locator("#csv").isDisabled()).toBe(true);
  expect(await readTable(page)).toHaveLength(1);
  release();
  await soon(status).toMatch(/^1 zone in /);
  expect(await page.locator("html[data-estimate]").count()).toBe(0);
  expect(await page.locator("#csv").isDisabled()).toBe(false);
  // Coordinates, which are looked for and are not there.
  expect(demo.errors.filter((error) => !error.includes("404"))).toEqual([]);
}, 60_000);
