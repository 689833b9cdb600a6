import { DeviceLost } from "../backend.ts";
import { Batches, type RecordPart } from "./batches.ts";
import { BufferUsage, MAP_MODE_READ } from "./constants.ts";
import { BufferPool, ByteBudget } from "./memory.ts";

/** How a memory budget is shared out. */
const IN_FLIGHT_SHARE = 5 / 8;
const IDLE_SHARE = 1 / 8;

/** The device has no memory left for a run: with less on it the run may work yet, else it is as if the device were lost. */
export class MemoryShort extends DeviceLost {
  override name = "MemoryShort";
}

/** A device with what all kernels need: its pipelines and buffers, checked submissions, and an end that nobody misses. */
export class Gpu {
  readonly device: GPUDevice;
  readonly memoryBudget: number;
  /** For work in flight. */
  readonly budget: ByteBudget;
  readonly buffers: BufferPool;
  readonly #batches = new Batches(this);
  readonly #pipelines = new Map<string, Promise<unknown>>();
  readonly #pending = new Set<(error: Error) => void>();
  #gone: DeviceLost | null = null;
  #wasShort = false;

  constructor(device: GPUDevice, memoryBudget: number) {
    this.device = device;
    this.memoryBudget = memoryBudget;
    this.budget = new ByteBudget(memoryBudget * IN_FLIGHT_SHARE);
    this.buffers = new BufferPool(device, memoryBudget * IDLE_SHARE);
    // Every submission is checked, so this is an error that nobody expected: no number can be trusted any more.
    device.addEventListener("uncapturederror", ({ error }) => {
      this.#fail(`an error of WebGPU: ${error.message}`);
      setTimeout(() => device.destroy()); // Dawn in Node hangs where it is destroyed from within this event
    });
    device.lost.then(({ message }) => this.#fail(message || "the device was lost"));
  }

  /** The device is of no use any more: rejects what waits for it and whatever comes. */
  end(reason: string): void {
    this.#fail(reason);
    this.device.destroy();
  }

  #fail(reason: string): void {
    if (this.#gone) return;
    this.#gone = new DeviceLost(reason);
    this.budget.fail(this.#gone);
    for (const reject of this.#pending) reject(this.#gone);
    this.#pending.clear();
  }

  /** @throws DeviceLost where the device is gone. */
  assertAlive(): void {
    if (this.#gone) throw this.#gone;
  }

  /** The promise, or DeviceLost as soon as the device is gone: some promises of a lost device never settle. */
  async whileAlive<T>(promise: Promise<T>): Promise<T> {
    this.assertAlive();
    let abandon: (error: Error) => void = () => {};
    const lost = new Promise<never>((_, reject) => {
      abandon = reject;
    });
    this.#pending.add(abandon);
    try {
      return await Promise.race([promise, lost]);
    } catch (error) {
      // What fails because the device is about to be reported lost is told as that.
      await Promise.resolve();
      throw this.#gone ?? error;
    } finally {
      this.#pending.delete(abandon);
    }
  }

  /** Makes a pipeline once. A device that refuses a shader is of no use: that is told as DeviceLost. */
  pipeline<T>(key: string, make: (device: GPUDevice) => Promise<T>): Promise<T> {
    let pipeline = this.#pipelines.get(key) as Promise<T> | undefined;
    if (!pipeline) {
      pipeline = make(this.device).catch((error) => {
        throw new DeviceLost(`WebGPU refused a shader: ${error.message}`);
      });
      this.#pipelines.set(key, pipeline);
    }
    return this.whileAlive(pipeline);
  }

  /** Bytes of the largest buffer that there can be. */
  get mostBytes(): number {
    return this.device.limits.maxBufferSize;
  }

  /** Records a part of the next submission; comes with the words that it read back. Rejects as `submit` does. */
  run(bytes: number, record: RecordPart): Promise<Uint32Array> {
    return this.whileAlive(this.#batches.run(bytes, record));
  }

  /** Records and submits commands, in one go, and returns what the recording did, with `check`'s promise. */
  submit<T>(record: (encoder: GPUCommandEncoder) => T): [recorded: T, checked: Promise<void>] {
    return this.check(() => {
      const encoder = this.device.createCommandEncoder();
      const recorded = record(encoder);
      this.device.queue.submit([encoder.finish()]);
      return recorded;
    });
  }

  /**
   * Does what makes or uses things of the device. The promise rejects where any of it was invalid, or memory ran out
   * (`MemoryShort`): a GPU goes on after errors, with wrong numbers.
   */
  check<T>(use: () => T): [made: T, checked: Promise<void>] {
    this.assertAlive();
    this.device.pushErrorScope("out-of-memory");
    this.device.pushErrorScope("validation");
    let made: T;
    let invalid: Promise<GPUError | null>;
    let exhausted: Promise<GPUError | null>;
    try {
      made = use();
    } finally {
      invalid = this.device.popErrorScope();
      exhausted = this.device.popErrorScope();
    }
    return [made, this.whileAlive(this.#errorsOf(invalid, exhausted))];
  }

  async #errorsOf(invalid: Promise<GPUError | null>, exhausted: Promise<GPUError | null>): Promise<void> {
    const [validationError, memoryError] = await Promise.all([invalid, exhausted]);
    if (memoryError) this.#wasShort = true;
    const { message } = memoryError ?? validationError ?? { message: null };
    if (message === null) return;
    // Also commands that use what there was no memory for. The CPU has memory of its own: the engine survives this.
    if (this.#wasShort) throw new MemoryShort(`the GPU's memory ran out: ${message}`);
    throw new Error(`WebGPU refused a command: ${message}`);
  }

  /** A pooled buffer filled with words. */
  upload(words: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>, usage: number): GPUBuffer {
    const buffer = this.buffers.take(words.byteLength, usage | BufferUsage.COPY_DST);
    this.device.queue.writeBuffer(buffer, 0, words);
    return buffer;
  }

  /** Copies the words that a mappable buffer begins with. */
  async read(buffer: GPUBuffer, words: number): Promise<Uint32Array> {
    try {
      await this.whileAlive(buffer.mapAsync(MAP_MODE_READ, 0, 4 * words));
    } catch (error) {
      throw error instanceof DeviceLost ? error : new DeviceLost(`results could not be read back: ${error}`);
    }
    const copy = new Uint32Array(buffer.getMappedRange(0, 4 * words)).slice();
    buffer.unmap();
    return copy;
  }
}
