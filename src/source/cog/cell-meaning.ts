import type { Dtype } from "../source.ts";
import { isCmyk } from "./cmyk.ts";
import { type BandMetadata, overviewResampling, parseGdalMetadata, parseNodata } from "./gdal-metadata.ts";
import { tags } from "./tags.ts";
import type { TiffImage } from "./tiff-image.ts";
import type { TagReader } from "./tiff-values.ts";

/** What the numbers of an image mean. */
export interface CellMeaning {
  /** As it is stored; null where no cell can have it. */
  readonly nodata: number | bigint | null;
  readonly bands: readonly BandMetadata[];
  /** How overviews were made; null where the file does not say. */
  readonly resampling: string | null;
}

/** @throws `invalid-metadata`, `truncated` */
export async function readMeaning(reader: TagReader, { samples, tile }: TiffImage): Promise<CellMeaning> {
  const [nodata, metadata] = await Promise.all([reader.text(tags.gdalNodata), reader.text(tags.gdalMetadata)]);
  return {
    nodata: nodata === null ? null : parseNodata(nodata, tile.dtype),
    bands: parseGdalMetadata(metadata ?? "", samples),
    resampling: overviewResampling(metadata ?? ""),
  };
}

/** The type that masked cells go to, and what they become there. */
export interface Masked {
  readonly dtype: Dtype;
  readonly blank: number | bigint;
  /** Whether a cell that is not masked may be that too: where there is no wider type. */
  readonly mayMeet?: boolean;
}

const WIDER: Partial<Record<Dtype, Masked>> = {
  uint8: { dtype: "int16", blank: -1 },
  int8: { dtype: "int16", blank: -(2 ** 15) },
  uint16: { dtype: "int32", blank: -1 },
  int16: { dtype: "int32", blank: -(2 ** 31) },
  uint32: { dtype: "int64", blank: -1n },
  int32: { dtype: "int64", blank: -(2n ** 63n) },
  int64: { dtype: "int64", blank: -(2n ** 63n), mayMeet: true },
  uint64: { dtype: "uint64", blank: 2n ** 64n - 1n, mayMeet: true },
};

export function maskedType(dtype: Dtype): Masked {
  return WIDER[dtype] ?? { dtype, blank: Number.NaN };
}

/**
 * Whether the last band is an alpha that masks the others, as GDAL takes it: of two or four bands of 8 or 16 bits, where
 * ExtraSamples says alpha.
 */
export function hasAlpha({ samples, tile }: TiffImage): boolean {
  const { dtype, extraSamples } = tile;
  if (isCmyk({ ...tile, shape: [samples, 1, 1] })) return false; // colours of inks are opaque
  const last = extraSamples.at(-1);
  return (samples === 2 || samples === 4) && (dtype === "uint8" || dtype === "uint16") && (last === 1 || last === 2);
}
