import type { IndexRange } from "../source.ts";
import { asDecodeFailure } from "../zarr-decode.ts";
import { isRaw } from "./compressions.ts";
import { rawBytes } from "./raw-cells.ts";
import type { TiffPiece } from "./tiff-block.ts";
import type { TiffFile } from "./tiff-file.ts";
import type { TiffImage } from "./tiff-image.ts";
import { TileIndex } from "./tile-index.ts";

/** An image whose tiles can be fetched. */
export interface TileSource {
  readonly file: TiffFile;
  readonly image: TiffImage;
  readonly index: TileIndex;
}

/** A tile or strip, or rows of an uncompressed one: where it is in the raster, not yet in the file. */
interface Tile extends Omit<TiffPiece, "bytes"> {
  readonly index: number;
  /** Rows of it before the first wanted, and all rows that it has. */
  readonly skipped: number;
  readonly storedRows: number;
}

/** Of strips, a thousandth of the image, within these: so that there are not too many chunks, and a zone reads little beside it. */
const LEAST_CELLS = 2 ** 14;
const MOST_CELLS = 2 ** 16;
/** Tiles of fewer rows or columns are read several together. */
const LEAST_TILE = 256;
/** Tiles are mostly side by side; what lies between them may be their own sizes (4 bytes before, 4 after). */
const GAP_BYTES = 64;
const MOST_JOINED_BYTES = 2 ** 24;

export function tileSource(file: TiffFile, image: TiffImage): TileSource {
  return { file, image, index: new TileIndex(file, image) };
}

/** [bands, rows, columns] that are read at once: a tile, some strips, or some rows of an uncompressed one. */
export function chunkShape(image: TiffImage): [bands: number, rows: number, columns: number] {
  const [samples, rows, columns] = image.tile.shape;
  if (image.tiled) {
    const times = (length: number) => length * Math.max(1, Math.floor(LEAST_TILE / length));
    return [samples, times(rows), times(columns)];
  }
  const cells = Math.min(MOST_CELLS, Math.max(LEAST_CELLS, (image.height * columns) / 1024));
  const most = Math.max(1, Math.floor(cells / (columns * samples)));
  if (most >= rows) return [samples, Math.min(Math.floor(most / rows) * rows, image.height), columns];
  return [samples, isSplittable(image) ? most : rows, columns];
}

/** Whether rows of a strip can be read without those before them. */
function isSplittable({ tiled, tile }: TiffImage): boolean {
  return !tiled && isRaw(tile);
}

/** The tiles that a box of bands, rows, columns meets. */
export function tilesIn(image: TiffImage, box: readonly IndexRange[]): Tile[] {
  const { down, across, planes, height, tiled } = image;
  const [, tileRows, tileColumns] = image.tile.shape;
  const [bands, rows, columns] = box;
  const tiles: Tile[] = [];
  if (box.some(([start, stop]) => start >= stop)) return tiles;
  for (let plane = planes > 1 ? bands[0] : 0; plane < (planes > 1 ? bands[1] : 1); plane++) {
    for (let y = Math.floor(rows[0] / tileRows); y * tileRows < rows[1]; y++) {
      const storedRows = tiled ? tileRows : Math.min(tileRows, height - y * tileRows);
      const first = isSplittable(image) ? Math.max(rows[0] - y * tileRows, 0) : 0;
      const last = isSplittable(image) ? Math.min(rows[1] - y * tileRows, storedRows) : storedRows;
      for (let x = Math.floor(columns[0] / tileColumns); x * tileColumns < columns[1]; x++) {
        const place = { band: plane, row: y * tileRows + first, column: x * tileColumns, rows: last - first };
        tiles.push({ ...place, index: (plane * down + y) * across + x, skipped: first, storedRows });
      }
    }
  }
  return tiles;
}

/** Fetches tiles; those side by side in the file together. @throws `decode-failed`, and what the transport throws */
export async function fetchPieces(
  { file, image, index }: TileSource,
  tiles: readonly Tile[],
  signal: AbortSignal | undefined,
): Promise<TiffPiece[]> {
  try {
    const places = await Promise.all(
      tiles.map(async (tile, i) => {
        const span = await index.find(tile.index, tile.storedRows, signal);
        if (!span || !isSplittable(image)) return { i, span };
        const offset = span.offset + rawBytes(image.tile, tile.skipped);
        return { i, span: { offset, length: rawBytes(image.tile, tile.rows) } };
      }),
    );
    const bytes = new Array<Uint8Array | null>(tiles.length).fill(null);
    const stored = places.flatMap(({ i, span }) =>
      span ? [{ i, start: span.offset, stop: span.offset + span.length }] : [],
    );
    await Promise.all(
      joined(stored).map(async (group) => {
        const start = group[0].start;
        const stop = Math.max(...group.map((each) => each.stop));
        const all = await file.data(start, stop - start, signal);
        for (const each of group) {
          bytes[each.i] = group.length === 1 ? all : all.slice(each.start - start, each.stop - start);
        }
      }),
    );
    return tiles.map(({ band, row, column, rows }, i) => ({ band, row, column, rows, bytes: bytes[i] }));
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const [{ band, row, column }] = tiles;
    throw asDecodeFailure(error, file.url, [band, row, column]);
  }
}

interface Stored {
  readonly i: number;
  readonly start: number;
  readonly stop: number;
}

/** Groups of what lies side by side, in the order of the file. */
function joined(stored: readonly Stored[]): Stored[][] {
  const groups: Stored[][] = [];
  let stop = Number.NEGATIVE_INFINITY;
  for (const each of [...stored].sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1);
    const fits = group && each.start - stop <= GAP_BYTES && each.stop - group[0].start <= MOST_JOINED_BYTES;
    if (fits) group.push(each);
    else groups.push([each]);
    stop = fits ? Math.max(stop, each.stop) : each.stop;
  }
  return groups;
}
