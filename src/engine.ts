import type { Demand } from "./backend/backend.ts";
import { type BackendChoice, BackendPool } from "./backend/choose.ts";
import { rastrumError } from "./errors.ts";
import type { Window } from "./grid/window.ts";
import type { Weighing } from "./kernels/single-cell.ts";
import { type ZonalInput, zonal } from "./kernels/zonal.ts";
import { addPartialCells, addWholeCellsSingly } from "./kernels/zonal-partial.ts";
import type { Mask } from "./mask/mask.ts";
import type { ZoneCells } from "./mask/zone-cells.ts";
import type { Pass } from "./plan/passes.ts";
import type { BlockTask, Plan } from "./plan/plan.ts";
import { storedNodata } from "./source/dtype.ts";
import type { Raster } from "./source/source.ts";
import {
  type Accumulator,
  combineRow,
  createPartials,
  type Partials,
  valueKindOf,
  valueKindOfDtype,
} from "./stats/partial.ts";
import type { PixelZones } from "./zones/zones.ts";

export interface EngineOptions {
  /**
   * "auto": WebGPU where a real adapter is found, else the CPU; in Node always the CPU, since WebGPU is an optional
   * package there and imported only when asked for. "webgpu" without an adapter is an error. Default "auto".
   */
  readonly backend?: BackendChoice;
  /** Bytes of decoded cells held at once. Default 512 MiB: small beside a browser tab's limit of 2–4 GiB. */
  readonly memoryBudget?: number;
  /** Chunks in flight at most. Default 8: enough to hide latency, few enough for a browser's 6 connections a host. */
  readonly concurrency?: number;
}

/** What jobs run on: one backend with its device, pipelines and buffers, kept from job to job. */
export interface Engine {
  /** Frees the device and its buffers. The engine must not be used afterwards. */
  close(): Promise<void>;
}

const DEFAULT_MEMORY_BUDGET = 512 * 2 ** 20;
const DEFAULT_CONCURRENCY = 8;

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

/** An engine of one's own. Throws `invalid-option`; that there is no WebGPU shows with the first job. */
export function createEngine(options: EngineOptions = {}): Engine {
  return new EngineCore(options);
}

const shared = new Map<BackendChoice, EngineCore>();

/** The engine of jobs that bring none. */
export function sharedEngine(backend: BackendChoice): EngineCore {
  const engine = shared.get(backend) ?? new EngineCore({ backend });
  shared.set(backend, engine);
  return engine;
}

export class EngineCore implements Engine {
  readonly #pool: BackendPool;
  readonly #memoryBudget: number;
  readonly #concurrency: number;

  /** `pool` is for tests, which bring backends of their own. */
  constructor(options: EngineOptions, pool?: BackendPool) {
    const { backend = "auto" } = options;
    if (backend !== "auto" && backend !== "cpu" && backend !== "webgpu") {
      const message = `backend cannot be ${JSON.stringify(backend)}: give "auto", "cpu" or "webgpu".`;
      throw rastrumError("invalid-option", message, { option: "backend", received: backend });
    }
    this.#pool = pool ?? new BackendPool(backend);
    this.#memoryBudget = positiveInteger("memoryBudget", options.memoryBudget, DEFAULT_MEMORY_BUDGET);
    this.#concurrency = positiveInteger("concurrency", options.concurrency, DEFAULT_CONCURRENCY);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** The backend that a job runs on, and why. */
  async describe(demand: Demand): Promise<{ name: string; reason: string }> {
    const { backend, reason } = await this.#pool.pick(demand);
    return { name: backend.name, reason: `${reason}${backend.name === "webgpu" ? ` (${backend.description})` : ""}` };
  }

  /** Bytes of cells that a pass may keep until its groups are complete; sorting them takes as much again. */
  get keptBudget(): number {
    return this.#memoryBudget / 4;
  }

  /** Reads every chunk of a pass once and reduces it by zone: row `zone × plan.slices + slice` of the result. */
  async runZonal(run: ZonalRun): Promise<Partials> {
    const { plan, pass, raster } = run;
    const rows = run.pixelZones.length * plan.slices;
    const total = createPartials(rows, valueKindOfDtype(raster.dtype), run.needs);
    const tasks = pass.tasks.map(({ window, zones }): MaskTask => {
      const mask: Mask = { window, zones, ...run.cells, pixelZones: run.pixelZones };
      return { mask, blocksLeft: pass.blocks.length, weights: null };
    });
    const steps = tasks.flatMap((task) => pass.blocks.map((block) => ({ task, block })));
    try {
      await forEachLimited(steps, this.#inFlight(plan), run.signal, async ({ task, block }, signal) => {
        await this.#reduceBlock(run, task, block, signal, total);
        if (--task.blocksLeft === 0) {
          task.weights = null;
          await this.#pool.releaseMask(task.mask);
        }
        run.onChunk();
      });
    } finally {
      // Those of a job that ended early.
      for (const { mask, blocksLeft } of tasks) if (blocksLeft > 0) await this.#pool.releaseMask(mask);
    }
    return total;
  }

