import type { Dtype } from "../source.ts";

/**
 * How the bytes of a tile or strip become its cells: plain data, so that any thread can do it. Numbers are those of the
 * TIFF tags (TIFF 6.0; for what came later the tag is named).
 */
export interface TileRecipe {
  /** Where the file is, for messages. */
  readonly path: string;
  /**
   * [samples in the tile, rows, columns]; 1 sample where planes are stored apart. A tile has all of its rows and columns,
   * the last strip, and a part of an uncompressed one, has fewer rows: the decoder is told how many.
   */
  readonly shape: readonly [samples: number, rows: number, columns: number];
  /** Of the cells: 1 to 8 bits are uint8, 9 to 16 uint16, 17 to 32 uint32, as GDAL has them; floats by their size. */
  readonly dtype: Dtype;
  /** 1 to 32, or 64; the same for all samples. */
  readonly bitsPerSample: number;
  /** 1 unsigned, 2 signed, 3 float. */
  readonly sampleFormat: 1 | 2 | 3;
  readonly littleEndian: boolean;
  /** 1 first column in the highest bit of a byte; 2 in the lowest. */
  readonly fillOrder: 1 | 2;
  readonly compression: number;
  /** 1 none, 2 horizontal differences, 3 of floating point. */
  readonly predictor: number;
  readonly photometric: number;
  /** 1 samples of a cell side by side, 2 planes apart. */
  readonly planar: 1 | 2;
  /** YCbCrSubSampling (530): [2, 2] where the file does not say. */
  readonly ycbcrSubsampling: readonly [horizontal: number, vertical: number];
  /** YCbCrCoefficients (529): luma of red, green, blue. */
  readonly ycbcrCoefficients: readonly [red: number, green: number, blue: number];
  /** ReferenceBlackWhite (532), six numbers; null where the file does not say. */
  readonly referenceBlackWhite: readonly number[] | null;
  /** JPEGTables (347). */
  readonly jpegTables: Uint8Array | null;
  /** LercParameters (50674): [version, additional compression: 0 none, 1 deflate, 2 zstd]; null where there is none. */
  readonly lercParameters: readonly [version: number, compression: number] | null;
  /** T4Options (292) or T6Options (293). */
  readonly faxOptions: number;
  /** ExtraSamples (338), one a sample beyond the colours: 0 unspecified, 1 alpha times colours, 2 alpha. */
  readonly extraSamples: readonly number[];
  /** What a cell has where the file has none: nodata, else 0. Cells that LERC marks as invalid get it (floats: NaN). */
  readonly fill: number | bigint;
}
