import { type ErrorTag, isRastrumError, RastrumError } from "../errors.ts";
import type { PackedError } from "./tasks.ts";

/** The buffers of all typed arrays in plain data that have a buffer to themselves, to be moved instead of copied. */
export function buffersOf(data: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collectBuffers(data, found);
  return [...found];
}

function collectBuffers(data: unknown, found: Set<ArrayBuffer>): void {
  if (typeof data !== "object" || data === null) return;
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof ArrayBuffer) found.add(data.buffer);
  } else if (Array.isArray(data)) {
    for (const item of data) collectBuffers(item, found);
  } else if (!(data instanceof Map) && !(data instanceof Set)) {
    for (const item of Object.values(data)) collectBuffers(item, found);
  }
}

export function packError(error: unknown): PackedError {
  if (isRastrumError(error)) {
    const { tag, message, name, ...fields } = error;
    return { tag, message, fields: { ...fields } };
  }
  return { tag: null, message: error instanceof Error ? error.message : String(error), fields: {} };
}

export function unpackError({ tag, message, fields }: PackedError): Error {
  return tag === null ? new Error(message) : new RastrumError(tag as ErrorTag, message, fields);
}
