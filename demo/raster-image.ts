import type { Raster } from "rastrum";
import type { Layer } from "./catalog.ts";
import { parseHex, rasterGrey } from "./colors.ts";
import { planWarp, type Warp } from "./warp.ts";

export interface RasterImage {
  readonly canvas: HTMLCanvasElement;
  readonly bounds: Warp["bounds"];
  /** Values at the two ends of the grey ramp, after scale and offset. */
  readonly range: readonly [number, number];
  /** How many times as wide the cells are that it shows: 1 for those of the raster itself. */
  readonly coarser: number;
}

/** More cells are not worth reading for a picture. */
const MAX_CELLS = 16_000_000;
/** A map is about so wide: a picture of fewer cells would be coarser than what it can show. */
const SHOWN_CELLS = 800;

const warps = new WeakMap<Raster, Promise<Warp | null>>();

/**
 * Reads one slice of the raster and draws it in Web Mercator.
 * @throws {Error} in words, where there can be no picture; what the raster's own `read` throws.
 */
export async function drawRaster(
  raster: Raster,
  layer: Layer,
  indices: readonly number[],
  dark: boolean,
  signal: AbortSignal,
): Promise<RasterImage> {
  const level = await levelToDraw(raster, signal);
  const { width, height } = level.grid;
  const cells = width * height;
  const warp = await warpOf(level);
  if (!warp)
    throw new Error(`No picture of the raster: this page cannot place its CRS (${raster.grid.crs ?? "none"}).`);
  const ranges = indices.map((index) => [index, index + 1] as const);
  const { data } = await level.read({ row: 0, column: 0, height, width }, { ranges, signal });
  const valueAt = (cell: number) =>
    data[cell] === level.nodata ? Number.NaN : Number(data[cell]) * level.scale + level.offset;
  const range = stretch(valueAt, cells);
  const colorOf = layer.classes ? classColors(layer.classes) : greys(range, dark);
  const coarser = Math.round(raster.grid.width / width);
  return { canvas: paint(warp, valueAt, colorOf), bounds: warp.bounds, range, coarser };
}

/** The coarsest level that has as many cells as a map shows; of those that are not too large at least. */
async function levelToDraw(raster: Raster, signal: AbortSignal): Promise<Raster> {
  const cellsOf = ({ grid }: Raster) => grid.width * grid.height;
  const overviews = (await raster.overviews?.({ signal })) ?? [];
  const levels = [raster, ...overviews].filter((level) => cellsOf(level) <= MAX_CELLS);
  const sufficient = levels.findLast(({ grid }) => Math.max(grid.width, grid.height) >= SHOWN_CELLS);
  if (levels.length > 0) return sufficient ?? levels[0];
  throw new Error(
    `No picture of the raster: it has ${Math.round(cellsOf(raster) / 1e6)} million cells and no small overview. The zones are computed all the same.`,
  );
}

function warpOf(level: Raster): Promise<Warp | null> {
  const known = warps.get(level) ?? planWarp(level);
  warps.set(level, known);
  return known;
}

/** The 2nd and the 98th percentile, so that a few extremes do not flatten the rest. */
function stretch(valueAt: (cell: number) => number, cells: number): [number, number] {
  const every = Math.max(1, Math.floor(cells / 100_000));
  const sample = Float64Array.from({ length: Math.floor(cells / every) }, (_, index) => valueAt(index * every))
    .filter(Number.isFinite)
    .sort();
  if (sample.length === 0) return [0, 0];
  return [sample[Math.floor(sample.length * 0.02)], sample[Math.floor(sample.length * 0.98)]];
}

type ColorOf = (value: number) => readonly [number, number, number] | null;

function greys([least, greatest]: readonly [number, number], dark: boolean): ColorOf {
  const span = greatest - least || 1;
  return (value) => {
    const grey = rasterGrey((value - least) / span, dark);
    return [grey, grey, grey];
  };
}

function classColors(classes: NonNullable<Layer["classes"]>): ColorOf {
  const colors = classes.map(({ color, codes }) => ({ codes, color: parseHex(color) }));
  return (value) => colors.find(({ codes }) => value >= codes[0] && value <= codes[1])?.color ?? null;
}

function paint(warp: Warp, valueAt: (cell: number) => number, colorOf: ColorOf): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = warp.width;
  canvas.height = warp.height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No picture of the raster: this browser gives no 2D canvas.");
  const image = context.createImageData(warp.width, warp.height);
  warp.cells.forEach((cell, pixel) => {
    const value = cell < 0 ? Number.NaN : valueAt(cell);
    const color = Number.isFinite(value) ? colorOf(value) : null;
    if (!color) return;
    image.data.set(color, pixel * 4);
    image.data[pixel * 4 + 3] = 255;
  });
  context.putImageData(image, 0, 0);
  return canvas;
}
