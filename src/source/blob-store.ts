import { rastrumError } from "../errors.ts";
import type { Store } from "./store.ts";

/** A store whose only file is a Blob, such as the File that a page got by drop or picker; its key is "". */
export function blobStore(blob: Blob): Store {
  const url = "name" in blob && typeof blob.name === "string" ? blob.name : "(Blob)";
  const read = async (start: number, stop: number, signal: AbortSignal | undefined) => {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await blob.slice(start, stop).arrayBuffer().catch(unreadable));
    signal?.throwIfAborted();
    return bytes;
  };
  /** A file on disk that changed since it was chosen cannot be read any more. */
  const unreadable = (error: unknown): never => {
    const message = `${url} cannot be read any more (${error instanceof Error ? error.message : error}): choose it again.`;
    throw rastrumError("not-found", message, { path: url });
  };
  const tooLong = (expected: number, received: number) =>
    rastrumError("truncated", `${url} has ${blob.size} bytes: ${expected} were asked for, ${received} are there.`, {
      path: url,
      expected,
      received,
    });
  return {
    url,
    async get(key, { signal, maxBytes = Number.POSITIVE_INFINITY } = {}) {
      if (key !== "") return undefined;
      if (blob.size > maxBytes) throw tooLong(maxBytes, blob.size);
      return read(0, blob.size, signal);
    },
    async getRange(key, range, { signal } = {}) {
      if (key !== "") return undefined;
      if ("suffixLength" in range) return read(Math.max(blob.size - range.suffixLength, 0), blob.size, signal);
      const { offset, length, orLess } = range;
      if (offset + length > blob.size && !orLess) throw tooLong(length, Math.max(blob.size - offset, 0));
      return read(Math.min(offset, blob.size), Math.min(offset + length, blob.size), signal);
    },
  };
}
