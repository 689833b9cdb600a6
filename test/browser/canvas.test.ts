import { expect, it } from "vitest";

it("draws on a WebGPU canvas", async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error("no WebGPU adapter");
  const device = await adapter.requestDevice();
  const canvas = document.body.appendChild(document.createElement("canvas"));
  canvas.width = canvas.height = 4;
  const context = canvas.getContext("webgpu");
  if (!context) throw new Error("no WebGPU canvas");
  context.configure({ device, format: "rgba8unorm" });

  const encoder = device.createCommandEncoder();
  const view = context.getCurrentTexture().createView();
  const clearValue = { r: 1, g: 0, b: 51 / 255, a: 1 };
  encoder.beginRenderPass({ colorAttachments: [{ view, clearValue, loadOp: "clear", storeOp: "store" }] }).end();
  device.queue.submit([encoder.finish()]);

  const flat = document.createElement("canvas").getContext("2d");
  flat?.drawImage(canvas, 0, 0);
  expect([...(flat?.getImageData(3, 3, 1, 1).data ?? [])]).toEqual([255, 0, 51, 255]);
  device.destroy();
  canvas.remove();
});
