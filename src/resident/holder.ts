import type { Partials } from "../stats/partial.ts";
import { type BlockToHold, HeldCells, type HeldReduce } from "../worker/held-cells.ts";
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

/** After what the page has to do meanwhile; timers alone would wait for 4 ms. */
function nextTurn(): Promise<unknown> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Milliseconds of work after which other work of the page gets its turn. */
const TURN_MS = 4;

/** Holds blocks on this thread, for hosts without workers. */
export function createLocalHolder(): Holder {
  const held = new HeldCells();
  let turn = 0;
  /** So that many blocks, one after the other, do not keep the page from its frames. */
  const takeTurn = async () => {
    if (performance.now() - turn < TURN_MS) return;
    await nextTurn();
    turn = performance.now();
  };
  return {
    async hold(key, block) {
      await takeTurn();
      return held.hold(key, block);
    },
    async reduce({ keys, ...task }) {
      const found: Partials[] = [];
      for (const key of keys) {
        await takeTurn();
        found.push(...held.reduce({ keys: [key], ...task }));
      }
      return found;
    },
    drop: (key) => held.drop(key),
    async countZones(task) {
      await takeTurn();
      return countZones(task);
    },
    close() {},
  };
}
