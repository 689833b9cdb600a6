import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type OpenPage, openPage } from "./browser.ts";
import { serveFolder } from "./static-server.ts";

export interface DemoSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the demo and serves it below a path, as a host of static files would. */
export async function serveDemo(): Promise<DemoSite> {
  const folder = await mkdtemp(join(tmpdir(), "rastrum-demo-"));
  const configFile = join(import.meta.dirname, "../../demo/vite.config.ts");
  await build({ configFile, logLevel: "warn", build: { outDir: join(folder, "some/path"), minify: false } });
  const server = await serveFolder(folder);
  return {
    url: `${server.url}/some/path/`,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The demo in one page for all tests of a file. */
export interface DemoPage {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly url: string;
}

/** Registers hooks that build and open the demo, and load it anew before each test, up to the first numbers of a layer. */
export function useDemo(layer?: string): DemoPage {
  let site: DemoSite;
  let open: OpenPage;
  beforeAll(async () => {
    site = await serveDemo();
    open = await openPage("about:blank");
  }, 120_000);
  afterAll(async () => {
    await open.close();
    await site.close();
  });
  beforeEach(async () => {
    await open.page.goto(site.url);
    await open.page.locator("#table tbody tr").first().waitFor();
    if (layer !== undefined) await chooseLayer(open.page, layer);
  });
  return {
    get page() {
      return open.page;
    },
    get errors() {
      return open.errors;
    },
    get url() {
      return site.url;
    },
  };
}

/** Waits until `read` gives what the assertion after it wants; a busy machine may take its time. */
export function soon<Value>(read: () => Promise<Value>) {
  return expect.poll(read, { timeout: 20_000 });
}

/** The page's table as text: a record a zone, by the titles of the columns. */
export async function readTable(page: Page): Promise<Record<string, string>[]> {
  const titles = await page.locator("#table thead th").allTextContents();
  const rows = await page.locator("#table tbody tr").all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator("th, td").allTextContents();
      return Object.fromEntries(titles.map((title, column) => [title, cells[column]]));
    }),
  );
}

/** Chooses a layer by its name and waits for its numbers. */
export async function chooseLayer(page: Page, name: string): Promise<void> {
  await page.getByLabel("Layer", { exact: true }).selectOption({ label: name });
  await page
    .locator("#status")
    .filter({ hasText: / ms | s on / })
    .waitFor();
}
