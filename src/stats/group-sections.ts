import { rastrumError } from "../errors.ts";
import { Bins, bytesOfBin, type CellFacts, type Level, type Taker } from "./bins.ts";
import { CellsInRange } from "./cell-sieve.ts";
import { Distribution } from "./distribution.ts";
import { OrdinalRange } from "./ordinal-range.ts";
import type { Ordinals } from "./ordinals.ts";
import type { CellMeaning } from "./partial-row.ts";
import type { Section } from "./section.ts";
import { TabulatedSection } from "./tabulated-section.ts";

/** What comes of a group whose cells are asked for by takers, each of which is filled before the next one. */
export type Reading<Result> = Generator<Taker, Result, void>;

/** What a group is, and how much of it may be in memory. */
export interface GroupOfCells {
  readonly ordinals: Ordinals;
  readonly meaning: CellMeaning;
  readonly facts: CellFacts;
  /** Of all its cells, or of as few of them as is known. */
  readonly root: Level;
  /** Bytes of cells that may be kept. */
  readonly budget: number;
}

/** Counting tables take this part of the budget at most, if 16 bins do. */
const TABLE_SHARE = 1 / 128;
const MOST_BITS = 16;

/** log2 of the bins of a table. */
function tableBits(facts: CellFacts, budget: number): number {
  const bins = (budget * TABLE_SHARE) / bytesOfBin(facts);
  return Math.min(MOST_BITS, Math.max(4, Math.floor(Math.log2(bins))));
}

/**
 * The cells of a group, section by section. They are counted by ordinal; where too many are in one bin, so are those of
 * the bin, and so on, down to one ordinal, of which a count and a weight say all (radix refinement). Other bins are kept,
 * as many next to each other as there is memory for.
 */
export class GroupSections {
  readonly #group: GroupOfCells;
  /** From the root down, each the cells of one bin of the level above. */
  readonly #path: { readonly level: Level; readonly ofBin: number }[];

  constructor(group: GroupOfCells) {
    this.#group = group;
    this.#path = [{ level: group.root, ofBin: -1 }];
  }

  /** The section that the cell at a place is in; `packed`: with as many that follow as there is memory for. */
  *sectionAt(place: number, packed: boolean): Reading<Section> {
    let start = 0;
    for (let depth = 0; ; depth++) {
      const { level } = this.#path[depth];
      let bin = 0;
      while (start + level.cells[bin] <= place) start += level.cells[bin++];
      if (level.onlyOrdinal(bin) !== null) return this.#tabulated(level, bin, start);
      if (level.bytesOf(bin) <= this.#group.budget) return yield* this.#kept(level, bin, start, packed);
      if (this.#path[depth + 1]?.ofBin !== bin) yield* this.#refine(depth, level, bin);
    }
  }

  *#refine(depth: number, level: Level, bin: number): Reading<void> {
    const { ordinals, facts, budget } = this.#group;
    this.#path.length = depth + 1;
    const bins = new Bins(new OrdinalRange(ordinals, ...level.boundsOf(bin), tableBits(facts, budget)), facts);
    yield bins;
    checkSame(bins.cells.reduce((sum, cells) => sum + cells, 0), level.cells[bin]); // biome-ignore format: one line
    this.#path.push({ level: bins, ofBin: bin });
  }

  #tabulated(level: Level, bin: number, start: number): Section {
    let stop = bin + 1;
    while (stop < level.length && (level.cells[stop] === 0 || level.onlyOrdinal(stop) !== null)) stop++;
    return new TabulatedSection(level, bin, stop, start, this.#group.ordinals);
  }

  *#kept(level: Level, bin: number, start: number, packed: boolean): Reading<Section> {
    const { ordinals, meaning, budget } = this.#group;
    let [bytes, cells, stop] = [level.bytesOf(bin), level.cells[bin], bin + 1];
    while (packed && stop < level.length && bytes + level.bytesOf(stop) <= budget) {
      bytes += level.bytesOf(stop);
      cells += level.cells[stop++];
    }
    const [[least], [, greatest]] = [level.boundsOf(bin), level.boundsOf(stop - 1)];
    const taker = new CellsInRange(new OrdinalRange(ordinals, least, greatest, 0), bytes);
    yield taker;
    const section = new Distribution(meaning);
    section.read(taker.kept, start);
    checkSame(section.stop - start, cells);
    return section;
  }
}

/** Cells are read several times. */
function checkSame(found: number, before: number): void {
  if (found === before) return;
  const message = `The raster's cells changed while they were read: ${before} cells had become ${found}. Ask again.`;
  throw rastrumError("source-changed", message, { url: "", before: String(before), after: String(found) });
}
