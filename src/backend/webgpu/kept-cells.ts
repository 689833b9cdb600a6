import { exponentBands } from "../../kernels/zonal-gpu.ts";
import type { CellArray } from "../../source/source.ts";
import { BufferUsage } from "./constants.ts";
import type { Gpu } from "./device.ts";

/** Cells on the device: what is submitted from now on finds them in `buffer`. */
export interface CellsOnDevice {
  readonly buffer: GPUBuffer;
  /** Rejects where they could not be brought there. */
  readonly uploaded: Promise<void>;
  /** Call it once when all work that reads them is done. */
  release(): void;
}

interface Entry {
  readonly buffer: GPUBuffer;
  readonly uploaded: Promise<void>;
  /** Runs that read it now: without any it may go. */
  users: number;
  failed: boolean;
}

/**
 * Cells that stay on the device from run to run under a number of bytes, those that were not used for longest to go first.
 * They are known by their array, which whoever keeps decoded blocks gives again; of one that it keeps no more the buffer
 * goes as others come.
 */
export class KeptCells {
  readonly #gpu: Gpu;
  #maxBytes: number;
  #bytes = 0;
  readonly #byCells = new WeakMap<CellArray, Entry>();
  /** Least recently used first. */
  readonly #kept = new Set<Entry>();
  readonly #bands = new WeakMap<CellArray, { readonly nodata: number | null; readonly bands: readonly number[] }>();

  constructor(gpu: Gpu, maxBytes: number) {
    this.#gpu = gpu;
    this.#maxBytes = maxBytes;
  }

  /** Whether such cells can stay. */
  takes(cells: CellArray): boolean {
    return cells.byteLength <= this.#maxBytes;
  }

  /** Cells that are there already; null where they are not. */
  find(cells: CellArray): CellsOnDevice | null {
    const entry = this.#byCells.get(cells);
    if (!entry || !this.#kept.delete(entry)) return null;
    this.#kept.add(entry);
    return this.#hold(entry);
  }

  /** Brings cells there, to stay if `keep`. */
  upload(cells: CellArray, keep: boolean): CellsOnDevice {
    if (keep) this.#trim(cells.byteLength); // first, so that what goes can be used again
    const [buffer, uploaded] = this.#gpu.check(() => {
      const buffer = this.#gpu.buffers.take(cells.byteLength, BufferUsage.STORAGE | BufferUsage.COPY_DST);
      writeCells(this.#gpu.device.queue, buffer, cells);
      return buffer;
    });
    const entry: Entry = { buffer, uploaded, users: 0, failed: false };
    uploaded.catch(() => {
      entry.failed = true;
      this.#forget(entry);
    });
    if (keep) {
      this.#byCells.set(cells, entry);
      this.#kept.add(entry);
      this.#bytes += buffer.size;
    }
    return this.#hold(entry);
  }

  /** `exponentBands` of cells that are `kept`, for which they are looked at once. */
  bandsOf(cells: CellArray, nodata: number | null, kept: boolean): readonly number[] {
    const known = this.#bands.get(cells);
    if (known && known.nodata === nodata) return known.bands;
    const bands = exponentBands(cells, nodata);
    if (kept) this.#bands.set(cells, { nodata, bands });
    return bands;
  }

  /** Memory is short: all goes that nobody reads, the rest when it was read, and nothing is kept from now on. */
  giveUp(): void {
    this.#maxBytes = 0;
    this.#trim();
  }

  #hold(entry: Entry): CellsOnDevice {
    entry.users++;
    const release = () => {
      entry.users--;
      if (this.#kept.has(entry)) this.#trim();
      else if (entry.users === 0) this.#free(entry);
    };
    return { buffer: entry.buffer, uploaded: entry.uploaded, release };
  }

  #trim(extraBytes = 0): void {
    for (const entry of this.#kept) {
      if (this.#bytes + extraBytes <= this.#maxBytes) return;
      if (entry.users > 0) continue;
      this.#forget(entry);
      this.#free(entry);
    }
  }

  #forget(entry: Entry): void {
    if (this.#kept.delete(entry)) this.#bytes -= entry.buffer.size;
  }

  #free({ buffer, failed }: Entry): void {
    if (failed) buffer.destroy();
    else this.#gpu.buffers.give(buffer);
  }
}

/** Uploads are multiples of four bytes: what is left over goes in a word of its own. */
function writeCells(queue: GPUQueue, buffer: GPUBuffer, cells: CellArray): void {
  const whole = cells.byteLength - (cells.byteLength % 4);
  const bytes = new Uint8Array(cells.buffer as ArrayBuffer, cells.byteOffset, cells.byteLength);
  queue.writeBuffer(buffer, 0, bytes, 0, whole);
  if (whole === bytes.length) return;
  const word = new Uint8Array(4);
  word.set(bytes.subarray(whole));
  queue.writeBuffer(buffer, whole, word);
}
