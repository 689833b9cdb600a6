import { processors, WorkerLost, type WorkerOptions, WorkerPool } from "../worker/pool.ts";
import { createLocalHolder, type Holder } from "./holder.ts";
import { createLane } from "./lane.ts";

/** More than these would hardly speed up one zone. */
const MOST_LANES = 4;

/**
 * Holds blocks in workers, by turns, so that masks go there, partials come back, and the thread that asks stays free;
 * on this thread where there are none, and for small blocks. The workers are started with the first block.
 */
export function createWorkerHolder({ workers = processors(), createWorker }: WorkerOptions): Holder {
  const pools = Array.from(
    { length: Math.min(MOST_LANES, workers) },
    () => new WorkerPool({ workers: 1, createWorker }),
  );
  const lanes = pools.map((pool) => ({ pool, holder: createLane(pool) }));
  const here = createLocalHolder();
  const homes = new Map<string, Holder>();
  let turn = 0;
  const next = (inWorker: boolean) => {
    const usable = inWorker ? lanes.filter(({ pool }) => pool.refusal === null) : [];
    return usable.length > 0 ? usable[turn++ % usable.length].holder : here;
  };
  const homeOf = (key: string) => homes.get(key) ?? here;
  return {
    hold(key, block, inWorker) {
      const home = next(inWorker);
      homes.set(key, home);
      return home.hold(key, block, inWorker);
    },
    async reduce({ keys, ...task }) {
      const own = [...new Set(keys.map(homeOf))].map(async (home) => {
        const its = keys.filter((key) => homeOf(key) === home);
        const partials = await home.reduce({ keys: its, ...task });
        return its.map((key, i) => [key, partials[i]] as const);
      });
      const found = new Map((await Promise.all(own)).flat());
      return keys.flatMap((key) => found.get(key) ?? []);
    },
    drop(key) {
      homeOf(key).drop(key);
      homes.delete(key);
    },
    async countZones(task, inWorker) {
      try {
        return await next(inWorker).countZones(task, inWorker);
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        return here.countZones(task, inWorker);
      }
    },
    close() {
      for (const { holder } of lanes) holder.close();
      homes.clear();
    },
  };
}
