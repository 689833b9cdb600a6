import { reduceCells } from "../kernels/zonal-partial.ts";
import { bytesPerCell } from "../source/dtype.ts";
import { decodeBlock, type EncodedBlock, isMissing, withOwnBytes } from "../source/encoded-block.ts";
import type { Block, Raster, ReadOptions } from "../source/source.ts";
import type { Partials } from "../stats/partial.ts";
import { finalizeIn, type LastStep } from "./finalize-work.ts";
import { buffersOf } from "./messages.ts";
import { unpackPartials } from "./pack-partials.ts";
import { orHere, type WorkerOptions, WorkerPool } from "./pool.ts";
import type { ReduceTask } from "./tasks.ts";
import { type CountedZones, countZonesIn, type ZonesTask } from "./zone-work.ts";

/** Rasters of fewer decoded bytes are read before workers are up. */
const LEAST_BYTES = 2 ** 24;
/** Long beside the pauses of somebody who looks at an answer and asks again. */
const IDLE_MS = 30_000;

/** Cells of zones, decoding and reducing of blocks, last steps: by workers where there are some and it pays, else on this thread. */
export class BlockWork {
  readonly #pool: WorkerPool;
  readonly #leastBytes: number;
  #started = false;

  /** @param leastBytes rasters of fewer, once decoded, are no work for workers @throws `invalid-option` */
  constructor(options: WorkerOptions, leastBytes = LEAST_BYTES) {
    this.#pool = new WorkerPool(options, IDLE_MS);
    this.#leastBytes = leastBytes;
  }

  /** For the table's metadata: how many workers there are, or why none help that were wanted; else null. */
  get description(): string | null {
    if (!this.#started) return null;
    const { refusal, size } = this.#pool;
    return refusal === null ? String(size) : `0: ${refusal}`;
  }

  /** Threads among which reducing is shared. */
  get threads(): number {
    return this.#isOn ? this.#pool.size : 1;
  }

  /** Starts workers where the whole raster is much to read. */
  prepare(raster: Raster): void {
    if (this.#pool.refusal !== null || !this.isForWorkers(raster)) return;
    if (!this.#started && raster.read.recipe) {
      // What fails here fails again where it is told.
      for (let i = 0; i < this.#pool.size; i++) this.#pool.run("prepare", raster.read.recipe, []).catch(() => {});
    }
    this.#started = true;
    this.#pool.start();
  }

  /** Whether a raster is so large that workers are worth their start. */
  isForWorkers({ grid, dimensions, dtype }: Raster): boolean {
    const cells = dimensions.reduce((product, { size }) => product * size, grid.width * grid.height);
    return cells * bytesPerCell(dtype) >= this.#leastBytes;
  }

  /** Decodes a block; here where its worker is lost, since the bytes are kept for that. */
  readonly decode = async (block: EncodedBlock, signal?: AbortSignal): Promise<Block> => {
    if (!this.#isOn || isMissing(block)) return decodeBlock(block);
    return orHere(
      () => this.#pool.run("decode", withOwnBytes(block), [], signal),
      () => decodeBlock(block),
    );
  };

  /** Reads a block and reduces it by zone. */
  async reduce(raster: Raster, options: ReadOptions, task: Omit<ReduceTask, "block">): Promise<Partials> {
    const { window } = task.mask;
    const here = async () => {
      const { data } = await raster.read(window, options);
      options.signal?.throwIfAborted();
      const { weighing, ...rest } = task;
      return reduceCells({ data, ...rest }, weighing);
    };
    if (!this.#isOn) return here();
    return orHere(async () => {
      const encoded = await raster.read.encoded?.(window, options);
      const block = encoded ? withOwnBytes(encoded) : ownCells(await raster.read(window, options));
      const wantsCells = encoded != null && raster.read.keep !== undefined;
      const input = { block, wantsCells, ...task };
      const { partials, cells } = await this.#pool.run("reduce", input, buffersOf(block), options.signal);
      if (cells) raster.read.keep?.(window, options.ranges, cells);
      return unpackPartials(partials);
    }, here);
  }

  /** The cells of zones, and which zones are invalid. */
  countZones(task: ZonesTask, signal: AbortSignal | undefined): Promise<CountedZones> {
    return countZonesIn(this.#isOn ? this.#pool : null, task, signal);
  }

  /** The last step of groups whose cells were kept. */
  finalize(step: LastStep, signal: AbortSignal | undefined): Promise<void> {
    return finalizeIn(this.#isOn ? this.#pool : null, step, signal);
  }

  close(): void {
    this.#pool.close();
  }

  get #isOn(): boolean {
    return this.#started && this.#pool.refusal === null;
  }
}

/** The cells may be those of a raster in memory, which keeps them. */
function ownCells({ data, shape }: Block): Block {
  return { data: data.slice(), shape };
}
