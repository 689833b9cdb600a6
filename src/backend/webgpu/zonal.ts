import { rastrumError } from "../../errors.ts";
import { windowCells } from "../../grid/window.ts";
import type { MaskPage } from "../../kernels/mask-page.ts";
import type { Strip } from "../../kernels/mask-plan.ts";
import { type ZonalInput, zonal } from "../../kernels/zonal.ts";
import {
  type ByteArray,
  type CellFormat,
  COUNT_WORDS,
  cellFormat,
  exponentBands,
  itemCount,
  nodataBits,
  packParams,
  partialStruct,
  type ReduceParams,
  unpackCounts,
  unpackPartials,
} from "../../kernels/zonal-gpu.ts";
import type { CellArray } from "../../source/source.ts";
import { createPartials, type Partials, valueKindOf } from "../../stats/partial.ts";
import { type Atlas, type DrawnPage, pageBytes } from "./atlas.ts";
import { BufferUsage } from "./constants.ts";
import type { Gpu } from "./device.ts";
import { dispatchItems } from "./draw.ts";
import { cellBytesLimit, partialBytesLimit } from "./limits.ts";

const PARTIAL_BYTES = 4 * partialStruct.words;

/** One of the shader's entry points, and what it writes: words for each item. */
interface Step {
  readonly pipeline: GPUComputePipeline;
  readonly output: { readonly binding: number; readonly words: number };
}

const partialsOutput = { binding: 4, words: partialStruct.words };
const countsOutput = { binding: 5, words: COUNT_WORDS };

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
}

/** Cells that are uploaded at once: a strip of the window, of some slices. */
interface Piece {
  readonly strip: Strip;
  readonly firstSlice: number;
  readonly slices: number;
  readonly cells: CellArray;
}

/** The reduce by zone: piece after piece, page after page of the mask. */
export async function runZonal(gpu: Gpu, atlas: Atlas, input: ZonalInput): Promise<Partials> {
  const { data, slices, mask, needs } = input;
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
  const bands = exponentBands(data, nodata);
  const reduce = { pipeline: await zonalPipeline(gpu, format, input, "reduce"), output: partialsOutput };
  const count = partials.kept && { pipeline: await zonalPipeline(gpu, format, input, "count"), output: countsOutput };
  const reduction: Reduction = { input, format, nodata, bands, reduce, count, partials };
  for (const strip of strips) {
    const most = slicesAtOnce(gpu, reduction, strip);
    for (let slice = 0; slice < slices; slice += most) {
      const piece = cutPiece(input, strip, slice, Math.min(most, slices - slice));
      await reducePiece(gpu, atlas, reduction, piece);
    }
  }
  return partials;
}

function zonalPipeline(
  gpu: Gpu,
  format: CellFormat,
  { needs }: ZonalInput,
  entryPoint: "reduce" | "count",
): Promise<GPUComputePipeline> {
  const cells = { cell_bits: format.cell_bits, cell_signed: Number(format.cell_signed) };
  const sums = {
    cell_float: Number(format.cell_float),
    needs_sum: Number(needs.has("sum")),
    needs_squares: Number(needs.has("squares")),
  };
  const constants: Record<string, number> = entryPoint === "reduce" ? { ...cells, ...sums } : cells;
  return gpu.pipeline(`zonal ${entryPoint} ${Object.values(constants).join(" ")}`, (device) => {
    const module = device.createShaderModule({ label: "zonal", code: zonal.wgsl });
    return device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint, constants } });
  });
}

function slicesAtOnce(gpu: Gpu, { input, bands, count }: Reduction, { window, pages }: Strip): number {
  if (window.height < input.mask.window.height) return 1; // of a strip, slices do not lie one behind the other
  const sliceBytes = windowCells(window) * input.data.BYTES_PER_ELEMENT;
  const tiles = Math.max(...pages.map((page) => page.tilePlacements.length));
  const byPartials = partialBytesLimit(gpu) / (tiles * bands.length * PARTIAL_BYTES);
  const byCounts = count ? partialBytesLimit(gpu) / (4 * COUNT_WORDS) : Infinity;
  return Math.max(1, Math.floor(Math.min(cellBytesLimit(gpu) / sliceBytes, byPartials, byCounts)));
}

