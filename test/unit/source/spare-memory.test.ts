import { describe, expect, it } from "vitest";
import { spareMemory, takeMemory } from "../../../src/source/spare-memory.ts";

/** Memory that holds cells, as it was taken. */
const cells = (bytes: number) => new Float32Array(takeMemory(bytes).buffer);

describe("spare memory", () => {
  it("is used once, and for as many bytes only", () => {
    const first = cells(12);
    spareMemory(first);
    expect(takeMemory(12).buffer).toBe(first.buffer);
    expect(takeMemory(12).buffer).not.toBe(first.buffer);
    spareMemory(first);
    expect(takeMemory(8).buffer).not.toBe(first.buffer);
    expect(takeMemory(12).buffer).not.toBe(first.buffer); // not kept beside chunks of another size
  });

  it("is what was taken for decoding, not what others have", () => {
    const others = new Float32Array(3);
    spareMemory(others);
    expect(takeMemory(12).buffer).not.toBe(others.buffer);
    const memory = new WebAssembly.Memory({ initial: 1 });
    spareMemory(new Uint8Array(memory.buffer, 100, 10));
    expect(takeMemory(65_536).buffer).not.toBe(memory.buffer);
  });

  it("is not kept where it is much", () => {
    const large = cells(2 ** 24 + 4);
    spareMemory(large);
    expect(takeMemory(2 ** 24 + 4).buffer).not.toBe(large.buffer);
  });

  it("is not used where it was moved to another thread", () => {
    const moved = cells(12);
    spareMemory(moved);
    structuredClone(moved, { transfer: [moved.buffer] });
    expect(takeMemory(12)).toEqual(new Uint8Array(12));
    expect(takeMemory(0).byteLength).toBe(0);
  });
});
