import { decodeBlock, type EncodedBlock } from "./encoded-block.ts";
import { type FilePlace, type FileState, readInPlace, spareBytes } from "./read-in-place.ts";
import type { Block } from "./source.ts";

/** Cells, and what was met of the file in which their bytes lie. */
export interface FoundCells {
  readonly block: Block;
  /** null where there was no file. */
  readonly file: FileState | null;
}

/** For workers; null where a file cannot be read, or what is in it not decoded: who brings bytes knows what to say of it. */
export async function decodeInPlace(encoded: EncodedBlock, place: FilePlace): Promise<FoundCells | null> {
  const read = readInPlace(place);
  if (!read) return null;
  const { bytes, state } = read;
  try {
    const block = await decodeBlock({ ...encoded, bytes } as EncodedBlock);
    if (bytes) spareBytes(bytes, block.data);
    return { block, file: state };
  } catch {
    return null;
  }
}
