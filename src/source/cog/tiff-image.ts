import { rastrumError } from "../../errors.ts";
import { bytesPerCell } from "../dtype.ts";
import type { Dtype } from "../source.ts";
import { isCmyk } from "./cmyk.ts";
import { tags } from "./tags.ts";
import type { Entry } from "./tiff-ifd.ts";
import type { TagReader } from "./tiff-values.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** An image of a TIFF: its size, how it is cut, and how a piece of it is stored. */
export interface TiffImage {
  readonly width: number;
  readonly height: number;
  /** Bands as they are stored, or that they become: four of inks side by side. */
  readonly samples: number;
  readonly tiled: boolean;
  /** Tiles or strips down and across, and how many times that: once, or once a band where planes are apart. */
  readonly down: number;
  readonly across: number;
  readonly planes: number;
  readonly tile: TileRecipe;
  readonly offsets: Entry;
  /** Null where the image lacks them, as uncompressed ones may. */
  readonly byteCounts: Entry | null;
}

/** GDAL's and ours: rows and columns are counted in 31 bits. */
const MOST_CELLS_ALONG = 2 ** 31 - 1;
/** Of a decoded tile: typed arrays and compiled codecs end at 2 GiB. */
const MOST_TILE_BYTES = 2 ** 30;
const MOST_SAMPLES = 2 ** 16;

/** @throws `invalid-metadata`, `unsupported`, `truncated` */
export async function readImage(reader: TagReader): Promise<TiffImage> {
  const { file } = reader;
  const [width, height, samples] = await Promise.all([
    reader.number(tags.width, 0),
    reader.number(tags.height, 0),
    reader.number(tags.samplesPerPixel, 1),
  ]);
  checkCount(reader, "columns", width, MOST_CELLS_ALONG);
  checkCount(reader, "rows", height, MOST_CELLS_ALONG);
  checkCount(reader, "samples", samples, MOST_SAMPLES);
  const tiled = reader.entry(tags.tileWidth) !== null;
  const [tileWidth, tileHeight] = await tileSize(reader, tiled, width, height);
  const tile = await readTileRecipe(reader, samples, tileHeight, tileWidth);
  const [down, across] = [Math.ceil(height / tileHeight), Math.ceil(width / tileWidth)];
  const planes = tile.planar === 2 ? samples : 1;
  // Some writers keep the places of tiles under the tags of strips.
  const offsets = reader.entry(tags.tileOffsets) ?? reader.entry(tags.stripOffsets);
  const byteCounts = reader.entry(tags.tileByteCounts) ?? reader.entry(tags.stripByteCounts);
  const count = down * across * planes;
  if (!offsets) throw file.invalid("it does not say where its tiles or strips are");
  if (offsets.count < count || (byteCounts && byteCounts.count < count)) {
    const found = Math.min(offsets.count, byteCounts?.count ?? offsets.count);
    throw file.invalid(`${height} × ${width} cells take ${count} tiles or strips, but it lists ${found}`);
  }
  const bands = isCmyk(tile) ? 4 : samples;
  return { width, height, samples: bands, tiled, down, across, planes, tile, offsets, byteCounts };
}

async function tileSize(
  reader: TagReader,
  tiled: boolean,
  width: number,
  height: number,
): Promise<[width: number, height: number]> {
  if (!tiled) {
    const rows = await reader.number(tags.rowsPerStrip, height);
    // 2^32 − 1 and 0 are written for one strip of all rows.
    return [width, rows === 0 ? height : Math.min(rows, height)];
  }
  const size = await Promise.all([reader.number(tags.tileWidth, 0), reader.number(tags.tileHeight, 0)]);
  checkCount(reader, "columns of a tile", size[0], MOST_CELLS_ALONG);
  checkCount(reader, "rows of a tile", size[1], MOST_CELLS_ALONG);
  return [size[0], size[1]];
}

function checkCount({ file }: TagReader, what: string, count: number, most: number): void {
  if (count >= 1 && count <= most) return;
  throw file.invalid(`it has ${count} ${what}; there must be 1 to ${most}`);
}

