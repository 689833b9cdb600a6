import base64 from "../../wasm/coverage.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { batchEnd, placeBatch } from "../zones/zone-memory.ts";
import type { PixelZones } from "../zones/zones.ts";
import { boundaryCells } from "./boundary-cells.ts";
import { CellsBuilder } from "./cells-builder.ts";
import type { GridRows, Rule } from "./rule.ts";
import type { ZoneCells } from "./zone-cells.ts";

/** Where zones go in memory, and what is found. */
type Place =
  | "ZONES"
  | "FIRST_ROWS"
  | "ROW_ENDS"
  | "CELL_ENDS"
  | "RUN_OFFSETS"
  | "STARTS"
  | "STOPS"
  | "CELL_ROWS"
  | "CELL_COLUMNS"
  | "COVERAGE";

/** What wasm/coverage.ts exports, which says what each is. */
type Compiled = {
  readonly memory: WebAssembly.Memory;
  readonly setGrid: (firstRow: number, stopRow: number, width: number, isTouched: boolean) => void;
  readonly begin: (
    coordinates: number,
    ringOffsets: number,
    polygonOffsets: number,
    zoneOffsets: number,
    end: number,
    first: number,
    stop: number,
  ) => void;
  readonly count: (rows: number, runs: number, cells: number) => number;
} & {
  readonly [Name in
    | Place
    | "MOST_ZONES"
    | "zone"
    | "foundRows"
    | "foundRuns"
    | "foundCells"]: WebAssembly.Global<"i32">;
};

/** What `count` says: all zones are counted; the one before the next is more than it can do. */
const DONE = 0;
const REFUSED = 2;

/** Bytes of zones that are counted at a time. */
const BATCH_BYTES = 2 ** 19;
/** Memory that may stay for the zones to come. */
const KEPT_BYTES = 2 ** 24;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), KEPT_BYTES);

/**
 * The cells of zones by `touched` and `fraction` in WebAssembly, which needs no warming; null where the host has none, or a
 * policy forbids it. What is more than it can do is counted by `boundaryCells`, which finds the same to the bit.
 */
export function compiledCells(
  zones: PixelZones,
  grid: GridRows,
  rule: Rule,
  countOne = boundaryCells,
): ZoneCells | null {
  const compiled = instances.take();
  if (!compiled) return null;
  compiled.setGrid(grid.firstRow, grid.stopRow, grid.width, rule === "touched");
  const builder = new CellsBuilder(zones.length);
  const refuse = (zone: number) => builder.addZone(zone, countOne(zones, grid, rule, zone, zone + 1));
  for (let first = 0, stop = 0; first < zones.length; first = stop) {
    stop = Math.min(batchEnd(zones.rings, first, zones.length, BATCH_BYTES), first + compiled.MOST_ZONES.value);
    if (begin(compiled, zones, first, stop)) countBatch(compiled, first, builder, refuse);
    else for (let zone = first; zone < stop; zone++) refuse(zone);
  }
  instances.keep(compiled);
  return builder.finish(rule === "fraction");
}

/** Whether there is memory for the zones first … stop. */
function begin(compiled: Compiled, { rings }: PixelZones, first: number, stop: number): boolean {
  const placed = placeBatch(compiled.memory, compiled.ZONES.value, rings, first, stop);
  if (!placed) return false;
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets, end } = placed;
  compiled.begin(coordinates, ringOffsets, polygonOffsets, zoneOffsets, end, first, stop);
  return true;
}

function countBatch(compiled: Compiled, first: number, builder: CellsBuilder, refuse: (zone: number) => void): void {
  let said: number;
  let done = first;
  do {
    said = compiled.count(builder.rows, builder.runs, builder.cells);
    const next = compiled.zone.value;
    const ready = said === REFUSED ? next - 1 : next;
    take(compiled, builder, first, done, ready);
    done = next;
    if (said !== REFUSED) continue;
    builder.rewind(ready);
    refuse(ready);
  } while (said !== DONE);
}

/** Takes what was found since the last time: of a batch the zones done … ready, and what may be there of the next. */
function take(compiled: Compiled, builder: CellsBuilder, first: number, done: number, ready: number): void {
  const { buffer } = compiled.memory;
  const list = (place: Place, length: number, from = 0) =>
    new Int32Array(buffer, compiled[place].value + 4 * from, length);
  const ofZones = (place: Place) => list(place, ready - done, done - first);
  builder.endZones(done, ofZones("FIRST_ROWS"), ofZones("ROW_ENDS"), ofZones("CELL_ENDS"));
  const [rows, runs, cells] = [compiled.foundRows.value, compiled.foundRuns.value, compiled.foundCells.value];
  builder.append({
    runOffsets: list("RUN_OFFSETS", rows),
    starts: list("STARTS", runs),
    stops: list("STOPS", runs),
    rows: list("CELL_ROWS", cells),
    columns: list("CELL_COLUMNS", cells),
    coverage: new Float64Array(buffer, compiled.COVERAGE.value, cells),
  });
}
