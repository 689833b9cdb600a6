import { buffersOf } from "./messages.ts";
import { countInTurns, joined, partsOf, renumbered } from "./parts-of-zones.ts";
import { orHere, type WorkerPool } from "./pool.ts";
import type { CountedZones, ZonesTask } from "./zone-work.ts";

/** Zones of fewer vertices, by a rule and by `fraction`, are not worth cutting up, sending and warming a worker each. */
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
  const { zones, counting } = task;
  const least = counting.rule === "fraction" ? LEAST_VERTICES_BY_FRACTION : LEAST_VERTICES;
  if (zones.rings.coordinates.length < 2 * least) return countInTurns(task, signal);
  const run = async (part: ZonesTask & { readonly firstZone: number }) =>
    renumbered(await pool.run("countZones", part, buffersOf(part.zones), signal), part, task);
  return orHere(
    async () => joined(await Promise.all([...partsOf(task, PARTS_A_WORKER * pool.size)].map(run))),
    () => countInTurns(task, signal),
  );
}
