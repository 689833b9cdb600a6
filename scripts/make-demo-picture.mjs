/**
 * Makes docs/demo.png, the picture in README.md: the demo as it is, after a few choices that a person could make.
 * `node scripts/make-demo-picture.mjs [file.png]`
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright";
import { createServer } from "vite";
import { chromiumLaunchOptions } from "./chromium.mjs";

const root = dirname(import.meta.dirname);
const target = process.argv[2] ?? join(root, "docs/demo.png");
const server = await createServer({
  configFile: join(root, "demo/vite.config.ts"),
  logLevel: "error",
  server: { port: 0 },
});
const browser = await chromium.launch(await chromiumLaunchOptions());
try {
  await server.listen();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await page.goto(server.resolvedUrls.local[0]);
  await page.locator("#table tbody tr").first().waitFor();
  await page.getByLabel("Backend").selectOption("cpu");
  await page.locator("#status").filter({ hasText: "on the CPU" }).waitFor();
  await page.getByLabel("Time", { exact: true }).fill("2"); // the 21st of January: the sun is low, and slopes matter
  await page.getByRole("button", { name: "Ribeira Grande", exact: true }).click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1000); // the map settles
  mkdirSync(dirname(target), { recursive: true });
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  await server.close();
}
