import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { readTable, soon, useDemo } from "../helpers/demo-site.ts";

const demo = useDemo("Sunlight through the year");

async function openAddress(page: Page, url: string, path: string): Promise<void> {
  if (!(await page.getByLabel("Address").isVisible())) await page.getByText("Open another raster").click();
  await page.getByLabel("Address").fill(url);
  await page.getByLabel("Path of the array in it").fill(path);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** Lets a file fall on the page as a person would. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName, { type: "application/geo+json" }));
      return data;
    },
    [name, content],
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("#map", type, { dataTransfer: transfer });
  }
}

const square = (west: number, south: number, size: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

describe("what goes wrong is said in words", () => {
  it("an address that holds no Zarr: a message, and the numbers stay", async () => {
    const { page } = demo;
    await openAddress(page, `${demo.url}nothing-here.zarr`, "");
    const message = page.getByRole("alert");
    await message.waitFor();
    expect(await message.textContent()).toContain("nothing-here.zarr");
    expect(await page.locator("#table tbody tr").count()).toBe(6);
    expect(await page.getByLabel("Layer", { exact: true }).inputValue()).toBe("sunlight");
    await page.getByRole("button", { name: "Dismiss this message" }).click();
    expect(await message.isVisible()).toBe(false);
  });

  it("an address that is not one", async () => {
    await openAddress(demo.page, "https://", "x");
    await demo.page.getByRole("alert").waitFor();
    expect((await demo.page.locator("#error-text").textContent())?.length).toBeGreaterThan(20);
  });

  it("files that are no zones", async () => {
    const { page } = demo;
    const text = page.locator("#error-text");
    await drop(page, "notes.txt", "hello");
    await soon(() => text.textContent()).toContain("notes.txt is not JSON");
    await drop(
      page,
      "open.geojson",
      JSON.stringify({
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      }),
    );
    await soon(() => text.textContent()).toMatch(/has 2 positions/);
    expect((await readTable(page))[0].Zone).toBe("Lagoa");
  });
});

describe("what a person brings", () => {
  it("a dropped GeoJSON file becomes the zones, and the shipped ones can come back", async () => {
    const { page } = demo;
    const feature = { type: "Feature", properties: { NAME: "A square" }, geometry: square(-25.5, 37.77, 0.05) };
    await drop(page, "mine.geojson", JSON.stringify(feature));
    await soon(async () => (await readTable(page)).map(({ Zone }) => Zone)).toEqual(["A square"]);
    expect((await readTable(page))[0].Count).toBe(String(24 * 24)); // 0.05° / 0.002083333°, all on land
    await page.locator("select#zones").selectOption({ label: "Municipalities of São Miguel" });
    await soon(() => page.locator("#table tbody tr").count()).toBe(6);
  });

  it("a Zarr by its address, with a polygon from a file", async () => {
    const { page } = demo;
    await openAddress(page, `${demo.url}data/sao_miguel.zarr`, "elevation/data");
    await page.locator("#status").filter({ hasText: "No zones yet" }).waitFor();
    const file = { name: "square.json", mimeType: "application/json" };
    const buffer = Buffer.from(JSON.stringify(square(-25.5, 37.77, 0.05)));
    await page.locator("#file").setInputFiles({ ...file, buffer });
    await soon(async () => (await readTable(page))[0]?.Count).toBe(String(24 * 24));
    expect(await page.getByLabel("Layer", { exact: true }).locator("option:checked").textContent()).toContain(
      "sao_miguel.zarr",
    );
  });
});

describe("a job that takes long", () => {
  it("shows progress, can be cancelled, and run again", async () => {
    const { page } = demo;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let asked = 0;
    await page.route("**/land_cover/data/c/**", async (route) => {
      asked += 1;
      await held;
      await route.continue().catch(() => undefined); // the page may have stopped waiting
    });
    await page.getByLabel("Layer", { exact: true }).selectOption({ label: "Land cover" });
    await page.locator("#status").filter({ hasText: "Computing" }).waitFor();
    expect(await page.locator("#progress").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Cancel" }).click();
    await soon(() => page.locator("#status").textContent()).toBe("Cancelled.");
    expect(await page.getByRole("alert").isVisible()).toBe(false);
    const before = asked;
    letGo();
    await page.waitForTimeout(500);
    expect(asked).toBe(before); // nothing is read for a job that was given up
    await page.getByRole("button", { name: "Run again" }).click();
    await page.locator("#table tbody tr").first().waitFor();
    expect((await readTable(page))[0]).toEqual({ Zone: "Lagoa", Count: "107,365" });
  });
});
