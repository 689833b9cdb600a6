import { type ErrorTag, isRastrumError, RastrumError } from "../errors.ts";
import type { PackedError } from "./tasks.ts";

/** Kept cells whose last step is worth messages, at least. */
export const LEAST_KEPT = 2 ** 20;

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

/** The first word of a worker: its script is loaded. */
export const READY = "ready";

/** A cause, which may be anything, goes as an error of its own. */
export function packError(error: unknown): PackedError {
  if (isRastrumError(error)) {
    const { tag, message, name, ...fields } = error;
    return { tag, message, fields: "cause" in fields ? { ...fields, cause: packError(fields.cause) } : fields };
  }
  return { tag: null, message: error instanceof Error ? error.message : String(error), fields: {} };
}

export function unpackError({ tag, message, fields }: PackedError): Error {
  if (tag === null) return new Error(message);
  const unpacked = "cause" in fields ? { ...fields, cause: unpackError(fields.cause as PackedError) } : fields;
  return new RastrumError(tag as ErrorTag, message, unpacked);
}
