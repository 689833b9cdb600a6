/** What must not change a table, as properties: they take the engine that the varied run uses. */
import fc from "fast-check";
import { expect } from "vitest";
import type { EngineOptions } from "../../src/backend/engine-options.ts";
import { EngineCore } from "../../src/engine.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import type { CellArray, Dtype, Raster } from "../../src/source/source.ts";
import { type Ask, asks, optionsOf, tightBudget, tinyBudget, type Without } from "./asks.ts";
import { hasTies } from "./even-odd.ts";
import type { Ring, Vertex, Zone } from "./pixel-zones.ts";
import { seededRandom } from "./random.ts";
import { chunkShapes, geojsonOf, type RasterSpec, rasterOf, rasterSpecs, zonesOn } from "./random-rasters.ts";
import { bytesOf, columnOf, textOf } from "./tables.ts";
import { watchedRaster } from "./watched-raster.ts";

const cpu = new EngineCore({ backend: "cpu" });

type MakeEngine = (options: EngineOptions) => EngineCore;

async function tableOf(raster: Raster, zones: object, engine: EngineCore, ask: Ask, spec: RasterSpec) {
  const table = await zonalStats(raster, zones, { ...optionsOf(ask, spec, raster), engine });
  if (table.schema.metadata.get("rastrum.backend") === "webgpu") tally.onWebgpu++;
  return table;
}

/** What draws came to, since somebody asked. */
const tally = { severalPasses: 0, onWebgpu: 0 };

/** For the end of a line: draws whose cells took more than one pass, and those that ran on WebGPU. */
export function takeTally(): string {
  const { severalPasses, onWebgpu } = tally;
  tally.severalPasses = tally.onWebgpu = 0;
  return `, ${severalPasses} in several passes, ${onWebgpu} on WebGPU`;
}

const none: Without = () => false;

/** Cases draw what the raster is, then zones on it, chunks of it and what is asked; `without` some statistics. */
function cases(
  dtypes: readonly Dtype[] | undefined,
  zones: (spec: RasterSpec) => fc.Arbitrary<readonly Zone[]>,
  without?: Without,
) {
  return rasterSpecs(dtypes).chain((spec) =>
    fc.record({
      spec: fc.constant(spec),
      zones: zones(spec),
      chunkShape: chunkShapes(spec),
      seed: fc.integer(),
      ask: asks(spec, without),
    }),
  );
}

/** Any chunks, read with any delays, any number at once, in as many passes as the budget wants: the bytes of one chunk. */
export function chunkingProperty(engineOf: MakeEngine, dtypes?: readonly Dtype[], without = none) {
  const running = fc.record({
    concurrency: fc.constantFrom(1, 2, 3, 8),
    budgetOf: fc.constantFrom(null, tightBudget, tinyBudget),
  });
  return fc.asyncProperty(
    cases(dtypes, zonesOn, without),
    running,
    async ({ spec, zones, chunkShape, seed, ask }, how) => {
      const whole = await tableOf(rasterOf(spec), geojsonOf(zones), cpu, ask, spec);
      const random = seededRandom(seed);
      const raster = watchedRaster(rasterOf(spec, { chunkShape }), { delay: () => Math.floor(3 * random()) });
      const { concurrency, budgetOf } = how;
      const engine = engineOf({ concurrency, memoryBudget: budgetOf?.(spec, chunkShape, ask) });
      const table = await tableOf(raster, geojsonOf(zones), engine, ask, spec);
      if (raster.reads.length > new Set(raster.reads).size) tally.severalPasses++;
      expect(bytesOf(table)).toEqual(bytesOf(whole));
    },
  );
}

/** Zones in any order, rings begun anywhere and walked either way: the same rows, in the zones' order. */
export function orderProperty(engineOf: MakeEngine, dtypes?: readonly Dtype[], without = none) {
  return fc.asyncProperty(cases(dtypes, zonesOn, without), async ({ spec, zones, chunkShape, seed, ask }) => {
    const random = seededRandom(seed);
    const order = shuffled([...zones.keys()], random);
    const turned = order.map((zone) =>
      shuffled(
        zones[zone].map((polygon) =>
          shuffled(
            polygon.map((ring) => turn(ring, random)),
            random,
          ),
        ),
        random,
      ),
    );
    const expected = await tableOf(rasterOf(spec), geojsonOf(zones), cpu, ask, spec);
    const table = await tableOf(rasterOf(spec, { chunkShape }), geojsonOf(turned), engineOf({}), ask, spec);
    const slices = table.numRows / zones.length;
    for (const name of ask.statistics) {
      const [found, wanted] = [table, expected].map((of) => columnOf(of, name).map(textOf));
      const rows = order.flatMap((zone) => wanted.slice(zone * slices, (zone + 1) * slices));
      expect({ name, rows: found }).toEqual({ name, rows });
    }
  });
}

