import { describe, expect, it } from "vitest";
import { concatZoneCells } from "../../../src/mask/concat-zone-cells.ts";
import { rules } from "../../../src/mask/rule.ts";
import { buffersOf } from "../../../src/worker/messages.ts";
import { cutZones, sliceZones } from "../../../src/zones/slice-zones.ts";
import { zoneCells } from "../../helpers/both-ways.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";

const [height, width] = [9, 11];
const random = seededRandom(seed);
const drawn: Zone[] = Array.from({ length: 4 }, () =>
  Object.values(hardMakers).map((maker) => maker({ random, height, width })),
).flat();
/** One without vertices first, last and in between. */
const zones = pixelZones([[], ...drawn.slice(0, 9), [], ...drawn.slice(9), []]);

describe.each(rules)(`cells by %s of slices of the zones, put together (seed ${seed})`, (rule) => {
  const whole = zoneCells(zones, height, width, rule);

  it.each([1, 2, 3, zones.length, zones.length + 5])("are to the bit those of all zones: %i slices", (parts) => {
    const cuts = cutZones(zones, parts, height);
    const slices = cuts.slice(1).map((end, i) => sliceZones(zones, cuts[i], end));
    const cells = slices.map((slice) => zoneCells(structuredClone(slice), height, width, rule));
    expect(concatZoneCells(cells.map((each) => structuredClone(each, { transfer: buffersOf(each) })))).toEqual(whole);
  });
});

describe("cutting zones", () => {
  const square = rectangle(0, 0, 3, 3);

  it("gives each part about the same of vertices and rows on the raster", () => {
    // 1 + 4 vertices + 3 rows each, but the last: 1 + 4 + 3 × 8.
    const nine = pixelZones([...Array.from({ length: 8 }, () => [[square]]), [[rectangle(0, 0, 3, 24)]]]);
    expect(cutZones(nine, 2, 100)).toEqual([0, 6, 9]);
    expect(cutZones(nine, 2, 3)).toEqual([0, 5, 9]);
  });

  it("leaves parts empty where there are more of them than zones", () => {
    const cuts = cutZones(pixelZones([[[square]], [[square]]]), 4, 9);
    expect(cuts).toEqual([0, 1, 1, 2, 2]);
    expect(
      cuts.slice(1).map((end, i) => sliceZones(pixelZones([[[square]], [[square]]]), cuts[i], end).length),
    ).toEqual([1, 0, 1, 0]);
  });
});
