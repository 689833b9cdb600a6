import { expect, it } from "vitest";
import { countInTurns } from "../../../src/worker/parts-of-zones.ts";
import { countZones, SOON_COUNTED, verticesOf } from "../../../src/worker/zone-work.ts";
import { pixelZones, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const [height, width] = [9, 11];
const random = seededRandom(seed);
const kinds = Object.values(makers);
const zones = pixelZones(
  Array.from({ length: draws(4000) }, (_, i): Zone => kinds[i % kinds.length]({ random, height, width })),
);

it.each(["center", "touched", "fraction"] as const)(
  `%s: cells and faults found in turns are those found at once (seed ${seed})`,
  async (rule) => {
    const task = { zones, height, width, counting: { rule, minCoverage: 0, whole: false } };
    const found = await countInTurns(task, undefined);
    expect(found).toEqual(await countZones(task));
    expect(found.invalid.length).toBeGreaterThan(draws(100));
  },
);

it("lets others have their turn, and hears them", async () => {
  expect(verticesOf(zones)).toBeGreaterThan(3 * SOON_COUNTED);
  const stop = new AbortController();
  const reason = new Error("enough");
  setImmediate(() => stop.abort(reason));
  const task = { zones, height, width, counting: { rule: "fraction", minCoverage: 0, whole: false } as const };
  await expect(countInTurns(task, stop.signal)).rejects.toBe(reason);
});
