import { rastrumError } from "../errors.ts";
import type { Transform } from "../grid/affine.ts";
import { isDtype } from "./cells.ts";
import { checkGridOverrides } from "./grid-overrides.ts";
import type { Dimension, Dtype, Raster } from "./source.ts";
import { openStore, type Store, type StoreOptions, splitAddress } from "./store.ts";
import { type Axes, findAxes } from "./zarr-axes.ts";
import { type ChunkReader, openChunks } from "./zarr-chunks.ts";
import { conventionAttributes } from "./zarr-conventions.ts";
import { readLabels } from "./zarr-coordinates.ts";
import { findArray, normalizePath } from "./zarr-find.ts";
import { type GridOverrides, zarrGrid } from "./zarr-grid.ts";
import { baseName, Hierarchy } from "./zarr-hierarchy.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import { findPyramid } from "./zarr-pyramid.ts";
import { createRead } from "./zarr-read.ts";
import { zarrStorage } from "./zarr-storage.ts";
import { openZarrStore, type ZarrSource } from "./zarr-store.ts";
import { cellMeaning, unsignedDtype } from "./zarr-values.ts";

export interface ZarrOptions extends StoreOptions {
  /**
   * An array, or a group that holds exactly one data array; default: the root, taken in the same way. Several, of one
   * grid, are the bands of one raster: its dimension `band` has their names.
   */
  readonly path?: string | readonly string[];
  /** In place of the CRS that the Zarr says. */
  readonly crs?: string;
  /** In place of the transform that the Zarr says; rasterio's order `[a, b, c, d, e, f]`. */
  readonly transform?: Transform;
  /** Stops the opening; reads have signals of their own. */
  readonly signal?: AbortSignal;
}

/**
 * Opens an array of a Zarr (v2 or v3) at an http(s) address (s3:// and gs:// are those of public buckets) or, in Node, in
 * a folder; in a ZIP archive or by kerchunk's references, by address or as a Blob; or of a store that the caller has.
 * Reads metadata and the coordinates that it needs, no cell. A grid without CRS or transform is no error here. Where the array is a level of a
 * pyramid (`multiscales` of a group around it) the raster has `overviews`, which are opened when they are asked for; a
 * path that leads to the pyramid is that of the level which the others were made of.
 * @throws `not-found`, `not-a-raster`, `array-not-found`, `invalid-metadata`, `unsupported`, `invalid-option`, what
 * the transport throws (`http-error`, `network-error`, `timeout`, `truncated`), or the signal's reason.
 */
export async function openZarr(source: ZarrSource, options: ZarrOptions = {}): Promise<Raster> {
  const { signal, path } = options;
  signal?.throwIfAborted();
  checkGridOverrides(options);
  const paths = pathsOf(path);
  const { hierarchy, arrays } = await locate(source, paths, options);
  const rasters = await Promise.all(arrays.map((array) => openWithOverviews(hierarchy, array, options)));
  signal?.throwIfAborted();
  if (typeof path !== "object") return rasters[0];
  const { stackBands } = await import("./stack-bands.ts");
  return stackBands(rasters, bandNames(paths));
}

/** The array as a raster, and the other levels of its pyramid where it has one. */
async function openWithOverviews(hierarchy: Hierarchy, array: ArrayNode, options: ZarrOptions): Promise<Raster> {
  const { crs, signal } = options;
  const raster = await openArray(hierarchy, array, options, signal);
  const pyramid = await findPyramid(hierarchy, array, signal);
  if (!pyramid) return raster;
  const { zarrOverviews } = await import("./zarr-overviews.ts");
  // Their labels are those of the raster, and a transform given for that is none of theirs.
  const open = (level: ArrayNode, signal: AbortSignal | undefined) =>
    openArray(hierarchy, level, { crs }, signal, false);
  const placed = options.transform !== undefined;
  return { ...raster, overviews: zarrOverviews(hierarchy, pyramid, raster, array, placed, open) };
}

/** @throws `invalid-option` */
function pathsOf(path: ZarrOptions["path"]): readonly string[] {
  if (typeof path !== "object") return [normalizePath(path)];
  const paths = path.map((one) => normalizePath(String(one)));
  if (paths.length > 0 && new Set(paths).size === paths.length) return paths;
  const message = `path must name each band once, not ${JSON.stringify(path)}.`;
  throw rastrumError("invalid-option", message, { option: "path", received: path });
}

/** The names of arrays; whole paths where two have the same name. */
function bandNames(paths: readonly string[]): readonly string[] {
  const names = paths.map(baseName);
  return new Set(names).size === names.length ? names : paths.map((path) => path.slice(1));
}

