/** Chunks that take more are few, and copying them costs more than their pages. */
const MOST_BYTES = 2 ** 24;

/** Memory that was given out, and its buffers are nobody else's. */
const given = new WeakSet<ArrayBufferLike>();
/** What of it nobody reads any more. */
let spare: ArrayBuffer | null = null;

/** Memory for what is decoded, whatever is in it: that of the last chunk where it was as large, since fresh pages cost more than what is copied to them. */
export function takeMemory(byteLength: number): Uint8Array<ArrayBuffer> {
  const isLike = byteLength > 0 && spare?.byteLength === byteLength; // what was moved to another thread has no bytes
  const bytes = isLike && spare ? new Uint8Array(spare) : new Uint8Array(byteLength);
  spare = null;
  if (byteLength <= MOST_BYTES) given.add(bytes.buffer);
  return bytes;
}

/** Gives back the memory that cells lie in, if it was taken here: nothing may read them any more. */
export function spareMemory({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && given.has(buffer)) spare = buffer;
}
