import type { KeptBytes } from "../plan/passes.ts";
import { KeptCells } from "./kept-cells.ts";

/** Kept cells that may take so many bytes. */
export class BoundedCells extends KeptCells {
  readonly #bytesPerCell: KeptBytes;
  readonly #budget: number;
  readonly #refuse: () => Error;
  #bytes = 0;

  /** @param refuse what to say where they take more */
  constructor(bytesPerCell: KeptBytes, budget: number, refuse: () => Error) {
    super();
    this.#bytesPerCell = bytesPerCell;
    this.#budget = budget;
    this.#refuse = refuse;
  }

  override combine(into: number, other: KeptCells, from: number): void {
    const cells = other === this ? null : other.row(from);
    if (!cells) return;
    for (const { length } of cells.whole) this.#bytes += length * this.#bytesPerCell.whole;
    this.#bytes += cells.partial.length * this.#bytesPerCell.partial;
    if (this.#bytes > this.#budget) throw this.#refuse();
    super.combine(into, other, from);
  }
}
