import { rastrumError } from "../errors.ts";
import { ByteLru } from "./byte-lru.ts";

/** Some 50,000 files; what was read longest ago is no longer compared beyond that. */
const PINS_BYTES = 16 * 2 ** 20;

/** What tells one state of a file from another, as far as it is known. */
export interface Seal {
  /** Decides alone where both states have one: ETag, or inode, size and time of a local file. */
  readonly tag?: string;
  readonly modified?: string;
  readonly size?: string;
}

/**
 * The state in which each file was first met. A store has one, and so has a raster: a file that changes while the raster
 * is in use is told, and its bytes are never mixed with those of before.
 */
export class Pins {
  readonly #seals = new ByteLru<Seal>(PINS_BYTES, sealBytes);

  /** Remembers what is new. @throws `source-changed` where the file is not as it was first met. */
  check(url: string, seal: Seal): void {
    const first = this.#seals.get(url);
    const difference = first && differs(first, seal);
    if (difference) throw sourceChanged(url, ...difference);
    this.#seals.set(url, { ...seal, ...first });
  }

  /** The file is not there. @throws `source-changed` where it was. */
  checkMissing(url: string): void {
    const first = this.#seals.get(url);
    if (first) throw sourceChanged(url, describe(first), "no file");
  }
}

function differs(before: Seal, after: Seal): [before: string, after: string] | null {
  if (before.tag !== undefined && after.tag !== undefined) {
    return before.tag === after.tag ? null : [before.tag, after.tag];
  }
  for (const field of ["modified", "size"] as const) {
    const [was, is] = [before[field], after[field]];
    if (was !== undefined && is !== undefined && was !== is) return [`${field} ${was}`, `${field} ${is}`];
  }
  return null;
}

function sourceChanged(url: string, before: string, after: string): Error {
  const message = `${url} changed while it was read (${before}, then ${after}): open the raster again and run the job anew.`;
  return rastrumError("source-changed", message, { url, before, after });
}

function describe({ tag, modified, size }: Seal): string {
  return tag ?? modified ?? (size === undefined ? "a file" : `${size} bytes`);
}

/** Letters take two bytes. */
function sealBytes({ tag = "", modified = "", size = "" }: Seal): number {
  return 200 + 2 * (tag.length + modified.length + size.length);
}
