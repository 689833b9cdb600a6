import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mutateBytes } from "../../scripts/fuzz/mutate-bytes.mjs";
import { isRastrumError } from "../../src/errors.ts";
import type { FormatOptions, ZoneSource } from "../../src/zones/formats/format.ts";
import { bytesSource } from "../../src/zones/formats/source.ts";
import { parseGeojson } from "../../src/zones/geojson.ts";
import type { ZoneSet } from "../../src/zones/zones.ts";
import { draws, seededRandom } from "./random.ts";

/** A file of test/fixtures/zones, which scripts/make-zone-fixtures.py makes. */
export function zoneFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(zonePath(name)));
}

export function zonePath(name: string): string {
  return fileURLToPath(new URL(`../fixtures/zones/${name}`, import.meta.url));
}

/** The zones of a GeoJSON file beside those of other formats: what all of them have to be. */
export function geojsonZones(name: string): ZoneSet {
  return parseGeojson(JSON.parse(new TextDecoder().decode(zoneFile(`${name}.geojson`))));
}

/** What the columns of zones hold, for comparing them. */
export function columnsOf({ length, rings, ids, properties, geometries }: ZoneSet) {
  return { length, rings, ids, properties: [...properties], geometries: [...geometries] };
}

/** A source that remembers which parts were asked for. */
export function watchedSource(bytes: Uint8Array, name: string): { source: ZoneSource; parts: [number, number][] } {
  const parts: [number, number][] = [];
  const plain = bytesSource(bytes, name);
  const source: ZoneSource = {
    ...plain,
    whole: (signal) => {
      parts.push([0, bytes.length]);
      return plain.whole(signal);
    },
    part: (offset, length, signal) => {
      parts.push([offset, length]);
      return plain.part(offset, length, signal);
    },
  };
  return { source, parts };
}

/**
 * Reads the bytes with some of them changed, cut or repeated, by a seed, so many times (scaled by RASTRUM_DRAWS): each time
 * there have to be zones or a tagged error, within two seconds. Properties and geometries, which come later, are asked for
 * too.
 * @returns how often there were zones, and how often which error
 */
export async function mutate(
  bytes: Uint8Array,
  seed: number,
  times: number,
  read: (bytes: Uint8Array) => Promise<ZoneSet>,
): Promise<Record<string, number>> {
  const random = seededRandom(seed);
  const outcomes: Record<string, number> = {};
  for (let i = 0; i < draws(times); i++) {
    const mutated: Uint8Array = mutateBytes(bytes, bytes, random);
    const started = performance.now();
    const outcome = await read(mutated).then(outcomeOf, (error: unknown) => {
      if (isRastrumError(error)) return error.tag;
      throw new Error(`Mutation ${i} of seed ${seed} is not refused by its tag`, { cause: error });
    });
    const seconds = (performance.now() - started) / 1000;
    if (seconds > 2) throw new Error(`Mutation ${i} of seed ${seed} took ${seconds} s`);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
}

function outcomeOf(zones: ZoneSet): string {
  try {
    JSON.stringify([zones.properties, zones.geometries], (_, value) => (typeof value === "bigint" ? 0 : value));
  } catch (error) {
    if (!isRastrumError(error)) throw error;
    return `later ${error.tag}`;
  }
  return "zones";
}

/** The vertices of each ring in an order that does not depend on where it begins and which way it runs. */
export function sortedRings({ rings: { coordinates, ringOffsets } }: ZoneSet): string[][] {
  return Array.from({ length: ringOffsets.length - 1 }, (_, ring) =>
    Array.from({ length: ringOffsets[ring + 1] - ringOffsets[ring] }, (_, i) => {
      const vertex = ringOffsets[ring] + i;
      return `${coordinates[2 * vertex]} ${coordinates[2 * vertex + 1]}`;
    }).sort(),
  );
}

/** Tells as the raster of these bounds would which zones may meet it. */
export function within([left, bottom, right, top]: readonly number[]): FormatOptions["mayMeetIn"] {
  return async () => (minX, minY, maxX, maxY) => minX <= right && minY <= top && maxX >= left && maxY >= bottom;
}
