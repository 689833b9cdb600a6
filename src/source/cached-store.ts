import { ByteLru } from "./byte-lru.ts";
import type { Store } from "./store.ts";

/** A store that keeps what it has read, as it came (encoded chunks are several times smaller than decoded ones). */
export function cachedStore(store: Store, maxBytes: number): Store {
  const kept = new ByteLru<Uint8Array>(maxBytes, ({ byteLength }) => byteLength);
  const read = async (id: string, most: number | undefined, fetchBytes: () => Promise<Uint8Array | undefined>) => {
    const known = kept.get(id);
    if (known && known.byteLength <= (most ?? known.byteLength)) return known.slice();
    const bytes = await fetchBytes();
    if (bytes) kept.set(id, bytes.slice()); // callers may give theirs away
    return bytes;
  };
  const { folders } = store;
  return {
    url: store.url,
    get: (key, options) => read(key, options?.maxBytes, () => store.get(key, options)),
    getRange: (key, range, options) =>
      read(`${key} ${JSON.stringify(range)}`, options?.maxBytes, () => store.getRange(key, range, options)),
    ...(folders && { folders }),
  };
}
