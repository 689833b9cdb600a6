import type { Table } from "apache-arrow";
import { type Raster, zonalStats } from "rastrum";
import type { Layer } from "./catalog.ts";
import { type ClassFraction, fractionsByClass } from "./classes.ts";
import { selection } from "./compute.ts";
import { stepDimension, stepLabel } from "./dimensions.ts";
import { formatNumber } from "./format.ts";
import type { Result } from "./result.ts";
import type { AppStore, State } from "./state.ts";
import { type Zone, zoneCollection } from "./zones.ts";

/** The cells of one zone at one step: how many lie between edges, what fraction is of which class, or why neither. */
export type ZoneCells = {
  readonly zone: Zone;
  /** Label of the step; empty where there are no steps. */
  readonly when: string;
} & Distribution;

type Distribution =
  | { readonly kind: "histogram"; readonly edges: readonly number[]; readonly counts: readonly number[] }
  | { readonly kind: "classes"; readonly classes: readonly ClassFraction[] }
  | { readonly kind: "none"; readonly why: string };

const BINS = 20;

/** More cells than this take the CPU a second or so to sort, and the page would stand still. */
const MAX_CELLS = 2 ** 20;

const measured = [`histogram(${BINS})`, `histogram_edges(${BINS})`];
const classified = ["unique", "frac"];

/** What a small job of its own answers. */
interface Question {
  readonly result: Result;
  readonly zone: Zone;
  readonly step: number;
}

/**
 * Keeps the distribution of the chosen zone's cells in step with the numbers. Such statistics run on the CPU only, so
 * they are a job of their own for that zone and step, and the page's other job stays where it is. It starts when that
 * one is done and gives way to it; a later question takes the place of an earlier one.
 */
export function bindCells(store: AppStore): void {
  let asked: Question | null = null;
  let stop = new AbortController();
  store.watch(["result", "selected", "step", "activity"], (state) => {
    const question = questionOf(state);
    if (!isSame(question, asked)) {
      stop.abort();
      asked = question;
      if (question) {
        stop = new AbortController();
        void answer(store, question, stop.signal);
      }
    }
    if (!chosenZone(state)) store.set({ cells: null });
  });
}

/** Null where no zone is chosen, and where its numbers are being computed anew. */
function questionOf(state: State): Question | null {
  const { result, step, activity } = state;
  const zone = chosenZone(state);
  const busy = activity.kind === "opening" || activity.kind === "computing";
  return result && zone && !busy && result.steps.includes(step) ? { result, zone, step } : null;
}

function chosenZone({ result, selected }: State): Zone | undefined {
  return result?.zones.find(({ key }) => key === selected);
}

function isSame(a: Question | null, b: Question | null): boolean {
  return a?.result === b?.result && a?.zone === b?.zone && a?.step === b?.step;
}

async function answer(store: AppStore, { result, zone, step }: Question, signal: AbortSignal): Promise<void> {
  const { raster, layer } = store.get();
  if (!raster) return;
  const dimension = stepDimension(raster);
  const when = dimension ? stepLabel(dimension, step) : "";
  const select = selection(raster, { fixed: result.fixed, span: "one", step });
  const distribution = await readCells(raster, layer, { zone, rule: result.rule, select, signal }).catch(failure);
  if (!signal.aborted) store.set({ cells: { zone, when, ...distribution } });
}

function failure(error: unknown): Distribution {
  return { kind: "none", why: error instanceof Error ? error.message : String(error) };
}

interface Asked {
  readonly zone: Zone;
  readonly rule: Result["rule"];
  readonly select: Readonly<Record<string, number>>;
  readonly signal: AbortSignal;
}

async function readCells(raster: Raster, layer: Layer, { zone, ...options }: Asked): Promise<Distribution> {
  const statistics = layer.classes ? classified : measured;
  const job = zonalStats(raster, zoneCollection([zone]), { statistics, backend: "cpu", ...options });
  const { cells } = await job.estimate();
  if (cells > MAX_CELLS) {
    const why = `${formatNumber(cells)} cells are too many to sort while you wait: up to ${formatNumber(MAX_CELLS)} are shown.`;
    return { kind: "none", why };
  }
  const [first, second] = listsOf(await job, statistics);
  if (layer.classes && first.length > 0) {
    return { kind: "classes", classes: fractionsByClass(layer, first, second) };
  }
  if (second.length > 0) return { kind: "histogram", counts: first, edges: second };
  return { kind: "none", why: "No cell of this zone has a value." };
}

/** The lists of the table's one row. */
function listsOf(table: Table, names: readonly string[]): number[][] {
  return names.map((name) => Array.from(table.getChild(name)?.get(0) ?? [], Number));
}
