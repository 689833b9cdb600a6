import { concat } from "../source/concat.ts";
import { type CompiledZones, takeZones } from "../zones/compiled-zones.ts";
import { sliceZones } from "../zones/slice-zones.ts";
import type { PixelZones } from "../zones/zones.ts";
import { type Runs, zoneRuns } from "./runs.ts";

/** Twice a column must be an integer of 32 bits. */
const WIDEST = 2 ** 30 - 1;

/** `zoneRuns`, to the bit, by WebAssembly (wasm/cells.ts) where there is some, which need not warm up. */
export function centerRuns(zones: PixelZones, stopRow: number, width: number, firstRow = 0): Runs {
  const found = new FoundRuns();
  const leave = (first: number, end: number) => {
    found.add(zoneRuns(sliceZones(zones, first, end), stopRow, width, firstRow));
  };
  const take = (compiled: CompiledZones, begin: number, end: number, at: number) => {
    for (let first = begin; first < end; ) {
      const told = compiled.cells(first, end, firstRow, stopRow, width, found.rows, found.runs, at);
      const count = found.addTold(compiled, told);
      if (count === 0) leave(first, first + 1); // too far off for its numbers, or too large
      first += count || 1;
    }
  };
  if (width > WIDEST || stopRow > WIDEST) leave(0, zones.length);
  else takeZones(zones.rings, take, leave);
  return found.all();
}

const none = new Int32Array();

/** Runs of zones after zones. */
class FoundRuns {
  rows = 0;
  runs = 0;
  /** Offsets count from the first zone of all; their first one, which is 0, is in a part of no zones. */
  readonly #parts: Runs[] = [
    { firstRow: none, rowOffsets: new Int32Array(1), runOffsets: new Int32Array(1), starts: none, stops: none },
  ];

  add({ firstRow, rowOffsets, runOffsets, starts, stops }: Runs): void {
    const { rows, runs } = this;
    this.#push({
      firstRow,
      rowOffsets: rowOffsets.subarray(1).map((offset) => rows + offset),
      runOffsets: runOffsets.subarray(1).map((offset) => runs + offset),
      starts,
      stops,
    });
  }

  /** Takes what is told at `at`; gives of how many zones. */
  addTold({ memory: { buffer } }: CompiledZones, at: number): number {
    const [zones, rows, runs, firstRow, rowOffsets, runOffsets, starts, stops] = new Int32Array(buffer, at, 8);
    if (zones === 0) return 0;
    const column = (place: number, length: number) => new Int32Array(buffer, place, length).slice();
    this.#push({
      firstRow: column(firstRow, zones),
      rowOffsets: column(rowOffsets + 4, zones),
      runOffsets: column(runOffsets + 4, rows),
      starts: column(starts, runs),
      stops: column(stops, runs),
    });
    return zones;
  }

  #push(part: Runs): void {
    this.#parts.push(part);
    this.rows += part.runOffsets.length;
    this.runs += part.starts.length;
  }

  all(): Runs {
    const column = (name: keyof Runs) => concat(this.#parts.map((part) => part[name]));
    return {
      firstRow: column("firstRow"),
      rowOffsets: column("rowOffsets"),
      runOffsets: column("runOffsets"),
      starts: column("starts"),
      stops: column("stops"),
    };
  }
}
