/** Compiles every shader with Chrome's own compiler, which needs no driver for that. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "webgpu";

/** @returns {Promise<string[]>} What the compiler says, errors and warnings, as `file:line:column: message`. */
export async function shaderFaults(root) {
  const adapter = await create(["backend=null"]).requestAdapter();
  const device = await adapter.requestDevice({ requiredFeatures: [...adapter.features] });
  const folder = join(root, "shaders");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".wgsl"));
  const faults = [];
  for (const name of names.sort()) {
    device.pushErrorScope("validation"); // or the same words are printed as an uncaptured error
    const module = device.createShaderModule({ code: readFileSync(join(folder, name), "utf8") });
    const { messages } = await module.getCompilationInfo();
    await device.popErrorScope();
    faults.push(...messages.map((m) => `shaders/${name}:${m.lineNum}:${m.linePos}: ${m.type}: ${m.message}`));
  }
  device.destroy();
  return faults;
}
