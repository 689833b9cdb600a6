import type { Table } from "apache-arrow";
import type { EngineCore } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import { freeCells } from "../mask/placing.ts";
import type { Header } from "../partial-table/header.ts";
import { joinPartialTables, writePartialTable } from "../partial-table/table.ts";
import { onePass } from "../plan/passes.ts";
import { planShare, shareOf } from "../plan/share.ts";
import type { Raster } from "../source/source.ts";
import { BoundedCells } from "../stats/bounded-cells.ts";
import type { KeptCells } from "../stats/kept-cells.ts";
import { combineRows, createTotals, keepsCells, type Partials, valueKindOfDtype } from "../stats/partial.ts";
import type { OnRead } from "../zones/formats/format.ts";
import { readZones, type ZonesInput } from "../zones/read-zones.ts";
import type { ZoneSet } from "../zones/zones.ts";
import { createJob } from "./create-job.ts";
import type { Job, Progress } from "./job.ts";
import { demandOf, keptBytes, totalsInto } from "./run-passes.ts";
import { headerOf } from "./share-header.ts";
import { keysOf, rowsOfShare } from "./share-keys.ts";
import { engineOf, type ZonalOptions, zonesReading } from "./zonal-options.ts";
import { type Prepared, prepareZonal } from "./zonal-prepare.ts";
import { estimateOf, levelFor, warnMissingChunks } from "./zonal-stats.ts";

export interface PartialsOptions extends Omit<ZonalOptions, "progressive"> {
  /**
   * This machine's share of the raster's chunks that zones have cells in: `[0, 4]` is the first of four, the chunks of
   * each next to each other. Default `[0, 1]`: all of them.
   */
  readonly part?: readonly [index: number, of: number];
  /**
   * Where the zones are a piece of more: row number of the first of them, so that those of different pieces do not
   * collide, and an `include` that no zone of the piece has is no error. Default: they are all there are.
   */
  readonly firstZone?: number;
}

/**
 * What {@link zonalStats} would make its table of, before the last step: counts, extremes, exact sums, sketches and kept
 * cells. The work may be split in any way, by chunks (`part`), by slices (`select`, as ranges), by zones (`firstZone`),
 * among machines; {@link combinePartials} brings the tables together, {@link finalizePartials} makes the final one, bit
 * for bit that of `zonalStats` with the same options.
 *
 * The Arrow table has a row a zone × remaining index (with classes, × class): the key columns of the final table, then
 * accumulators, for any engine to group and add up; `src/partial-table/table.ts` describes them. Zones without a cell in
 * the share have rows in the first share only. Its schema's metadata say what it is: "rastrum.partials" is "1".
 *
 * Statistics that keep cells (median, mode, values …) make a table of the size of the cells inside zones, which must fit
 * a quarter of the engine's memoryBudget: take smaller parts, or `quantile_sketch`.
 *
 * @param zones GeoJSON of polygons, as an object, as text, or where to find it (URL; in Node also a path)
 * @throws (the job) what `zonalStats` throws; `budget-too-small` as said above; `invalid-option` for `part` and `firstZone`
 */
export function zonalPartials(raster: Raster, zones: ZonesInput, options: PartialsOptions = {}): Job<Table> {
  const warnings: string[] = [];
  let prepared: Promise<Share> | null = null;
  let level: Promise<Raster> | null = null;
  let read: Promise<ZoneSet> | null = null;
  const readOnce = (onRead?: OnRead) => (read ??= readZones(zones, { ...zonesReading(options), onRead }));
  const levelOnce = () => (level ??= levelFor(raster, options, readOnce).then(({ raster }) => raster));
  const prepareOnce = () =>
    (prepared ??= levelOnce().then((level) => prepareShare(level, zones, options, warnings, readOnce)));
  return createJob({
    warnings,
    estimate: async () => {
      const ready = await prepareOnce();
      return estimateOf(await levelOnce(), ready, onePass(ready.plan, ready.zones.length));
    },
    run: async (report) => {
      const engine = engineOf(options);
      engine.prepare(raster);
      const ready = await prepareOnce();
      const source = await levelOnce();
      const missingBefore = source.missingChunks?.() ?? 0;
      const partials = await runShare(ready, engine, options.signal, report).finally(() => freeCells(ready.cells));
      warnMissingChunks(source, missingBefore, warnings);
      const { name, reason } = await engine.describe(demandOf(ready));
      return tableOf(ready, partials, [name, reason], warnings);
    },
  });
}

