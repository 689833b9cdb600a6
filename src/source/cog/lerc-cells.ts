import { viewCells } from "../cells.ts";
import type { CellArray, Dtype } from "../source.ts";
import { swapBytes } from "./byte-order.ts";
import type { LercImage, LercInfo } from "./codecs/lerc.ts";
import { DEFLATE, ZSTD } from "./compressions.ts";
import { decompressTile } from "./decompress-tile.ts";
import { loadLerc } from "./load-codec.ts";
import { rawBytes } from "./raw-cells.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** LERC's numbers of types. */
const TYPES: Partial<Record<Dtype, number>> = {
  int8: 0, uint8: 1, int16: 2, uint16: 3, int32: 4, uint32: 5, float32: 6, float64: 7,
}; // biome-ignore format: one table

/** The cells of a tile that is a LERC blob, as libtiff reads it: samples are values of a cell, or bands. */
export async function lercCells(recipe: TileRecipe, packed: Uint8Array, rows: number) {
  const [samples, mostRows, columns] = recipe.shape;
  const blob = await unpack(recipe, packed);
  const { decode } = await loadLerc();
  const image = await decode(blob, (info) => checkInfo(recipe, info, rows, mostRows));
  const cells = viewCells(recipe.dtype, image.bytes);
  blank(recipe, image, cells);
  // libtiff turns the bytes of cells around before they become a blob, and after.
  if (!recipe.littleEndian)
    swapBytes(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength), cells.BYTES_PER_ELEMENT);
  if (isAlphaMask(recipe, image))
    return { data: withAlpha(image, cells), strides: [1, columns * samples, samples] as const };
  const { depth, bands } = image;
  const plane = image.rows * columns;
  return { data: cells, strides: [bands > 1 ? plane : 1, columns * depth, depth] as const };
}

/** Blobs may be compressed once more. */
async function unpack(recipe: TileRecipe, packed: Uint8Array): Promise<Uint8Array> {
  const more = recipe.lercParameters?.[1] ?? 0;
  if (more === 0) return packed;
  if (more > 2) throw new Error(`LERC data in compression ${more}`);
  // Beside the cells a blob has masks and ranges, and cells may be stored as they are.
  const most = 2 * rawBytes(recipe, recipe.shape[1]) + 2 ** 16;
  return decompressTile(more === 1 ? DEFLATE : ZSTD, packed, most);
}

function checkInfo(recipe: TileRecipe, info: LercInfo, rows: number, mostRows: number): void {
  const [samples, , columns] = recipe.shape;
  if (info.columns !== columns || info.rows < rows || info.rows > mostRows) {
    throw new Error(`the LERC data are of ${info.columns} × ${info.rows} cells, not ${columns} × ${mostRows}`);
  }
  const { depth, bands, masks } = info;
  const fits = (depth === samples && bands === 1) || (depth === 1 && bands === samples);
  if (!fits && !isAlphaMask(recipe, info))
    throw new Error(`the LERC data have ${depth * bands} values a cell, not ${samples}`);
  if (info.type !== TYPES[recipe.dtype]) throw new Error(`the LERC data are of type ${info.type}, not ${recipe.dtype}`);
  if (masks > 1 && masks !== bands) throw new Error("the LERC data are damaged");
}

/** libtiff stores an alpha of 0 and 255 as LERC's mask. */
function isAlphaMask({ shape, extraSamples, dtype }: TileRecipe, { depth, bands, masks }: LercInfo): boolean {
  const hasAlpha = dtype === "uint8" && extraSamples.at(-1) === 2;
  return hasAlpha && masks === 1 && bands === 1 && depth === shape[0] - 1;
}

/** Puts NaN (integers: the recipe's `fill`) where LERC says that there is no value. */
function blank(recipe: TileRecipe, image: LercImage, data: CellArray): void {
  const cells = data as Float64Array;
  const isFloat = data instanceof Float32Array || data instanceof Float64Array;
  const nothing = (isFloat ? Number.NaN : recipe.fill) as number;
  const { masks, valid, bands, depth, nodata } = image;
  const plane = image.columns * image.rows;
  if (masks > 0 && !isAlphaMask(recipe, image)) {
    for (let band = 0; band < bands; band++) {
      const mask = masks > 1 ? band * plane : 0;
      for (let i = 0; i < plane; i++) {
        if (valid[mask + i] === 0) cells.fill(nothing, (band * plane + i) * depth, (band * plane + i + 1) * depth);
      }
    }
  }
  nodata.forEach((value, band) => {
    if (value === null) return;
    const end = (band + 1) * plane * depth;
    for (let i = band * plane * depth; i < end; i++) if (cells[i] === value) cells[i] = nothing;
  });
}

function withAlpha({ depth, valid }: LercImage, colours: CellArray): Uint8Array {
  const out = new Uint8Array(valid.length * (depth + 1));
  for (let cell = 0, from = 0, to = 0; cell < valid.length; cell++) {
    for (let i = 0; i < depth; i++) out[to++] = colours[from++] as number;
    out[to++] = valid[cell] ? 255 : 0;
  }
  return out;
}
