import type { TileCells } from "../../src/source/cog/decode-tile.ts";
import type { TileRecipe } from "../../src/source/cog/tile-recipe.ts";
import fixtures from "../unit/source/cog/tiles.json" with { type: "json" };

/** A tile as GDAL wrote it, and the numbers that GDAL reads: samples, rows, columns. */
export interface TileFixture {
  readonly name: string;
  readonly recipe: TileRecipe;
  readonly bytes: Uint8Array;
  readonly cells: readonly (number | bigint)[];
}

const ARRAYS = {
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  float16: Float32Array,
  float32: Float32Array,
  float64: Float64Array,
};

/** One row of two bytes, stored as they are. */
export const plainRecipe: TileRecipe = {
  path: "tile.tif",
  shape: [1, 1, 2],
  dtype: "uint8",
  bitsPerSample: 8,
  sampleFormat: 1,
  littleEndian: true,
  fillOrder: 1,
  compression: 1,
  predictor: 1,
  photometric: 1,
  planar: 1,
  ycbcrSubsampling: [2, 2],
  ycbcrCoefficients: [0.299, 0.587, 0.114],
  referenceBlackWhite: null,
  jpegTables: null,
  lercParameters: null,
  faxOptions: 0,
  extraSamples: [],
  fill: 0,
};

/** Made by scripts/make-tile-fixtures.py. */
export const tileFixtures: readonly TileFixture[] = fixtures.map(({ name, recipe, jpegTables, bytes, cells }) => ({
  name,
  recipe: {
    ...plainRecipe,
    ...(recipe as unknown as TileRecipe),
    path: `${name}.tif`,
    jpegTables: jpegTables === null ? null : unpack(jpegTables),
  },
  bytes: unpack(bytes),
  cells: Array.from<number | bigint>(new ARRAYS[recipe.dtype as keyof typeof ARRAYS](unpack(cells).buffer)),
}));

function unpack(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Numbers of a decoded tile: samples, rows, columns. */
export function cellsOf(
  { data, strides }: TileCells,
  [samples, rows, columns]: TileRecipe["shape"],
): (number | bigint)[] {
  const cells: (number | bigint)[] = [];
  for (let sample = 0; sample < samples; sample++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        cells.push(data[sample * strides[0] + row * strides[1] + column * strides[2]]);
      }
    }
  }
  return cells;
}
