import type { FileStamp } from "./file-seal.ts";
import { readingFlags } from "./open-files.ts";

type FileSystem = typeof import("node:fs");

/** A whole file of this computer, as any of its threads can find it. */
export interface FilePlace {
  readonly path: string;
  /** One with more is not read. */
  readonly maxBytes: number;
}

/** What a thread met that read a file. */
export interface FileState extends FileStamp {
  /** Milliseconds that opening and reading it took. */
  readonly ms: number;
}

/** What was read; no bytes and no state where there is no file. */
export interface InPlace {
  readonly bytes: Uint8Array | null;
  readonly state: FileState | null;
}

/** Memory of files of up to so many bytes is used again. */
const MOST_BYTES = 2 ** 24;
let spare: ArrayBuffer | null = null;

/**
 * Reads a file at once, which holds up the thread: for workers. null for whatever is not as it should be (no file but
 * something else, too many bytes, no right to read, changed meanwhile): the store knows what to say of it.
 */
export function readInPlace({ path, maxBytes }: FilePlace): InPlace | null {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  if (!fs) return null;
  const start = performance.now();
  try {
    const descriptor = fs.openSync(path, readingFlags(fs));
    try {
      const before = fs.fstatSync(descriptor);
      if (!before.isFile() || before.size > maxBytes) return null;
      const bytes = takeMemory(before.size);
      if (!fill(fs, descriptor, bytes) || !isSame(before, fs.fstatSync(descriptor))) return null;
      const { ino, size, mtimeMs } = before;
      return { bytes, state: { ino, size, mtimeMs, ms: performance.now() - start } };
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? { bytes: null, state: null } : null;
  }
}

/** Gives the memory of bytes back, once nothing is read from it; cells that lie in it keep it. */
export function spareBytes({ buffer }: Uint8Array, cells: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && buffer !== cells.buffer && buffer.byteLength <= MOST_BYTES) spare = buffer;
}

/** Of the file before where it is enough, and not much more: fresh pages cost more than what is copied to them. */
function takeMemory(byteLength: number): Uint8Array<ArrayBuffer> {
  const last = spare;
  spare = null;
  const isLike = last && last.byteLength >= byteLength && last.byteLength <= 2 * byteLength;
  const room = isLike ? last : new ArrayBuffer(byteLength);
  return new Uint8Array(room, 0, byteLength);
}

function fill(fs: FileSystem, descriptor: number, bytes: Uint8Array): boolean {
  let done = 0;
  while (done < bytes.byteLength) {
    const read = fs.readSync(descriptor, bytes, done, bytes.byteLength - done, done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}

function isSame(one: FileStamp, other: FileStamp): boolean {
  return one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;
}
