import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openPage } from "../helpers/browser.ts";
import { serveFolder } from "../helpers/static-server.ts";

const html = `<!doctype html><title>Page</title><link rel="icon" href="data:,"><h1>Words</h1>
<script>queueMicrotask(() => { throw new Error("thrown in the page"); });</script>`;

it("a page opens with WebGPU, with WebGL 2 and with letters, and its errors are heard", async () => {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  writeFileSync(join(folder, "index.html"), html);
  const server = await serveFolder(folder);
  const { page, errors, close } = await openPage(server.url);
  try {
    expect(await page.evaluate(async () => (await navigator.gpu.requestAdapter()) !== null)).toBe(true);
    expect(await page.evaluate(() => document.createElement("canvas").getContext("webgl2") !== null)).toBe(true);
    // Without a font every letter has the same width, or none.
    const width = (text: string) =>
      page.evaluate((t) => document.createElement("canvas").getContext("2d")?.measureText(t).width ?? 0, text);
    expect(await width("MMMM")).toBeGreaterThan(await width("iiii"));
    expect(errors).toEqual(["thrown in the page"]);
  } finally {
    await close();
    await server.close();
  }
});
