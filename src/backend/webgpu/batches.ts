import { BufferUsage } from "./constants.ts";
import type { BufferPool } from "./memory.ts";

/**
 * Records commands whose results end in `readback` from byte `offset` on. Returns the buffers that it took from the pool,
 * which go back there when all is done.
 */
export type RecordPart = (encoder: GPUCommandEncoder, readback: GPUBuffer, offset: number) => readonly GPUBuffer[];

/** What batches need of a device (device.ts). */
export interface BatchDevice {
  readonly buffers: BufferPool;
  /** Bytes of the largest buffer. */
  readonly mostBytes: number;
  submit<T>(record: (encoder: GPUCommandEncoder) => T): [recorded: T, checked: Promise<void>];
  read(buffer: GPUBuffer, words: number): Promise<Uint32Array>;
}

interface Part {
  readonly bytes: number;
  readonly record: RecordPart;
  readonly done: (words: Uint32Array) => void;
  readonly fail: (error: unknown) => void;
}

/** One is worked on while the next lies ready, so that the GPU need not wait for JavaScript. */
const MOST_IN_FLIGHT = 2;

/** So many parts or more are sent by halves, where none are in flight: those of the first are prepared anew meanwhile. */
const WORTH_HALVES = 8;

/** Bytes that the results of a part begin at a multiple of: what copies and mapped ranges ask for. */
const ALIGNMENT = 256;

/**
 * Parts of many blocks as few submissions with one readback each, since a wait takes longer than most of what is waited
 * for: what comes while enough are in flight goes with the next one.
 */
export class Batches {
  readonly #device: BatchDevice;
  #waiting: Part[] = [];
  #inFlight = 0;
  #scheduled = false;

  constructor(device: BatchDevice) {
    this.#device = device;
  }

  /** Records a part, in the order of calls, and reads its results back. Fails with all parts of its batch. */
  run(bytes: number, record: RecordPart): Promise<Uint32Array> {
    return new Promise((done, fail) => {
      this.#waiting.push({ bytes, record, done, fail });
      this.#schedule();
    });
  }

  /** Sends what waits, once all that was called back together had its turn to ask for something. */
  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0 || this.#inFlight >= MOST_IN_FLIGHT) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#send(this.#next());
      this.#schedule();
    });
  }

  /** As many parts as one buffer has room for the results of. */
  #next(): Part[] {
    const { length } = this.#waiting;
    const most = this.#inFlight === 0 && length >= WORTH_HALVES ? Math.ceil(length / 2) : length;
    let bytes = 0;
    const over = this.#waiting.findIndex((part, i) => {
      bytes += aligned(part.bytes);
      return i >= most || (i > 0 && bytes > this.#device.mostBytes);
    });
    return this.#waiting.splice(0, over < 0 ? length : over);
  }

  async #send(parts: readonly Part[]): Promise<void> {
    this.#inFlight++;
    const used: GPUBuffer[] = [];
    try {
      const words = await this.#perform(parts, used);
      for (const buffer of used) this.#device.buffers.give(buffer);
      let offset = 0;
      for (const { bytes, done } of parts) {
        done(words.subarray(offset / 4, (offset + bytes) / 4));
        offset += aligned(bytes);
      }
    } catch (error) {
      for (const buffer of used) buffer.destroy();
      for (const { fail } of parts) fail(error);
    } finally {
      this.#inFlight--;
      this.#schedule();
    }
  }

  async #perform(parts: readonly Part[], used: GPUBuffer[]): Promise<Uint32Array> {
    const total = parts.reduce((sum, { bytes }) => sum + aligned(bytes), 0);
    const [readback, checked] = this.#device.submit((encoder) => {
      const readback = this.#device.buffers.take(total, BufferUsage.MAP_READ | BufferUsage.COPY_DST);
      used.push(readback);
      let offset = 0;
      for (const { bytes, record } of parts) {
        used.push(...record(encoder, readback, offset));
        offset += aligned(bytes);
      }
      return readback;
    });
    const reading = this.#device.read(readback, total / 4);
    reading.catch(() => {}); // what was wrong with the commands says more
    await checked;
    return reading;
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