function cutPiece({ data, mask }: ZonalInput, strip: Strip, firstSlice: number, slices: number): Piece {
  const { window } = strip;
  const start = firstSlice * windowCells(mask.window) + (window.row - mask.window.row) * window.width;
  return { strip, firstSlice, slices, cells: data.subarray(start, start + slices * windowCells(window)) };
}

/** Pages go in batches that are submitted as one wait, since a wait takes longer than most of what is waited for. */
async function reducePiece(gpu: Gpu, atlas: Atlas, reduction: Reduction, piece: Piece): Promise<void> {
  const { mask } = reduction.input;
  const { strip, cells } = piece;
  for (const { pages, bytes } of batches(gpu, reduction, piece)) {
    const release = await gpu.budget.reserve(cells.byteLength + bytes);
    try {
      const [buffer, uploaded] = uploadCells(gpu, cells);
      const reduced = pages.map(async (page) => {
        const drawn = atlas.acquire(mask, strip, page);
        try {
          await reducePage(gpu, reduction, piece, page, drawn, buffer);
        } finally {
          atlas.release(mask, page);
        }
      });
      await Promise.all([uploaded, ...reduced]);
      gpu.buffers.give(buffer);
    } finally {
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

/** What is submitted from now on finds the cells there; the promise tells whether all was well. */
function uploadCells(gpu: Gpu, cells: CellArray): [buffer: GPUBuffer, uploaded: Promise<void>] {
  return gpu.submit(() => {
    const buffer = gpu.buffers.take(cells.byteLength, BufferUsage.STORAGE | BufferUsage.COPY_DST);
    writeCells(gpu.device.queue, buffer, cells);
    return buffer;
  });
}

/** Uploads are multiples of four bytes: what is left over goes in a word of its own. */
function writeCells(queue: GPUQueue, buffer: GPUBuffer, cells: CellArray): void {
  const whole = cells.byteLength - (cells.byteLength % 4);
  const bytes = new Uint8Array(cells.buffer as ArrayBuffer, cells.byteOffset, cells.byteLength);
  queue.writeBuffer(buffer, 0, bytes, 0, whole);
  if (whole === bytes.length) return;
  const word = new Uint8Array(4);
  word.set(bytes.subarray(whole));
  queue.writeBuffer(buffer, whole, word);
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
  const { window } = piece.strip;
  const params: ReduceParams = {
    firstTile: 0,
    tiles: page.tilePlacements.length,
    slices: piece.slices,
    rowCells: window.width,
    sliceCells: windowCells(window),
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

async function runStep(
  gpu: Gpu,
  { pipeline, output }: Step,
  params: ReduceParams,
  drawn: DrawnPage,
  cells: GPUBuffer,
): Promise<Uint32Array> {
  const { buffers, device } = gpu;
  const items = itemCount(params);
  const bytes = 4 * output.words * items;
  const [used, submitted] = gpu.submit((encoder) => {
    const readback = buffers.take(bytes, BufferUsage.MAP_READ | BufferUsage.COPY_DST);
    const written = buffers.take(bytes, BufferUsage.STORAGE | BufferUsage.COPY_SRC);
    const uniforms = gpu.upload(packParams(params), BufferUsage.UNIFORM);
    const entries = [
      { binding: 0, resource: { buffer: uniforms } },
      { binding: 1, resource: { buffer: cells } },
      { binding: 2, resource: { buffer: drawn.tiles } },
      { binding: 3, resource: drawn.view },
      { binding: output.binding, resource: { buffer: written } },
    ];
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    dispatchItems(pass, items);
    pass.end();
    encoder.copyBufferToBuffer(written, 0, readback, 0, bytes);
    return [readback, written, uniforms];
  });
  const [words] = await Promise.all([gpu.read(used[0], output.words * items), submitted]);
  for (const buffer of used) buffers.give(buffer);
  return words;
}
