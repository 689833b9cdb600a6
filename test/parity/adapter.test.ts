import { expect, it } from "vitest";

const shader = `
@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;

@compute @workgroup_size(4)
fn main(@builtin(global_invocation_id) id: vec3u) {
  numbers[id.x] += 40u;
}`;

it("an adapter is there and adds numbers", async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error("no WebGPU adapter");
  const device = await adapter.requestDevice();
  const pipeline = device.createComputePipeline({
    layout: "auto",
    compute: { module: device.createShaderModule({ code: shader }) },
  });
  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const numbers = device.createBuffer({ size: 16, usage: STORAGE | COPY_SRC | COPY_DST });
  const readback = device.createBuffer({ size: 16, usage: MAP_READ | COPY_DST });
  device.queue.writeBuffer(numbers, 0, new Uint32Array([0, 1, 2, 3]));

  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [{ binding: 0, resource: { buffer: numbers } }],
    }),
  );
  pass.dispatchWorkgroups(1);
  pass.end();
  encoder.copyBufferToBuffer(numbers, 0, readback, 0, 16);
  device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);

  expect([...new Uint32Array(readback.getMappedRange())]).toEqual([40, 40 + 1, 40 + 2, 40 + 3]);
  device.destroy();
});
