import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
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
 * Reads the bytes with some of them changed, cut or repeated, by a seed, so many times (scaled by RASTRUM_DRAWS): each time there have to be zones
 * or a tagged error, within two seconds. Properties and geometries, which come later, are asked for too.
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
    const mutated = mutation(bytes, random);
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

/** Values that a count or an offset is most likely to go wrong by. */
const HARD = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0x00010000];

function mutation(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (n: number) => Math.floor(random() * n);
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(changed.length);
    const kind = below(6);
    if (kind === 0) changed[at] ^= 1 << below(8);
    else if (kind === 1) changed[at] = below(256);
    else if (kind === 2 && at + 4 <= changed.length) view.setUint32(at, HARD[below(HARD.length)], random() < 0.8);
    else if (kind === 3) changed.copyWithin(at, below(changed.length), below(changed.length));
    else if (kind === 4) changed.fill(random() < 0.5 ? 0 : 0xff, at, at + below(16));
    else if (at + 2 <= changed.length) view.setUint16(at, HARD[below(8)], true);
  }
  if (random() < 0.15) return changed.slice(0, below(changed.length + 1));
  if (random() < 0.05) return new Uint8Array([...changed, ...changed.slice(below(changed.length))]);
  return changed;
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
