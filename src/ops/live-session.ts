import type { Table } from "apache-arrow";
import type { EngineCore } from "../engine.ts";
import { clippedMask } from "../mask/clipped-mask.ts";
import { freeCells } from "../mask/placing.ts";
import type { Pass } from "../plan/passes.ts";
import { ResidentChunks } from "../resident/resident-chunks.ts";
import { WorkerHolder } from "../resident/worker-holder.ts";
import { allOrStop } from "../source/all-or-stop.ts";
import { isInteger } from "../source/dtype.ts";
import { createColumns, finalizeRows, type StatisticColumns } from "../stats/finalize.ts";
import { loadPairs } from "../stats/pairs.ts";
import { createPartials, valueKindOfDtype } from "../stats/partial.ts";
import type { CellMeaning } from "../stats/partial-row.ts";
import { rowsOfZones } from "../stats/zone-rows.ts";
import { runMetadata, type TableInput, zonalTable } from "../table.ts";
import { Turns } from "../worker/turns.ts";
import type { ZoneSet } from "../zones/zones.ts";
import type { Progress } from "./job.ts";
import { LiveBlocks } from "./live-blocks.ts";
import type { LiveOptions } from "./live-options.ts";
import { canKeep, changedWindows, combineParts, reduceParts, type ZoneParts } from "./live-parts.ts";
import { livePasses, requireRoom } from "./live-passes.ts";
import { countOf, shapeOf, type ZoneShape } from "./live-zone.ts";
import type { Prepared } from "./zonal-prepare.ts";
import { warningsOf, type ZoneFaults } from "./zone-faults.ts";

/** Changed zones that are kept; others are made anew when they change again. */
const MOST_KEPT = 32;

/** A zone as it is since it changed. */
interface KnownZone {
  readonly shape: ZoneShape;
  /** None where they are too large to be kept. */
  readonly parts: ZoneParts;
}

/** The statistics of zones, some of which change: values of all of them, and parts of those that changed last. */
export class LiveSession {
  readonly #ready: Prepared;
  readonly #options: LiveOptions;
  readonly #engine: EngineCore;
  readonly #blocks: LiveBlocks;
  readonly #atOnce: number;
  readonly #meaning: CellMeaning;
  readonly #values: StatisticColumns;
  /** Least recently changed first. */
  readonly #known = new Map<number, KnownZone>();
  readonly #faults: { outside: Set<number>; invalid: Map<number, string> };
  readonly #missingBefore: number;

