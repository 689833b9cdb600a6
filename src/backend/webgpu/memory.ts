/** Bytes that work in flight may take together: who asks for more than is left waits, first come first served. */
export class ByteBudget {
  readonly limit: number;
  #used = 0;
  #failure: Error | null = null;
  readonly #waiting: { bytes: number; grant: () => void; fail: (error: Error) => void }[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Resolves once there is room; call the result to give the bytes back. More than the limit is let through alone. */
  async reserve(bytes: number): Promise<() => void> {
    if (this.#failure) throw this.#failure;
    if (this.#waiting.length > 0 || !this.#fits(bytes)) {
      await new Promise<void>((grant, fail) => this.#waiting.push({ bytes, grant, fail }));
    } else this.#used += bytes;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#used -= bytes;
      this.#admit();
    };
  }

  /** Rejects all who wait, and who will ask. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }

  #fits(bytes: number): boolean {
    return this.#used === 0 || this.#used + bytes <= this.limit;
  }

  #admit(): void {
    while (this.#waiting.length > 0 && this.#fits(this.#waiting[0].bytes)) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#used += next.bytes;
      next.grant();
    }
  }
}

/** Buffers that are used again: kept when given back, up to a number of bytes. */
export class BufferPool {
  readonly #device: GPUDevice;
  readonly #idleLimit: number;
  /** Least recently given first. */
  #idle: GPUBuffer[] = [];
  #idleBytes = 0;

  constructor(device: GPUDevice, idleLimit: number) {
    this.#device = device;
    this.#idleLimit = idleLimit;
  }

  /** A buffer of at least so many bytes; what is in it is left over from before. */
  take(bytes: number, usage: number): GPUBuffer {
    const size = Math.max(256, Math.ceil(bytes / 256) * 256);
    const at = this.#idle.findLastIndex((buffer) => {
      return buffer.usage === usage && buffer.size >= size && buffer.size <= 2 * size;
    });
    if (at < 0) return this.#device.createBuffer({ size, usage });
    const [buffer] = this.#idle.splice(at, 1);
    this.#idleBytes -= buffer.size;
    return buffer;
  }

  /** Takes a buffer back that no work in flight uses any more. */
  give(buffer: GPUBuffer): void {
    this.#idle.push(buffer);
    this.#idleBytes += buffer.size;
    this.#shrink(this.#idleLimit);
  }

  /** Frees all that nobody uses. */
  clear(): void {
    this.#shrink(0);
  }

  #shrink(limit: number): void {
    while (this.#idleBytes > limit) {
      const oldest = this.#idle.shift();
      if (!oldest) return;
      this.#idleBytes -= oldest.size;
      oldest.destroy();
    }
  }
}
