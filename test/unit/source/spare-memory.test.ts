import { describe, expect, it } from "vitest";
import { spareMemory, takeMemory } from "../../../src/source/spare-memory.ts";

describe("spare memory", () => {
  it("is used once, and for as many bytes only", () => {
    const cells = new Float32Array([1, 2, 3]);
    spareMemory(cells);
    expect(takeMemory(8).buffer).not.toBe(cells.buffer);
    expect(takeMemory(12).buffer).toBe(cells.buffer);
    expect(takeMemory(12).buffer).not.toBe(cells.buffer);
  });

  it("is all of what a view is on, not a part", () => {
    const cells = new Float32Array(6).subarray(2, 4);
    spareMemory(cells);
    expect(takeMemory(8).buffer).not.toBe(cells.buffer);
    expect(takeMemory(24)).toEqual(new Uint8Array(24));
  });

  it("is not used where it was moved to another thread", () => {
    const cells = new Float32Array([1, 2, 3]);
    spareMemory(cells);
    structuredClone(cells, { transfer: [cells.buffer] });
    expect(takeMemory(12)).toEqual(new Uint8Array(12));
    expect(takeMemory(0).byteLength).toBe(0);
  });
});
