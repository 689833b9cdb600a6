import type { Demand } from "./backend/backend.ts";
import { type BackendChoice, type BackendPool, createBackendPool } from "./backend/choose.ts";
import { checkEngineOptions, type EngineOptions } from "./backend/engine-options.ts";
import { rastrumError } from "./errors.ts";
import type { Window } from "./grid/window.ts";
import { clippedMask } from "./mask/clipped-mask.ts";
import type { Mask } from "./mask/mask.ts";
import type { ClassedMask } from "./mask/split-by-class.ts";
import type { ZoneCells } from "./mask/zone-cells.ts";
import type { Pass } from "./plan/passes.ts";
import type { BlockTask, Plan } from "./plan/plan.ts";
import { KeptBlocks } from "./resident/kept-blocks.ts";
import type { ResidentChunks } from "./resident/resident-chunks.ts";
import { storedNodata } from "./source/dtype.ts";
import { forEachLimited } from "./source/each-limited.ts";
import type { Raster, ReadOptions } from "./source/source.ts";
import { type Groups, zoneGroups } from "./stats/groups.ts";
import { loadPairs } from "./stats/pairs.ts";
import { type Accumulator, combineRows, type Partials, valueKindOfDtype } from "./stats/partial.ts";
import { TotalPartials } from "./stats/total-partials.ts";
import { BlockWork, type ReducedBlock } from "./worker/block-work.ts";
import type { Closing, ClosingGroups } from "./worker/closing-groups.ts";
import type { LastStep } from "./worker/finalize-work.ts";
import type { WorkerOptions } from "./worker/options.ts";
import type { PixelZones } from "./zones/zones.ts";

/** What jobs run on: workers, one backend with its device, pipelines and buffers, kept from job to job. */
export interface Engine {
  /**
   * Has the workers come up ahead of the first job, to stay until the engine is closed: in a page, while somebody still
   * looks for what to ask. Resolves once they are up; where there can be none, jobs go on without, and their tables say
   * why. Rejects with `closed`.
   */
  start(): Promise<void>;
  /** Ends the workers, frees the device and its buffers. Jobs under way, and those that come, reject with `closed`. */
  close(): Promise<void>;
}

/** What the engine needs to run a plan. */
export interface ZonalRun {
  readonly raster: Raster;
  readonly plan: Plan;
  readonly pass: Pass;
  readonly cells: ZoneCells;
  readonly pixelZones: PixelZones;
  readonly needs: ReadonlySet<Accumulator>;
  /** Where cells go one by one: null where coverage alone counts. */
  readonly singly: Singly | null;
  /** Where zones are cut by the classes of a second raster: null where they are not. */
  readonly byClass: ByClass | null;
  /** Accumulators of the caller's own, which take what blocks come to in place of those of the result. */
  readonly into?: Partial<Partials>;
  /** Zones that may be done with before the others; the result has the rows of its groups, which are the zones left open. */
  readonly closing?: ClosingGroups | null;
  readonly signal: AbortSignal | undefined;
  /** Called after each chunk. */
  readonly onChunk: () => void;
}

/** What cells weigh beyond their coverage. */
export interface Singly {
  /** Area of a cell, one a row of the grid. */
  readonly areas: Float64Array | null;
  /** Weights of the cells of a window, NaN where there is none. */
  readonly readWeights: ((window: Window, signal: AbortSignal) => Promise<Float64Array>) | null;
}

/** The classes of cells. */
export interface ByClass {
  /** Groups are found, and numbered, as cells are met. */
  readonly groups: Groups;
  /** Numbers of the classes of the cells of a window, −1 where there is none. */
  readonly read: (window: Window, signal: AbortSignal) => Promise<Int32Array>;
}

/** What a table says of where it was made. */
export interface EngineDescription {
  readonly name: string;
  readonly reason: string;
  /** How many workers helped, or why none did that were wanted; null where none were. */
  readonly workers: string | null;
}

/** An engine of one's own. Throws `invalid-option`; that there is no WebGPU shows with the first job. */
export function createEngine(options: EngineOptions = {}): Engine {
  return new EngineCore(options);
}

const shared = new Map<BackendChoice, EngineCore>();

