import type { Work } from "../plan/work.ts";

/** Seconds that a backend takes for one unit of each kind of work, as measured on it (calibrate.ts). */
export interface Rates {
  readonly step: number;
  readonly byte: number;
  readonly cell: number;
  readonly part: number;
  readonly maskCell: number;
  readonly maskPart: number;
}

/**
 * Seconds that the reduce of a job takes: a sum, since what overlaps on a GPU is hidden by decoding too, which takes as
 * long whatever the backend and is left out.
 * @param stepBytes bytes that the backend takes at once: larger blocks are several steps
 * @param threads among which the work is shared
 */
export function estimateSeconds(rates: Rates, work: Work, stepBytes: number, threads: number): number {
  const steps = Math.max(work.steps, Math.ceil(work.bytes / stepBytes));
  const seconds =
    steps * rates.step +
    work.bytes * rates.byte +
    work.cells * rates.cell +
    work.parts * rates.part +
    work.maskCells * rates.maskCell +
    work.maskParts * rates.maskPart;
  return seconds / threads;
}

/** Seconds of inputs that differ in one kind of work each. */
export interface Timings {
  /** A block of hardly any cells, with a zone of one cell. */
  readonly tiny: number;
  /** A block of `bytes`, with a zone of one cell. */
  readonly wide: number;
  /** The same block, with a zone of all its `cells`; and the first time, when its mask has to be made. */
  readonly whole: number;
  readonly wholeFresh: number;
  /** The same block, with `parts` zones of `partCells` in all. */
  readonly many: number;
  readonly manyFresh: number;
  readonly bytes: number;
  readonly cells: number;
  readonly parts: number;
  readonly partCells: number;
}

/** What remains of each timing when the kinds of work that are known are taken off; noise does not make it negative. */
export function ratesOf(timings: Timings): Rates {
  const { tiny, wide, whole, wholeFresh, many, manyFresh, bytes, cells, parts, partCells } = timings;
  const byte = Math.max(0, wide - tiny) / bytes;
  const cell = Math.max(0, whole - wide) / cells;
  const part = Math.max(0, many - wide - cell * partCells) / parts;
  const maskCell = Math.max(0, wholeFresh - whole) / cells;
  const maskPart = Math.max(0, manyFresh - many - maskCell * partCells) / parts;
  return { step: tiny, byte, cell, part, maskCell, maskPart };
}

/** "12 ms", "0.40 ms", "3.1 s": two digits. */
export function secondsText(seconds: number): string {
  const [value, unit] = seconds < 1 ? [1000 * seconds, "ms"] : [seconds, "s"];
  return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} ${unit}`;
}
