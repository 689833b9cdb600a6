import type { Mask } from "./mask.ts";
import { ClippedRuns, RunsBuilder } from "./runs.ts";
import type { PartialCells } from "./zone-cells.ts";

/** A mask whose zones are those of another, cut by the classes of their cells. */
export interface ClassedMask {
  readonly mask: Mask;
  /** For each zone of `mask` the zone that it is a part of, and the number of its class. */
  readonly zones: Int32Array;
  readonly classes: Int32Array;
}

/** The cells of a zone that are of one class, in the window. */
interface Part {
  readonly zone: number;
  readonly class: number;
  /** row, start, stop, row, start, stop … */
  readonly runs: number[];
  /** Places among the partial cells. */
  readonly partial: number[];
}

/**
 * Cuts the zones of a mask by class. What comes of it serves on the CPU only: no polygons stand for it.
 * @param classes number of the class of each cell of the window, −1 where it has none: it belongs to no zone then
 */
export function splitByClass(mask: Mask, classes: Int32Array): ClassedMask {
  const parts = [...mask.zones].flatMap((zone) => partsOf(mask, zone, classes));
  const builder = new RunsBuilder(parts.length);
  parts.forEach((part, i) => {
    addRuns(builder, i, part, mask);
    builder.finishZone(i);
  });
  const split: Mask = {
    ...mask,
    zones: Uint32Array.from(parts, (_, i) => i),
    runs: builder.finish(),
    partial: mask.partial && pickPartial(mask.partial, parts),
  };
  return {
    mask: split,
    zones: Int32Array.from(parts, ({ zone }) => zone),
    classes: Int32Array.from(parts, (part) => part.class),
  };
}

const clipped = new ClippedRuns();

function partsOf({ window, runs, partial }: Mask, zone: number, classes: Int32Array): Part[] {
  const parts = new Map<number, Part>();
  const partOf = (number: number): Part => {
    let part = parts.get(number);
    if (!part) {
      part = { zone, class: number, runs: [], partial: [] };
      parts.set(number, part);
    }
    return part;
  };
  const { data, length } = clipped.clip(runs, zone, window);
  for (let i = 0; i < 3 * length; i += 3) {
    const row = data[i] * window.width;
    for (let start = data[i + 1]; start < data[i + 2]; ) {
      let stop = start + 1;
      while (stop < data[i + 2] && classes[row + stop] === classes[row + start]) stop++;
      if (classes[row + start] >= 0) partOf(classes[row + start]).runs.push(data[i], start, stop);
      start = stop;
    }
  }
  if (partial) {
    for (let i = partial.offsets[zone]; i < partial.offsets[zone + 1]; i++) {
      const [row, column] = [partial.rows[i] - window.row, partial.columns[i] - window.column];
      if (row < 0 || row >= window.height || column < 0 || column >= window.width) continue;
      const number = classes[row * window.width + column];
      if (number >= 0) partOf(number).partial.push(i);
    }
  }
  return [...parts.values()];
}

function addRuns(builder: RunsBuilder, index: number, { runs }: Part, { window }: Mask): void {
  if (runs.length === 0) return;
  builder.startZone(index, window.row + runs[0]);
  let at = 0;
  for (let row = runs[0]; row <= runs[runs.length - 3]; row++) {
    builder.startRow();
    for (; runs[at] === row; at += 3) builder.addRun(window.column + runs[at + 1], window.column + runs[at + 2]);
  }
}

function pickPartial(partial: PartialCells, parts: readonly Part[]): PartialCells {
  const picked = parts.flatMap((part) => part.partial);
  const offsets = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    offsets[i + 1] = offsets[i] + part.partial.length;
  });
  return {
    offsets,
    rows: Int32Array.from(picked, (i) => partial.rows[i]),
    columns: Int32Array.from(picked, (i) => partial.columns[i]),
    coverage: Float64Array.from(picked, (i) => partial.coverage[i]),
  };
}
