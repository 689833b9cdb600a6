import { BitReader, type HuffmanTable, makeHuffmanTable } from "./bits.ts";
import { join, toRgb } from "./colours.ts";
import { type Component, type Expected, type Frame, NATURAL, readFrame } from "./frame.ts";
import { makePlane } from "./idct.ts";
import { decodeScan, type Scan, type ScanPart } from "./scan.ts";
import { upsample } from "./upsample.ts";

/** Progressive files have some ten; libtiff stops here too, since a scan of a few bytes may be work for all blocks. */
const MOST_SCANS = 100;

/** Tables, which a file of tiles has once for all of them, and the frame. */
interface Image {
  readonly quantizers: Uint16Array[];
  readonly dc: HuffmanTable[];
  readonly ac: HuffmanTable[];
  restartInterval: number;
  frame: Frame | null;
  scans: number;
}

/**
 * Decodes one JPEG image of 8 or 12 bits, baseline or progressive, with the same bits as libjpeg by default: components one
 * after the other, each of width × height samples.
 * @param tables that the image may use, as JPEGTables holds them @param ycbcr whether to make red, green and blue of it
 */
export function decodeJpeg(
  bytes: Uint8Array,
  tables: Uint8Array | null,
  ycbcr: boolean,
  expected: Expected,
): { data: Uint8Array | Uint16Array; height: number } {
  const image: Image = { quantizers: [], dc: [], ac: [], restartInterval: 0, frame: null, scans: 0 };
  if (tables) readMarkers(tables, image, expected);
  readMarkers(bytes, image, expected);
  const { frame } = image;
  if (!frame || image.scans === 0) throw new Error("the JPEG data hold no image");
  const planes = frame.components.map((component) => {
    const quantizers = image.quantizers[component.quantTable];
    if (!quantizers) throw new Error("a JPEG table is missing");
    return upsample(makePlane(component, quantizers, frame.precision), component, frame);
  });
  const { width, height, precision } = frame;
  return { data: ycbcr ? toRgb(planes, width, height, precision) : join(planes, width, height), height };
}

/** Reads marker after marker (ITU T.81, B.1.1.3). */
function readMarkers(bytes: Uint8Array, image: Image, expected: Expected): void {
  for (let at = 0; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff || bytes[at + 1] === 0) {
      at++;
      continue;
    }
    const marker = bytes[at + 1];
    at += 2;
    if (marker === 0xd9) return;
    if (marker === 0xd8 || marker === 0x01 || (marker >= 0xd0 && marker < 0xd8)) continue;
    const length = (bytes[at] << 8) | bytes[at + 1];
    if (!(length >= 2) || at + length > bytes.length) throw new Error("the JPEG data are cut off");
    const content = bytes.subarray(at + 2, at + length);
    at += length;
    if (marker === 0xda) at = readScan(bytes, at, content, image);
    else readSegment(marker, content, image, expected);
  }
}

function readSegment(marker: number, content: Uint8Array, image: Image, expected: Expected): void {
  if (marker === 0xdb) readQuantizers(content, image);
  else if (marker === 0xc4) readHuffmanTables(content, image);
  else if (marker === 0xdd) image.restartInterval = (content[0] << 8) | content[1];
  else if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
    if (image.frame) throw new Error("the JPEG data hold two images");
    image.frame = readFrame(content, marker === 0xc2, expected);
  } else if (marker > 0xc2 && marker < 0xd0 && marker !== 0xc8 && marker !== 0xcc) {
    throw new Error("lossless, hierarchical and arithmetic JPEG are not supported");
  }
}

function readQuantizers(content: Uint8Array, { quantizers }: Image): void {
  for (let at = 0; at < content.length; ) {
    const wide = content[at] >> 4;
    const table = new Uint16Array(64);
    const index = content[at++] & 15;
    if (index > 3 || at + (wide ? 128 : 64) > content.length) throw new Error("a JPEG table is cut off");
    for (let i = 0; i < 64; i++) {
      table[NATURAL[i]] = wide ? (content[at++] << 8) | content[at++] : content[at++];
    }
    quantizers[index] = table;
  }
}

function readHuffmanTables(content: Uint8Array, { dc, ac }: Image): void {
  for (let at = 0; at < content.length; ) {
    const kind = content[at] >> 4;
    const index = content[at] & 15;
    const counts = content.subarray(at + 1, at + 17);
    const symbols = counts.reduce((sum, count) => sum + count, 0);
    at += 17 + symbols;
    if (kind > 1 || index > 3 || symbols > 256 || at > content.length) throw new Error("a JPEG table is cut off");
    (kind === 0 ? dc : ac)[index] = makeHuffmanTable(counts, content.slice(at - symbols, at));
  }
}

/** Reads a scan whose data begin at `at`; returns where they end. */
function readScan(bytes: Uint8Array, at: number, header: Uint8Array, image: Image): number {
  const { frame } = image;
  const count = header[0];
  if (!frame || header.length < 4 + 2 * count) throw new Error("the JPEG data are damaged");
  if (++image.scans > MOST_SCANS) throw new Error(`the JPEG data have more than ${MOST_SCANS} scans`);
  const parts = Array.from({ length: count }, (_, i): ScanPart => {
    const component = frame.components.find(({ id }) => id === header[1 + 2 * i]);
    if (!component) throw new Error("the JPEG data are damaged");
    const tables = header[2 + 2 * i];
    return { component, dc: image.dc[tables >> 4], ac: image.ac[tables & 15] };
  });
  const [first, last, bits] = header.subarray(1 + 2 * count);
  const scan = { parts, first, last, high: bits >> 4, low: bits & 15, restartInterval: image.restartInterval };
  checkScan(frame, scan);
  const reader = new BitReader(bytes, at);
  decodeScan(frame, scan, reader);
  return reader.end;
}

/** ITU T.81, B.2.3 and G.1.1.1. */
function checkScan({ progressive }: Frame, { parts, first, last, low }: Scan): void {
  const blocks = parts.reduce((sum, { component }) => sum + component.across * component.down, 0);
  const distinct = new Set<Component>(parts.map(({ component }) => component)).size;
  const rightParts = parts.length > 0 && distinct === parts.length && (parts.length === 1 || blocks <= 10);
  const rightBand = first === 0 ? last === 0 : last >= first && last < 64 && parts.length === 1;
  if (!rightParts || low > 13 || (progressive && !rightBand)) throw new Error("the JPEG data are damaged");
}
