import { type Tabled, tabulateBytes } from "../kernels/byte-tables.ts";
import type { Weighing } from "../kernels/single-cell.ts";
import type { CellsInput } from "../kernels/zonal.ts";
import { reduceCells } from "../kernels/zonal-partial.ts";
import { decodeInPlace, type FoundCells } from "../source/decode-in-place.ts";
import { type BlockRecipe, decodeBlock, type EncodedBlock, prepareBlocks } from "../source/encoded-block.ts";
import type { FilePlace, FileState } from "../source/read-in-place.ts";
import type { Block } from "../source/source.ts";
import { spareMemory } from "../source/spare-memory.ts";
import type { Partials } from "../stats/partial.ts";
import { mayMeet } from "../stats/units.ts";
import { askedOfTables, type Closing, closedColumns, closeGroups } from "./closing-groups.ts";
import { finalizeGroups } from "./finalize-work.ts";
import { type BlockToHold, HeldCells, type HeldReduce } from "./held-cells.ts";
import type { PackedColumn } from "./pack-columns.ts";
import { type PackedPartials, packPartials } from "./pack-partials.ts";
import { countZones } from "./zone-work.ts";

/** The reduce of a block by zone. */
export interface ReduceTask extends Omit<CellsInput, "data"> {
  readonly block: EncodedBlock | Block;
  /** Where the bytes of an encoded block lie, if it comes without them. */
  readonly file?: FilePlace | null;
  readonly weighing: Weighing | null;
  /** Whether the cells are wanted too, to be kept. */
  readonly wantsCells?: boolean;
  /** The zones whose last step is done with it. */
  readonly closing?: Closing | null;
}

/** What came of the reduce of a block. */
export interface Reduced {
  readonly partials: PackedPartials;
  /** What was met where the block's bytes lie. */
  readonly file: FileState | null;
  readonly cells: Block | null;
  /** Values of the zones that were closed, and of no others, a row each; null where there was no closing. */
  readonly columns: PackedColumn[] | null;
}

/** The only state of a worker. */
const held = new HeldCells();

/** What workers do: input and output are plain data. */
export const tasks = {
  countZones,
  finalizeGroups,
  /** Answers, since it is up. */
  awake: (_: null): void => {},
  prepare: (recipe: BlockRecipe): Promise<void> => prepareBlocks(recipe),
  decode: (block: EncodedBlock): Promise<Block> => decodeBlock(block),
  /** null where its bytes must be brought, since they cannot be read and decoded where they lie. */
  async reduce({ block, file, weighing, wantsCells, closing, ...rest }: ReduceTask): Promise<Reduced | null> {
    const found = await cellsOf(block, file ?? null);
    if (!found) return null;
    const { data, shape } = found.block;
    const { partials, columns } = reduceAndClose({ data, ...rest }, weighing, closing ?? null);
    const cells = wantsCells ? { data, shape } : null;
    const reduced = { partials: packPartials(partials), file: found.file, cells, columns };
    if (!wantsCells) spareMemory(data); // what is told of cells are copies
    return reduced;
  },
  hold: ({ key, ...block }: BlockToHold & { readonly key: string }): Promise<number> => held.hold(key, block),
  /** Null where some block is not held: a worker that took the place of another holds none. */
  reduceHeld: (task: HeldReduce): PackedPartials[] | null =>
    task.keys.every((key) => held.has(key)) ? held.reduce(task).map(packPartials) : null,
  drop: (key: string): void => held.drop(key),
};

async function cellsOf(block: EncodedBlock | Block, file: FilePlace | null): Promise<FoundCells | null> {
  if (!("recipe" in block)) return { block, file: null };
  return file ? decodeInPlace(block, file) : { block: await decodeBlock(block), file: null };
}

/** The partials of a block, and the values of the zones that are closed with it. */
function reduceAndClose(
  input: CellsInput,
  weighing: Weighing | null,
  closing: Closing | null,
): { readonly partials: Partials; readonly columns: PackedColumn[] | null } {
  const tabled = closing && !weighing ? tabledOf(input, closing) : null;
  if (closing && tabled) {
    const { partials, tables, others, columns } = tabled;
    const closed = closedColumns({ ...partials, kept: tables }, input.slices, closing, columns);
    return { partials: { ...partials, kept: others }, columns: closed };
  }
  const partials = reduceCells(input, weighing);
  return closing ? closeGroups(partials, input.slices, closing) : { partials, columns: null };
}

/** Null where no zone is closed, or scaling may round values of 8 bits to one, or it is not for tables. */
function tabledOf(input: CellsInput, closing: Closing): Tabled | null {
  const { closes, meaning } = closing;
  if (!closes.includes(1) || mayMeet(1, -128, 255, meaning)) return null;
  return tabulateBytes(input, closes, askedOfTables(closing));
}

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

/** To a worker. */
export interface Request {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}

/** From a worker: what came of a task, or what went wrong with it. */
export type Reply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: PackedError };

/** An error as messages carry it: those of their own kind lose all but their text. */
export interface PackedError {
  readonly tag: string | null;
  readonly message: string;
  readonly fields: object;
}
