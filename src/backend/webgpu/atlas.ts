import { windowCells } from "../../grid/window.ts";
import { fingerprintStruct } from "../../kernels/mask.ts";
import { addRectangle, emptyDrawing } from "../../kernels/mask-drawing.ts";
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

  release(mask: Mask, page: MaskPage): void {
    const drawn = this.#drawn.get(page);
    if (!drawn) return;
    drawn.users--;
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
    const [drawn, checks] = this.#render(strip, page, (drawer, encoder) => {
      const texture = device.createTexture({ size: [page.width, page.height], format: MASK_FORMAT, usage });
      const view = texture.createView();
      const tiles = device.createBuffer({
        size: page.tiles.byteLength,
        usage: BufferUsage.STORAGE | BufferUsage.COPY_DST,
      });
      device.queue.writeBuffer(tiles, 0, page.tiles);
      drawer.draw(encoder, view, page.drawing, "clear");
      return { texture, view, tiles, users: 0, repairs: 0, settled: Promise.resolve() };
    });
    drawn.settled = this.#settle(mask, strip, page, drawn, checks);
    drawn.settled.catch(() => this.#drawn.delete(page)); // whoever uses the page waits for it, too, and fails
    return drawn;
  }

  /** Draws and tells, later, the indices of placements that are not as their runs say. */
  #render(
    strip: Strip,
    page: MaskPage,
    record: (drawer: PageDrawer, encoder: GPUCommandEncoder) => DrawnPage,
  ): [drawn: DrawnPage, wrong: Promise<number[]>] {
    const count = page.tilePlacements.length;
    const [{ drawn, readback, buffers }, submitted] = this.#gpu.submit((encoder) => {
      const drawer = new PageDrawer(this.#gpu, this.#pipelines, page, strip.window.width);
      const drawn = record(drawer, encoder);
      const readback = drawer.fingerprint(encoder, drawn.view, drawn.tiles, count);
      return { drawn, readback, buffers: drawer.buffers };
    });
    const check = async () => {
      const [words] = await Promise.all([this.#gpu.read(readback, fingerprintStruct.words * count), submitted]);
      for (const buffer of buffers) this.#gpu.buffers.give(buffer);
      return wrongPlacements(page, words);
    };
    return [drawn, check()];
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
    const [, checksAgain] = this.#render(strip, page, (drawer, encoder) => {
      drawer.draw(encoder, drawn.view, repair, "load");
      return drawn;
    });
    const left = await checksAgain;
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
