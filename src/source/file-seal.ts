import type { Seal } from "./pins.ts";

/** What tells a file of this computer from the same one once it has changed. */
export interface FileStamp {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

export function sealOf({ ino, size, mtimeMs }: FileStamp): Seal {
  return { tag: `inode ${ino}, ${size} bytes, of ${new Date(mtimeMs).toISOString()} (${mtimeMs})` };
}
