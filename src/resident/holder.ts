import type { Partials } from "../stats/partial.ts";
import { type BlockToHold, HeldCells, type HeldReduce } from "../worker/held-cells.ts";
import { Turns } from "../worker/turns.ts";
import { type CountedZones, countZones, type ZonesTask } from "../worker/zone-work.ts";

/** Where blocks of cells are held and reduced. */
export interface Holder {
  /**
   * Takes a block, by a key of its own.
   * @param inWorker whether a worker is to hold it, where there are any
   * @returns the bytes that it takes
   */
  hold(key: string, block: BlockToHold, inWorker: boolean): Promise<number>;
  /** Partials of each of some blocks that are held, in the order of the keys. */
  reduce(task: HeldReduce): Promise<Partials[]>;
  drop(key: string): void;
  /** The cells of zones, found where the blocks are held, so that the thread that asks stays free. */
  countZones(task: ZonesTask, inWorker: boolean): Promise<CountedZones>;
  close(): void;
}

/** Holds blocks on this thread, for hosts without workers. */
export function createLocalHolder(): Holder {
  const held = new HeldCells();
  // Many blocks, one after the other, must not keep the page from its frames.
  const turns = new Turns();
  return {
    async hold(key, block) {
      await turns.take();
      return held.hold(key, block);
    },
    async reduce({ keys, ...task }) {
      const found: Partials[] = [];
      for (const key of keys) {
        await turns.take();
        found.push(...held.reduce({ keys: [key], ...task }));
      }
      return found;
    },
    drop: (key) => held.drop(key),
    async countZones(task) {
      await turns.take();
      return countZones(task);
    },
    close() {},
  };
}
