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
  await writeFile(join(folder, "empty.geojson"), "");
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
  ["a file without a byte", () => join(folder, "empty.geojson"), "invalid-zones", "empty"],
  ["a file of another kind", () => join(folder, "zones.zip"), "invalid-zones", "zones.zip is a ZIP"],
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

  it("takes a Blob, a File, bytes of any kind, and TopoJSON as an object", async () => {
    const bytes = new TextEncoder().encode(text);
    const topology = { objects: { a: { type: "Polygon", arcs: [[0]] } }, arcs: polygon.coordinates, type: "Topology" };
    for (const input of [new Blob([text]), new File([text], "a"), bytes, bytes.buffer, Buffer.from(text), topology]) {
      expect([...(await readZones(input)).rings.coordinates]).toEqual([0, 0, 4, 0, 4, 4]);
    }
  });

  const wkt = "POLYGON ((0 0, 4 0, 4 4, 0 0))";
  const kml = `<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates>
    </LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;
  const topology = JSON.stringify({ type: "Topology", objects: { a: { type: "Polygon", arcs: [[0]] } }, arcs: polygon.coordinates }); // biome-ignore format: one line
  const line = JSON.stringify({ type: "Feature", geometry: polygon, properties: null });

  it.each([
    ["WKT", wkt],
    ["EWKT", `SRID=4326;${wkt}`],
    ["CSV", `a,wkt\r\n1,"${wkt}"`],
    ["KML", kml],
    ["TopoJSON", topology],
    [
      "TopoJSON whose type comes last",
      topology.replace('"type":"Topology",', "").replace(/\}$/, ',"type":"Topology"}'),
    ],
    ["lines of GeoJSON", `${line}\n`],
    ["records of GeoJSON", `\u001e${line}\n`],
  ])("knows %s by its first characters, as text, as a file of no name and as one of a wrong name", async (_, zones) => {
    for (const name of ["zones", "zones.txt", "zones.geojson"]) {
      await writeFile(join(folder, name), zones);
      expect([...(await readZones(join(folder, name))).rings.coordinates]).toEqual([0, 0, 4, 0, 4, 4]);
    }
    await writeFile(join(folder, "zones.geojson"), `\uFEFF${text}`);
    expect([...(await readZones(zones)).rings.coordinates]).toEqual([0, 0, 4, 0, 4, 4]);
  });

  it("takes the format that is asked for at its word", async () => {
    await expect(readZones(wkt, { format: "csv" })).rejects.toThrow("none of which is called wkt");
    await expect(readZones(wkt, { format: "shp" as "csv" })).rejects.toThrow('zonesFormat is "shp"; it can be geojson');
    await expect(readZones(new Blob(["what is this"]))).rejects.toThrow("not in a format that is known");
  });

  it("takes a path with a parenthesis for a path", async () => {
    await expect(readZones("zones (copy).geojson")).rejects.toThrow("is not there");
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
    const soon = new AbortController();
    const reading = readZones(join(folder, "zones.geojson"), { signal: soon.signal });
    soon.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});
