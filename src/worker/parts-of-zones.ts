import { concatZoneCells } from "../mask/concat-zone-cells.ts";
import { cutZones, sliceZones } from "../zones/slice-zones.ts";
import { Turns } from "./turns.ts";
import {
  type CountedZones,
  countZones,
  type PartAhead,
  SOON_COUNTED,
  verticesOf,
  type ZonesTask,
} from "./zone-work.ts";

/**
 * What `countZones` finds, to the bit, in turns with what else this thread has to do.
 * @throws what `countZones` throws, and the signal's reason
 */
export async function countInTurns(task: ZonesTask, signal: AbortSignal | undefined): Promise<CountedZones> {
  const turns = new Turns();
  const counted: CountedZones[] = [];
  for (const part of partsOf(task, Math.ceil(verticesOf(task.zones) / SOON_COUNTED) || 1)) {
    await turns.take();
    signal?.throwIfAborted();
    counted.push(renumbered(await countZones(part), part.firstZone - (task.firstZone ?? 0)));
  }
  return joined(counted);
}

/**
 * What `countZones` finds, to the bit, in so many parts, each begun once it is cut out. Where one cannot be cut out, that is
 * thrown once those before are done.
 * @param ahead those that are begun already, from the first zone on
 */
export async function countInParts(
  task: ZonesTask,
  parts: number,
  count: (part: ZonesTask) => Promise<CountedZones>,
  ahead: readonly PartAhead[] = [],
): Promise<CountedZones> {
  const begun = ahead.map(({ counted }) => counted);
  const first = task.firstZone ?? 0;
  try {
    for (const part of partsOf(task, parts, ahead[ahead.length - 1]?.end))
      begun.push(count(part).then((found) => renumbered(found, part.firstZone - first)));
  } catch (error) {
    await Promise.allSettled(begun); // one that failed later would be nobody's
    throw error;
  }
  return joined(await Promise.all(begun));
}

/** The zones from one on in parts that cost about the same to count, cut out one after the other. */
function* partsOf(task: ZonesTask, parts: number, from = 0): Generator<ZonesTask & { readonly firstZone: number }> {
  const { zones, height, firstZone = 0 } = task;
  const cuts = cutZones(zones, parts, height, from);
  for (let part = 0; part < parts; part++) {
    const [first, end] = [cuts[part], cuts[part + 1]];
    yield { ...task, zones: sliceZones(zones, first, end), firstZone: firstZone + first };
  }
}

/** What came of a part, by the rows of the whole. @param first of its zones */
export function renumbered({ cells, invalid }: CountedZones, first: number): CountedZones {
  return { cells, invalid: invalid.map(({ zone, why }) => ({ zone: first + zone, why })) };
}

/** What came of all parts, in order. */
function joined(parts: readonly CountedZones[]): CountedZones {
  return {
    cells: concatZoneCells(parts.map(({ cells }) => cells)),
    invalid: parts.flatMap(({ invalid }) => invalid),
  };
}
