import { expect, it } from "vitest";
import { KeptInstance } from "../../../src/compiled/kept-instance.ts";

const PAGE = 2 ** 16;
const made = () => ({ memory: new WebAssembly.Memory({ initial: 2 }) });

/** Fails by each of the errors in turn, and then no more. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  let attempts = 0;
  const make = () => {
    attempts++;
    const error = left.shift();
    if (error) throw error;
    return made();
  };
  return { instances: new KeptInstance(make, 2 * PAGE), attempts: () => attempts };
}

it("an instance stays for the next use where its memory is not larger than may stay", () => {
  const { instances, attempts } = failing();
  const first = instances.take();
  if (first) instances.keep(first);
  expect(instances.take()).toBe(first);
  first?.memory.grow(1);
  if (first) instances.keep(first);
  expect(instances.take()).not.toBe(first);
  expect(attempts()).toBe(2);
});

it.each([
  new WebAssembly.CompileError("blocked by CSP"),
  new EvalError("blocked by CSP"),
  new ReferenceError("WebAssembly is not defined"),
  new TypeError("WebAssembly.Module is not a constructor"),
])("is not attempted again after %s", (error) => {
  const { instances, attempts } = failing(error);
  expect([instances.take(), instances.take()]).toEqual([null, null]);
  expect(attempts()).toBe(1);
});

it("is attempted again where there was no memory, for the instance or at its start", () => {
  const { instances, attempts } = failing(new RangeError("out of memory"), new WebAssembly.RuntimeError("unreachable"));
  expect([instances.take(), instances.take()]).toEqual([null, null]);
  expect(instances.take()).not.toBeNull();
  expect(attempts()).toBe(3);
});
