import { concatZoneCells } from "../mask/concat-zone-cells.ts";
import { cutZones, sliceZones } from "../zones/slice-zones.ts";
import { buffersOf } from "./messages.ts";
import { orHere, type WorkerPool } from "./pool.ts";
import { type CountedZones, countZones, type ZonesTask } from "./zone-work.ts";

/**
 * Zones of fewer vertices are not worth it, by a rule and by `fraction`: code is compiled in each worker anew, which takes
 * more of the processor than 60,000 vertices do (3,108 counties by fraction: 2.0 s of it in a cold process, 2.5 by workers).
 */
const LEAST_VERTICES = 200_000;
const LEAST_VERTICES_BY_FRACTION = 100_000;
/** Parts that each worker gets, since no cut is even. */
const PARTS_A_WORKER = 2;

/** What `countZones` finds, to the bit, by workers where there is enough to do. */
export async function countZonesIn(
  pool: WorkerPool,
  task: ZonesTask,
  signal: AbortSignal | undefined,
): Promise<CountedZones> {
  const { zones, counting, height, width } = task;
  const least = counting.rule === "fraction" ? LEAST_VERTICES_BY_FRACTION : LEAST_VERTICES;
  if (zones.rings.coordinates.length < 2 * least) return countZones(task);
  const cuts = cutZones(zones, PARTS_A_WORKER * pool.size, height);
  const run = async (part: number): Promise<CountedZones> => {
    const [first, end] = [cuts[part], cuts[part + 1]];
    const slice = sliceZones(zones, first, end);
    const input = { zones: slice, height, width, counting: { ...counting }, firstZone: first };
    const { cells, invalid } = await pool.run("countZones", input, buffersOf(slice), signal);
    return { cells, invalid: invalid.map(({ zone, why }) => ({ zone: first + zone, why })) };
  };
  return orHere(
    async () => {
      const parts = await Promise.all(cuts.slice(1).map((_, part) => run(part)));
      return {
        cells: concatZoneCells(parts.map(({ cells }) => cells)),
        invalid: parts.flatMap(({ invalid }) => invalid),
      };
    },
    () => countZones(task),
  );
}