/** The engine of jobs that bring none. */
export function sharedEngine(backend: BackendChoice): EngineCore {
  const engine = shared.get(backend) ?? new EngineCore({ backend, keptChunks: 0 });
  shared.set(backend, engine);
  return engine;
}

export class EngineCore implements Engine {
  readonly #pool: BackendPool;
  /** What workers do for its jobs, or the thread that asks. */
  readonly work: BlockWork;
  readonly #options: EngineOptions;
  readonly #kept: KeptBlocks;
  #resident: ResidentChunks | null = null;
  readonly #memoryBudget: number;
  readonly #concurrency: number;
  readonly #closing = new AbortController();

  /** `pool` is for tests, which bring backends of their own. */
  constructor(options: EngineOptions, pool?: BackendPool) {
    const { backend, memoryBudget, keptChunks, concurrency } = checkEngineOptions(options);
    this.#pool = pool ?? createBackendPool(backend, keptChunks);
    this.#memoryBudget = memoryBudget;
    this.#options = options;
    this.#kept = new KeptBlocks(keptChunks);
    this.#concurrency = concurrency;
    this.work = new BlockWork(options);
  }

  async start(): Promise<void> {
    this.#closing.signal.throwIfAborted();
    await this.work.awake();
    this.#closing.signal.throwIfAborted();
  }

  close(): Promise<void> {
    // First, so that what workers are lost with is not done here instead.
    this.#closing.abort(rastrumError("closed", "The engine is closed: make another one.", { what: "engine" }));
    this.#resident?.close();
    this.#kept.clear();
    this.work.close();
    return this.#pool.close();
  }

