import { buffersOf } from "./messages.ts";
import { orHere, type WorkerPool } from "./pool.ts";
import { type CountedZones, verticesOf, type ZonesTask } from "./zone-work.ts";

/** Zones of fewer vertices are not worth cutting up and sending. */
const LEAST_VERTICES = 20_000;
/** Parts that each worker gets, since no cut is even. */
const PARTS_A_WORKER = 2;

/** Loaded while workers come up, which are asked for first. */
export const loadParts = () => import("./parts-of-zones.ts");

/** What `countZones` finds, to the bit, by workers where there is enough to do. */
export async function countZonesIn(
  pool: WorkerPool,
  task: ZonesTask,
  signal: AbortSignal | undefined,
): Promise<CountedZones> {
  const { countInParts, countInTurns } = await loadParts();
  if (verticesOf(task.zones) < LEAST_VERTICES) return countInTurns(task, signal);
  return orHere(
    () =>
      countInParts(task, PARTS_A_WORKER * pool.size, (part) =>
        pool.run("countZones", part, buffersOf(part.zones), signal),
      ),
    () => countInTurns(task, signal),
  );
}
