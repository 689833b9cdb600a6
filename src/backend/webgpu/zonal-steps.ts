import { zonal, zonalOfSubgroups } from "../../kernels/zonal.ts";
import {
  type CellFormat,
  COUNT_WORDS,
  itemCount,
  packParams,
  partialStruct,
  type ReduceParams,
} from "../../kernels/zonal-gpu.ts";
import type { Accumulator } from "../../stats/partial.ts";
import type { DrawnPage } from "./atlas.ts";
import { BufferUsage } from "./constants.ts";
import type { Gpu } from "./device.ts";
import { dispatchItems } from "./draw.ts";

export const PARTIAL_BYTES = 4 * partialStruct.words;

/** One of the shader's entry points, and what it writes: words for each item. */
export interface Step {
  readonly pipeline: GPUComputePipeline;
  readonly output: { readonly binding: number; readonly words: number };
}

const partialsOutput = { binding: 4, words: partialStruct.words };
const countsOutput = { binding: 5, words: COUNT_WORDS };

/** The steps of a run; no `count` where no values are counted. */
export async function zonalSteps(
  gpu: Gpu,
  format: CellFormat,
  needs: ReadonlySet<Accumulator>,
  counts: boolean,
): Promise<{ reduce: Step; count: Step | null }> {
  const { cell_bits } = format;
  const cells = { cell_bits, cell_signed: Number(format.cell_signed) };
  const sums = {
    cell_float: Number(format.cell_float),
    needs_sum: Number(needs.has("sum")),
    needs_squares: Number(needs.has("squares")),
  };
  const reduce = { pipeline: await zonalPipeline(gpu, "reduce", { ...cells, ...sums }), output: partialsOutput };
  if (!counts) return { reduce, count: null };
  return { reduce, count: { pipeline: await zonalPipeline(gpu, "count", cells), output: countsOutput } };
}

function zonalPipeline(
  gpu: Gpu,
  entryPoint: "reduce" | "count",
  constants: Record<string, number>,
): Promise<GPUComputePipeline> {
  return gpu.pipeline(`zonal ${entryPoint} ${Object.values(constants).join(" ")}`, (device) => {
    const module = device.createShaderModule({
      label: "zonal",
      code: device.features.has("subgroups") ? zonalOfSubgroups : zonal.wgsl,
    });
    return device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint, constants } });
  });
}

/** Runs a step on a page; comes with what it wrote. */
export function runStep(
  gpu: Gpu,
  { pipeline, output }: Step,
  params: ReduceParams,
  drawn: DrawnPage,
  cells: GPUBuffer,
): Promise<Uint32Array> {
  const { buffers, device } = gpu;
  const items = itemCount(params);
  const bytes = 4 * output.words * items;
  return gpu.run(bytes, (encoder, readback, offset) => {
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
    encoder.copyBufferToBuffer(written, 0, readback, offset, bytes);
    return [written, uniforms];
  });
}
