import { windowCells } from "../../grid/window.ts";
import { fingerprintStruct } from "../../kernels/mask.ts";
import { addRectangle, type Drawing, emptyDrawing } from "../../kernels/mask-drawing.ts";
import type { MaskPage } from "../../kernels/mask-page.ts";
import { type Fill, planStrips, type Strip } from "../../kernels/mask-plan.ts";
import type { Mask } from "../../mask/mask.ts";
import { ClippedRuns } from "../../mask/runs.ts";
import type { PixelZones } from "../../zones/zones.ts";
import { BufferUsage, TextureUsage } from "./constants.ts";
import type { Gpu } from "./device.ts";
import { MASK_FORMAT, type MaskPipelines, PageDrawer } from "./draw.ts";
import { pageLimits } from "./limits.ts";

/** A page on the GPU. `users` hold it; without any it may be dropped, to be drawn again when needed. */
export interface DrawnPage {
  readonly texture: GPUTexture;
  readonly view: GPUTextureView;
  readonly tiles: GPUBuffer;
  users: number;
  /** Counts repairs: what was computed on the page before one has to be computed again. */
  repairs: number;
  /** Resolves once the page was checked and, where need be, repaired. */
  settled: Promise<void>;
}

/** All masks that are on the GPU: planned once a mask, drawn when first used, kept under a number of bytes. */
export class Atlas {
  /** Zones that were drawn wrong by triangles, found by their fingerprint and drawn again by parity. */
  repairedZones = 0;
  readonly #gpu: Gpu;
  readonly #pipelines: MaskPipelines;
  readonly #fill: Fill;
  readonly #idleLimit: number;
  readonly #strips = new WeakMap<Mask, readonly Strip[]>();
  /** Least recently used first. */
  readonly #drawn = new Map<MaskPage, DrawnPage>();
  readonly #distrusted = new WeakMap<PixelZones, Set<number>>();

  constructor(gpu: Gpu, pipelines: MaskPipelines, fill: Fill, idleLimit: number) {
    this.#gpu = gpu;
    this.#pipelines = pipelines;
    this.#fill = fill;
    this.#idleLimit = idleLimit;
  }

