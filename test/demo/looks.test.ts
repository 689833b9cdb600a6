import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "../helpers/browser.ts";
import { chooseLayer, type DemoSite, serveDemo } from "../helpers/demo-site.ts";

const folder = join(import.meta.dirname, "../../.cache/screenshots");
let site: DemoSite;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  site = await serveDemo();
}, 120_000);
afterAll(() => site.close());

/** The contrast of two colours by WCAG 2.2, of an element's text on what lies behind it. */
async function contrast(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const luminance = (color: string) => {
        const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map((part) => channel(Number(part) / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      let behind: Element | null = element;
      while (behind && /rgba\(.*, 0\)|transparent/.test(getComputedStyle(behind).backgroundColor))
        behind = behind.parentElement;
      const text = luminance(getComputedStyle(element).color);
      const ground = luminance(getComputedStyle(behind ?? document.body).backgroundColor);
      return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    });
}

describe.each([
  { name: "desktop-light", size: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "desktop-dark", size: { width: 1280, height: 800 }, colorScheme: "dark" },
  { name: "phone-light", size: { width: 375, height: 812 }, colorScheme: "light" },
  { name: "phone-dark", size: { width: 375, height: 812 }, colorScheme: "dark" },
] as const)("$name", ({ name, size, colorScheme }) => {
  it("fits its screen, has enough contrast, and is pictured", async () => {
    const { page, errors, close } = await openPage("about:blank", size);
    try {
      await page.emulateMedia({ colorScheme });
      await page.goto(site.url);
      await page.locator("#table tbody tr").first().waitFor();
      await chooseLayer(page, "Elevation");
      await page.getByRole("button", { name: "Povoação" }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme);
      for (const text of [".hint", "td", "td.shown", "#status", "footer p", "summary", "label"]) {
        expect(await contrast(page, text), text).toBeGreaterThan(4.5);
      }
      await page.waitForTimeout(500); // the map settles
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: name.startsWith("phone") });
      expect(errors).toEqual([]);
    } finally {
      await close();
    }
  });
});

it("the theme follows the button, and is remembered", async () => {
  const { page, close } = await openPage(site.url);
  try {
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    const before = await theme();
    await page.getByRole("button", { name: /theme/ }).click();
    const after = await theme();
    expect([before, after].sort()).toEqual(["dark", "light"]);
    await page.reload();
    expect(await theme()).toBe(after);
  } finally {
    await close();
  }
});

it("everything that can be pressed can be reached and has a name", async () => {
  const { page, close } = await openPage(site.url);
  try {
    await page.locator("#table tbody tr").first().waitFor();
    const nameless = await page.evaluate(() => {
      const named = (element: HTMLElement) =>
        element.getAttribute("aria-label") ||
        element.textContent?.trim() ||
        (element as HTMLInputElement).labels?.length;
      return [...document.querySelectorAll<HTMLElement>("button, select, input:not([hidden]), summary")]
        .filter((element) => element.tabIndex < 0 || !named(element))
        .map((element) => element.outerHTML);
    });
    expect(nameless).toEqual([]);
  } finally {
    await close();
  }
});
