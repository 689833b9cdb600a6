import { type Browser, chromium, type Page } from "playwright";
import { chromiumLaunchOptions } from "../../scripts/chromium.mjs";

export interface OpenPage {
  readonly page: Page;
  /** What the page wrote to the console as errors, and what it threw without catching. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Opens a page in a real Chromium with WebGPU, for tests that drive a whole page from Node. */
export async function openPage(url: string, size = { width: 1280, height: 800 }): Promise<OpenPage> {
  const browser: Browser = await chromium.launch(await chromiumLaunchOptions());
  const page = await browser.newPage({ viewport: size, acceptDownloads: true });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors, close: () => browser.close() };
}
