import { rastrumError } from "../errors.ts";
import { abortable } from "../source/share-reads.ts";
import type { Partials } from "../stats/partial.ts";
import type { BlockToHold, HeldReduce } from "../worker/held-cells.ts";
import { WorkerLost } from "../worker/pool.ts";
import type { CountedZones, ZonesTask } from "../worker/zone-work.ts";
import type { Holder } from "./holder.ts";

/** A block of cells by name, and how to read it where it is not held. */
export interface ChunkRef {
  readonly key: string;
  /** False for small ones, where the way there would take longer than the work. */
  readonly inWorker: boolean;
  readonly read: (signal: AbortSignal) => Promise<BlockToHold>;
}

interface Entry {
  readonly key: string;
  /** What the holder knows it by: a block that is read again is another one. */
  readonly name: string;
  readonly held: Promise<void>;
  readonly stop: AbortController;
  /** 0 until it is held. */
  bytes: number;
  /** Reductions that need it. */
  users: number;
}

/**
 * Decoded blocks that stay from one reduction to the next, within a budget of bytes: beyond it those go that were not
 * used for longest, and are read again when they are needed. A block that several need at once is read once; a read is
 * stopped when nobody waits for it any more.
 */
export class ResidentChunks {
  readonly #budget: number;
  readonly #holder: Holder;
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #begun = 0;
  #prefixes = 0;
  #closed = false;

  constructor(budget: number, holder: Holder) {
    this.#budget = budget;
    this.#holder = holder;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes that one reduction should take at most, so that several fit. */
  get batchBytes(): number {
    return this.#budget / 8;
  }

  /** For keys that are nobody else's. */
  newPrefix(): string {
    return `${this.#prefixes++}:`;
  }

  holds(key: string): boolean {
    return (this.#entries.get(key)?.bytes ?? 0) > 0;
  }

  /** Reduces blocks that have one window, reading those that are not held. Rejects with the signal's reason. */
  async reduce(
    chunks: readonly ChunkRef[],
    task: Omit<HeldReduce, "keys">,
    signal: AbortSignal,
  ): Promise<readonly Partials[]> {
    for (;;) {
      const entries = chunks.map((chunk) => this.#enter(chunk));
      try {
        await abortable(Promise.all(entries.map(({ held }) => held)), signal);
        return await this.#holder.reduce({ keys: entries.map(({ name }) => name), ...task });
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        for (const entry of entries) this.#forget(entry);
      } finally {
        for (const entry of entries) this.#leave(entry);
      }
    }
  }

  /** The cells of zones, found where blocks are held. */
  countZones(task: ZonesTask, inWorker: boolean): Promise<CountedZones> {
    return this.#holder.countZones(task, inWorker);
  }

  /** Lets go of all blocks whose keys begin so. */
  drop(prefix: string): void {
    for (const entry of [...this.#entries.values()]) if (entry.key.startsWith(prefix)) this.#forget(entry);
  }

  close(): void {
    this.#closed = true;
    this.drop("");
    this.#holder.close();
  }

  #enter(chunk: ChunkRef): Entry {
    if (this.#closed) throw rastrumError("closed", "The engine is closed: make another one.", { what: "engine" });
    const entry = this.#entries.get(chunk.key) ?? this.#begin(chunk);
    this.#entries.delete(chunk.key);
    this.#entries.set(chunk.key, entry);
    entry.users++;
    return entry;
  }

  #begin({ key, inWorker, read }: ChunkRef): Entry {
    const stop = new AbortController();
    const name = `${key} ${this.#begun++}`;
    const hold = async () => {
      const bytes = await this.#holder.hold(name, await read(stop.signal), inWorker);
      if (this.#entries.get(key) === entry) {
        entry.bytes = bytes;
        this.#bytes += bytes;
      } else this.#holder.drop(name);
    };
    const entry: Entry = { key, name, held: Promise.resolve().then(hold), stop, bytes: 0, users: 0 };
    entry.held.catch(() => this.#forget(entry));
    return entry;
  }

  #leave(entry: Entry): void {
    entry.users--;
    // Not at once: who supersedes a reduction wants the same blocks in a moment.
    const isUnwanted = () => entry.users === 0 && entry.bytes === 0;
    if (isUnwanted()) setTimeout(() => isUnwanted() && this.#forget(entry));
    this.#trim();
  }

  #forget(entry: Entry): void {
    if (this.#entries.get(entry.key) !== entry) return;
    this.#entries.delete(entry.key);
    this.#bytes -= entry.bytes;
    entry.stop.abort();
    if (entry.bytes > 0) this.#holder.drop(entry.name);
  }

  #trim(): void {
    for (const entry of this.#entries.values()) {
      if (this.#bytes <= this.#budget) return;
      if (entry.users === 0) this.#forget(entry);
    }
  }
}
