import { describe, expect, it } from "vitest";
import { batchEnd, placeBatch } from "../../../src/zones/zone-memory.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";

const square = (at: number) => rectangle(at, at, at + 1, at + 1);
const zones: Zone[] = [[[square(0)], [square(10), square(20)]], [], [[square(30)]], [[square(40)]]];
const { rings, length } = pixelZones(zones);

describe("batches of zones", () => {
  // A zone of one square takes four vertices of 16 bytes, and 4 bytes each for its ring, its polygon and itself.
  const one = 4 * 16 + 3 * 4;

  it("hold what fits, and one zone at least", () => {
    const ends = [0, 4, one + 4, 2 * one + 4, 1e6].map((bytes) => batchEnd(rings, 1, length, bytes));
    expect(ends).toEqual([2, 2, 3, 4, 4]);
    expect(batchEnd(rings, 0, length, 0)).toBe(1);
  });

  it.each([
    [0, 2],
    [1, 4],
    [2, 3],
  ])("lie in memory with their indices: %i … %i", (first, end) => {
    const memory = new WebAssembly.Memory({ initial: 0 });
    const placed = placeBatch(memory, 64, rings, first, end);
    const all = new DataView(memory.buffer);
    const read = (at: number, index: number) => all.getUint32((at + 4 * index) | 0, true);
    if (!placed) throw new Error("no memory");
    for (let zone = first; zone <= end; zone++) {
      expect(read(placed.zoneOffsets, zone)).toBe(rings.zoneOffsets[zone]);
      const polygon = rings.zoneOffsets[zone];
      expect(read(placed.polygonOffsets, polygon)).toBe(rings.polygonOffsets[polygon]);
      const ring = rings.polygonOffsets[polygon];
      expect(read(placed.ringOffsets, ring)).toBe(rings.ringOffsets[ring]);
      const vertex = rings.ringOffsets[ring];
      if (polygon < rings.zoneOffsets[end])
        expect(all.getFloat64(placed.coordinates + 16 * vertex, true)).toBe(rings.coordinates[2 * vertex]);
    }
    expect(placed.end % 16).toBe(0);
    expect(placed.end).toBeLessThanOrEqual(memory.buffer.byteLength);
  });

  it("are not placed where a memory may not grow so far", () => {
    expect(placeBatch(new WebAssembly.Memory({ initial: 0, maximum: 0 }), 0, rings, 0, 1)).toBeNull();
  });

  it("are not placed where they are so large that places behind them might have more than 32 bits", () => {
    const memory = new WebAssembly.Memory({ initial: 0 });
    const { rings } = pixelZones([[[square(0)]]]);
    expect(placeBatch(memory, 0, { ...rings, ringOffsets: Uint32Array.of(0, 2 ** 25) }, 0, 1)).toBeNull();
    expect(memory.buffer.byteLength).toBe(0);
  });
});