/** @param labelled whether the labels of dimensions are read too */
async function openArray(
  hierarchy: Hierarchy,
  array: ArrayNode,
  overrides: GridOverrides,
  signal: AbortSignal | undefined,
  labelled = true,
): Promise<Raster> {
  const { store } = hierarchy;
  const name = `${store.url.replace(/\/+$/, "")}${array.path}`;
  const dtype = cellType(array, name);
  const chunks = await openChunks(store, array);
  const conventions = await conventionAttributes(hierarchy, array, signal);
  const axes = await findAxes(hierarchy, array, conventions, signal);
  const grid = await zarrGrid(hierarchy, array, axes, conventions, overrides, signal);
  const dimensions = await Promise.all(
    axes.others.map((axis) => dimensionOf(store, array, axes, axis, labelled, signal)),
  );
  return createRaster({ name, grid, dimensions, dtype }, array, chunks, axes);
}

function createRaster(
  base: Pick<Raster, "name" | "grid" | "dimensions" | "dtype">,
  array: ArrayNode,
  chunks: ChunkReader,
  axes: Axes,
): Raster {
  const { nodata, alsoNodata, scale, offset, unit } = cellMeaning(array, base.dtype);
  return {
    ...base,
    chunkShape: [...axes.others, axes.y, axes.x].map((axis) => chunks.recipe.shape[axis]),
    nodata,
    scale,
    offset,
    unit,
    chunkCost: { requests: 1, bytes: chunks.storedBytes },
    storage: zarrStorage(array),
    missingChunks: () => chunks.missing(),
    read: createRead({ ...base, nodata, alsoNodata }, chunks, axes),
  };
}

/** The arrays that are meant. An address may also lead to an array itself: its coordinates are then beside it. */
async function locate(
  source: ZarrSource,
  paths: readonly string[],
  options: ZarrOptions,
): Promise<{ hierarchy: Hierarchy; arrays: readonly ArrayNode[] }> {
  const { signal } = options;
  const isAddress = typeof source === "string" || source instanceof URL;
  let hierarchy = new Hierarchy(await openZarrStore(source, options, signal), options);
  const root = await hierarchy.open(signal);
  const above = isAddress && root?.kind === "array" && paths[0] === "" ? splitAddress(source) : null;
  if (above) {
    hierarchy = new Hierarchy(openStore(above.parent, options), options);
    await hierarchy.open(signal);
    const array = await hierarchy.node(`/${above.name}`, signal);
    if (array?.kind === "array") return { hierarchy, arrays: [await findArray(hierarchy, array.path, signal)] };
    // Nothing is above an array that is alone, in an archive say.
    hierarchy = new Hierarchy(await openZarrStore(source, options, signal), options);
    await hierarchy.open(signal);
  }
  // A group without metadata of its own is fine, as long as the path leads to something.
  const isEmpty = !root && (paths[0] === "" || !(await hierarchy.node(paths[0], signal)));
  if (isEmpty) await refuse(hierarchy, isAddress ? String(source) : hierarchy.store.url);
  return { hierarchy, arrays: await Promise.all(paths.map((path) => findArray(hierarchy, path, signal))) };
}

async function refuse({ store, refusal }: Hierarchy, address: string): Promise<never> {
  if (refusal) throw refusal;
  const local = !/^https?:/i.test(store.url);
  if (local && !(await (await import("./file-store.ts")).pathExists(store.url))) {
    throw rastrumError("not-found", `There is no folder ${address}.`, { path: address });
  }
  const message = `${address} holds no Zarr: neither zarr.json nor .zgroup nor .zarray is there.`;
  throw rastrumError("not-a-raster", message, { path: address });
}

function cellType({ dataType, attributes, timeUnit, path }: ArrayNode, name: string): Dtype {
  if (isDtype(dataType) && timeUnit === null) return unsignedDtype(dataType, attributes);
  const what = `cells of the type ${timeUnit === null ? dataType : "datetime64"}`;
  throw rastrumError("unsupported", `${name} has ${what}: ${baseName(path)} must hold numbers.`, { what });
}

async function dimensionOf(
  store: Store,
  array: ArrayNode,
  { coordinates }: Axes,
  axis: number,
  labelled: boolean,
  signal: AbortSignal | undefined,
): Promise<Dimension> {
  const coordinate = labelled ? coordinates[axis] : null;
  const labels = coordinate && (await readLabels(store, coordinate, signal));
  return { name: array.dimensionNames?.[axis] ?? `dim_${axis}`, size: array.shape[axis], labels };
}
