/** Arbitrary small rasters and zones for property tests. */
import fc from "fast-check";
import { createCells } from "../../src/source/cells.ts";
import { type MemoryRasterOptions, memoryRaster } from "../../src/source/memory.ts";
import type { CellArray, Dimension, Dtype, Raster } from "../../src/source/source.ts";
import type { Zone } from "./pixel-zones.ts";
import { seededRandom } from "./random.ts";
import { makers } from "./random-polygons.ts";

/** Everything about a raster but how it is cut into chunks. */
export interface RasterSpec {
  readonly dtype: Dtype;
  readonly data: CellArray;
  readonly height: number;
  readonly width: number;
  /** Sizes of the non-spatial dimensions. */
  readonly sizes: readonly number[];
  readonly nodata: number | bigint | null;
  readonly scale: number;
  readonly offset: number;
}

const dtypes: readonly Dtype[] = [
  "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64",
]; // biome-ignore format: one line

/** How the values of floats are drawn: a column of numbers that look alike, or any at all. */
const floats = fc.oneof(
  { weight: 3, arbitrary: fc.constant(fc.float({ min: -100, max: 100, noDefaultInfinity: true })) },
  { weight: 2, arbitrary: fc.constant(fc.integer({ min: -40, max: 40 }).map((k) => 2 ** k * (1 + k / 64))) },
  { weight: 2, arbitrary: fc.constant(fc.double({ min: 1e15, max: 1e15 + 8, noNaN: true })) },
  { weight: 1, arbitrary: fc.constant(fc.double()) },
  {
    weight: 1,
    arbitrary: fc.constant(fc.constantFrom(0, -0, 1, -1, Number.NaN, Infinity, -Infinity, 5e-324, 1.7e308)),
  },
);

/** Among all values, some cells have a few special ones: so nodata, NaN and equal cells come up. */
function cellsOf(dtype: Dtype, length: number): fc.Arbitrary<CellArray> {
  const fill = (values: readonly (number | bigint)[]) => {
    const cells = createCells(dtype, length);
    values.forEach((value, i) => {
      if (cells instanceof BigInt64Array || cells instanceof BigUint64Array) cells[i] = BigInt(value);
      else cells[i] = Number(value);
    });
    return cells;
  };
  const exactly = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: length, maxLength: length });
  if (dtype === "bool") return exactly(fc.integer({ min: 0, max: 1 })).map(fill);
  if (dtype.startsWith("float")) return floats.chain((value) => exactly(fc.oneof(value, fc.constantFrom(3, Number.NaN))).map(fill)); // biome-ignore format: one line
  const wide = fc.oneof(fc.bigInt(-(2n ** 63n), 2n ** 64n), fc.bigInt(-100n, 100n));
  return exactly(fc.oneof(wide, fc.constant(3n))).map((values) =>
    dtype.endsWith("64") ? fill(values) : fill(values.map((value) => Number(BigInt.asIntN(32, value)))),
  );
}

export function rasterSpecs(kinds: readonly Dtype[] = dtypes): fc.Arbitrary<RasterSpec> {
  const side = fc.integer({ min: 1, max: 9 });
  const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 });
  return fc.record({ dtype: fc.constantFrom(...kinds), height: side, width: side, sizes }).chain((shape) => {
    const { dtype, height, width } = shape;
    const length = shape.sizes.reduce((product, size) => product * size, height * width);
    const nodata = dtype.endsWith("64") && !dtype.startsWith("float") ? 3n : 3;
    const scaling = fc.constantFrom([1, 0], [1, 0], [1, 0], [0.1, 0.7], [-0.01, 273.15], [1e-300, 0], [4, -(2 ** 60)]);
    return fc
      .record({
        data: cellsOf(dtype, length),
        nodata: fc.constantFrom(null, dtype === "bool" ? 1 : nodata),
        scaling,
      })
      .map(({ data, nodata: absent, scaling: [scale, offset] }) => ({ ...shape, data, nodata: absent, scale, offset }));
  });
}

/** Zones in pixel space, of the kinds that break masks. */
export function zonesOn({ height, width }: { height: number; width: number }): fc.Arbitrary<readonly Zone[]> {
  const names = Object.keys(makers).filter((name) => !/very far|no polygon/.test(name));
  const one = fc
    .record({ kind: fc.constantFrom(...names), seed: fc.integer() })
    .map(({ kind, seed }) => makers[kind]({ random: seededRandom(seed), height, width }));
  return fc.array(one, { minLength: 1, maxLength: 4 });
}

export function dimensionsOf({ sizes }: RasterSpec): Dimension[] {
  return sizes.map((size, i) => ({ name: `d${i}`, size, labels: null }));
}

export function chunkShapes({ sizes, height, width }: RasterSpec): fc.Arbitrary<number[]> {
  return fc.tuple(...[...sizes, height, width].map((size) => fc.integer({ min: 1, max: size + 1 })));
}

/** A cell is a unit; row 0 is at the top, at y = 0. */
export function rasterOf(spec: RasterSpec, options: Partial<MemoryRasterOptions> = {}): Raster {
  const { dtype, data, height, width, nodata, scale, offset } = spec;
  const transform = [1, 0, 0, 0, -1, 0] as const;
  const dimensions = dimensionsOf(spec);
  return memoryRaster({ data, dtype, height, width, nodata, scale, offset, dimensions, transform, ...options });
}

/** GeoJSON of zones in pixel space: [column, row] → [x, y] by `place`. */
export function geojsonOf(zones: readonly Zone[], place = (column: number, row: number) => [column, -row]): object {
  const close = (ring: readonly (readonly [number, number])[]) => [...ring, ring[0]].map(([x, y]) => place(x, y));
  const features = zones.map((zone) => ({
    type: "Feature",
    properties: {},
    geometry: { type: "MultiPolygon", coordinates: zone.map((polygon) => polygon.map(close)) },
  }));
  return { type: "FeatureCollection", features };
}
