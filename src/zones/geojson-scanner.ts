import base64 from "../../wasm/geojson.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { Rings } from "./zones.ts";

interface Variable {
  readonly value: number;
}
/** Where a window leaves what is found in it; how much that is, where it was stopped, and where the next begins. */
type Place = "coordinates" | "ringEnds" | "polygonEnds" | "zoneEnds" | "properties" | "geometries" | "ids";
type Variables = Place | "vertices" | "rings" | "polygons" | "zones" | "stop" | "done";

/** What wasm/geojson.ts exports. */
type Compiled = { readonly [Name in Variables]: Variable } & {
  readonly memory: WebAssembly.Memory;
  readonly crs: { readonly value: bigint };
  readonly reserve: (bytes: number) => number;
  readonly begin: () => void;
  readonly scan: (from: number, to: number, offset: number) => void;
};

/** Zones in columns, and where in the bytes the texts of the rest are: start, end of each, 0, 0 where there is none. */
export interface ScannedGeojson {
  readonly rings: Rings;
  readonly properties: Uint32Array;
  readonly geometries: Uint32Array;
  readonly ids: Uint32Array;
  /** Of the collection. */
  readonly crs: Uint32Array;
}

/** Hears what rings were found by now, in which share of the bytes, and of what CRS; they are there until more are. */
type OnScanned = (rings: Rings, share: number, crs: Uint32Array) => void;

type List = GrowingColumn<Uint32Array<ArrayBuffer>>;

/** What is scanned at a time, unless a text in it is longer: it takes up to 5.5 times as much memory. */
const WINDOW_BYTES = 2 ** 20;
/** Memory that may stay for the next file. */
const KEPT_BYTES = 2 ** 23;
/** Tokens that may be cut by the end of a window are no longer. */
const CUT_BYTES = 8;

const instances = new KeptInstance(compile, KEPT_BYTES);
// From the start, since this is loaded while a file is read.
const first = instances.take();
if (first) instances.keep(first);

/** null for whatever is not looked for, and where the host has no WebAssembly, or no memory. */
export function scanWindows(bytes: Uint8Array, windowBytes = WINDOW_BYTES, onRead?: OnScanned): ScannedGeojson | null {
  const compiled = instances.take();
  if (!compiled) return null;
  const found = scan(compiled, bytes, windowBytes, onRead);
  instances.keep(compiled);
  return found;
}

function compile(): Compiled {
  const ascii = new TextDecoder();
  const compiled: Compiled = instantiate<Compiled>(base64, {
    numberAt: (start: number, end: number) =>
      Number(ascii.decode(new Uint8Array(compiled.memory.buffer, start, end - start))),
  });
  return compiled;
}

function scan(
  compiled: Compiled,
  bytes: Uint8Array,
  windowBytes: number,
  onRead: OnScanned | undefined,
): ScannedGeojson | null {
  const found = new Found(bytes.length);
  compiled.begin();
  let size = windowBytes;
  for (let at = hasByteOrderMark(bytes) ? 3 : 0; ; ) {
    const window = bytes.subarray(at, at + size);
    const from = compiled.reserve(window.length);
    if (from === 0) return null;
    const to = from + window.length;
    const memory = new Uint8Array(compiled.memory.buffer);
    memory.set(window, from);
    memory[to] = 0;
    const isLast = at + window.length === bytes.length;
    const isThrough = comesThrough(compiled, from, to, at);
    if (!isThrough && (isLast || compiled.stop.value + CUT_BYTES < to)) return null;
    const read = compiled.done.value - from;
    at += read;
    if (read > 0) found.take(compiled, at / bytes.length);
    else size *= 2;
    const crs = crsOf(compiled);
    const scanned = isThrough && isLast ? { ...found.finish(), crs } : null;
    if (read > 0) onRead?.(scanned?.rings ?? found.rings, at / bytes.length, crs);
    if (scanned) return scanned;
  }
}

function crsOf({ crs }: Compiled): Uint32Array {
  return new Uint32Array(BigUint64Array.of(crs.value).buffer);
}

/** Whether it is not stopped by what is not looked for, nor by the end of the window. */
function comesThrough(compiled: Compiled, from: number, to: number, offset: number): boolean {
  try {
    compiled.scan(from, to, offset);
    return true;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return false;
    throw error;
  }
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** What is found in each window, copied out of memory. */
class Found {
  readonly #coordinates: GrowingColumn<Float64Array<ArrayBuffer>>;
  readonly #ringOffsets: List;
  readonly #polygonOffsets: List;
  readonly #zoneOffsets: List;
  readonly #properties: List;
  readonly #geometries: List;
  readonly #ids: List;

  /** `bytes` of the file: there is room for a position in each 32 of them before half of the positions have come. */
  constructor(bytes: number) {
    this.#coordinates = new GrowingColumn((length) => new Float64Array(length), bytes / 16);
    const list = (first: number[]) => {
      const column: List = new GrowingColumn((length) => new Uint32Array(length), bytes / 16);
      column.add(Uint32Array.from(first), 1);
      return column;
    };
    [this.#ringOffsets, this.#polygonOffsets, this.#zoneOffsets] = [list([0]), list([0]), list([0])];
    [this.#properties, this.#geometries, this.#ids] = [list([]), list([]), list([])];
  }

  /** `share` of the file that is read. */
  take(compiled: Compiled, share: number): void {
    const { buffer } = compiled.memory;
    const list = (at: Variable, length: number) => new Uint32Array(buffer, at.value, length);
    const zones = compiled.zones.value;
    const coordinates = new Float64Array(buffer, compiled.coordinates.value, 2 * compiled.vertices.value);
    this.#coordinates.add(coordinates, share);
    this.#ringOffsets.add(list(compiled.ringEnds, compiled.rings.value), share);
    this.#polygonOffsets.add(list(compiled.polygonEnds, compiled.polygons.value), share);
    this.#zoneOffsets.add(list(compiled.zoneEnds, zones), share);
    this.#properties.add(list(compiled.properties, 2 * zones), share);
    this.#geometries.add(list(compiled.geometries, 2 * zones), share);
    this.#ids.add(list(compiled.ids, 2 * zones), share);
  }

  /** Those that were found, as long as nothing more is. */
  get rings(): Rings {
    return {
      coordinates: this.#coordinates.view,
      ringOffsets: this.#ringOffsets.view,
      polygonOffsets: this.#polygonOffsets.view,
      zoneOffsets: this.#zoneOffsets.view,
    };
  }

  finish(): Omit<ScannedGeojson, "crs"> {
    return {
      rings: {
        coordinates: this.#coordinates.finish(),
        ringOffsets: this.#ringOffsets.finish(),
        polygonOffsets: this.#polygonOffsets.finish(),
        zoneOffsets: this.#zoneOffsets.finish(),
      },
      properties: this.#properties.finish(),
      geometries: this.#geometries.finish(),
      ids: this.#ids.finish(),
    };
  }
}
