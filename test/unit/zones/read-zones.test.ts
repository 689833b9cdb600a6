import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ErrorTag, isRastrumError } from "../../../src/errors.ts";
import { readZones } from "../../../src/zones/read-zones.ts";

const polygon = { type: "Polygon", coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]]] }; // biome-ignore format: one line
const text = JSON.stringify(polygon);

let folder = "";
let origin = "";
const server: Server = createServer((request, response) => {
  if (request.url === "/zones.geojson") response.end(text);
  else if (request.url === "/page") response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html>");
  else if (request.url === "/page.json") response.end("<!doctype html>");
  else if (request.url !== "/stalled") response.writeHead(request.url === "/secret" ? 403 : 404).end();
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zones-"));
  await writeFile(join(folder, "zones.geojson"), `\uFEFF${text}`);
  await writeFile(join(folder, "zones.zip"), "PK\u0003\u0004");
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const refusals: readonly [what: string, input: () => string, tag: ErrorTag, message: string][] = [
  ["a file that is not there", () => join(folder, "nowhere.geojson"), "not-found", "is not there"],
  ["a folder", () => folder, "not-found", "is a folder"],
  ["a file of another kind", () => join(folder, "zones.zip"), "unsupported", "shapefile"],
  ["text that is no GeoJSON", () => "[1, 2", "invalid-zones", "not JSON"],
  ["nothing", () => "", "invalid-zones", "empty"],
  ["404", () => `${origin}/nowhere`, "http-error", "404"],
  ["403", () => `${origin}/secret`, "http-error", "403"],
  ["a web page", () => `${origin}/page`, "http-error", "a web page"],
  ["a web page that does not say so", () => `${origin}/page.json`, "invalid-zones", "a web page"],
  ["a port where nobody listens", () => "http://127.0.0.1:1/zones.geojson", "network-error", "127.0.0.1:1"],
  ["a server that stalls", () => `${origin}/stalled`, "timeout", "nothing for 50 ms"],
];

describe("readZones", () => {
  it("takes an object, text, a path, file and http URLs", async () => {
    const path = join(folder, "zones.geojson");
    for (const input of [
      polygon,
      text,
      ` \n${text}`,
      path,
      String(pathToFileURL(path)),
      pathToFileURL(path),
      `${origin}/zones.geojson`,
      new URL(`${origin}/zones.geojson`),
    ]) {
      const { rings, length } = await readZones(input);
      expect(length).toBe(1);
      expect([...rings.coordinates]).toEqual([0, 0, 4, 0, 4, 4]);
    }
  });

  it.each(refusals)("says what is wrong with %s", async (_, input, tag, message) => {
    const error = await readZones(input(), { retries: 0, timeoutMs: tag === "timeout" ? 50 : 10_000 }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isRastrumError(error) && error.tag).toBe(tag);
    expect(String(error)).toContain(message);
  });

  it("stops with the signal's reason, before and while it reads", async () => {
    const reason = new Error("enough");
    await expect(readZones(polygon, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 20);
    await expect(readZones(`${origin}/stalled`, { signal: stop.signal })).rejects.toBe(reason);
  });
});
