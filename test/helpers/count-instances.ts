import { vi } from "vitest";

/** Counts the instances of WebAssembly that are made until globals are no longer stubbed; it tells how many by now. */
export function countInstances(): () => number {
  let made = 0;
  class Counted extends WebAssembly.Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      made++;
    }
  }
  vi.stubGlobal("WebAssembly", Object.create(WebAssembly, { Instance: { value: Counted } }));
  return () => made;
}
