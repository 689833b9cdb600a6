import type { Grid } from "../grid/grid.ts";
import type { Window } from "../grid/window.ts";
import type { BlockRecipe, EncodedBlock } from "./encoded-block.ts";
import type { LocatedFile } from "./store.ts";

/** Types of cells, as Zarr v3 names them. `bool` is read as 0 and 1 in a Uint8Array, `float16` as a Float32Array. */
export type Dtype =
  | "bool" | "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "int64" | "uint64"
  | "float16" | "float32" | "float64"; // biome-ignore format: one line a kind

export type CellArray =
  | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array
  | BigInt64Array | BigUint64Array | Float32Array | Float64Array; // biome-ignore format: one line a kind

/** Coordinates along a non-spatial dimension. */
export type Labels =
  | { readonly type: "number"; readonly values: readonly number[] }
  | { readonly type: "text"; readonly values: readonly string[] }
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  | { readonly type: "time"; readonly values: readonly number[] };

/** A dimension that is neither y nor x: time, band, level … */
export interface Dimension {
  readonly name: string;
  readonly size: number;
  /** One label an index; null where the source has none, then the index itself is the label. */
  readonly labels: Labels | null;
}

/** [start, stop) along a dimension. */
export type IndexRange = readonly [start: number, stop: number];

export interface ReadOptions {
  /** One range for each of `dimensions`; all of it where left out. */
  readonly ranges?: readonly IndexRange[];
  readonly signal?: AbortSignal;
  /** Decodes what the source fetches, on other threads maybe; default: this thread does. */
  readonly decode?: (block: EncodedBlock) => Promise<Block>;
}

/** Cells as they are stored (before scale and offset), in C order `[...dimensions, rows, columns]`. */
export interface Block {
  readonly data: CellArray;
  /** One length a dimension asked for, then rows, then columns; their product is `data.length`. */
  readonly shape: readonly number[];
  /** It stays, and is given again as the same array, which nobody writes to. */
  readonly kept?: true;
}

/** What a plan can know of the cost of reading before anything is read. */
export interface ChunkCost {
  /** Requests that reading one chunk takes; null where the source cannot tell. */
  readonly requests: number | null;
  /** Bytes to fetch for one chunk; null where the source cannot tell. */
  readonly bytes: number | null;
}

/** What a source can tell of how it is stored. */
export interface Storage {
  /** The format: "GeoTIFF", "Zarr v3" … */
  readonly driver: string;
  /** What cells went through, in the order of writing; none where they lie there as they are. */
  readonly codecs: readonly string[];
  /** Cells of a file that holds several chunks, along the axes of the array. */
  readonly shardShape?: readonly number[];
}

/** A block whose bytes lie in a file. */
export interface LocatedBlock extends LocatedFile {
  /** Without bytes. */
  readonly block: EncodedBlock;
}

/** Reads a window of cells. */
export interface Read {
  (window: Window, options?: ReadOptions): Promise<Block>;
  /**
   * The same before it is decoded, which then any thread can do; null where the window is not all in one chunk. It
   * belongs to the function, so that a raster with a `read` of its own never has that of another.
   */
  readonly encoded?: (window: Window, options?: ReadOptions) => Promise<EncodedBlock | null>;
  /** The same where its bytes lie in a file that the thread which decodes it can read by itself; else null. */
  readonly located?: (window: Window, options?: ReadOptions) => Promise<LocatedBlock | null>;
  /** Takes a block that was read as `encoded` or `located` and decoded elsewhere, where such blocks are kept. */
  readonly keep?: (window: Window, ranges: ReadOptions["ranges"], block: Block) => void;
  /** What all such blocks have in common. */
  readonly recipe?: BlockRecipe;
}

/**
 * A lazy raster: a grid and a `read`. An array in memory, a Zarr, later a COG, a mosaic or the slope of one.
 * Reading along chunk borders costs least: the engine reads every chunk once.
 */
export interface Raster {
  /** For messages: the address, or "memory". */
  readonly name: string;
  readonly grid: Grid;
  readonly dtype: Dtype;
  /** Non-spatial dimensions, slowest first. */
  readonly dimensions: readonly Dimension[];
  /** Cells of a chunk along each of `dimensions`, then rows, then columns. */
  readonly chunkShape: readonly number[];
  /** Stored value that means "no data"; null where there is none. NaN is never data. */
  readonly nodata: number | bigint | null;
  /** value = stored × scale + offset. */
  readonly scale: number;
  readonly offset: number;
  /** Unit of the values after scale and offset, where the source says. */
  readonly unit: string | null;
  readonly chunkCost?: ChunkCost;
  readonly storage?: Storage;
  /** Chunks that the store lacks and that were read as fill values, so far. */
  readonly missingChunks?: () => number;
  readonly read: Read;
  /** Where the source has the raster in coarser resolutions too. */
  readonly overviews?: ReadOverviews;
}

/** A raster in a coarser resolution: same dimensions and CRS, cells, nodata, scale and offset of its own. */
export interface Overview extends Raster {
  /** How its cells were made of finer ones, as the source says: "average", "nearest" …; null where it does not. */
  readonly resampling?: string | null;
}

/**
 * Opens the overviews, finest first: reads metadata when first called, no cell. Throws `invalid-metadata` where what the
 * source says of them cannot be right, and what opening a raster throws.
 */
export type ReadOverviews = (options?: { readonly signal?: AbortSignal }) => Promise<readonly Overview[]>;
