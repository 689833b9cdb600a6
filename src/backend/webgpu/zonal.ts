import { rastrumError } from "../../errors.ts";
import { windowCells } from "../../grid/window.ts";
import type { MaskPage } from "../../kernels/mask-page.ts";
import type { Strip } from "../../kernels/mask-plan.ts";
import type { ZonalInput } from "../../kernels/zonal.ts";
import {
  type ByteArray,
  type CellFormat,
  COUNT_WORDS,
  cellFormat,
  nodataBits,
  type ReduceParams,
  unpackCounts,
  unpackPartials,
} from "../../kernels/zonal-gpu.ts";
import type { CellArray } from "../../source/source.ts";
import { createPartials, type Partials, valueKindOf } from "../../stats/partial.ts";
import { type Atlas, type DrawnPage, pageBytes } from "./atlas.ts";
import type { Gpu } from "./device.ts";
import type { KeptCells } from "./kept-cells.ts";
import { cellBytesLimit, partialBytesLimit } from "./limits.ts";
import { PARTIAL_BYTES, runStep, type Step, zonalSteps } from "./zonal-steps.ts";

/** What a device has for runs. */
export interface ZonalDevice {
  readonly gpu: Gpu;
  readonly atlas: Atlas;
  readonly cells: KeptCells;
}

/** What stays the same for all pieces of a run. */
interface Reduction {
  readonly input: ZonalInput;
  readonly format: CellFormat;
  readonly nodata: number | null;
  readonly bands: readonly number[];
  readonly reduce: Step;
  /** Counts the values; null where nothing needs them. */
  readonly count: Step | null;
  readonly partials: Partials;
  /** Whether all cells go to the device in one, to stay there. */
  readonly keep: boolean;
}

/** Cells that are reduced at once: a strip of the window, of some slices. */
interface Piece {
  readonly strip: Strip;
  readonly firstSlice: number;
  readonly slices: number;
  /** What is uploaded: these alone, or all. */
  readonly cells: CellArray;
  /** Of those: the strip's first one of the first slice. */
  readonly firstCell: number;
  /** Of those: from a slice to the next. */
  readonly sliceCells: number;
}

/** The reduce by zone: piece after piece, page after page of the mask. */
export async function runZonal(device: ZonalDevice, input: ZonalInput): Promise<Partials> {
  const { data, slices, mask, needs, kept = false } = input;
  const { gpu, atlas, cells } = device;
  const format = cellFormat(data);
  if (!format) {
    const what = `${data.constructor.name} on WebGPU`;
    throw rastrumError("unsupported", `WebGPU cannot reduce ${data.constructor.name} exactly; use backend "cpu".`, {
      what,
    });
  }
  const partials = createPartials(mask.zones.length * slices, valueKindOf(data), needs);
  const strips = atlas.strips(mask).filter((strip) => strip.pages.length > 0);
  if (strips.length === 0 || slices === 0) return partials;
  const nodata = nodataBits(input.nodata, format);
  const bands = cells.bandsOf(data, nodata, kept);
  const steps = await zonalSteps(gpu, format, needs, partials.kept !== null);
  const keep = kept && data.byteLength <= cellBytesLimit(gpu) && cells.takes(data);
  const reduction: Reduction = { input, format, nodata, bands, ...steps, partials, keep };
  for (const strip of strips) {
    const most = slicesAtOnce(gpu, reduction, strip);
    for (let slice = 0; slice < slices; slice += most) {
      await reducePiece(device, reduction, cutPiece(reduction, strip, slice, Math.min(most, slices - slice)));
    }
  }
  return partials;
}

function slicesAtOnce(gpu: Gpu, { input, bands, count, keep }: Reduction, { window, pages }: Strip): number {
  const tiles = Math.max(...pages.map((page) => page.tilePlacements.length));
  const byPartials = partialBytesLimit(gpu) / (tiles * bands.length * PARTIAL_BYTES);
  const byCounts = count ? partialBytesLimit(gpu) / (4 * COUNT_WORDS) : Infinity;
  return Math.max(1, Math.floor(Math.min(byPartials, byCounts, keep ? Infinity : slicesByCells(gpu, input, window))));
}

/** Slices of a strip that are uploaded at once. */
function slicesByCells(gpu: Gpu, { mask, data }: ZonalInput, window: Strip["window"]): number {
  if (window.height < mask.window.height) return 1; // of a strip, slices do not lie one behind the other
  return cellBytesLimit(gpu) / (windowCells(window) * data.BYTES_PER_ELEMENT);
}

