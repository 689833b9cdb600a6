import type { Transform } from "../../src/grid/affine.ts";
import { type MemoryRasterOptions, memoryRaster } from "../../src/source/memory.ts";
import type { Overview, Raster } from "../../src/source/source.ts";
import { arrayV3, bytesOf, group, type ZarrFiles } from "./zarr-fixture.ts";

export const multiscalesUuid = "d35379db-88df-4056-af3a-620245f8e347";

/** Means of factor × factor cells of a raster of `width` columns; both sizes are multiples of the factor. */
export function averaged(cells: Float32Array, width: number, factor: number): Float32Array {
  const columns = width / factor;
  const rows = cells.length / width / factor;
  const means = new Float32Array(rows * columns);
  for (let row = 0; row < rows * factor; row++) {
    for (let column = 0; column < width; column++) {
      means[Math.floor(row / factor) * columns + Math.floor(column / factor)] += cells[row * width + column];
    }
  }
  return means.map((sum) => sum / factor ** 2);
}

/** Cell (row, column) holds row + 2 · column: a plane, of which means of cells are the values at their middle. */
export const plane = (width: number, height: number) =>
  Float32Array.from({ length: width * height }, (_, i) => Math.floor(i / width) + 2 * (i % width));

/** A raster of unit cells in memory with its means over 2, 4, … cells as overviews. */
export function pyramid(width: number, factors: number[], more: Partial<MemoryRasterOptions> = {}): Raster {
  const data = plane(width, width);
  const level = (factor: number): Overview => {
    const transform: Transform = [factor, 0, 0, 0, -factor, 0];
    const size = width / factor;
    const cells = { data: averaged(data, width, factor), width: size, height: size, transform };
    return { ...memoryRaster(cells), resampling: "average" };
  };
  return memoryRaster({
    data,
    width,
    height: width,
    transform: [1, 0, 0, 0, -1, 0],
    overviews: factors.map(level),
    ...more,
  });
}

/** The arrays `0`, `1`, … of 8, 4, … rows and columns, each cell of level i being 10 · 2^i wide; in a group with `attributes`. */
export function zarrPyramid(attributes: object, levels = 3, arrays = (level: number) => `${level}`): ZarrFiles {
  const files: ZarrFiles = { "zarr.json": group(attributes) };
  for (let level = 0; level < levels; level++) {
    const size = 8 / 2 ** level;
    files[`${arrays(level)}/zarr.json`] = arrayV3([size, size], "float32", ["y", "x"]);
    files[`${arrays(level)}/c/0/0`] = bytesOf(averaged(plane(8, 8), 8, 2 ** level));
  }
  return files;
}

export const finest: Transform = [10, 0, 500, 0, -10, 900];

/** The layout of `zarrPyramid`: each level is made of the one before it. */
export const layout = (levels: number, more: (level: number) => object = () => ({})) =>
  Array.from({ length: levels }, (_, level) => ({
    asset: `${level}`,
    ...(level > 0 ? { derived_from: `${level - 1}`, transform: { scale: [2, 2], translation: [0, 0] } } : {}),
    ...more(level),
  }));

export const convention = { zarr_conventions: [{ uuid: multiscalesUuid, name: "multiscales" }] };
