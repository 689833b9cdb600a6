import { buffersOf } from "./messages.ts";
import { orHere, type WorkerPool } from "./pool.ts";
import { type CountedZones, verticesOf, type ZonesAhead, type ZonesTask } from "./zone-work.ts";

/** Zones of fewer vertices are not worth cutting up and sending. */
const LEAST_VERTICES = 20_000;
/** Parts that each worker gets, since no cut is even. */
export const PARTS_A_WORKER = 2;

/** Loaded while workers come up, which are asked for first. */
export const loadParts = () => import("./parts-of-zones.ts");

/** What `countZones` finds, to the bit, by workers where there is enough to do. @param ahead what of it they do already */
export async function countZonesIn(
  pool: WorkerPool,
  task: ZonesTask,
  signal: AbortSignal | undefined,
  ahead: ZonesAhead | null = null,
): Promise<CountedZones> {
  const { countInParts, countInTurns } = await loadParts();
  const begun = (task.zones.cuts && ahead?.parts.splice(0)) ?? [];
  if (begun.length === 0 && verticesOf(task.zones) < LEAST_VERTICES) return countInTurns(task, signal);
  const count = (part: ZonesTask) => pool.run("countZones", part, buffersOf(part.zones), signal);
  // Where there are no workers any more, the part that is left tells.
  const parts = Math.max(1, pool.size, PARTS_A_WORKER * pool.size - begun.length);
  return orHere(
    () => countInParts(task, parts, count, begun),
    () => countInTurns(task, signal),
  );
}
