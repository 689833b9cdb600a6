const CAPACITY = 1024;

/** Positions are block × STRIDE + offset: more than CAPACITY, so that the end of a full block is not the next block. */
const STRIDE = 2 * CAPACITY;

/** A list of whole numbers ≥ 0 in blocks: a change moves a block's entries at most, however long the list is. */
export class BlockList {
  readonly #blocks: Int32Array[] = [new Int32Array(CAPACITY)];
  /** Entries of each block; none is empty but the only one. */
  readonly #sizes = [0];

  clear(): void {
    this.#blocks.length = 1;
    this.#sizes.length = 1;
    this.#sizes[0] = 0;
  }

  /** Position of the first entry that is not `isBefore`, or of the end; those that are come first. */
  find(isBefore: (entry: number) => boolean): number {
    let block = 0;
    for (let high = this.#blocks.length - 1; block < high; ) {
      const middle = (block + high) >>> 1;
      if (isBefore(this.#blocks[middle][this.#sizes[middle] - 1])) block = middle + 1;
      else high = middle;
    }
    const entries = this.#blocks[block];
    let offset = 0;
    for (let high = this.#sizes[block]; offset < high; ) {
      const middle = (offset + high) >>> 1;
      if (isBefore(entries[middle])) offset = middle + 1;
      else high = middle;
    }
    return block * STRIDE + offset;
  }

  /** The entry at a position; −1 at the end. */
  at(position: number): number {
    const block = Math.floor(position / STRIDE);
    const offset = position % STRIDE;
    return offset < this.#sizes[block] ? this.#blocks[block][offset] : -1;
  }

  /** The entry before a position; −1 at the start. */
  before(position: number): number {
    const block = Math.floor(position / STRIDE);
    const offset = position % STRIDE;
    if (offset > 0) return this.#blocks[block][offset - 1];
    return block > 0 ? this.#blocks[block - 1][this.#sizes[block - 1] - 1] : -1;
  }

  /** The position after one that is not the end. */
  next(position: number): number {
    const block = Math.floor(position / STRIDE);
    const offset = position % STRIDE;
    const isLast = offset + 1 === this.#sizes[block] && block + 1 < this.#blocks.length;
    return isLast ? (block + 1) * STRIDE : position + 1;
  }

  /** Puts the first `count` of `items` in place of the `removed` entries from a position on. Positions change. */
  replace(position: number, removed: number, items: Int32Array, count: number): void {
    const block = Math.floor(position / STRIDE);
    const offset = position % STRIDE;
    const size = this.#sizes[block];
    const grown = size - removed + count;
    const emptied = grown === 0 && this.#blocks.length > 1;
    if (offset + removed > size || grown > CAPACITY || emptied) {
      this.#rebuild(block, offset, removed, items.subarray(0, count));
      return;
    }
    const entries = this.#blocks[block];
    if (grown !== size) entries.copyWithin(offset + count, offset + removed, size);
    for (let i = 0; i < count; i++) entries[offset + i] = items[i];
    this.#sizes[block] = grown;
  }

  /** The same where it takes other blocks: those concerned are laid out anew, half full. */
  #rebuild(block: number, offset: number, removed: number, items: Int32Array): void {
    let last = block;
    let left = removed - (this.#sizes[block] - offset);
    while (left > 0) left -= this.#sizes[++last];
    const end = this.#sizes[last] + left;
    const all = [
      ...this.#blocks[block].subarray(0, offset),
      ...items,
      ...this.#blocks[last].subarray(end, this.#sizes[last]),
    ];
    const blocks: Int32Array[] = [];
    const sizes: number[] = [];
    for (let start = 0; start < all.length; start += CAPACITY / 2) {
      const part = all.slice(start, start + CAPACITY / 2);
      const entries = new Int32Array(CAPACITY);
      entries.set(part);
      blocks.push(entries);
      sizes.push(part.length);
    }
    this.#blocks.splice(block, last - block + 1, ...blocks);
    this.#sizes.splice(block, last - block + 1, ...sizes);
    if (this.#blocks.length > 0) return;
    this.#blocks.push(new Int32Array(CAPACITY));
    this.#sizes.push(0);
  }
}
