import type { Window } from "../grid/window.ts";
import type { Weighing } from "../kernels/single-cell.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import type { BlockTask } from "../plan/plan.ts";
import type { ChunkRef, ResidentChunks } from "../resident/resident-chunks.ts";
import { storedNodata } from "../source/dtype.ts";
import { combineRows, type Partials } from "../stats/partial.ts";
import type { BlockToHold } from "../worker/held-cells.ts";
import type { CountedZones, ZonesTask } from "../worker/zone-work.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** The blocks of a raster, held from one reduction to the next. */
export class LiveBlocks {
  /** Blocks along the non-spatial dimensions that are held at once, for one window. */
  readonly batches: readonly (readonly BlockTask[])[];
  readonly #chunks: ResidentChunks;
  readonly #ready: Prepared;
  /** Of the keys of these blocks: other sessions may need other things of the same raster. */
  readonly #prefix: string;
  readonly #inWorker: boolean;

  /** @param inWorker false where the raster is so small that messages would take longer than the work */
  constructor(chunks: ResidentChunks, ready: Prepared, inWorker: boolean) {
    this.#chunks = chunks;
    this.#ready = ready;
    this.#prefix = chunks.newPrefix();
    this.#inWorker = inWorker;
    const { blocks, blockBytes } = ready.plan;
    const atOnce = Math.max(1, Math.floor(chunks.batchBytes / Math.max(1, blockBytes)));
    this.batches = Array.from({ length: Math.ceil(blocks.length / atOnce) }, (_, batch) =>
      blocks.slice(batch * atOnce, (batch + 1) * atOnce),
    );
  }

  /** Whether reducing in a window reads nothing. */
  holds(window: Window): boolean {
    return this.#ready.plan.blocks.every((block) => this.#chunks.holds(this.#keyOf(window, block)));
  }

  /** Reduces a batch by the zones of a mask; zone z adds to the rows `firstRowOf(z)` + slice of `into`. */
  async reduce(
    mask: ClippedMask,
    batch: readonly BlockTask[],
    into: Partials,
    firstRowOf: (zone: number) => number,
    signal: AbortSignal,
  ): Promise<void> {
    const refs = batch.map((block) => this.#refOf(mask.window, block));
    const found = await this.#chunks.reduce(refs, { mask, weighing: this.#weighing(mask.window) }, signal);
    signal.throwIfAborted();
    batch.forEach(({ slices }, i) => {
      const rows = new Int32Array(mask.zones * slices.length);
      for (let row = 0; row < rows.length; row++) {
        const zone = Math.floor(row / slices.length);
        rows[row] = firstRowOf(zone) + slices[row - zone * slices.length];
      }
      combineRows(into, rows, found[i]);
    });
  }

  /** The cells of zones, found where the blocks are. */
  countZones(task: ZonesTask): Promise<CountedZones> {
    return this.#chunks.countZones(task, this.#inWorker);
  }

  close(): void {
    this.#chunks.drop(this.#prefix);
  }

  #weighing({ row, height }: Window): Weighing | null {
    const { singly, raster } = this.#ready;
    if (!singly) return null;
    const areas = singly.areas?.slice(row, row + height) ?? null;
    return { areas, weights: null, gridWidth: raster.grid.width };
  }

  #keyOf({ row, column }: Window, { ranges }: BlockTask): string {
    return `${this.#prefix}${row},${column} ${ranges.join(" ")}`;
  }

  #refOf(window: Window, block: BlockTask): ChunkRef {
    return {
      key: this.#keyOf(window, block),
      inWorker: this.#inWorker,
      read: (signal) => this.#read(window, block, signal),
    };
  }

  async #read(window: Window, { ranges, slices }: BlockTask, signal: AbortSignal): Promise<BlockToHold> {
    const { raster, needs } = this.#ready;
    const encoded = await raster.read.encoded?.(window, { ranges, signal });
    const block = encoded ?? (await raster.read(window, { ranges, signal }));
    return { block, slices: slices.length, window, nodata: storedNodata(raster), needs };
  }
}
