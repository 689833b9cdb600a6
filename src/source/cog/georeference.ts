import { invertTransform, type Transform, transformFromGdal } from "../../grid/affine.ts";
import { crsOfGeoKeys, type GeoKeys } from "../../grid/geo-keys.ts";
import { tags } from "./tags.ts";
import type { TagReader } from "./tiff-values.ts";

/** Where cells lie, as GeoTIFF's tags tell; null what they do not tell. */
export interface Georeference {
  readonly crs: string | null;
  readonly transform: Transform | null;
}

const RASTER_TYPE = 1025;
const PIXEL_IS_POINT = 2;
/** The directory of keys counts them in 16 bits. */
const MOST_TEXT = 2 ** 16;

/** @throws `invalid-metadata`, `truncated` */
export async function readGeoreference(reader: TagReader): Promise<Georeference> {
  const keys = await readGeoKeys(reader);
  const isPoint = keys.get(RASTER_TYPE) === PIXEL_IS_POINT;
  return { crs: keys.size > 0 ? crsOfGeoKeys(keys) : null, transform: await readTransform(reader, isPoint) };
}

/**
 * From the outer corner of the first cell on, also where the file tells of its centre (PixelIsPoint). Tie points without
 * a scale are ground control points, which make no transform. Source: OGC 19-008r4, 7.4 and annex B.6.
 */
async function readTransform(reader: TagReader, isPoint: boolean): Promise<Transform | null> {
  const scale = await reader.numbers(tags.pixelScale, 2);
  const tiepoints = await reader.numbers(tags.tiepoints, 6);
  const matrix = await reader.numbers(tags.modelTransformation, 8);
  const hasScale = scale?.length === 2 && scale[0] !== 0 && scale[1] !== 0;
  const transform = hasScale
    ? fromScale(scale, tiepoints)
    : matrix?.length === 8
      ? transformFromGdal([matrix[3], matrix[0], matrix[1], matrix[7], matrix[4], matrix[5]])
      : null;
  if (!transform || !invertTransform(transform)) return null;
  const [a, b, c, d, e, f] = transform;
  // What is not tied has no point to be that of a centre.
  const isCentre = isPoint && (!hasScale || tiepoints?.length === 6);
  return isCentre ? [a, b, c - (a + b) / 2, d, e, f - (d + e) / 2] : transform;
}

/** Rows go down whatever the sign of the scale says, and begin at 0, 0 where nothing says where, as GDAL takes it. */
function fromScale([x, y]: readonly number[], tiepoints: readonly number[] | null): Transform {
  const [column, row, , east, north] = tiepoints?.length === 6 ? tiepoints : [0, 0, 0, 0, 0];
  const down = -Math.abs(y);
  return [x, 0, east - column * x, 0, down, north - row * down];
}

/** GeoKeyDirectoryTag: four numbers a key: its id, where its value is (0: here), how many, and the value or its place. */
async function readGeoKeys(reader: TagReader): Promise<GeoKeys> {
  const keys = new Map<number, number | string | readonly number[]>();
  const directory = await reader.numbers(tags.geoKeys);
  if (!directory || directory.length < 4) return keys;
  const doubles = (await reader.numbers(tags.geoDoubles)) ?? [];
  const texts = ((await reader.text(tags.geoTexts)) ?? "").slice(0, MOST_TEXT);
  const count = Math.min(directory[3], Math.floor(directory.length / 4) - 1);
  for (let i = 1; i <= count; i++) {
    const [key, location, length, at] = directory.slice(4 * i, 4 * i + 4);
    if (location === 0) keys.set(key, at);
    else if (location === tags.geoTexts) keys.set(key, texts.slice(at, at + length).replace(/\|$/, ""));
    else if (location === tags.geoDoubles && at < doubles.length) {
      keys.set(key, length === 1 ? doubles[at] : doubles.slice(at, at + length));
    }
  }
  return keys;
}
