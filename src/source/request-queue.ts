import { onAbort } from "./on-abort.ts";

interface Waiter {
  /** Tasks of the same host that may run beside this one, itself included. */
  readonly hostLimit: number;
  start(): void;
}

interface Lane {
  running: number;
  /** In the order in which they came. */
  readonly waiting: Set<Waiter>;
}

/**
 * Runs so many tasks at once in all and so many a host: first come, first served within a host, and turn by turn
 * between hosts, so that a busy one holds up nobody else. One that is aborted while it waits never starts.
 */
export class RequestQueue {
  readonly #limit: number;
  /** Hosts with tasks; those whose turn is next come first. */
  readonly #lanes = new Map<string, Lane>();
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Tasks that run or wait. */
  get size(): number {
    return [...this.#lanes.values()].reduce((sum, { waiting }) => sum + waiting.size, this.#running);
  }

  /** The outcome of the task, or the signal's reason where it aborts before the task has started. */
  async run<Result>(
    host: string,
    hostLimit: number,
    task: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    await this.#turn(host, hostLimit, signal);
    try {
      signal?.throwIfAborted();
      return await task();
    } finally {
      this.#leave(host);
    }
  }

  #turn(host: string, hostLimit: number, signal: AbortSignal | undefined): Promise<void> {
    const lane = this.#lanes.get(host) ?? { running: 0, waiting: new Set() };
    this.#lanes.set(host, lane);
    return new Promise((resolve, reject) => {
      const unhear = onAbort(signal, () => {
        lane.waiting.delete(waiter);
        this.#tidy(host, lane);
        reject(signal?.reason);
      });
      const start = () => {
        unhear();
        resolve();
      };
      const waiter: Waiter = { hostLimit, start };
      lane.waiting.add(waiter);
      this.#startNext();
    });
  }

  #leave(host: string): void {
    const lane = this.#lanes.get(host) as Lane;
    this.#running--;
    lane.running--;
    this.#tidy(host, lane);
    this.#startNext();
  }

  #startNext(): void {
    for (const [host, lane] of this.#lanes) {
      if (this.#running >= this.#limit) return;
      const [first] = lane.waiting;
      if (!first || lane.running >= first.hostLimit) continue;
      lane.waiting.delete(first);
      lane.running++; // the place is taken at once, so that nobody can slip in between
      this.#running++;
      this.#lanes.delete(host); // to the end of the row, where this loop comes by once more
      this.#lanes.set(host, lane);
      first.start();
    }
  }

  #tidy(host: string, lane: Lane): void {
    if (lane.running === 0 && lane.waiting.size === 0) this.#lanes.delete(host);
  }
}
