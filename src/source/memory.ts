import { rastrumError } from "../errors.ts";
import { invertTransform, type Transform } from "../grid/affine.ts";
import type { Window } from "../grid/window.ts";
import { asCell, createCells, dtypeOf, holdsDtype, isDtype } from "./cells.ts";
import { cellCount, copyCells, cStrides } from "./copy-cells.ts";
import { readBox } from "./read-box.ts";
import type { Block, CellArray, Dimension, Dtype, Overview, Raster, ReadOptions } from "./source.ts";

export interface MemoryRasterOptions {
  /** Cells in C order `[...dimensions, rows, columns]`. Kept, not copied: do not change them while they are read. */
  data: CellArray;
  /** Default: by the kind of `data`; "bool" for a Uint8Array of 0 and 1, "float16" for a widened Float32Array. */
  dtype?: Dtype;
  /** Columns. */
  width: number;
  /** Rows. */
  height: number;
  /** Rasterio's order `[a, b, c, d, e, f]`. Give this or `bounds`, or neither. */
  transform?: Transform;
  /** `[minX, minY, maxX, maxY]` of the outer cell corners, row 0 at the top (maxY). */
  bounds?: readonly [minX: number, minY: number, maxX: number, maxY: number];
  crs?: string;
  /** Non-spatial dimensions, slowest first; default none. */
  dimensions?: readonly Dimension[];
  /** Cells of a chunk along each dimension, then rows, then columns; default the whole array. */
  chunkShape?: readonly number[];
  nodata?: number | bigint | null;
  /** value = stored × scale + offset; default 1 and 0. */
  scale?: number;
  offset?: number;
  unit?: string | null;
  /** The same in coarser resolutions, in any order; looked at when they are first asked for. */
  overviews?: readonly Overview[];
}

/** A raster over an array in memory. @throws `invalid-option` naming the option that cannot be right. */
export function memoryRaster(options: MemoryRasterOptions): Raster {
  const { data, width, height, dimensions = [], scale = 1, offset = 0, unit = null, crs = null } = options;
  const dtype = checkDtype(data, options.dtype);
  checkDimensions(dimensions);
  requireThat(Number.isInteger(width) && width > 0, "width", width, "a whole number of columns above 0");
  requireThat(Number.isInteger(height) && height > 0, "height", height, "a whole number of rows above 0");
  const shape = [...dimensions.map((dimension) => dimension.size), height, width];
  const cells = cellCount(shape);
  requireThat(data.length === cells, "data", data.length, `${cells} cells (${shape.join(" × ")})`);
  const chunkShape = options.chunkShape ?? shape.map((length) => Math.max(length, 1));
  requireThat(
    chunkShape.length === shape.length && chunkShape.every((length) => Number.isInteger(length) && length > 0),
    "chunkShape",
    chunkShape,
    `${shape.length} whole numbers above 0`,
  );
  requireThat(Number.isFinite(scale) && scale !== 0, "scale", scale, "a finite number other than 0");
  requireThat(Number.isFinite(offset), "offset", offset, "a finite number");
  requireThat(crs === null || (typeof crs === "string" && crs !== ""), "crs", crs, "a CRS as text");

  const strides = cStrides(shape);
  const raster: Raster = {
    name: "memory",
    grid: { crs, transform: checkTransform(options), width, height },
    dtype,
    dimensions,
    chunkShape,
    nodata: checkNodata(options.nodata ?? null, dtype),
    scale,
    offset,
    unit,
    chunkCost: { requests: 0, bytes: 0 },
    async read(window: Window, readOptions?: ReadOptions): Promise<Block> {
      readOptions?.signal?.throwIfAborted();
      const box = readBox(raster, window, readOptions);
      const boxShape = box.map(([start, stop]) => stop - start);
      if (cellCount(boxShape) === cells) return { data, shape: boxShape };
      const block = createCells(dtype, cellCount(boxShape));
      const first = box.reduce((sum, [start], axis) => sum + start * strides[axis], 0);
      const target = { data: block, offset: 0, strides: cStrides(boxShape) };
      copyCells({ data, offset: first, strides }, target, boxShape);
      return { data: block, shape: boxShape };
    },
  };
  const { overviews } = options;
  if (!overviews) return raster;
  const candidates = overviews.map((overview) => ({ raster: overview, derived: true }));
  const checked = async () => (await import("./overviews.ts")).checkedOverviews(raster, candidates);
  return { ...raster, overviews: checked };
}

function requireThat(condition: boolean, option: string, received: unknown, wanted: string): void {
  if (condition) return;
  const text = Array.isArray(received) ? `[${received}]` : String(received);
  throw rastrumError("invalid-option", `${option} must be ${wanted}, not ${text}.`, { option, received });
}

function checkDtype(data: CellArray, dtype: Dtype | undefined): Dtype {
  const natural = dtypeOf(data);
  const kind = Object.prototype.toString.call(data);
  if (natural === null) {
    throw rastrumError("invalid-option", `data must be a typed array of cells, not ${kind}.`, {
      option: "data",
      received: data,
    });
  }
  if (dtype === undefined) return natural;
  requireThat(isDtype(dtype), "dtype", dtype, "a type of cells such as float32");
  requireThat(holdsDtype(data, dtype), "dtype", dtype, `one that ${kind} can hold`);
  return dtype;
}

function checkDimensions(dimensions: readonly Dimension[]): void {
  const names = new Set<string>();
  for (const { name, size, labels } of dimensions) {
    requireThat(typeof name === "string" && !names.has(name), "dimensions", name, "dimensions with names of their own");
    requireThat(
      Number.isInteger(size) && size > 0,
      "dimensions",
      size,
      `a whole number above 0 as the size of ${name}`,
    );
    const count = labels?.values.length ?? size;
    requireThat(count === size, "dimensions", count, `one label an index of ${name} (${size})`);
    names.add(name);
  }
}

function checkTransform({ transform, bounds, width, height }: MemoryRasterOptions): Transform | null {
  if (transform !== undefined) {
    requireThat(bounds === undefined, "bounds", bounds, "left out where transform is given");
    const usable = transform.length === 6 && invertTransform(transform) !== null;
    requireThat(usable, "transform", transform, "six finite numbers [a,b,c,d,e,f] that can be inverted");
    return transform;
  }
  if (bounds === undefined) return null;
  const [minX, minY, maxX, maxY] = bounds;
  const usable = bounds.length === 4 && bounds.every(Number.isFinite) && minX < maxX && minY < maxY;
  requireThat(usable, "bounds", bounds, "[minX, minY, maxX, maxY] with minX < maxX and minY < maxY");
  return [(maxX - minX) / width, 0, minX, 0, -(maxY - minY) / height, maxY];
}

function checkNodata(nodata: number | bigint | null, dtype: Dtype): number | bigint | null {
  if (nodata === null || (typeof nodata === "number" && Number.isNaN(nodata))) return null;
  const cell = asCell(nodata, dtype);
  requireThat(cell !== null, "nodata", nodata, `a value that a cell of ${dtype} can have`);
  return cell;
}
