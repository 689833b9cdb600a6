/**
 * Compiles every shader with Chrome's own compiler, which needs no driver for that; one that names others as "Needs one of"
 * with each of those, which are not whole by themselves.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "webgpu";

/** @returns {Promise<string[]>} What the compiler says, errors and warnings, as `file:line:column: message`. */
export async function shaderFaults(root) {
  const adapter = await create(["backend=null"]).requestAdapter();
  const device = await adapter.requestDevice({ requiredFeatures: [...adapter.features] });
  const folder = join(root, "shaders");
  const names = readdirSync(folder, { encoding: "utf8" }).filter((name) => name.endsWith(".wgsl"));
  const textOf = (name) => readFileSync(join(folder, name), "utf8");
  const faults = [];
  for (const name of names.sort()) {
    const text = textOf(name);
    const others = /^\/\/ Needs one of: (.*)$/m.exec(text)?.[1].split(", ") ?? [null];
    for (const other of others) {
      const before = other === null ? "" : textOf(other);
      device.pushErrorScope("validation"); // or the same words are printed as an uncaptured error
      const module = device.createShaderModule({ code: before + text });
      const { messages } = await module.getCompilationInfo();
      await device.popErrorScope();
      const lines = before.split("\n").length - 1;
      const place = (line) => (line > lines ? `${name}:${line - lines}` : `${other}:${line}`);
      faults.push(...messages.map((m) => `shaders/${place(m.lineNum)}:${m.linePos}: ${m.type}: ${m.message}`));
    }
  }
  device.destroy();
  return faults;
}
