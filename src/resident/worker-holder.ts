import type { Partials } from "../stats/partial.ts";
import type { BlockToHold, HeldReduce } from "../worker/held-cells.ts";
import type { WorkerOptions } from "../worker/options.ts";
import { processors, WorkerLost, WorkerPool } from "../worker/pool.ts";
import type { CountedZones, ZonesTask } from "../worker/zone-work.ts";
import { createLocalHolder, type Holder } from "./holder.ts";
import { createLane } from "./lane.ts";

/** As long as other idle workers are kept. */
const IDLE_MS = 30_000;
/** More than these would hardly speed up one zone. */
const MOST_LANES = 4;

interface Lane {
  readonly pool: WorkerPool;
  readonly holder: Holder;
  /** Tasks under way that find cells of zones. */
  counting: number;
}

/**
 * Holds blocks in workers, by turns, so that masks go there, partials come back, and the thread that asks stays free;
 * on this thread where there are none, and for small blocks. Workers are started with the first block, and ended when
 * none has been held for `idleMs`.
 */
export class WorkerHolder implements Holder {
  readonly #options: WorkerOptions;
  readonly #idleMs: number;
  readonly #here = createLocalHolder();
  /** Where each block is held. */
  readonly #homes = new Map<string, Holder>();
  #lanes: readonly Lane[];
  #turn = 0;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WorkerOptions, idleMs = IDLE_MS) {
    this.#options = options;
    this.#idleMs = idleMs;
    this.#lanes = this.#openLanes();
  }

  async hold(key: string, block: BlockToHold, inWorker: boolean): Promise<number> {
    clearTimeout(this.#idleTimer);
    const usable = this.#usable(inWorker);
    const home = usable.length > 0 ? usable[this.#turn++ % usable.length].holder : this.#here;
    this.#homes.set(key, home);
    try {
      return await home.hold(key, block, inWorker);
    } catch (error) {
      this.#forget(key);
      throw error;
    }
  }

  async reduce({ keys, ...task }: HeldReduce): Promise<Partials[]> {
    const homeOf = (key: string) => this.#homes.get(key) ?? this.#here;
    const own = [...new Set(keys.map(homeOf))].map(async (home) => {
      const its = keys.filter((key) => homeOf(key) === home);
      const partials = await home.reduce({ keys: its, ...task });
      return its.map((key, i) => [key, partials[i]] as const);
    });
    const found = new Map((await Promise.all(own)).flat());
    return keys.flatMap((key) => found.get(key) ?? []);
  }

  drop(key: string): void {
    this.#homes.get(key)?.drop(key);
    this.#forget(key);
  }

  /** By the same worker where one zone changes after the other: it has loaded and compiled what that takes. */
  async countZones(task: ZonesTask, inWorker: boolean): Promise<CountedZones> {
    const [lane] = this.#usable(inWorker).sort((a, b) => a.counting - b.counting);
    if (!lane) return this.#here.countZones(task, inWorker);
    lane.counting++;
    try {
      return await lane.holder.countZones(task, inWorker);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      return this.#here.countZones(task, inWorker);
    } finally {
      lane.counting--;
    }
  }

  close(): void {
    clearTimeout(this.#idleTimer);
    this.#homes.clear();
    for (const { holder } of this.#lanes) holder.close();
  }

  #openLanes(): Lane[] {
    const { workers = processors(), createWorker } = this.#options;
    return Array.from({ length: Math.min(MOST_LANES, workers) }, () => {
      const pool = new WorkerPool({ workers: 1, createWorker });
      return { pool, holder: createLane(pool), counting: 0 };
    });
  }

  #usable(inWorker: boolean): Lane[] {
    return inWorker ? this.#lanes.filter(({ pool }) => pool.refusal === null) : [];
  }

  #forget(key: string): void {
    if (!this.#homes.delete(key) || this.#homes.size > 0) return;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const { holder } of this.#lanes) holder.close();
      this.#lanes = this.#openLanes();
    }, this.#idleMs);
    (this.#idleTimer as { unref?(): void }).unref?.(); // Node must not wait for it
  }
}
