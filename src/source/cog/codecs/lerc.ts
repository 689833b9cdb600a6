/** Esri's LERC decoder, without its JavaScript: the functions of its C interface (Lerc_c_api.h) and little around them. */
import compiled from "lerc/lerc-wasm.wasm?url&inline";
import { bytesOfDataUrl } from "./wasm-bytes.ts";

/** What its functions are called in lerc-wasm.wasm of the version that package.json pins. */
interface Exports {
  readonly d: WebAssembly.Memory;
  readonly e: () => void;
  /** lerc_getBlobInfo(blob, size, info, ranges, infoCount, rangeCount) */
  readonly f: (...parameters: number[]) => number;
  /** lerc_decode_4D(blob, size, masks, mask, depth, columns, rows, bands, type, cells, hasNodata, nodata) */
  readonly h: (...parameters: number[]) => number;
  /** malloc */
  readonly i: (bytes: number) => number;
  /** free */
  readonly j: (pointer: number) => void;
}

export interface LercInfo {
  /** 0 int8, uint8, int16, uint16, int32, uint32, float32, 7 float64. */
  readonly type: number;
  /** Values a cell, side by side. */
  readonly depth: number;
  readonly columns: number;
  readonly rows: number;
  /** Images one after the other. */
  readonly bands: number;
  /** 0 where all cells are valid, 1 for all bands, else one a band. */
  readonly masks: number;
}

export interface LercImage extends LercInfo {
  /** Bands one after the other, in each the values of a cell side by side. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By mask and cell: 0 where there is none. */
  readonly valid: Uint8Array;
  /** By band: what stands for no value in cells of several values, of which some are valid; null for none. */
  readonly nodata: readonly (number | null)[];
}

const PAGE = 2 ** 16;
/** For what a decoder needs beside its input and output. */
const SPARE_BYTES = 2 ** 26;
const TYPE_BYTES = [1, 1, 2, 2, 4, 4, 4, 8];

let compiling: Promise<WebAssembly.Module> | undefined;
/** Null while it works: what throws in the middle may leave anything behind, and another is started. */
let idle: Exports | null = null;
let working: Exports;
let mostBytes = 0;

/** Compiles it. */
export function load(): Promise<WebAssembly.Module> {
  compiling ??= WebAssembly.compile(bytesOfDataUrl(compiled));
  return compiling;
}

/**
 * Decodes a blob whose header `check` agrees with; it throws before memory is taken for others.
 * @throws where the blob is damaged
 */
export async function decode(blob: Uint8Array, check: (info: LercInfo) => void): Promise<LercImage> {
  const module = await load();
  const lerc = idle ?? (await start(module));
  const taken: number[] = [];
  try {
    return run(lerc, blob, check, taken);
  } finally {
    if (idle === lerc) for (const pointer of taken) lerc.j(pointer);
  }
}

async function start(module: WebAssembly.Module): Promise<Exports> {
  const fail = () => {
    throw new Error("the LERC data are damaged");
  };
  const grow = (bytes: number) => Number(growTo(bytes >>> 0));
  const exports = (await WebAssembly.instantiate(module, { a: { a: fail, b: fail, c: grow } })).exports;
  const started = exports as unknown as Exports;
  started.e();
  idle = started;
  return started;
}

function growTo(bytes: number): boolean {
  if (bytes > mostBytes) return false;
  try {
    working.d.grow(Math.ceil((bytes - working.d.buffer.byteLength) / PAGE));
    return true;
  } catch {
    return false;
  }
}

function run(lerc: Exports, blob: Uint8Array, check: (info: LercInfo) => void, taken: number[]): LercImage {
  const allocate = (bytes: number) => {
    const pointer = call(lerc, lerc.i, bytes + 16);
    if (pointer === 0) throw new Error("the LERC data take more memory than a tile has");
    taken.push(pointer);
    return pointer;
  };
  mostBytes = SPARE_BYTES + 2 * blob.length;
  const input = allocate(blob.length);
  const header = allocate(48);
  new Uint8Array(lerc.d.buffer, input).set(blob);
  checkCode(call(lerc, lerc.f, input, blob.length, header, 0, 12, 0));
  const [, type, , columns, rows, bands, , , masks, depth] = new Uint32Array(lerc.d.buffer, header, 12);
  const info = { type, depth, columns, rows, bands, masks };
  check(info);
  const cells = columns * rows;
  const dataBytes = cells * depth * bands * TYPE_BYTES[type];
  mostBytes += 3 * dataBytes + masks * cells;
  const output = allocate(dataBytes);
  const mask = allocate(masks * cells);
  const nodata = allocate(9 * bands);
  const flags = nodata + 8 * bands;
  new Uint8Array(lerc.d.buffer, nodata, 9 * bands).fill(0);
  const into = [masks, mask, depth, columns, rows, bands, type, output, flags, nodata];
  checkCode(call(lerc, lerc.h, input, blob.length, ...into));
  const { buffer } = lerc.d;
  const used = new Uint8Array(buffer, flags, bands);
  return {
    ...info,
    bytes: new Uint8Array(buffer, output, dataBytes).slice() as Uint8Array<ArrayBuffer>,
    valid: new Uint8Array(buffer, mask, masks * cells).slice(),
    nodata: Array.from(new Float64Array(buffer, nodata, bands), (value, band) => (used[band] ? value : null)),
  };
}

function call(lerc: Exports, method: (...parameters: number[]) => number, ...parameters: number[]): number {
  idle = null;
  working = lerc;
  const result = method(...parameters);
  idle = lerc;
  return result;
}

function checkCode(code: number): void {
  if (code !== 0) throw new Error(`the LERC data are damaged (code ${code})`);
}
