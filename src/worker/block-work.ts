import type { Window } from "../grid/window.ts";
import { reduceWholeCells } from "../kernels/zonal-cpu.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import { bytesPerCell } from "../source/dtype.ts";
import { decodeBlock, type EncodedBlock } from "../source/encoded-block.ts";
import type { Block, Raster, ReadOptions } from "../source/source.ts";
import { finalizeRows } from "../stats/finalize.ts";
import type { Partials } from "../stats/partial.ts";
import type { LastStep } from "./finalize-work.ts";
import { checkWorkerOptions, type WorkerOptions } from "./options.ts";
import type { PackedColumn } from "./pack-columns.ts";
import type { PoolWork } from "./pool-work.ts";
import type { ReduceTask } from "./tasks.ts";
import { Turns } from "./turns.ts";
import {
  type CountedZones,
  countZones,
  SOON_COUNTED,
  verticesOf,
  type ZonesAhead,
  type ZonesTask,
} from "./zone-work.ts";

const DEFAULT_WORKERS_FROM = 2 ** 24;
/** The way to a worker and back takes 0.2 ms, as long as the work on some 10,000 cells. */
const CELLS_OF_SMALL = 2 ** 13;

/** What came of the reduce of a block. */
export interface ReducedBlock {
  readonly partials: Partials;
  /** Values of the zones that were closed; null where none were, since that pays with workers only. */
  readonly columns: readonly PackedColumn[] | null;
}

/** The reduce of a block that is yet to be read. */
export interface BlockReduce extends Omit<ReduceTask, "block" | "mask"> {
  readonly window: Window;
  /** The mask, made where it is not there any more. */
  readonly mask: () => ClippedMask;
  /** Whether its buffers may be moved to a worker: no other block needs it. */
  readonly movesMask: boolean;
}

/** Cells of zones, decoding and reducing of blocks, last steps: by workers where there are some and it pays, else on this thread. */
export class BlockWork {
  readonly #options: WorkerOptions;
  readonly #turns = new Turns();
  /** What workers do, once it is loaded. */
  #byPool: PoolWork | null = null;
  #loading: Promise<void> | null = null;
  /** Why it was not loaded. */
  #fault: string | null = null;
  #closed = false;
  /** Once cells that are not whole, or go one by one, are met. */
  #reduceCells: Promise<typeof import("../kernels/zonal-partial.ts").reduceCells> | null = null;

  /** @throws `invalid-option` */
  constructor(options: WorkerOptions) {
    checkWorkerOptions(options);
    this.#options = options;
  }

  /** For the table's metadata: how many workers there are, or why none help that were wanted; else null. */
  get description(): string | null {
    const refusal = this.#byPool?.refusal ?? this.#fault;
    if (refusal !== null) return `0: ${refusal}`;
    return this.#byPool && String(this.#byPool.size);
  }

  /** Threads among which reducing is shared. */
  get threads(): number {
    return this.#workers?.size ?? 1;
  }

  /** Starts workers where much is to be read: the whole raster, or so many bytes. What comes next waits until the pool is loaded. */
  prepare(raster: Raster, bytes = bytesOf(raster)): void {
    if (this.#options.workers === 0 || !this.#isMuch(bytes)) return;
    if (this.#byPool) this.#workers?.start(raster);
    else void this.#load().then(() => this.#workers?.start(raster));
  }

  /** Has workers come up, to stay, whatever is to be read; nothing where there can be none. */
  async awake(): Promise<void> {
    if (this.#options.workers === 0) return;
    await this.#load();
    await this.#workers?.awake();
  }

  #load(): Promise<void> {
    this.#loading ??= import("./pool-work.ts").then(
      ({ PoolWork }) => {
        if (!this.#closed) this.#byPool = new PoolWork(this.#options);
      },
      (error) => {
        this.#fault = `what runs workers cannot be loaded (${error})`;
      },
    );
    return this.#loading;
  }

  /** Whether a raster is so large that workers are worth their start. */
  isForWorkers(raster: Raster): boolean {
    return this.#isMuch(bytesOf(raster));
  }

  /** Whether chunks are so small that messages take longer; not where cells take long each, nor where the caller says what workers are for. */
  #isSmall({ chunkShape }: Raster, { weighing, closing }: BlockReduce): boolean {
    if (this.#options.workersFrom !== undefined || weighing || closing) return false;
    return chunkShape.reduce((product, length) => product * length, 1) <= CELLS_OF_SMALL;
  }

  #isMuch(bytes: number): boolean {
    return bytes >= (this.#options.workersFrom ?? DEFAULT_WORKERS_FROM);
  }

  readonly decode = async (block: EncodedBlock, signal?: AbortSignal): Promise<Block> =>
    this.#workers ? this.#workers.decode(block, signal) : decodeBlock(block);

  /** Reads a block and reduces it by zone. */
  async reduce(raster: Raster, options: ReadOptions, task: BlockReduce): Promise<ReducedBlock> {
    const here = async (reading = options): Promise<ReducedBlock> => {
      const { slices, nodata, needs, weighing, window } = task;
      const mask = task.mask();
      // Cells that zones cover in part, or that go one by one, are added by code that is loaded while cells are read.
      const loading = weighing || mask.partial ? this.#loadReduceCells() : reduceWholeCells;
      const [{ data }, reduceCells] = await Promise.all([raster.read(window, reading), loading]);
      // Of blocks in memory nothing else waits.
      await this.#turns.take();
      options.signal?.throwIfAborted();
      return { partials: reduceCells({ data, mask, slices, nodata, needs }, weighing), columns: null };
    };
    await this.#loading;
    if (this.#isSmall(raster, task)) return here({ ...options, decode: decodeBlock });
    return this.#workers ? this.#workers.reduce(raster, options, task, here) : here();
  }

  /** Has workers count zones that were read while others still are. */
  countAhead(...all: Parameters<PoolWork["countAhead"]>): void {
    this.#workers?.countAhead(...all);
  }

  /** The cells of zones, and which zones are invalid. */
  async countZones(
    task: ZonesTask,
    signal: AbortSignal | undefined,
    ahead: ZonesAhead | null = null,
  ): Promise<CountedZones> {
    await this.#loading;
    if (this.#workers) return this.#workers.countZones(task, signal, ahead);
    if (verticesOf(task.zones) <= SOON_COUNTED) return countZones(task);
    const { countInTurns } = await import("./parts-of-zones.ts");
    return countInTurns(task, signal);
  }

  /** The last step of groups whose cells were kept. */
  async finalize(step: LastStep, signal: AbortSignal | undefined): Promise<void> {
    if (this.#workers) return this.#workers.finalize(step, signal);
    const { columns, statistics, partials, rows, meaning } = step;
    finalizeRows(columns, statistics, partials, rows, meaning);
  }

  close(): void {
    this.#closed = true;
    this.#byPool?.close();
  }

  #loadReduceCells() {
    this.#reduceCells ??= import("../kernels/zonal-partial.ts").then(({ reduceCells }) => reduceCells);
    return this.#reduceCells;
  }

  get #workers(): PoolWork | null {
    return this.#byPool?.refusal === null ? this.#byPool : null;
  }
}

/** Of all cells, decoded. */
function bytesOf({ grid, dimensions, dtype }: Raster): number {
  return dimensions.reduce((product, { size }) => product * size, grid.width * grid.height) * bytesPerCell(dtype);
}
