type FileSystem = typeof import("node:fs");

/** Descriptors that nobody reads from, kept for the next part of the same file: shards are read in many parts. */
const MOST_IDLE = 32;
const IDLE_MS = 1000;

interface OpenFile {
  readonly descriptor: Promise<number>;
  readers: number;
}

/** Files that are open, each once; those that nobody reads from are closed after a second, or when there are many. */
export class OpenFiles {
  readonly #fs: FileSystem;
  /** What was used longest ago comes first. */
  readonly #files = new Map<string, OpenFile>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  /** Runs `task` with a descriptor of the file. `owner` keeps apart who must not see each other's state of a file. */
  async use<Result>(owner: string, path: string, task: (descriptor: number) => Promise<Result>): Promise<Result> {
    const key = `${owner} ${path}`;
    const file = this.#files.get(key) ?? { descriptor: openFile(this.#fs, path), readers: 0 };
    this.#files.delete(key);
    this.#files.set(key, file);
    file.readers++;
    let failed = true;
    try {
      const result = await task(await file.descriptor);
      failed = false;
      return result;
    } finally {
      file.readers--;
      // A file that failed (it may be gone, or another) is opened anew by the next reader.
      if (failed && this.#files.get(key) === file) this.#files.delete(key);
      if (file.readers === 0 && this.#files.get(key) !== file) this.#close(file);
      this.#closeIdle(MOST_IDLE);
      this.#timer ??= this.#closeLater();
    }
  }

  /** Closes those that nobody reads from, until at most so many are left. */
  #closeIdle(most: number): void {
    let idle = 0;
    for (const file of this.#files.values()) if (file.readers === 0) idle++;
    for (const [key, file] of this.#files) {
      if (idle <= most) return;
      if (file.readers > 0) continue;
      this.#files.delete(key);
      this.#close(file);
      idle--;
    }
  }

  /** A timer that keeps no process alive. */
  #closeLater(): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.#timer = undefined;
      this.#closeIdle(0);
      if (this.#files.size > 0) this.#timer = this.#closeLater();
    }, IDLE_MS);
    timer.unref();
    return timer;
  }

  #close(file: OpenFile): void {
    file.descriptor.then(
      (descriptor) => this.#fs.closeSync(descriptor),
      () => {}, // it was never open
    );
  }
}

// What may wait for a disk (opening, reading) goes by Node's callbacks, which cost two thirds of its FileHandle. What only
// asks the kernel about an open file (fstat, close) is done in place: some 2 µs, against 20 by way of a thread.

export function openFile(fs: FileSystem, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const told = (error: Error | null, descriptor: number) => (error ? reject(error) : resolve(descriptor));
    fs.open(path, readingFlags(fs), (error, descriptor) => {
      if (error?.code === "EAGAIN")
        fs.open(path, "r", told); // another program has it, and is asked for it
      else told(error, descriptor);
    });
  });
}

/** A pipe is opened at once, too, though nobody writes to it, and can be told from a file. */
export function readingFlags({ constants: { O_RDONLY, O_NONBLOCK = 0 } }: FileSystem): number {
  return O_RDONLY | O_NONBLOCK;
}

/** Fills `bytes` from `position` on; how many there were, which is fewer only at the end of the file. */
export async function readInto(
  fs: FileSystem,
  descriptor: number,
  bytes: Uint8Array,
  position: number,
): Promise<number> {
  let done = 0;
  while (done < bytes.byteLength) {
    const read = await new Promise<number>((resolve, reject) => {
      const told = (error: Error | null, count: number) => (error ? reject(error) : resolve(count));
      fs.read(descriptor, bytes, done, bytes.byteLength - done, position + done, told);
    });
    if (read === 0) break;
    done += read;
  }
  return done;
}
