import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StaticServer, serveFolder } from "../../helpers/static-server.ts";

let server: StaticServer;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "static-"));
  writeFileSync(join(folder, "digits"), "0123456789");
  writeFileSync(join(folder, ".zarray"), "{}");
  server = await serveFolder(folder);
});
afterAll(() => server.close());

it.each([
  ["bytes=2-4", 206, "234", "bytes 2-4/10"],
  ["bytes=-3", 206, "789", "bytes 7-9/10"],
  ["bytes=8-20", 206, "89", "bytes 8-9/10"],
  ["bytes=10-12", 416, "", "bytes */10"],
])("answers %s with %i", async (range, status, text, contentRange) => {
  const answer = await fetch(`${server.url}/digits`, { headers: { Range: range } });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("Content-Range")).toBe(contentRange);
  if (status === 206) expect(await answer.text()).toBe(text);
});

it("serves files that begin with a dot, lacks the rest, and notes what was asked", async () => {
  expect(await (await fetch(`${server.url}/.zarray`)).text()).toBe("{}");
  expect((await fetch(`${server.url}/none`)).status).toBe(404);
  expect((await fetch(`${server.url}/../package.json`)).status).toBe(404);
  expect(server.requests).toContain("GET /digits bytes=-3");
});
