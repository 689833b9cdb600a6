/** Runs in Chromium: drags a vertex of a zone, an edit a frame, and times the answers. `live.mjs` calls `measure`. */
import { createEngine, liveZonalStats, openZarr, zonalStats } from "rastrum";

export interface Asked {
  readonly url: string;
  /** Zone 0 is the one that is dragged. */
  readonly zones: number;
  readonly rule: "center" | "touched" | "fraction";
  readonly statistics: readonly string[];
  readonly edits: number;
}

export interface Measured {
  readonly readyMs: number;
  /** Milliseconds from a call to its answer. */
  readonly answers: readonly number[];
  readonly tableMs: number;
  readonly workers: string | null;
  /** Rows that were compared with zonalStats, and those that differ. */
  readonly checked: number;
  readonly wrong: readonly string[];
}

interface Feature {
  readonly type: "Feature";
  readonly geometry: { readonly type: "Polygon"; coordinates: number[][][] };
}

interface Zones {
  readonly type: "FeatureCollection";
  features: Feature[];
}

const CHECKS = 6;

async function measure({ url, zones: count, rule, statistics, edits }: Asked): Promise<Measured> {
  const raster = await openZarr(new URL(url, location.href).href, { transform: [1, 0, 0, 0, 1, 0] });
  const zones: Zones = await (await fetch("zones.json")).json();
  zones.features = zones.features.slice(0, count);
  const engine = createEngine({ backend: "cpu" });
  const asked = { rule, statistics, zonesCrs: "raster", engine };
  const start = performance.now();
  const live = liveZonalStats(raster, zones, asked);
  await live.ready;
  const readyMs = performance.now() - start;
  const wrong: string[] = [];
  const answers: number[] = [];
  let checked = 0;
  const drag = dragOf(zones.features[0]);
  await live.update(0, drag(0)); // the grab: all chunks of the zone
  await rested();
  performance.mark("edits begin");
  const kept: { step: number; values: string[] }[] = [];
  for (let step = 1; step <= edits; step++) {
    await frame();
    const geometry = drag(step);
    const before = performance.now();
    const table = await live.update(0, geometry);
    answers.push(performance.now() - before);
    if (step % Math.ceil(edits / CHECKS) === 0 && table) kept.push({ step, values: valuesOf(table, statistics) });
  }
  performance.mark("edits end");
  await rested();
  for (const { step, values } of kept) {
    const one = { ...zones, features: [{ ...zones.features[0], geometry: drag(step) }] };
    const expected = valuesOf(await zonalStats(raster, one, asked), statistics);
    checked += compare(values, expected, `edit ${step}`, wrong);
  }
  zones.features[0] = { ...zones.features[0], geometry: drag(edits) };
  const beforeTable = performance.now();
  const all = await live.table();
  const tableMs = performance.now() - beforeTable;
  const expected = await zonalStats(raster, zones, asked);
  checked += compare(valuesOf(all, statistics), valuesOf(expected, statistics), "all zones", wrong);
  live.close();
  await engine.close();
  return {
    readyMs,
    answers,
    tableMs,
    workers: expected.schema.metadata.get("rastrum.workers") ?? null,
    checked,
    wrong,
  };
}

type Rows = Awaited<ReturnType<typeof zonalStats>>;

/** A text a row. */
function valuesOf(table: Rows, statistics: readonly string[]): string[] {
  const columns = statistics.map((name) => table.getChild(name));
  return Array.from({ length: table.numRows }, (_, row) => columns.map((column) => String(column?.get(row))).join(" "));
}

function compare(values: readonly string[], expected: readonly string[], what: string, wrong: string[]): number {
  if (values.length !== expected.length) wrong.push(`${what}: ${values.length} rows, not ${expected.length}`);
  expected.forEach((row, i) => {
    if (row !== values[i]) wrong.push(`${what}, row ${i}: ${values[i]} instead of ${row}`);
  });
  return expected.length;
}

/** The zone as it is after so many steps of a drag that takes a vertex around the place where it was. */
function dragOf({ geometry }: Feature) {
  const [ring] = geometry.coordinates;
  const vertex = Math.floor(ring.length / 3);
  const [x, y] = ring[vertex];
  return (step: number) => {
    const reach = 60 * Math.min(1, step / 100);
    const moved = [x + reach * Math.cos(step / 9), y + reach * Math.sin(step / 7)];
    const coordinates = [ring.map((point, i) => (i === vertex ? moved : point))];
    return { type: "Polygon", coordinates } as const;
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const rested = () => new Promise((resolve) => setTimeout(resolve, 200));

declare global {
  interface Window {
    measure: (asked: Asked) => Promise<Measured>;
  }
}
window.measure = measure;
