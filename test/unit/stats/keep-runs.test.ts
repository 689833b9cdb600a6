import "../../helpers/keeping.ts";
import { describe, expect, it } from "vitest";
import type { CellArray } from "../../../src/source/source.ts";
import { keepRuns } from "../../../src/stats/keep-runs.ts";
import { createPartials, type Partials, valueKindOf } from "../../../src/stats/partial.ts";

const width = 4;
/** Row 0: columns 1 and 2; row 1: columns 0 to 2. The triple before them is another zone's. */
const runs = { data: Int32Array.of(0, 3, 4, 0, 1, 3, 1, 0, 3), from: 1, to: 3 };

/** The cells that are kept of a slice that begins at `base`, in a row that has some already. */
function kept(data: CellArray, nodata: number | bigint | null, { base = 0, counts = true } = {}) {
  const partials = createPartials(3, valueKindOf(data), new Set(["values", "weight"]));
  keepRuns(partials, 2, { data: runs.data, from: 0, to: 1 }, { data, base: 0, width, nodata: null }, counts);
  keepRuns(partials, 1, runs, { data, base, width, nodata }, counts);
  return { whole: partials.kept?.row(1)?.whole ?? null, ...extremesOf(partials, 1) };
}

function extremesOf({ count, min, max, weight }: Partials, row: number) {
  return { count: count[row], min: min[row], max: max[row], weight: weight?.components[0][row] };
}

describe("whole cells are kept from where they lie", () => {
  it("those of a zone's runs, counted where nothing else counts them", () => {
    const data = Int16Array.of(10, 11, 12, 13, -14, 15, 16, 17);
    const whole = [Int16Array.of(11, 12, -14, 15, 16)];
    expect(kept(data, null)).toEqual({ whole, count: 5, min: -14, max: 16, weight: 5 });
    expect(kept(data, null, { counts: false })).toEqual({ whole, count: 0, min: 0, max: 0, weight: 0 });
  });

  it("of the slice that is asked for", () => {
    const data = Uint8Array.from({ length: 16 }, (_, i) => i);
    expect(kept(data, null, { base: 8 })).toMatchObject({ whole: [Uint8Array.of(9, 10, 12, 13, 14)], min: 9, max: 14 });
  });

  it("without nodata and NaN, with infinities and zeros of both signs", () => {
    const data = Float32Array.of(1, Number.NaN, -9, 1, Infinity, -0, -9, 1);
    expect(kept(data, -9)).toMatchObject({ whole: [Float32Array.of(Infinity, -0)], count: 2, max: Infinity });
    expect(kept(data, 0)).toMatchObject({ whole: [Float32Array.of(-9, Infinity, -9)], count: 3, min: -9 });
  });

  it("64-bit ones as they are, one from nodata too", () => {
    const most = 2n ** 63n - 1n;
    const data = BigInt64Array.of(0n, most, most - 1n, 0n, -most, most, 5n, 0n);
    const whole = [BigInt64Array.of(most - 1n, -most, 5n)];
    expect(kept(data, most)).toEqual({ whole, count: 3, min: -most, max: most - 1n, weight: 3 });
  });

  it("none where all are nodata, so that the row stays empty and the next one begins where it did", () => {
    const data = new Uint16Array(8).fill(7);
    expect(kept(data, 7)).toEqual({ whole: null, count: 0, min: 0, max: 0, weight: 0 });
    const partials = createPartials(2, "float64", new Set(["values"]));
    keepRuns(partials, 0, runs, { data, base: 0, width, nodata: 7 }, true);
    keepRuns(partials, 1, runs, { data: data.map((_, i) => i), base: 0, width, nodata: 7 }, true);
    expect([partials.kept?.row(0), partials.kept?.row(1)?.whole]).toEqual([null, [Uint16Array.of(1, 2, 4, 5, 6)]]);
  });
});
