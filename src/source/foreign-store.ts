import { isRastrumError, rastrumError } from "../errors.ts";
import type { ByteRange, Store, StoreReadOptions } from "./store.ts";
import type { ZarrFiles } from "./zarr-store.ts";

/** A store of somebody else, held to what ours promise: bytes that are the caller's own, bounds, tagged errors. */
export function foreignStore(files: ZarrFiles): Store {
  const url = "store:";
  if (typeof files?.get !== "function") {
    const message = "openZarr takes an address, a Blob, or a store with get(key): this is none of them.";
    throw rastrumError("invalid-option", message, { option: "url", received: files });
  }
  const checked = async (key: string, { signal, maxBytes }: StoreReadOptions, read: () => Promise<unknown>) => {
    signal?.throwIfAborted();
    const bytes = await read().catch((error: unknown) => {
      signal?.throwIfAborted();
      if (isRastrumError(error)) throw error;
      const message = `The store cannot give ${key}: ${error instanceof Error ? error.message : String(error)}.`;
      throw rastrumError("network-error", message, { url: `${url}${key}`, cause: error });
    });
    signal?.throwIfAborted();
    if (bytes === undefined || bytes === null) return undefined;
    if (!(bytes instanceof Uint8Array)) throw truncated(key, 0, 0, "something that is no Uint8Array");
    if (maxBytes !== undefined && bytes.byteLength > maxBytes) throw truncated(key, maxBytes, bytes.byteLength);
    return bytes.slice();
  };
  const whole = (key: string, options: StoreReadOptions) =>
    checked(key, options, async () => files.get(key, { signal: options.signal }));
  return {
    url,
    get: (key, options = {}) => whole(key, options),
    async getRange(key, range, options = {}) {
      if (!files.getRange) return cut(key, await whole(key, { signal: options.signal }), range);
      const ask = "suffixLength" in range ? range : { offset: range.offset, length: range.length };
      const bytes = await checked(key, options, async () => files.getRange?.(key, ask, { signal: options.signal }));
      const wanted = "suffixLength" in range || range.orLess ? bytes?.byteLength : range.length;
      if (bytes && bytes.byteLength !== wanted) throw truncated(key, wanted ?? 0, bytes.byteLength);
      return bytes;
    },
  };
}

function cut(key: string, bytes: Uint8Array | undefined, range: ByteRange): Uint8Array | undefined {
  if (!bytes) return undefined;
  if ("suffixLength" in range) return bytes.slice(Math.max(0, bytes.byteLength - range.suffixLength));
  const part = bytes.slice(range.offset, range.offset + range.length);
  if (part.byteLength < range.length && !range.orLess) throw truncated(key, range.length, part.byteLength);
  return part;
}

function truncated(key: string, expected: number, received: number, what = `${received} bytes`) {
  const message = `The store gave ${what} for ${key}, where ${expected} can be right.`;
  return rastrumError("truncated", message, { path: key, expected, received });
}
