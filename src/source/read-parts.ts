/** A file of which parts can be read. */
export interface FileParts {
  /** `length` bytes from `offset`, all of them within the file: else `truncated`. */
  part(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>;
  /** How many there are in all; of an address this may take a request. */
  byteLength(signal?: AbortSignal): Promise<number>;
}

/** What lies between two parts costs less than to ask for them one by one. */
const GAP_BYTES = 32 * 2 ** 10;
/** Parts are joined up to this, so that the first can be used while others come. */
const JOINED_BYTES = 4 * 2 ** 20;

/** Bytes `start` … `end` of a file. */
export type Part = readonly [start: number, end: number];

/** Reads parts that are in the file's order, those near each other in one piece; each must lie within the file. */
export async function readParts(
  source: FileParts,
  parts: readonly Part[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array[]> {
  const joined: [start: number, end: number][] = [];
  const pieces = parts.map(([start, end]) => {
    const last = joined.at(-1);
    if (last && start >= last[0] && start - last[1] <= GAP_BYTES && end - last[0] <= JOINED_BYTES) {
      last[1] = Math.max(last[1], end);
    } else joined.push([start, end]);
    return joined.length - 1;
  });
  const bytes = await Promise.all(joined.map(([start, end]) => source.part(start, end - start, signal)));
  return parts.map(([start, end], i) => {
    const from = joined[pieces[i]][0];
    return bytes[pieces[i]].subarray(start - from, end - from);
  });
}
