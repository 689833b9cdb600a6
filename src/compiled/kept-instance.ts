/** Errors of a policy, or of a host without WebAssembly, which last: others, as of memory that is not there, may not. */
const FORBIDDING = ["CompileError", "EvalError", "ReferenceError", "TypeError"];

/**
 * An instance of a module of wasm/ that stays from one use to the next: not beyond so many bytes of memory, since memory
 * never shrinks, and not where a use fails halfway, so that nothing of it is left behind.
 */
export class KeptInstance<Exports extends { readonly memory: WebAssembly.Memory }> {
  readonly #make: () => Exports;
  readonly #mostBytes: number;
  #kept: Exports | null = null;
  #isForbidden = false;

  constructor(make: () => Exports, mostBytes: number) {
    this.#make = make;
    this.#mostBytes = mostBytes;
  }

  /** For one use; null where the host has no WebAssembly, or no memory now, or a policy forbids it. */
  take(): Exports | null {
    const kept = this.#kept;
    this.#kept = null;
    if (kept || this.#isForbidden) return kept;
    try {
      return this.#make();
    } catch (error) {
      this.#isForbidden = error instanceof Error && FORBIDDING.includes(error.name); // a policy would be told of each attempt
      return null;
    }
  }

  /** Takes it back. */
  keep(instance: Exports): void {
    if (instance.memory.buffer.byteLength <= this.#mostBytes) this.#kept = instance;
  }
}
