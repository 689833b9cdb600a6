import type { Window } from "../grid/window.ts";
import { ByteLru } from "../source/byte-lru.ts";
import type { Block, Raster, Read, ReadOptions } from "../source/source.ts";

/**
 * Decoded blocks from one job to the next, within a budget of bytes: those that were not used for longest go first.
 * They belong to the raster that was opened: one that is opened again is read again.
 */
export class KeptBlocks {
  readonly #blocks: ByteLru<Block>;
  readonly #reads = new WeakMap<Read, Read>();
  #rasters = 0;

  constructor(maxBytes: number) {
    this.#blocks = new ByteLru(maxBytes, ({ data }) => data.buffer.byteLength);
  }

  /** The raster, of which blocks that were read once need not be read again. One in memory is kept as it is. */
  keeping(raster: Raster): Raster {
    if (!raster.read.encoded || this.#blocks.maxBytes === 0) return raster;
    const read = this.#reads.get(raster.read) ?? this.#remembering(raster.read);
    return { ...raster, read };
  }

  clear(): void {
    this.#blocks.clear();
  }

  #remembering(read: Read): Read {
    const number = this.#rasters++;
    const keyOf = ({ row, column, height, width }: Window, ranges: ReadOptions["ranges"]) =>
      `${number}:${row},${column} ${height}x${width} ${ranges?.join(" ") ?? ""}`;
    const remembering = async (window: Window, options?: ReadOptions): Promise<Block> => {
      const key = keyOf(window, options?.ranges);
      const known = this.#blocks.get(key);
      if (known) return known;
      return this.#keep(key, await read(window, options));
    };
    const isKept = (window: Window, options?: ReadOptions) => this.#blocks.get(keyOf(window, options?.ranges));
    const kept: Read = Object.assign(remembering, {
      ...read,
      encoded: async (window: Window, options?: ReadOptions) =>
        isKept(window, options) ? null : ((await read.encoded?.(window, options)) ?? null),
      located: async (window: Window, options?: ReadOptions) =>
        isKept(window, options) ? null : ((await read.located?.(window, options)) ?? null),
      keep: (window: Window, ranges: ReadOptions["ranges"], block: Block) => this.#keep(keyOf(window, ranges), block),
    });
    this.#reads.set(read, kept);
    return kept;
  }

  #keep(key: string, { data, shape }: Block): Block {
    const block: Block = { data, shape, kept: true };
    this.#blocks.set(key, block);
    return block;
  }
}
