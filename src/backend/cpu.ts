import type { Backend } from "./backend.ts";

/** Runs the CPU twin of each kernel, here and now. */
export function createCpuBackend(): Backend {
  return {
    name: "cpu",
    description: "CPU",
    stepBytes: Infinity,
    supports: () => true,
    run: async (kernel, input) => kernel.cpu(input),
    releaseMask() {},
    close() {},
  };
}