  async #reduceBlock(
    run: ZonalRun,
    task: MaskTask,
    block: BlockTask,
    signal: AbortSignal,
    total: Partials,
  ): Promise<void> {
    const { raster, plan, needs, singly } = run;
    const { mask } = task;
    const { data } = await raster.read(mask.window, { ranges: block.ranges, signal });
    signal.throwIfAborted();
    const slices = block.slices.length;
    const input = { data, slices, mask, nodata: storedNodata(raster), needs };
    const partials = singly
      ? await reduceSingly(input, singly, task, raster.grid.width, signal)
      : await this.#reduceWhole(input, { dtype: raster.dtype, needs });
    for (let zone = 0; zone < mask.zones.length; zone++) {
      const base = mask.zones[zone] * plan.slices;
      for (let slice = 0; slice < slices; slice++) {
        combineRow(total, base + block.slices[slice], partials, zone * slices + slice);
      }
    }
  }

  async #reduceWhole(input: ZonalInput, demand: Demand): Promise<Partials> {
    const partials = await this.#pool.run(zonal, input, demand);
    addPartialCells(partials, input, null);
    return partials;
  }

  #inFlight(plan: Plan): number {
    if (plan.blockBytes > this.#memoryBudget) {
      const mib = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
      const message = `A chunk of this raster takes ${mib(plan.blockBytes)}, more than memoryBudget (${mib(this.#memoryBudget)}): raise it.`;
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
}

async function reduceSingly(
  input: ZonalInput,
  { areas, readWeights }: Singly,
  task: MaskTask,
  gridWidth: number,
  signal: AbortSignal,
): Promise<Partials> {
  task.weights ??= readWeights?.(task.mask.window, signal) ?? null;
  const weighing: Weighing = { areas, weights: await task.weights, gridWidth };
  const partials = createPartials(input.mask.zones.length * input.slices, valueKindOf(input.data), input.needs);
  addWholeCellsSingly(partials, input, weighing);
  addPartialCells(partials, input, weighing);
  return partials;
}

/**
 * Runs `work` over the items in order, `limit` at a time. The first failure, or the caller's abort, aborts the rest;
 * it is only passed on once everything has ended, so nothing is left running.
 */
async function forEachLimited<Item>(
  items: readonly Item[],
  limit: number,
  outer: AbortSignal | undefined,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const onAbort = () => controller.abort(outer?.reason);
  outer?.addEventListener("abort", onAbort, { once: true });
  let next = 0;
  const lane = async () => {
    while (next < items.length && !controller.signal.aborted) {
      try {
        await work(items[next++], controller.signal);
      } catch (error) {
        controller.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  outer?.removeEventListener("abort", onAbort);
  controller.signal.throwIfAborted();
}

function positiveInteger(option: string, received: number | undefined, fallback: number): number {
  if (received === undefined) return fallback;
  if (Number.isInteger(received) && received > 0) return received;
  const message = `${option} cannot be ${JSON.stringify(received)}: give a positive integer.`;
  throw rastrumError("invalid-option", message, { option, received });
}
