import "../../helpers/keeping.ts";
import { expect, it } from "vitest";
import type { Weighing } from "../../../src/kernels/single-cell.ts";
import { reduceCells } from "../../../src/kernels/zonal-partial.ts";
import { clippedMask } from "../../../src/mask/clipped-mask.ts";
import type { Rule } from "../../../src/mask/rule.ts";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import type { CellArray } from "../../../src/source/source.ts";
import { type Accumulator, accumulators, type Partials } from "../../../src/stats/partial.ts";
import { buffersOf } from "../../../src/worker/messages.ts";
import { packPartials, unpackPartials } from "../../../src/worker/pack-partials.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";

const [height, width, slices] = [4, 5, 2];
/** One that covers cells in part, one of whole cells, one of none. */
const zones: Zone[] = [[[rectangle(0.5, 0.25, 3.75, 3)]], [[rectangle(1, 1, 5, 4)]], [[rectangle(9, 9, 10, 10)]]];
const numbers = Array.from({ length: slices * height * width }, (_, i) => (7 * i) % 23);
const cells: Record<string, CellArray> = {
  uint8: Uint8Array.from(numbers),
  int16: Int16Array.from(numbers, (x) => 100 * (x - 11)),
  int32: Int32Array.from(numbers, (x) => 1e8 * (x - 11)),
  float32: Float32Array.from(numbers, (x, i) => (i % 9 === 0 ? Number.NaN : x / 3)),
  float64: Float64Array.from(numbers, (x) => 1e9 + x / 7),
  int64: BigInt64Array.from(numbers, (x) => (BigInt(x) - 11n) * 2n ** 58n),
  uint64: BigUint64Array.from(numbers, (x) => BigInt(x) * 2n ** 59n),
};
const weighing: Weighing = {
  areas: Float64Array.of(1, 1.5, 2, 2.5),
  weights: Float64Array.from({ length: height * width }, (_, i) => (i % 7 === 0 ? Number.NaN : i / 3)),
  gridWidth: width,
};

function partialsOf(data: CellArray, rule: Rule, needs: ReadonlySet<Accumulator>, singly: Weighing | null): Partials {
  const inPixels = pixelZones(zones);
  const window = { row: 0, column: 0, height, width };
  const counted = zoneCells(inPixels, height, width, rule);
  const mask = { window, zones: Uint32Array.from(zones.keys()), pixelZones: inPixels, ...counted };
  return reduceCells({ data, slices, mask: clippedMask(mask), nodata: null, needs }, singly);
}

/** All that partials hold, what is behind their classes too; whole cells of a row as one piece. */
function contentOf({ sketches, kept, ...plain }: Partials) {
  const rows = Array.from({ length: plain.rows }, (_, row) => {
    const { whole = [], ...singles } = kept?.row(row) ?? {};
    return {
      buckets: sketches?.exactBuckets(row),
      whole: whole.flatMap((piece) => Array.from<number | bigint>(piece)),
      type: whole[0]?.constructor.name,
      singles: Object.values(singles).map((list) => Array.from(list as Iterable<unknown>)),
    };
  });
  return { ...plain, has: [sketches !== null, kept !== null], rows };
}

const sets: Record<string, readonly Accumulator[]> = {
  nothing: [],
  sums: ["weight", "sum", "squares"],
  "a sketch": ["weight", "sketch"],
  values: ["weight", "values"],
};

it.each(
  Object.keys(cells).flatMap((dtype) =>
    (["center", "touched", "fraction"] as const).flatMap((rule) =>
      Object.keys(sets).map((set) => ({ dtype, rule, set })),
    ),
  ),
)("$dtype, $rule, $set: as they were, once they have been sent", ({ dtype, rule, set }) => {
  const make = () => partialsOf(cells[dtype], rule, new Set(sets[set]), null);
  const packed = packPartials(make());
  expect(contentOf(unpackPartials(structuredClone(packed, { transfer: buffersOf(packed) })))).toEqual(
    contentOf(make()),
  );
});

it.each(Object.keys(cells))("%s, weighed and one by one, everything asked for: as they were", (dtype) => {
  const needs = new Set(accumulators);
  const make = () => partialsOf(cells[dtype], "fraction", needs, weighing);
  const packed = packPartials(make());
  const content = contentOf(unpackPartials(structuredClone(packed, { transfer: buffersOf(packed) })));
  expect(content).toEqual(contentOf(make()));
  // 4 × 3 cells of the first zone; places and weights came along.
  expect(content.rows[0].singles.map(({ length }) => length).slice(0, 2)).toEqual([content.count[0], content.count[0]]);
});
