import { decodeBlock, type EncodedBlock, isMissing, withOwnBytes } from "../source/encoded-block.ts";
import type { FilePlace } from "../source/read-in-place.ts";
import type { Block, Raster, ReadOptions } from "../source/source.ts";
import type { ZonesSoFar } from "../zones/formats/format.ts";
import type { BlockReduce, ReducedBlock } from "./block-work.ts";
import { finalizeIn, type LastStep } from "./finalize-work.ts";
import { buffersOf } from "./messages.ts";
import type { WorkerOptions } from "./options.ts";
import { unpackPartials } from "./pack-partials.ts";
import { orHere, WorkerPool } from "./pool.ts";
import { countZonesIn, loadParts } from "./shared-zones.ts";
import type { Reduced } from "./tasks.ts";
import type { CountedZones, ZonesAhead, ZonesTask } from "./zone-work.ts";

/** Long beside the pauses of somebody who looks at an answer and asks again. */
const IDLE_MS = 30_000;

/** What workers do for jobs; where one is lost, it is done here. Loaded by jobs of large rasters. */
export class PoolWork {
  readonly #pool: WorkerPool;
  #knowsCodecs = false;
  #ahead: typeof import("./count-ahead.ts") | null = null;

  constructor(options: WorkerOptions) {
    this.#pool = new WorkerPool(options, IDLE_MS);
  }

  /** Why there are no workers; null where there are some, or can be. */
  get refusal(): string | null {
    return this.#pool.refusal;
  }

  /** Workers that there are at most. */
  get size(): number {
    return this.#pool.size;
  }

  /** Has workers come up, and load what decodes the blocks of the raster that is read first. */
  start({ read }: Raster): void {
    // What fails here fails again where it is told.
    const prepare = (recipe: NonNullable<typeof read.recipe>) => this.#pool.run("prepare", recipe, []).catch(() => {});
    if (!this.#knowsCodecs && read.recipe) for (let i = 0; i < this.#pool.size; i++) prepare(read.recipe);
    this.#knowsCodecs ||= read.recipe !== undefined;
    this.#pool.start();
    loadParts().catch(() => {}); // what fails here fails again where it is needed
    import("./count-ahead.ts")
      .then((loaded) => {
        this.#ahead = loaded;
      })
      .catch(() => {});
  }

  /** Has workers come up, to stay. */
  awake(): Promise<void> {
    return this.#pool.awake();
  }

  /** Decodes a block; here where its worker is lost, since the bytes are kept for that. */
  async decode(block: EncodedBlock, signal: AbortSignal | undefined): Promise<Block> {
    if (isMissing(block)) return decodeBlock(block);
    return orHere(
      () => this.#pool.run("decode", withOwnBytes(block), [], signal),
      () => decodeBlock(block),
    );
  }

  /** Reads a block and reduces it by zone. @param here does the same on this thread */
  async reduce(
    { read }: Raster,
    options: ReadOptions,
    { window, mask: clipped, movesMask, ...task }: BlockReduce,
    here: () => Promise<ReducedBlock>,
  ): Promise<ReducedBlock> {
    const inWorker = async (block: EncodedBlock | Block, file: FilePlace | null) => {
      const mask = clipped();
      const wantsCells = "recipe" in block && read.keep !== undefined;
      const moved = buffersOf(movesMask ? [block, mask] : block);
      return this.#pool.run("reduce", { block, file, wantsCells, mask, ...task }, moved, options.signal);
    };
    const inPlace = async () => {
      const located = await read.located?.(window, options);
      const reduced = located && (await inWorker(located.block, located.place));
      if (reduced) located.met(reduced.file);
      else located?.missed();
      return reduced;
    };
    const fetched = async () => {
      const encoded = await read.encoded?.(window, options);
      return inWorker(encoded ? withOwnBytes(encoded) : ownCells(await read(window, options)), null);
    };
    return orHere(async () => {
      const { partials, cells, columns } = ((await inPlace()) ?? (await fetched())) as Reduced;
      if (cells) read.keep?.(window, options.ranges, cells);
      return { partials: unpackPartials(partials), columns };
    }, here);
  }

  /** Has zones counted that were read while others still are; nothing where what does it has not come yet. */
  countAhead(ahead: ZonesAhead, read: ZonesSoFar, signal: AbortSignal | undefined): void {
    this.#ahead?.countAhead(this.#pool, ahead, read, signal);
  }

  countZones(task: ZonesTask, signal: AbortSignal | undefined, ahead: ZonesAhead | null): Promise<CountedZones> {
    return countZonesIn(this.#pool, task, signal, ahead);
  }

  finalize(step: LastStep, signal: AbortSignal | undefined): Promise<void> {
    return finalizeIn(this.#pool, step, signal);
  }

  close(): void {
    this.#pool.close();
  }
}

/** The cells may be those of a raster in memory, which keeps them. */
function ownCells({ data, shape }: Block): Block {
  return { data: data.slice(), shape };
}
