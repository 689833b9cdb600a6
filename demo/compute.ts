import type { Table } from "apache-arrow";
import { type Raster, zonalStats } from "rastrum";
import { otherDimensions, stepDimension } from "./dimensions.ts";
import { estimateText } from "./estimate.ts";
import { readResult } from "./result.ts";
import { type AppStore, allZones, type State } from "./state.ts";
import { columnsOf } from "./statistics.ts";
import { zoneCollection } from "./zones.ts";

/** More than this and only the step that is looked at is read at once. */
const WHOLE_CUBE_BYTES = 256 * 2 ** 20;

export interface Computer {
  /** Starts over with what the state says now; a job under way is dropped. */
  run(): Promise<void>;
  cancel(): void;
}

export function createComputer(store: AppStore, onError: (error: unknown) => void): Computer {
  let controller: AbortController | null = null;

  async function run(): Promise<void> {
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    const state = store.get();
    if (!state.raster || allZones(state).length === 0) {
      store.set({ result: null, activity: { kind: "done" } });
      return;
    }
    store.set({ activity: { kind: "computing", done: 0, total: 0 } });
    try {
      await compute(store, state.raster, mine.signal);
    } catch (error) {
      if (controller !== mine) return; // a later job has taken over
      store.set({ activity: { kind: mine.signal.aborted ? "cancelled" : "failed" } });
      if (!mine.signal.aborted) onError(error);
    }
  }

  return { run, cancel: () => controller?.abort() };
}

async function compute(store: AppStore, raster: Raster, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const state = store.get();
  const zones = allZones(state);
  const wanted = columnsOf(state.layer, state.columns);
  const span = await chooseSpan(raster, state);
  signal.throwIfAborted();
  const job = zonalStats(raster, zoneCollection(zones), {
    statistics: wanted,
    rule: state.rule,
    include: ["name"],
    select: selection(raster, { ...state, span }),
    progressive: true,
    backend: state.backend,
    signal,
  });
  const size = stepDimension(raster)?.size ?? 1;
  const steps = span === "one" ? [state.step] : Array.from({ length: size }, (_, index) => index);
  const resultOf = (table: Table) => {
    const { rule, fixed } = state;
    const milliseconds = performance.now() - started;
    const estimate = estimateText(table, raster);
    return readResult(table, { zones, statistics: wanted, steps, rule, fixed, milliseconds, estimate });
  };
  for await (const { done, total, preview } of job) {
    if (signal.aborted) break;
    // Numbers of a zone that was dragged are exact already.
    if (preview && !store.get().live) store.set({ span, result: resultOf(preview) });
    store.set({ activity: { kind: "computing", done, total } });
  }
  const table = await job;
  signal.throwIfAborted();
  store.set({ span, result: resultOf(table), live: null, activity: { kind: "done" } });
}

/** The whole cube in one job where it is small enough to read at once. */
async function chooseSpan(raster: Raster, state: State): Promise<State["span"]> {
  if (state.span === "one" || !stepDimension(raster)) return state.span;
  const zones = zoneCollection(allZones(state));
  const estimate = await zonalStats(raster, zones, {
    statistics: ["count"],
    rule: state.rule,
    select: selection(raster, state),
  }).estimate();
  return estimate.decodedBytes > WHOLE_CUBE_BYTES ? "one" : "all";
}

/** What of the raster is read: of dimensions other than the steps' the index that is looked at. */
export function selection(raster: Raster, state: Pick<State, "fixed" | "span" | "step">): Record<string, number> {
  const select: Record<string, number> = {};
  for (const { name } of otherDimensions(raster)) select[name] = state.fixed[name] ?? 0;
  const step = stepDimension(raster);
  if (step && state.span === "one") select[step.name] = state.step;
  return select;
}

/** Fails where the engine would not take these zones, before the page adopts them. Reads no cell. */
export async function checkZones(raster: Raster, zones: Parameters<typeof zoneCollection>[0]): Promise<void> {
  await zonalStats(raster, zoneCollection(zones), { statistics: ["count"] }).estimate();
}
