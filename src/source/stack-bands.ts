import { rastrumError } from "../errors.ts";
import { allOrStop } from "./all-or-stop.ts";
import { createCells } from "./cells.ts";
import { cellCount } from "./copy-cells.ts";
import { bytesPerCell, isInteger, storedNodata } from "./dtype.ts";
import { readBox } from "./read-box.ts";
import type { CellArray, Dimension, Dtype, Overview, Raster, Read } from "./source.ts";

/** Bands of a window that are read at the same time. */
const BANDS_AT_ONCE = 8;

/**
 * Rasters of one grid as one, with the dimension `band` before the others; `labels` name the bands. Cells of one type,
 * nodata, scale and offset stay as they are stored; others become doubles in the rasters' units, NaN where there is none
 * (floats, where nothing is rounded by that).
 * @throws `invalid-option` where grids or dimensions differ, or where 64-bit integers would be rounded
 */
export function stackBands(rasters: readonly Raster[], labels: readonly string[]): Raster {
  const [first, ...others] = rasters;
  for (const other of others) checkSame(first, other);
  const dtype = commonType(rasters);
  const bands: Dimension = { name: "band", size: rasters.length, labels: { type: "text", values: [...labels] } };
  const asStored = dtype === null;
  const costs = rasters.map(({ chunkCost }) => chunkCost ?? { requests: null, bytes: null });
  const same = <Value>(values: readonly Value[]) => (values.every((value) => value === values[0]) ? values[0] : null);
  const stack: Raster = {
    ...first,
    name: `${first.name} and ${others.length} more`,
    dtype: dtype ?? first.dtype,
    dimensions: [bands, ...first.dimensions],
    chunkShape: [1, ...first.chunkShape],
    ...(asStored ? {} : { nodata: null, scale: 1, offset: 0 }),
    unit: same(rasters.map(({ unit }) => unit)),
    chunkCost: { requests: same(costs.map(({ requests }) => requests)), bytes: same(costs.map(({ bytes }) => bytes)) },
    missingChunks: () => rasters.reduce((sum, raster) => sum + (raster.missingChunks?.() ?? 0), 0),
    read: (window, options) => read(window, options),
    overviews: stackOverviews(rasters, labels),
  };
  const read: Read = async (window, options) => {
    const [[start, stop], ...rest] = readBox(stack, window, options);
    const shape = [stop - start, ...rest.map(([from, to]) => to - from)];
    const data = createCells(stack.dtype, cellCount(shape));
    const cells = cellCount(shape.slice(1));
    const ranges = rest.slice(0, -2);
    const wanted = Array.from({ length: stop - start }, (_, i) => start + i);
    await allOrStop(wanted, BANDS_AT_ONCE, options?.signal, async (band, signal) => {
      const block = await rasters[band].read(window, { ...options, ranges, signal });
      const from = asStored ? block.data : inUnits(rasters[band], block.data, stack.dtype);
      (data as Uint8Array).set(from as Uint8Array, (band - start) * cells);
    });
    return { data, shape };
  };
  return stack;
}

/** The type that all become; null where they can stay as they are stored. */
function commonType(rasters: readonly Raster[]): Dtype | null {
  const [first] = rasters;
  const alike = (["dtype", "nodata", "scale", "offset"] as const).every((key) =>
    rasters.every((raster) => Object.is(raster[key], first[key])),
  );
  if (alike) return null;
  const wide = rasters.find(({ dtype }) => isInteger(dtype) && bytesPerCell(dtype) === 8);
  if (wide) {
    const message = `${wide.name} has cells of the type ${wide.dtype} and goes with no band of another type, nodata or scale: ask for it alone.`;
    throw rastrumError("invalid-option", message, { option: "path", received: wide.name });
  }
  const isFloat32 = ({ dtype, scale, offset }: Raster) =>
    scale === 1 && offset === 0 && (bytesPerCell(dtype) < 4 || dtype === "float32" || dtype === "float16");
  return rasters.every(isFloat32) ? "float32" : "float64";
}

function inUnits(raster: Raster, cells: CellArray, dtype: Dtype): CellArray {
  const nodata = storedNodata(raster);
  const values = createCells(dtype, cells.length);
  for (let i = 0; i < cells.length; i++) {
    values[i] = cells[i] === nodata ? Number.NaN : Number(cells[i]) * raster.scale + raster.offset;
  }
  return values;
}

/** Where all have the same ones. */
function stackOverviews(rasters: readonly Raster[], labels: readonly string[]): Raster["overviews"] {
  if (!rasters.every(({ overviews }) => overviews)) return undefined;
  return async (options) => {
    const all = await Promise.all(rasters.map((raster) => raster.overviews?.(options) ?? []));
    return all[0].flatMap((overview, level): Overview[] => {
      const levels = all.flatMap((list) => list[level] ?? []);
      if (levels.length < rasters.length || !levels.every((other) => isSameGrid(overview, other))) return [];
      return [{ ...stackBands(levels, labels), resampling: overview.resampling }];
    });
  };
}

function checkSame(first: Raster, other: Raster): void {
  const sizes = ({ dimensions }: Raster) => JSON.stringify(dimensions);
  const what = !isSameGrid(first, other)
    ? "are on different grids"
    : sizes(first) !== sizes(other)
      ? "have different dimensions"
      : null;
  if (what === null) return;
  const message = `${first.name} and ${other.name} ${what}: bands of one raster share size, transform, CRS and dimensions.`;
  throw rastrumError("invalid-option", message, { option: "path", received: other.name });
}

function isSameGrid({ grid: p }: Raster, { grid: q }: Raster): boolean {
  const transforms = p.transform === q.transform || p.transform?.every((number, i) => number === q.transform?.[i]);
  return p.width === q.width && p.height === q.height && p.crs === q.crs && transforms === true;
}
