import { fingerprintStruct, mask as maskKernel, pageStruct } from "../../kernels/mask.ts";
import type { Drawing } from "../../kernels/mask-drawing.ts";
import type { MaskPage } from "../../kernels/mask-page.ts";
import { BufferUsage } from "./constants.ts";
import type { Gpu } from "./device.ts";

/** Pipelines of shaders/mask.wgsl. */
export interface MaskPipelines {
  readonly triangles: GPURenderPipeline;
  readonly cells: GPURenderPipeline;
  readonly rectangles: GPURenderPipeline;
  readonly fingerprint: GPUComputePipeline;
}

export const MASK_FORMAT: GPUTextureFormat = "r8uint";

export function maskPipelines(gpu: Gpu): Promise<MaskPipelines> {
  return gpu.pipeline("mask", async (device) => {
    const module = device.createShaderModule({ label: "mask", code: maskKernel.wgsl });
    const render = (
      names: [vertex: string, fragment: string],
      topology: GPUPrimitiveTopology,
      buffer: GPUVertexBufferLayout,
    ) =>
      device.createRenderPipelineAsync({
        layout: "auto",
        vertex: { module, entryPoint: names[0], buffers: [buffer] },
        primitive: { topology },
        fragment: { module, entryPoint: names[1], targets: [{ format: MASK_FORMAT }] },
      });
    const [triangles, cells, rectangles, fingerprint] = await Promise.all([
      render(["place_triangle", "fill_triangle"], "triangle-list", vertexLayout("vertex", "float32x2", 8)),
      render(["place_cell", "fill_cell"], "point-list", vertexLayout("vertex", "uint32", 4)),
      render(["place_rectangle", "fill_parity"], "triangle-list", vertexLayout("instance", "uint32x4", 16)),
      device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "fingerprint" } }),
    ]);
    return { triangles, cells, rectangles, fingerprint };
  });
}

function vertexLayout(
  stepMode: GPUVertexStepMode,
  format: GPUVertexFormat,
  arrayStride: number,
): GPUVertexBufferLayout {
  return { stepMode, arrayStride, attributes: [{ shaderLocation: 0, offset: 0, format }] };
}

/** Commands that draw on a page, and the buffers that they use until they are done. */
export class PageDrawer {
  readonly #gpu: Gpu;
  readonly #pipelines: MaskPipelines;
  readonly #page: GPUBuffer;
  readonly buffers: GPUBuffer[] = [];

  constructor(gpu: Gpu, pipelines: MaskPipelines, page: MaskPage, rowCells: number) {
    this.#gpu = gpu;
    this.#pipelines = pipelines;
    const words = new Uint32Array(pageStruct.words);
    words[pageStruct.offsets.width] = page.width;
    words[pageStruct.offsets.height] = page.height;
    words[pageStruct.offsets.tiles] = page.tiles.length / 4;
    words[pageStruct.offsets.row_cells] = rowCells;
    this.#page = this.#upload(words, BufferUsage.UNIFORM);
  }

  draw(encoder: GPUCommandEncoder, view: GPUTextureView, drawing: Drawing, loadOp: GPULoadOp): void {
    const attachment: GPURenderPassColorAttachment = { view, loadOp, storeOp: "store", clearValue: [0, 0, 0, 0] };
    const pass = encoder.beginRenderPass({ colorAttachments: [attachment] });
    const { triangles, cells, rectangles } = this.#pipelines;
    if (drawing.indices.length > 0) {
      this.#begin(pass, triangles, Float32Array.from(drawing.vertices));
      pass.setIndexBuffer(this.#upload(Uint32Array.from(drawing.indices), BufferUsage.INDEX), "uint32");
      pass.drawIndexed(drawing.indices.length);
    }
    if (drawing.cells.length > 0) {
      this.#begin(pass, cells, Uint32Array.from(drawing.cells));
      pass.draw(drawing.cells.length);
    }
    if (drawing.rectangles.length > 0) {
      const borders = this.#upload(Uint32Array.from(drawing.borders), BufferUsage.STORAGE);
      this.#begin(pass, rectangles, Uint32Array.from(drawing.rectangles), borders);
      pass.draw(6, drawing.rectangles.length / 4);
    }
    pass.end();
  }

  /** Sums fingerprints of tiles into the buffer that comes back. */
  fingerprint(encoder: GPUCommandEncoder, view: GPUTextureView, tiles: GPUBuffer, count: number): GPUBuffer {
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_SRC;
    const fingerprints = this.#gpu.buffers.take(4 * fingerprintStruct.words * count, usage);
    this.buffers.push(fingerprints);
    const pipeline = this.#pipelines.fingerprint;
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    const entries = [
      { binding: 0, resource: { buffer: this.#page } },
      { binding: 2, resource: { buffer: tiles } },
      { binding: 3, resource: view },
      { binding: 4, resource: { buffer: fingerprints } },
    ];
    pass.setBindGroup(0, this.#gpu.device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    dispatchItems(pass, count);
    pass.end();
    return fingerprints;
  }

  #begin(
    pass: GPURenderPassEncoder,
    pipeline: GPURenderPipeline,
    vertices: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
    borders?: GPUBuffer,
  ): void {
    pass.setPipeline(pipeline);
    const entries: GPUBindGroupEntry[] = [{ binding: 0, resource: { buffer: this.#page } }];
    if (borders) entries.push({ binding: 1, resource: { buffer: borders } });
    pass.setBindGroup(0, this.#gpu.device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    pass.setVertexBuffer(0, this.#upload(vertices, BufferUsage.VERTEX));
  }

  #upload(words: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, usage: number): GPUBuffer {
    const buffer = this.#gpu.upload(words, usage);
    this.buffers.push(buffer);
    return buffer;
  }
}

/** One workgroup an item, in two dimensions where there are more than one may have. */
export function dispatchItems(pass: GPUComputePassEncoder, items: number): void {
  const limit = 65535;
  pass.dispatchWorkgroups(Math.min(items, limit), Math.ceil(items / limit));
}