  /** Decoded blocks that stay for live statistics, within half of the budget: made by those, when first asked for. */
  resident(make: (budget: number, options: WorkerOptions) => ResidentChunks): ResidentChunks {
    this.#resident ??= make(this.#memoryBudget / 2, this.#options);
    if (this.#closing.signal.aborted) this.#resident.close();
    return this.#resident;
  }

  /** The raster, of which decoded chunks stay from job to job. */
  keeping(raster: Raster): Raster {
    return this.#kept.keeping(raster);
  }

  /** The backend that a job runs on, and why. */
  async describe(demand: Demand): Promise<EngineDescription> {
    this.#closing.signal.throwIfAborted();
    const { backend, reason } = await this.#pool.pick({ ...demand, threads: this.work.threads });
    const device = backend.name === "webgpu" ? ` (${backend.description})` : "";
    return { name: backend.name, reason: `${reason}${device}`, workers: this.work.description };
  }

  /** Has workers come up where reading the raster, or so many bytes of it, would be work for them. Throws `closed`. */
  prepare(raster: Raster, bytes?: number): void {
    this.#closing.signal.throwIfAborted();
    this.work.prepare(raster, bytes);
  }

  /** Puts values of statistics into their columns. */
  async finalize(step: LastStep, signal: AbortSignal | undefined): Promise<void> {
    await loadPairs(step.rows.length);
    return this.work.finalize(step, signal);
  }

  /** Bytes of cells that a pass may keep until its groups are complete; sorting them takes as much again. */
  get keptBudget(): number {
    return this.#memoryBudget / 4;
  }

  /** Reads every chunk of a pass once and reduces it by group: row `group × plan.slices + slice` of the result. */
  async runZonal(run: ZonalRun): Promise<Partials> {
    const { plan, pass, raster } = run;
    const groups = run.byClass?.groups ?? run.closing?.groups ?? zoneGroups(run.pixelZones.length);
    const total = new TotalPartials(groups, plan.slices, valueKindOfDtype(raster.dtype), run.needs, run.into);
    void loadPairs(total.partials.rows);
    const tasks = pass.tasks.map(({ window, zones }): MaskTask => {
      const mask: Mask = { window, zones, ...run.cells, pixelZones: run.pixelZones };
      return { mask, blocksLeft: pass.blocks.length, weights: null, split: null };
    });
    const steps = tasks.flatMap((task) => pass.blocks.map((block) => ({ task, block })));
    try {
      await forEachLimited(
        steps,
        this.inFlight(plan),
        [run.signal, this.#closing.signal],
        async ({ task, block }, signal) => {
          await this.#reduceBlock(run, task, block, signal, total);
          if (--task.blocksLeft === 0) {
            task.weights = task.split = null;
            await this.#pool.releaseMask(task.mask);
          }
          run.onChunk();
        },
      );
    } finally {
      // Those of a job that ended early.
      for (const { mask, blocksLeft } of tasks) if (blocksLeft > 0) await this.#pool.releaseMask(mask);
    }
    return total.partials;
  }

  async #reduceBlock(
    run: ZonalRun,
    task: MaskTask,
    block: BlockTask,
    signal: AbortSignal,
    total: TotalPartials,
  ): Promise<void> {
    const { byClass } = run;
    const { window } = task.mask;
    if (byClass) task.split ??= splitMask(task.mask, byClass.read(window, signal));
    const split = await task.split;
    const mask = split?.mask ?? task.mask;
    const closing = run.closing?.of(mask.zones) ?? null;
    const { partials, columns } = await this.#reduced(run, task, block, mask, closing, signal);
    signal.throwIfAborted();
    if (columns && closing && run.closing) {
      const open = run.closing.put(mask.zones, closing.closes, block.slices, columns);
      const rows = total.rowsOf(open.zones, null, block.slices);
      return combineRows(total.partials, rows, partials, open.rows);
    }
    const rows = total.rowsOf(split?.zones ?? mask.zones, split?.classes ?? null, block.slices);
    combineRows(total.partials, rows, partials);
  }

  async #reduced(
    { raster, plan, pass, needs, singly, byClass }: ZonalRun,
    task: MaskTask,
    block: BlockTask,
    mask: Mask,
    closing: Closing | null,
    signal: AbortSignal,
  ): Promise<ReducedBlock> {
    const { window } = mask;
    const options: ReadOptions = { ranges: block.ranges, signal, decode: this.work.decode };
    const rest = { slices: block.slices.length, nodata: storedNodata(raster), needs };
    const one = singly !== null || byClass !== null;
    const demand = { dtype: raster.dtype, needs, singly: one, work: plan.work, threads: this.work.threads };
    const { backend } = await this.#pool.pick(demand);
    signal.throwIfAborted();
    if (backend.name !== "cpu") {
      const { data, kept } = await raster.read(window, options);
      signal.throwIfAborted();
      const input = { data, kept, mask, ...rest };
      // With its shader: loaded where there is a GPU.
      const { zonal } = await import("./kernels/zonal.ts");
      const partials = await this.#pool.run(zonal, input, demand);
      if (mask.partial) {
        const { addPartialCells } = await import("./kernels/zonal-partial.ts");
        addPartialCells(partials, { ...input, mask: clippedMask(mask) }, null);
      }
      return { partials, columns: null };
    }
    task.weights ??= singly?.readWeights?.(window, signal) ?? null;
    const areas = singly?.areas?.slice(window.row, window.row + window.height) ?? null;
    const weighing = singly && { areas, weights: await task.weights, gridWidth: raster.grid.width };
    const ofMask = { window, mask: () => clippedMask(mask), movesMask: pass.blocks.length === 1 };
    return this.work.reduce(raster, options, { ...ofMask, weighing, closing, ...rest });
  }

  /** Blocks of a plan that may be under way at once. Throws `budget-too-small` where not even one fits. */
  inFlight(plan: Plan): number {
    if (plan.blockBytes > this.#memoryBudget) {
      const message = `A chunk of this raster takes ${plan.blockBytes} bytes, more than memoryBudget (${this.#memoryBudget}): give at least that.`;
      const fields = { bytesNeeded: plan.blockBytes, budgetBytes: this.#memoryBudget };
      throw rastrumError("budget-too-small", message, fields);
    }
    const fitting = Math.floor(this.#memoryBudget / Math.max(1, plan.blockBytes));
    return Math.min(this.#concurrency, fitting);
  }
}

/** A spatial chunk while its blocks are being reduced. */
interface MaskTask {
  readonly mask: Mask;
  blocksLeft: number;
  /** Read for the first block, kept for the others. */
  weights: Promise<Float64Array> | null;
  split: Promise<ClassedMask> | null;
}

/** By code that jobs with classes load. */
async function splitMask(mask: Mask, classes: Promise<Int32Array>): Promise<ClassedMask> {
  const [{ splitByClass }, found] = await Promise.all([import("./mask/split-by-class.ts"), classes]);
  return splitByClass(mask, found);
}
