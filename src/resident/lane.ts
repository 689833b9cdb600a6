import { withOwnBytes } from "../source/encoded-block.ts";
import { buffersOf } from "../worker/messages.ts";
import { unpackPartials } from "../worker/pack-partials.ts";
import { WorkerLost, type WorkerPool } from "../worker/pool.ts";
import type { Holder } from "./holder.ts";

/**
 * Holds blocks in the one worker of a pool, where they are decoded too. What a worker held is lost with it: to be held
 * anew, as `WorkerLost` tells.
 */
export function createLane(pool: WorkerPool): Holder {
  return {
    async hold(key, { block, ...rest }) {
      if (!("recipe" in block)) return pool.run("hold", { key, block, ...rest }, []);
      const own = withOwnBytes(block);
      return pool.run("hold", { key, block: own, ...rest }, buffersOf(own));
    },
    async reduce(task) {
      const packed = await pool.run("reduceHeld", task, []);
      if (packed === null) throw new WorkerLost("another worker took its place");
      return packed.map(unpackPartials);
    },
    drop(key) {
      if (pool.refusal === null) pool.run("drop", key, []).catch(() => {}); // a lost worker has dropped all
    },
    // Copies, since the same zones may have to be counted here after all.
    countZones: (task) => pool.run("countZones", task, []),
    close: () => pool.close(),
  };
}
