import { describe, expect, it } from "vitest";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { read } from "../../../../src/zones/formats/wkb.ts";
import { mutate } from "../../../helpers/zone-files.ts";

/** WKB of words: "u" and a count or a type, "d" and a coordinate, in the order that "<" and ">" set, each of which is written. */
function wkb(text: string): Uint8Array {
  const bytes: number[] = [];
  let little = true;
  for (const word of text.trim().split(/\s+/)) {
    if (word === "<" || word === ">") {
      little = word === "<";
      bytes.push(little ? 1 : 0);
      continue;
    }
    const view = new DataView(new ArrayBuffer(word[0] === "u" ? 4 : 8));
    if (word[0] === "u") view.setUint32(0, Number(word.slice(1)), little);
    else view.setFloat64(0, Number(word.slice(1)), little);
    bytes.push(...new Uint8Array(view.buffer));
  }
  return Uint8Array.from(bytes);
}

const readText = (text: string) => read(bytesSource(wkb(text), "a.wkb"), {});
const triangle = "u1 u4 d0 d0 d4 d0 d0 d3 d0 d0";
const expected = { type: "Polygon", coordinates: [[[0, 0], [4, 0], [0, 3], [0, 0]]] }; // biome-ignore format: one ring
const z = "u1 u4 d0 d0 d9 d4 d0 d9 d0 d3 d9 d0 d0 d9";
const zm = "u1 u4 d0 d0 d9 d8 d4 d0 d9 d8 d0 d3 d9 d8 d0 d0 d9 d8";

describe("WKB", () => {
  it.each([
    ["little end first", `< u3 ${triangle}`],
    ["big end first", `> u3 ${triangle}`],
    ["ISO Z", `< u1003 ${z}`],
    ["ISO M", `> u2003 ${z}`],
    ["ISO ZM", `< u3003 ${zm}`],
    ["EWKB Z", `< u${0x80000003} ${z}`],
    ["EWKB ZM with an SRID", `> u${0xe0000003} u4326 ${zm}`],
    ["a collection of a collection, in both orders", `< u7 u1 > u7 u1 < u6 u1 > u3 ${triangle}`],
    ["a triangle", `< u17 ${triangle}`],
    ["a ring that is not closed", "< u3 u1 u3 d0 d0 d4 d0 d0 d3"],
    ["a ring of two vertices beside", "< u3 u2 u4 d0 d0 d4 d0 d0 d3 d0 d0 u3 d1 d1 d2 d1 d1 d1"],
  ])("%s", async (_, text) => {
    const zones = await readText(text);
    expect(zones.geometries).toEqual([expected]);
    expect(zones.crs).toBe(text.includes("u4326") ? "EPSG:4326" : null);
  });

  it("points, lines, and nothing", async () => {
    expect((await readText("< u1 d1 d2")).geometries).toEqual([{ type: "Point", coordinates: [1, 2] }]);
    const line = await readText("< u5 u1 < u2 u2 d1 d2 d3 d4");
    expect(line.geometries).toEqual([{ type: "LineString", coordinates: [[1, 2], [3, 4]] }]); // biome-ignore format: one line
    for (const empty of ["< u1 dNaN dNaN", "< u3 u0", "< u6 u0", "< u7 u0", "< u2 u0"]) {
      expect((await readText(empty)).geometries).toEqual([null]);
    }
  });

  it.each([
    ["curves", `< u10 u1 < u2 ${triangle}`, "is a CurvePolygon"],
    ["more vertices than bytes", "< u3 u1 u4294967295 d0 d0", "4294967295 vertices are not in 16 bytes"],
    ["more parts than bytes", "< u7 u1000000000", "1000000000 parts are not in 0 bytes"],
    ["bytes behind", `< u3 ${triangle} u7`, "has 4 bytes behind its WKB"],
    ["collections without end", "< u7 u1 ".repeat(100), "more than 32 deep"],
    ["vertices nowhere", "< u3 u1 u4 d0 d0 dNaN d0 d0 d3 d0 d0", "[NaN, 0]"],
  ])("refuses %s", async (_, text, message) => {
    await expect(readText(text)).rejects.toMatchObject({
      tag: "invalid-zones",
      message: expect.stringContaining(message),
    });
  });

  it("gives zones or a tagged error for whatever bytes", async () => {
    const bytes = wkb(`< u7 u2 > u6 u1 < u3 ${triangle} < u${0xe0000003} u4326 ${zm}`);
    const outcomes = await mutate(bytes, 51, 5000, (changed) => read(bytesSource(changed, "a.wkb"), {}));
    expect(Object.keys(outcomes).sort()).toEqual(["invalid-zones", "zones"]);
  }, 30_000);
});
