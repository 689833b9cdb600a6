import { rastrumError } from "../../errors.ts";
import { windowCells } from "../../grid/window.ts";
import type { MaskPage } from "../../kernels/mask-page.ts";
import type { Strip } from "../../kernels/mask-plan.ts";
import { type ZonalInput, zonal } from "../../kernels/zonal.ts";
import {
  type CellFormat,
  cellFormat,
  exponentBands,
  itemCount,
  nodataBits,
  packParams,
  partialStruct,
  type ReduceParams,
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

/** What stays the same for all pieces of a run. */
interface Reduction {
  readonly input: ZonalInput;
  readonly format: CellFormat;
  readonly nodata: number | null;
  readonly bands: readonly number[];
  readonly pipeline: GPUComputePipeline;
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
  const pipeline = await zonalPipeline(gpu, format, input);
  const reduction: Reduction = { input, format, nodata, bands, pipeline, partials };
  for (const strip of strips) {
    const most = slicesAtOnce(gpu, reduction, strip);
    for (let slice = 0; slice < slices; slice += most) {
      const piece = cutPiece(input, strip, slice, Math.min(most, slices - slice));
      await reducePiece(gpu, atlas, reduction, piece);
    }
  }
  return partials;
}

function zonalPipeline(gpu: Gpu, format: CellFormat, { needs }: ZonalInput): Promise<GPUComputePipeline> {
  const constants = {
    cell_bits: format.cell_bits,
    cell_signed: Number(format.cell_signed),
    cell_float: Number(format.cell_float),
    needs_sum: Number(needs.has("sum")),
    needs_squares: Number(needs.has("squares")),
  };
  return gpu.pipeline(`zonal ${Object.values(constants).join(" ")}`, (device) => {
    const module = device.createShaderModule({ label: "zonal", code: zonal.wgsl });
    return device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "reduce", constants } });
  });
}

function slicesAtOnce(gpu: Gpu, { input, bands }: Reduction, { window, pages }: Strip): number {
  if (window.height < input.mask.window.height) return 1; // of a strip, slices do not lie one behind the other
  const sliceBytes = windowCells(window) * input.data.BYTES_PER_ELEMENT;
  const tiles = Math.max(...pages.map((page) => page.tilePlacements.length));
  const byPartials = partialBytesLimit(gpu) / (tiles * bands.length * PARTIAL_BYTES);
  return Math.max(1, Math.floor(Math.min(cellBytesLimit(gpu) / sliceBytes, byPartials)));
}

function cutPiece({ data, mask }: ZonalInput, strip: Strip, firstSlice: number, slices: number): Piece {
  const { window } = strip;
  const start = firstSlice * windowCells(mask.window) + (window.row - mask.window.row) * window.width;
  return { strip, firstSlice, slices, cells: data.subarray(start, start + slices * windowCells(window)) };
}

async function reducePiece(gpu: Gpu, atlas: Atlas, reduction: Reduction, piece: Piece): Promise<void> {
  const { mask } = reduction.input;
  const { pages } = piece.strip;
  const needed = pages.map((page) => {
    const items = page.tilePlacements.length * piece.slices * reduction.bands.length;
    return pageBytes(page) + 2 * items * PARTIAL_BYTES;
  });
  const release = await gpu.budget.reserve(piece.cells.byteLength + Math.max(...needed));
  try {
    const cells = await uploadCells(gpu, piece.cells);
    for (const page of pages) {
      const drawn = atlas.acquire(mask, piece.strip, page);
      try {
        await reducePage(gpu, reduction, piece, page, drawn, cells);
      } finally {
        atlas.release(mask, page);
      }
    }
    gpu.buffers.give(cells);
  } finally {
    release();
  }
}

async function uploadCells(gpu: Gpu, cells: CellArray): Promise<GPUBuffer> {
  const [buffer, uploaded] = gpu.submit(() => {
    const buffer = gpu.buffers.take(cells.byteLength, BufferUsage.STORAGE | BufferUsage.COPY_DST);
    writeCells(gpu.device.queue, buffer, cells);
    return buffer;
  });
  await uploaded;
  return buffer;
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
  const params: ReduceParams = {
    tiles: page.tilePlacements.length,
    slices: piece.slices,
    rowCells: piece.strip.window.width,
    sliceCells: windowCells(piece.strip.window),
    nodata: reduction.nodata,
    bands: reduction.bands,
  };
  let words: Uint32Array;
  let repairs: number;
  do {
    repairs = drawn.repairs;
    [words] = await Promise.all([reduceOnce(gpu, reduction.pipeline, params, drawn, cells), drawn.settled]);
  } while (repairs !== drawn.repairs);
  const { slices } = reduction.input;
  unpackPartials(words, params, reduction.format, reduction.partials, (tile, slice) => {
    const { zone } = page.placements[page.tilePlacements[tile]];
    return zone * slices + piece.firstSlice + slice;
  });
}

async function reduceOnce(
  gpu: Gpu,
  pipeline: GPUComputePipeline,
  params: ReduceParams,
  drawn: DrawnPage,
  cells: GPUBuffer,
): Promise<Uint32Array> {
  const { buffers, device } = gpu;
  const items = itemCount(params);
  const bytes = items * PARTIAL_BYTES;
  const [used, submitted] = gpu.submit((encoder) => {
    const readback = buffers.take(bytes, BufferUsage.MAP_READ | BufferUsage.COPY_DST);
    const partials = buffers.take(bytes, BufferUsage.STORAGE | BufferUsage.COPY_SRC);
    const uniforms = gpu.upload(packParams(params), BufferUsage.UNIFORM);
    const resources = [
      { buffer: uniforms },
      { buffer: cells },
      { buffer: drawn.tiles },
      drawn.view,
      { buffer: partials },
    ];
    const entries = resources.map((resource, binding) => ({ binding, resource }));
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    dispatchItems(pass, items);
    pass.end();
    encoder.copyBufferToBuffer(partials, 0, readback, 0, bytes);
    return [readback, partials, uniforms];
  });
  const [words] = await Promise.all([gpu.read(used[0], items * partialStruct.words), submitted]);
  for (const buffer of used) buffers.give(buffer);
  return words;
}