  /** Throws `budget-too-small` where a chunk does not fit the engine's budget. */
  constructor(ready: Prepared, options: LiveOptions, engine: EngineCore) {
    const { raster, plan, pixelZones, statistics, faults } = ready;
    this.#ready = ready;
    this.#options = options;
    this.#engine = engine;
    this.#atOnce = engine.inFlight(plan);
    this.#blocks = new LiveBlocks(residentOf(engine), ready, engine.work.isForWorkers(raster));
    this.#meaning = {
      grid: raster.grid,
      scale: raster.scale,
      offset: raster.offset,
      integers: isInteger(raster.dtype),
    };
    this.#values = createColumns(statistics, pixelZones.length * plan.slices);
    this.#faults = {
      outside: new Set(faults.outside),
      invalid: new Map(faults.invalid.map(({ zone, why }) => [zone, why])),
    };
    this.#missingBefore = raster.missingChunks?.() ?? 0;
  }

  get ready(): Prepared {
    return this.#ready;
  }

  get zones(): ZoneSet {
    return this.#ready.zones;
  }

  get passes(): Pass[] {
    return livePasses(this.#ready, this.#engine);
  }

  /** Reads every chunk that zones have cells in, and computes all of them. */
  computeAll(report: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    return this.#computePasses(report, signal).finally(() => freeCells(this.#ready.cells));
  }

  async #computePasses(report: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    const { raster, plan, cells, pixelZones, needs, statistics } = this.#ready;
    const passes = this.passes;
    const pairs = loadPairs();
    const total = passes.reduce((sum, { tasks, blocks }) => sum + tasks.length * blocks.length, 0);
    let done = 0;
    report({ done, total });
    for (const { tasks, zones } of passes) {
      const partials = createPartials(pixelZones.length * plan.slices, valueKindOfDtype(raster.dtype), needs);
      const steps = tasks.flatMap(({ window, zones }) => {
        const mask = { window, zones, ...cells, pixelZones };
        return this.#blocks.batches.map((batch) => ({ mask, batch }));
      });
      await allOrStop(steps, this.#atOnce, signal, async ({ mask, batch }, stop) => {
        const firstRowOf = (zone: number) => mask.zones[zone] * plan.slices;
        await this.#blocks.reduce(clippedMask(mask), batch, partials, firstRowOf, stop);
        done += batch.length;
        report({ done, total });
      });
      await pairs;
      const turns = new Turns();
      for (const zone of zones) {
        await turns.take();
        signal.throwIfAborted();
        finalizeRows(this.#values, statistics, partials, rowsOf(zone, plan.slices), this.#meaning);
      }
    }
  }

  /** Computes one zone with another geometry. `setQuick` is told whether all that it takes is held. */
  async update(
    zone: number,
    geometry: ZoneSet,
    signal: AbortSignal,
    setQuick: (isQuick: boolean) => void,
  ): Promise<Table> {
    setQuick(true);
    const { statistics, plan } = this.#ready;
    const { shape: before = null, parts: known = new Map() } = this.#known.get(zone) ?? {};
    const shape = await shapeOf(await this.#ready.project(geometry, zone), zone, this.#ready, this.#blocks, before);
    signal.throwIfAborted();
    requireRoom(this.#ready, this.#engine, countOf(shape), zone);
    const changed = changedWindows(shape.masks, known);
    if (!changed.every(({ mask }) => this.#blocks.holds(mask.window))) setQuick(false);
    const parts = await reduceParts(shape.masks, changed, known, this.#blocks, this.#ready, this.#atOnce, signal);
    signal.throwIfAborted();
    const values = createColumns(statistics, plan.slices);
    finalizeRows(values, statistics, combineParts(parts, this.#ready), rowsOf(0, plan.slices), this.#meaning);
    this.#values.forEach((all, i) => {
      for (let slice = 0; slice < plan.slices; slice++) all[zone * plan.slices + slice] = values[i][slice];
    });
    this.#keep(zone, { shape, parts: canKeep(this.#ready) ? parts : new Map() });
    this.#noteFaults(zone, shape.faults);
    const rows = rowsOfZones({ statistics, values, slices: plan.slices }, 1);
    return this.#tableOf({ ...rows, zones: rows.zones.fill(zone) }, warningsOf(shape.faults, 1));
  }

  table(): Table {
    const { zones, statistics, plan } = this.#ready;
    const rows = rowsOfZones({ statistics, values: this.#values, slices: plan.slices }, zones.length);
    return this.#tableOf(rows, this.warnings());
  }

  warnings(): string[] {
    const { raster, zones } = this.#ready;
    const { outside, invalid } = this.#faults;
    const all = {
      outside: [...outside].sort((a, b) => a - b),
      invalid: [...invalid].map(([zone, why]) => ({ zone, why })).sort((a, b) => a.zone - b.zone),
    };
    const missing = (raster.missingChunks?.() ?? 0) - this.#missingBefore;
    return [...warningsOf(all, zones.length), ...missingWarning(missing)];
  }

  close(): void {
    this.#blocks.close();
    this.#known.clear();
  }

  #keep(zone: number, known: KnownZone): void {
    this.#known.delete(zone);
    this.#known.set(zone, known);
    if (this.#known.size <= MOST_KEPT) return;
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }

  #noteFaults(zone: number, { outside, invalid }: ZoneFaults): void {
    this.#faults.outside.delete(zone);
    this.#faults.invalid.delete(zone);
    for (const row of outside) this.#faults.outside.add(row);
    for (const { zone: row, why } of invalid) this.#faults.invalid.set(row, why);
  }

  #tableOf(rows: TableInput["rows"], warnings: readonly string[]): Table {
    const { zones, selected } = this.#ready;
    const metadata = runMetadata("cpu", "live statistics are computed where chunks are held", warnings);
    return zonalTable({ zones, include: this.#options.include ?? [], selected, rows, metadata });
  }
}

/** The rows of a zone's slices. */
function rowsOf(zone: number, slices: number): number[] {
  return Array.from({ length: slices }, (_, slice) => zone * slices + slice);
}

/** The blocks that all live statistics of an engine hold. */
export function residentOf(engine: EngineCore): ResidentChunks {
  return engine.resident((budget, options) => new ResidentChunks(budget, new WorkerHolder(options)));
}

function missingWarning(missing: number): string[] {
  return missing > 0 ? [`${missing} chunks are not in the store and were read as its fill value.`] : [];
}