function cutPiece({ input, keep }: Reduction, strip: Strip, firstSlice: number, slices: number): Piece {
  const { data, mask } = input;
  const { window } = strip;
  const all = windowCells(mask.window);
  const start = firstSlice * all + (window.row - mask.window.row) * window.width;
  if (keep) return { strip, firstSlice, slices, cells: data, firstCell: start, sliceCells: all };
  const sliceCells = windowCells(window);
  return {
    strip,
    firstSlice,
    slices,
    cells: data.subarray(start, start + slices * sliceCells),
    firstCell: 0,
    sliceCells,
  };
}

/** Pages go in batches that are waited for together, since a wait takes longer than most of what is waited for. */
async function reducePiece(device: ZonalDevice, reduction: Reduction, piece: Piece): Promise<void> {
  const { gpu, atlas, cells } = device;
  const { mask } = reduction.input;
  for (const { pages, bytes } of batches(gpu, reduction, piece)) {
    const there = reduction.keep ? cells.find(piece.cells) : null;
    const release = await gpu.budget.reserve(bytes + (there ? 0 : piece.cells.byteLength)).catch((error) => {
      there?.release();
      throw error;
    });
    // Another run may have brought them there meanwhile.
    const used =
      there ?? (reduction.keep ? cells.find(piece.cells) : null) ?? cells.upload(piece.cells, reduction.keep);
    try {
      const reduced = pages.map(async (page) => {
        const drawn = atlas.acquire(mask, piece.strip, page);
        try {
          await reducePage(gpu, reduction, piece, page, drawn, used.buffer);
        } finally {
          atlas.release(mask, page, drawn);
        }
      });
      await Promise.all([used.uploaded, ...reduced]);
    } finally {
      used.release();
      release();
    }
  }
}

interface Batch {
  readonly pages: MaskPage[];
  /** Of the pages and of what is written for them. */
  bytes: number;
}

/** A piece's pages, as many at once as what work in flight may take has room for beside the cells. */
function batches(gpu: Gpu, { bands, count }: Reduction, { strip, slices, cells }: Piece): Batch[] {
  const found: Batch[] = [];
  const most = gpu.budget.limit - cells.byteLength;
  for (const page of strip.pages) {
    const items = page.tilePlacements.length * slices * bands.length;
    const written = Math.max(items * PARTIAL_BYTES, count ? partialBytesLimit(gpu) : 0);
    const bytes = pageBytes(page) + 2 * written;
    const last = found.at(-1);
    if (!last || last.bytes + bytes > most) found.push({ pages: [page], bytes });
    else {
      last.pages.push(page);
      last.bytes += bytes;
    }
  }
  return found;
}

async function reducePage(
  gpu: Gpu,
  reduction: Reduction,
  piece: Piece,
  page: MaskPage,
  drawn: DrawnPage,
  cells: GPUBuffer,
): Promise<void> {
  const { input, format, partials, reduce, count, nodata, bands } = reduction;
  const params: ReduceParams = {
    firstTile: 0,
    tiles: page.tilePlacements.length,
    slices: piece.slices,
    firstCell: piece.firstCell,
    rowCells: piece.strip.window.width,
    sliceCells: piece.sliceCells,
    nodata,
    bands,
  };
  let words: Uint32Array;
  let repairs: number;
  do {
    repairs = drawn.repairs;
    [words] = await Promise.all([runStep(gpu, reduce, params, drawn, cells), drawn.settled]);
  } while (repairs !== drawn.repairs);
  const rowOf = (tile: number, slice: number) => {
    const { zone } = page.placements[page.tilePlacements[tile]];
    return zone * input.slices + piece.firstSlice + slice;
  };
  unpackPartials(words, params, format, partials, rowOf);
  if (!count) return;
  const Cells = input.data.constructor as ByteArray;
  const most = Math.max(1, Math.floor(partialBytesLimit(gpu) / (4 * COUNT_WORDS * piece.slices)));
  for (let firstTile = 0; firstTile < params.tiles; firstTile += most) {
    const some = { ...params, firstTile, tiles: Math.min(most, params.tiles - firstTile) };
    unpackCounts(await runStep(gpu, count, some, drawn, cells), some, Cells, partials, rowOf);
  }
}
