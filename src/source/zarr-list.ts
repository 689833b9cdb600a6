import { isRastrumError } from "../errors.ts";
import type { StoreOptions } from "./store.ts";
import { findAxes } from "./zarr-axes.ts";
import { conventionAttributes } from "./zarr-conventions.ts";
import { dataArrays, normalizePath } from "./zarr-find.ts";
import { zarrCrs } from "./zarr-grid.ts";
import { findGridMapping } from "./zarr-grid-mapping.ts";
import { Hierarchy } from "./zarr-hierarchy.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import { codecNames } from "./zarr-storage.ts";
import { openZarrStore, type ZarrSource } from "./zarr-store.ts";

/** An array of a Zarr, by its metadata alone. */
export interface ArrayInfo {
  readonly path: string;
  readonly dtype: string;
  /** Null where the metadata has no names. */
  readonly dimensions: readonly (string | null)[] | null;
  readonly shape: readonly number[];
  readonly chunks: readonly number[];
  readonly codecs: readonly string[];
  readonly crs: string | null;
}

/** The data arrays of a Zarr, or of the group at `path`; null where nobody can list them. Reads metadata. */
export async function listArrays(
  source: ZarrSource,
  options: StoreOptions & { readonly path?: string; readonly signal?: AbortSignal },
): Promise<readonly ArrayInfo[] | null> {
  const { signal } = options;
  const hierarchy = new Hierarchy(await openZarrStore(source, options, signal), options);
  await hierarchy.open(signal);
  const arrays = await dataArrays(hierarchy, normalizePath(options.path), signal);
  return arrays && Promise.all(arrays.map((array) => infoOf(hierarchy, array, signal)));
}

async function infoOf(hierarchy: Hierarchy, array: ArrayNode, signal: AbortSignal | undefined): Promise<ArrayInfo> {
  const { path, dataType, dimensionNames, shape, chunkShape } = array;
  return {
    path: path.slice(1),
    dtype: dataType,
    dimensions: dimensionNames,
    shape,
    chunks: chunkShape,
    codecs: codecNames(array.codecs),
    crs: await crsOf(hierarchy, array, signal),
  };
}

/** Null too for arrays whose rows and columns cannot be told. */
async function crsOf(hierarchy: Hierarchy, array: ArrayNode, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    const conventions = await conventionAttributes(hierarchy, array, signal);
    const axes = await findAxes(hierarchy, array, conventions, signal);
    return zarrCrs(array, axes, conventions, await findGridMapping(hierarchy, array, signal));
  } catch (error) {
    signal?.throwIfAborted();
    if (isRastrumError(error)) return null;
    throw error;
  }
}
