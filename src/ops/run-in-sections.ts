import type { KeptBytes, Pass, SectionedPass } from "../plan/passes.ts";
import type { StatisticColumns } from "../stats/finalize.ts";
import type { KeptCells } from "../stats/kept-cells.ts";
import type { Partials } from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import { finalizeInSections } from "./finalize-in-sections.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** A pass that does not keep the cells of its groups, and how it is read. */
interface SectionedRun {
  readonly pass: SectionedPass;
  readonly meaning: CellMeaning;
  readonly bytes: KeptBytes;
  /** Bytes of cells that may be kept. */
  readonly budget: number;
  readonly reading: {
    /** All of it; cells that are to be kept go to `kept`. */
    readonly first: (kept: KeptCells) => Promise<Partials>;
    /** Once more what a pass says. */
    readonly again: (pass: Pass, kept: KeptCells) => Promise<Partials>;
  };
  /** The rows that it completes, asked for once it was read. */
  readonly rows: () => Iterable<number>;
}

/** Runs a pass whose groups are read section by section, and puts their values into columns. */
export async function runInSections(
  columns: StatisticColumns,
  { raster, plan, statistics, needs, singly }: Prepared,
  { pass, meaning, bytes, budget, reading, rows }: SectionedRun,
): Promise<void> {
  const facts = { weighed: needs.has("weight"), products: singly?.readWeights != null, bytes };
  const readAgain = (kept: KeptCells, rows: readonly number[]) =>
    reading.again(withSlices(pass, new Set(rows.map((row) => row % plan.slices))), kept);
  const { bytesASlice } = pass;
  const groups = { dtype: raster.dtype, meaning, facts, bytesASlice, budget, read: reading.first, readAgain };
  await finalizeInSections(columns, statistics, groups, rows);
}

function withSlices(pass: Pass, wanted: ReadonlySet<number>): Pass {
  return { ...pass, blocks: pass.blocks.filter(({ slices }) => slices.some((slice) => wanted.has(slice))) };
}