  /** Where the cells of a mask's zones lie; kept with the mask. */
  strips(mask: Mask): readonly Strip[] {
    let strips = this.#strips.get(mask);
    if (!strips) {
      strips = planStrips(mask, pageLimits(this.#gpu, mask.window.width), this.#fill, this.#distrustedOf(mask));
      this.#strips.set(mask, strips);
    }
    return strips;
  }

  /** A page, drawn now unless it is there already. Give it back with `release`. */
  acquire(mask: Mask, strip: Strip, page: MaskPage): DrawnPage {
    let drawn = this.#drawn.get(page);
    if (drawn) this.#drawn.delete(page);
    else drawn = this.#draw(mask, strip, page);
    this.#drawn.set(page, drawn);
    drawn.users++;
    return drawn;
  }

  release(mask: Mask, page: MaskPage, drawn: DrawnPage): void {
    drawn.users--;
    if (this.#drawn.get(page) !== drawn) return; // it failed, and may have been drawn again
    if (drawn.users === 0 && !this.#strips.has(mask)) this.#drop(page, drawn); // released meanwhile
    this.#dropIdle();
  }

  releaseMask(mask: Mask): void {
    const strips = this.#strips.get(mask) ?? [];
    this.#strips.delete(mask);
    for (const page of strips.flatMap(({ pages }) => pages)) {
      const drawn = this.#drawn.get(page);
      if (drawn?.users === 0) this.#drop(page, drawn);
    }
  }

  #drop(page: MaskPage, drawn: DrawnPage): void {
    this.#drawn.delete(page);
    drawn.texture.destroy();
    drawn.tiles.destroy();
  }

  #dropIdle(): void {
    const idle = [...this.#drawn].filter(([, { users }]) => users === 0);
    let bytes = idle.reduce((sum, [page]) => sum + pageBytes(page), 0);
    for (const [page, drawn] of idle) {
      if (bytes <= this.#idleLimit) return;
      bytes -= pageBytes(page);
      this.#drop(page, drawn);
    }
  }

  #draw(mask: Mask, strip: Strip, page: MaskPage): DrawnPage {
    const { device } = this.#gpu;
    const usage = TextureUsage.RENDER_ATTACHMENT | TextureUsage.TEXTURE_BINDING | TextureUsage.COPY_SRC;
    const [drawn, made] = this.#gpu.check((): DrawnPage => {
      const texture = device.createTexture({ size: [page.width, page.height], format: MASK_FORMAT, usage });
      const tiles = device.createBuffer({
        size: page.tiles.byteLength,
        usage: BufferUsage.STORAGE | BufferUsage.COPY_DST,
      });
      device.queue.writeBuffer(tiles, 0, page.tiles);
      return { texture, view: texture.createView(), tiles, users: 0, repairs: 0, settled: Promise.resolve() };
    });
    const checks = this.#render(strip, page, drawn, page.drawing, "clear");
    drawn.settled = Promise.all([this.#settle(mask, strip, page, drawn, checks), made]).then(() => {});
    // Whoever uses the page waits for it, too, and fails.
    drawn.settled.catch(() => {
      if (this.#drawn.get(page) === drawn) this.#drop(page, drawn);
    });
    return drawn;
  }

  /** Draws and tells, later, the indices of placements that are not as their runs say. */
  async #render(
    strip: Strip,
    page: MaskPage,
    { view, tiles }: DrawnPage,
    drawing: Drawing,
    loadOp: GPULoadOp,
  ): Promise<number[]> {
    const count = page.tilePlacements.length;
    const bytes = 4 * fingerprintStruct.words * count;
    const words = await this.#gpu.run(bytes, (encoder, readback, offset) => {
      const drawer = new PageDrawer(this.#gpu, this.#pipelines, page, strip.window.width);
      drawer.draw(encoder, view, drawing, loadOp);
      encoder.copyBufferToBuffer(drawer.fingerprint(encoder, view, tiles, count), 0, readback, offset, bytes);
      return drawer.buffers;
    });
    return wrongPlacements(page, words);
  }

  async #settle(mask: Mask, strip: Strip, page: MaskPage, drawn: DrawnPage, checks: Promise<number[]>): Promise<void> {
    const wrong = await checks;
    if (wrong.length === 0) return;
    const repair = emptyDrawing();
    const runs = new ClippedRuns();
    for (const index of wrong) {
      const placement = page.placements[index];
      const zone = mask.zones[placement.zone];
      runs.clip(mask.runs, zone, placement.window);
      addRectangle(repair, placement, runs);
      addRectangle(page.drawing, placement, runs); // for the next time that the page is drawn
      this.#distrustedOf(mask).add(zone);
    }
    this.repairedZones += wrong.length;
    drawn.repairs++;
    const left = await this.#render(strip, page, drawn, repair, "load");
    if (left.length > 0) this.#gpu.end(`the GPU fills masks wrong: ${left.length} of ${page.placements.length} zones`);
    this.#gpu.assertAlive();
  }

  #distrustedOf(mask: Mask): Set<number> {
    const zones = this.#distrusted.get(mask.pixelZones) ?? new Set();
    this.#distrusted.set(mask.pixelZones, zones);
    return zones;
  }
}

/** Bytes of a page on the GPU. */
export function pageBytes(page: MaskPage): number {
  return windowCells({ row: 0, column: 0, ...page }) + page.tiles.byteLength;
}

function wrongPlacements(page: MaskPage, words: Uint32Array): number[] {
  const found = page.placements.map(() => ({ count: 0, first: 0, second: 0 }));
  const { offsets, words: stride } = fingerprintStruct;
  for (const [tile, placement] of page.tilePlacements.entries()) {
    const sum = found[placement];
    sum.count += words[tile * stride + offsets.count];
    sum.first = (sum.first + words[tile * stride + offsets.first]) >>> 0;
    sum.second = (sum.second + words[tile * stride + offsets.second]) >>> 0;
  }
  const wrong: number[] = [];
  for (const [index, { count, first, second }] of page.fingerprints.entries()) {
    const sum = found[index];
    if (sum.count !== count || sum.first !== first || sum.second !== second) wrong.push(index);
  }
  return wrong;
}
