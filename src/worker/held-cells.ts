import {
  type Cells,
  prepareResident,
  type ResidentCells,
  type ResidentMask,
  reduceResident,
  residentMask,
} from "../kernels/resident.ts";
import type { Weighing } from "../kernels/single-cell.ts";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import { decodeBlock, type EncodedBlock } from "../source/encoded-block.ts";
import type { Block } from "../source/source.ts";
import type { Accumulator, Partials } from "../stats/partial.ts";

/** A block to hold, decoded or not: plain data. */
export interface BlockToHold extends Omit<Cells, "data"> {
  readonly block: EncodedBlock | Block;
  readonly needs: ReadonlySet<Accumulator>;
}

/** The reduce of held blocks that have one window by the zones of a mask of it: plain data. */
export interface HeldReduce {
  readonly keys: readonly string[];
  readonly mask: ClippedMask;
  readonly weighing: Weighing | null;
}

/** Decoded blocks by key, on the thread that decoded them. */
export class HeldCells {
  readonly #cells = new Map<string, ResidentCells>();
  /** The mask that was used last: mostly many blocks are reduced by the same. */
  #last: ResidentMask | null = null;

  /** @returns the bytes that it takes @throws `decode-failed` */
  async hold(key: string, { block, needs, ...rest }: BlockToHold): Promise<number> {
    const { data } = "recipe" in block ? await decodeBlock(block) : block;
    const cells = prepareResident({ data, ...rest }, needs);
    this.#cells.set(key, cells);
    return cells.byteLength;
  }

  has(key: string): boolean {
    return this.#cells.has(key);
  }

  /** Partials of each block, in the order of the keys, all of which must be held. */
  reduce({ keys, mask, weighing }: HeldReduce): Partials[] {
    if (this.#last?.mask !== mask) this.#last = residentMask(mask);
    const resident = this.#last;
    return keys.map((key) => {
      const cells = this.#cells.get(key);
      if (!cells) throw new Error(`The block ${key} is not held.`);
      return reduceResident(cells, resident, weighing);
    });
  }

  drop(key: string): void {
    this.#cells.delete(key);
  }
}