/** A share of a job once all is known to be right: its plan is that of the share alone. */
interface Share extends Prepared {
  readonly isFirst: boolean;
  readonly firstZone: number;
  /** But for what is known after the run. */
  readonly header: Header;
}

async function prepareShare(
  raster: Raster,
  zones: ZonesInput,
  options: PartialsOptions,
  warnings: string[],
  read: () => Promise<ZoneSet>,
): Promise<Share> {
  const { part = [0, 1], firstZone = 0 } = options;
  const ready = await prepareZonal(raster, zones, options, warnings, options.firstZone === undefined, read);
  checkFirstZone(firstZone, ready.zones.length);
  const share = shareOf(ready.plan, part);
  const header = headerOf(ready, options, share, firstZone);
  return {
    ...ready,
    plan: planShare(ready.plan, ready.cells, share),
    isFirst: share.tasks[0] === 0,
    firstZone,
    header,
  };
}

function checkFirstZone(firstZone: number, zones: number): void {
  if (Number.isInteger(firstZone) && firstZone >= 0 && firstZone + zones <= 2 ** 31) return;
  const message = `firstZone cannot be ${JSON.stringify(firstZone)}: give the row number of the first zone, from 0.`;
  throw rastrumError("invalid-option", message, { option: "firstZone", received: firstZone });
}

/** In one pass: what is kept goes into the table as it is. */
async function runShare(
  share: Share,
  engine: EngineCore,
  signal: AbortSignal | undefined,
  report: (progress: Progress) => void,
): Promise<Partials> {
  const { plan, pixelZones, needs } = share;
  const [pass] = onePass(plan, pixelZones.length);
  let done = 0;
  report({ done, total: plan.chunks });
  const onChunk = () => report({ done: ++done, total: plan.chunks });
  const kept = keepsCells(needs) ? boundedCells(share, engine) : null;
  return engine.runZonal({ ...share, pass, into: totalsInto(share, kept), signal, onChunk });
}

function boundedCells({ raster, plan, singly }: Share, engine: EngineCore): KeptCells {
  const bytes = keptBytes(raster, singly);
  return new BoundedCells(bytes, engine.keptBudget, () => {
    const message =
      "The cells of this part take more than a quarter of memoryBudget, and statistics such as median and values put all " +
      "of them into the table: take smaller parts (`part`, fewer slices), ask for quantile_sketch, or raise memoryBudget.";
    const bytesNeeded = 4 * plan.cells * Math.max(bytes.whole, bytes.partial);
    return rastrumError("budget-too-small", message, { bytesNeeded, budgetBytes: 4 * engine.keptBudget });
  });
}

function tableOf(ready: Share, all: Partials, backend: readonly [string, string], warnings: readonly string[]): Table {
  const { firstZone, plan, needs } = ready;
  const rows = rowsOfShare(ready, all, ready.isFirst);
  const partials = createTotals(rows.length, valueKindOfDtype(ready.raster.dtype), needs);
  const found = Int32Array.from(rows.keys()).filter((row) => rows[row].group >= 0);
  combineRows(
    partials,
    found,
    all,
    found.map((row) => rows[row].group * plan.slices + rows[row].slice),
  );
  const ofPiece = (warning: string) => `Of the zones from ${firstZone} on, counted from there: ${warning}`;
  const told = firstZone > 0 ? warnings.map(ofPiece) : warnings;
  const header = { ...ready.header, backends: [backend], warnings: told };
  return writePartialTable(joinPartialTables([{ header, keys: keysOf(ready, rows, header, firstZone), partials }]));
}