async function readTileRecipe(reader: TagReader, samples: number, rows: number, columns: number): Promise<TileRecipe> {
  const bitsPerSample = await oneForAll(reader, tags.bitsPerSample, samples, 1, "bits");
  const format = await oneForAll(reader, tags.sampleFormat, samples, 1, "sample formats");
  const sampleFormat = format === 2 || format === 3 ? format : 1; // 4 is "void": GDAL takes it for unsigned
  const photometric = await photometricOf(reader);
  const stored = dtypeOf(reader, bitsPerSample, format);
  const planar = (await reader.number(tags.planarConfiguration, 1)) === 2 && samples > 1 ? 2 : 1;
  const inTile = planar === 2 ? 1 : samples;
  // GDAL reads what becomes colours as unsigned, whatever the file says of the inks.
  const inks = isCmyk({ photometric, bitsPerSample, shape: [samples, rows, columns] });
  const dtype = inks ? "uint8" : stored;
  checkBytes(reader, inTile * rows * columns * bytesPerCell(dtype), rows, columns);
  const compression = await reader.number(tags.compression, 1);
  const number = (tag: number, otherwise: number) => reader.number(tag, otherwise);
  const lerc = await reader.numbers(tags.lercParameters, 2);
  return {
    path: reader.file.url,
    shape: [inTile, rows, columns],
    dtype,
    bitsPerSample,
    sampleFormat,
    littleEndian: reader.file.littleEndian,
    fillOrder: (await number(tags.fillOrder, 1)) === 2 ? 2 : 1,
    compression,
    predictor: await number(tags.predictor, 1),
    photometric,
    planar,
    ycbcrSubsampling: ((await reader.numbers(tags.ycbcrSubsampling, 2)) ?? [2, 2]) as [number, number],
    ycbcrCoefficients: ((await reader.numbers(tags.ycbcrCoefficients, 3)) ?? [0.299, 0.587, 0.114]) as [number, number, number], // biome-ignore format: one line a tag
    referenceBlackWhite: await reader.numbers(tags.referenceBlackWhite, 6),
    jpegTables: await reader.bytes(tags.jpegTables),
    lercParameters: lerc?.length === 2 ? (lerc as [number, number]) : null,
    faxOptions: await number(compression === 3 ? tags.t4Options : tags.t6Options, 0),
    extraSamples: (await reader.numbers(tags.extraSamples, samples)) ?? [],
    fill: 0,
  };
}

/** Inks other than cyan, magenta, yellow and black (InkSet) are plain numbers. */
async function photometricOf(reader: TagReader): Promise<number> {
  const photometric = await reader.number(tags.photometric, 1);
  return photometric === 5 && (await reader.number(tags.inkSet, 1)) !== 1 ? 1 : photometric;
}

/** A number that the file says once a sample, and that must be the same for all. */
async function oneForAll(reader: TagReader, tag: number, samples: number, otherwise: number, what: string) {
  const [first = otherwise, ...rest] = (await reader.numbers(tag, samples)) ?? [];
  if (rest.every((value) => value === first)) return first;
  const said = `samples of different ${what} (${[first, ...rest].slice(0, 8).join(", ")})`;
  throw rastrumError("unsupported", `${reader.file.url} has ${said}, which is not supported.`, { what: said });
}

/** As GDAL has them: cells of odd bits in the next type that is wide enough. */
function dtypeOf({ file }: TagReader, bits: number, format: number): Dtype {
  const float = ({ 16: "float16", 24: "float32", 32: "float32", 64: "float64" } as const)[bits];
  if (format === 3 && float) return float;
  const size = [8, 16, 32].find((wide) => bits >= 1 && bits <= wide) ?? (bits === 64 ? 64 : null);
  if (format <= 4 && format !== 3 && size) return `${format === 2 ? "int" : "uint"}${size}` as Dtype;
  const kind = format === 5 || format === 6 ? "complex numbers" : format === 3 ? "floats" : "integers";
  const what = `${kind} of ${bits} bits`;
  throw rastrumError("unsupported", `${file.url} has cells that are ${what}, which is not supported.`, { what });
}

function checkBytes({ file }: TagReader, bytes: number, rows: number, columns: number): void {
  if (bytes <= MOST_TILE_BYTES) return;
  const what = `tiles of ${rows} × ${columns} cells`;
  const message = `${file.url} has ${what} (${bytes} bytes); up to ${MOST_TILE_BYTES} bytes can be decoded at once.`;
  throw rastrumError("unsupported", message, { what });
}
