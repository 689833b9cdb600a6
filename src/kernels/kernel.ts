import type { StructLayout } from "./layout.ts";

/**
 * A kernel is one record that names its shader and its CPU twin; without the twin it does not compile. The two agree
 * on the contract (input in, partials out), not loop by loop. Parity tests run over the registry in kernels.ts.
 */
export interface Kernel<Input, Output> {
  /** shaders/<name>.wgsl, kernels/<name>.ts. */
  readonly name: string;
  /** The shader's text. */
  readonly wgsl: string;
  /** Structs of the shader that code here fills or reads. */
  readonly structs: readonly StructLayout[];
  readonly cpu: (input: Input) => Output;
}

export function defineKernel<Input, Output>(kernel: Kernel<Input, Output>): Kernel<Input, Output> {
  return kernel;
}