/** Rows stored from the south up, with the transform that says so: the same bytes, but for ties, which are half-open. */
export function flipProperty(engineOf: MakeEngine, dtypes?: readonly Dtype[], without = none) {
  const offTies = (spec: RasterSpec) => zonesOn(spec).map((zones) => snapped(zones, (k) => (2 * k + 1) / 128));
  // Cells are listed in the order in which they are stored, and the first of several is another one.
  const byPlace: Without = (name, dtype) =>
    without(name, dtype) || /^(values|coverage|weights|cell_id|.*center_[xy])$/.test(name);
  return fc.asyncProperty(cases(dtypes, offTies, byPlace), async ({ spec, zones, chunkShape, ask }) => {
    const { height, width, data } = spec;
    const ties = ask.rule === "touched" ? "corners" : "centers";
    fc.pre(!zones.some((zone) => hasTies(zone, height, width) || hasTies(zone, height, width, ties)));
    const upright = await tableOf(rasterOf(spec), geojsonOf(zones), cpu, ask, spec);
    const transform = [1, 0, 0, 0, 1, -height] as const;
    const southUp = rasterOf({ ...spec, data: flipped(data, height, width) }, { transform, chunkShape });
    const weights = ask.weights && (flipped(ask.weights, height, width) as Float64Array);
    const table = await tableOf(southUp, geojsonOf(zones), engineOf({}), { ...ask, weights }, spec);
    expect(bytesOf(table)).toEqual(bytesOf(upright));
  });
}

/** Raster and zones moved by powers of two, and cells of a size that is one: the same bytes. */
export function moveProperty(engineOf: MakeEngine, dtypes?: readonly Dtype[], without = none) {
  const onGrid = (spec: RasterSpec) => zonesOn(spec).map((zones) => snapped(zones, (k) => k / 64));
  const powers = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -6, max: 20 })));
  const moves: Without = (name, dtype) => without(name, dtype) || /center_[xy]$/.test(name);
  return fc.asyncProperty(cases(dtypes, onGrid, moves), powers, async (drawn, [across, up, power]) => {
    const { spec, zones, chunkShape, ask } = drawn;
    const here = await tableOf(rasterOf(spec), geojsonOf(zones), cpu, ask, spec);
    // Areas grow with cells: then those stay as they are.
    const [x, y, cell] = [2 ** across, 2 ** up, ask.coverageWeight === "area_cartesian" ? 1 : 2 ** power];
    const transform = [cell, 0, x, 0, -cell, y] as const;
    const moved = geojsonOf(zones, (column, row) => [x + cell * column, y - cell * row]);
    const table = await tableOf(rasterOf(spec, { transform, chunkShape }), moved, engineOf({}), ask, spec);
    expect(bytesOf(table)).toEqual(bytesOf(here));
  });
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function turn(ring: Ring, random: () => number): Ring {
  const start = Math.floor(random() * ring.length);
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  return random() < 0.5 ? turned : turned.reverse();
}

function snapped(zones: readonly Zone[], place: (k: number) => number): Zone[] {
  const vertex = ([x, y]: Vertex): Vertex => [place(Math.round(x * 64)), place(Math.round(y * 64))];
  return zones.map((zone) => zone.map((polygon) => polygon.map((ring) => ring.map(vertex))));
}

/** Each slice with its last row first. */
function flipped(data: CellArray, height: number, width: number): CellArray {
  const out = data.slice() as Uint8Array;
  const cells = data as Uint8Array; // one name for the ten kinds: cells move without conversion
  for (let row = 0; row < data.length / width; row++) {
    const slice = Math.floor(row / height);
    const target = (slice * height + (height - 1 - (row % height))) * width;
    out.set(cells.subarray(row * width, (row + 1) * width), target);
  }
  return out;
}
