/** Memory that was used and may be used again, for a fresh page costs more than what is copied to it: of one block, as long as there are more. */
let spare: ArrayBuffer | null = null;

/** Memory of so many bytes, whatever is in it. */
export function takeMemory(byteLength: number): Uint8Array<ArrayBuffer> {
  if (byteLength === 0 || spare?.byteLength !== byteLength) return new Uint8Array(byteLength);
  const bytes = new Uint8Array(spare);
  spare = null;
  return bytes;
}

/** Gives memory away that nothing reads any more; what was moved to another thread has no bytes, and is not taken. */
export function spareMemory({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer) spare = buffer;
}
