/** Zones whose vertices are dragged at random, on rasters of all types: what live statistics must follow bit for bit. */
import { expect } from "vitest";
import type { EngineCore } from "../../src/engine.ts";
import type { LiveOptions } from "../../src/ops/live-options.ts";
import { liveZonalStats } from "../../src/ops/live-zonal-stats.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import { createCells } from "../../src/source/cells.ts";
import { type MemoryRasterOptions, memoryRaster } from "../../src/source/memory.ts";
import type { Dtype, Raster } from "../../src/source/source.ts";
import type { Vertex, Zone } from "./pixel-zones.ts";
import { makers } from "./random-polygons.ts";
import { geojsonOf } from "./random-rasters.ts";
import { unitTransform } from "./squares.ts";
import { bytesOf, columnOf, textOf } from "./tables.ts";

/** More than a tile high and wide, and no multiple of one. */
export const size = { height: 53, width: 70 };

/** Five slices in blocks of two, chunks of 37 × 41 cells. */
export function raggedRaster(dtype: Dtype, random: () => number, options: Partial<MemoryRasterOptions> = {}): Raster {
  const data = createCells(dtype, 5 * size.height * size.width);
  const spread = 10 ** Math.floor(random() * 12);
  for (let i = 0; i < data.length; i++) {
    const value = dtype === "bool" ? Math.round(random()) : (random() - 0.3) * spread;
    if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
      data[i] = BigInt(Math.round(value)) * (random() < 0.1 ? 2n ** 40n : 1n);
    } else data[i] = random() < 0.02 ? Number.NaN : random() < 0.05 ? 3 : value;
  }
  if (random() < 0.2) data[100] = data instanceof BigInt64Array || data instanceof BigUint64Array ? 7n : Infinity;
  const nodata = data instanceof BigInt64Array || data instanceof BigUint64Array ? 3n : dtype === "bool" ? null : 3;
  const dimensions = [{ name: "time", size: 5, labels: null }];
  return memoryRaster({
    ...{ data, dtype, ...size, dimensions, transform: unitTransform, chunkShape: [2, 37, 41] },
    ...{ nodata: random() < 0.5 ? nodata : null, ...options },
  });
}

export function drawZone(random: () => number): Zone {
  const kinds = Object.keys(makers).filter((name) => !/very far|far corners/.test(name));
  return makers[kinds[Math.floor(random() * kinds.length)]]({ random, ...size });
}

/** One vertex somewhere else; sometimes another zone altogether. */
export function dragged(zone: Zone, random: () => number): Zone {
  const pick = (length: number) => Math.floor(random() * length);
  if (zone.length === 0 || random() < 0.1) return drawZone(random);
  const [part, ring] = [pick(zone.length), pick(zone[0].length)];
  const reach = 20 * random();
  return zone.map((polygon, p) =>
    polygon.map((vertices, r) => {
      if (p !== part || r !== ring) return vertices;
      const vertex = pick(vertices.length);
      const move = ([x, y]: Vertex): Vertex => [x + reach * (random() - 0.5), y + reach * (random() - 0.5)];
      return vertices.map((each, v) => (v === vertex ? move(each) : each));
    }),
  );
}

export function geometryOf(zone: Zone): object | null {
  const { features } = geojsonOf([zone]) as { features: { geometry: object }[] };
  return zone.length > 0 ? features[0].geometry : null;
}

export function collectionOf(zones: readonly Zone[]): object {
  const features = zones.map((zone) => ({ type: "Feature", properties: {}, geometry: geometryOf(zone) }));
  return { type: "FeatureCollection", features };
}

/** Drags vertices of zones, and compares with `zonalStats` of the zones as they are after each step. */
export async function checkDrags(
  raster: Raster,
  options: LiveOptions,
  engine: EngineCore,
  steps: number,
  random: () => number,
): Promise<void> {
  const zones = Array.from({ length: 3 }, () => drawZone(random));
  const asked = { ...options, zonesCrs: "raster", engine };
  const reference = () => zonalStats(raster, collectionOf(zones), asked);
  const live = liveZonalStats(raster, collectionOf(zones), asked);
  expect(bytesOf(await live.ready)).toEqual(bytesOf(await reference()));
  for (let step = 0; step < steps; step++) {
    const zone = Math.floor(random() * zones.length);
    zones[zone] = dragged(zones[zone], random);
    const updated = await live.update(zone, geometryOf(zones[zone]));
    const all = await reference();
    expect(bytesOf(await live.table())).toEqual(bytesOf(all));
    expect((await live.table()).schema.metadata.get("rastrum.warnings")).toBe(
      all.schema.metadata.get("rastrum.warnings"),
    );
    for (const { name } of all.schema.fields) {
      const own = columnOf(all, name).slice(5 * zone, 5 * zone + 5);
      expect(updated && columnOf(updated, name).map(textOf)).toEqual(own.map(textOf));
    }
  }
  live.close();
}
