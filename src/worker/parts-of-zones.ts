import { concatZoneCells } from "../mask/concat-zone-cells.ts";
import { cutZones, sliceZones } from "../zones/slice-zones.ts";
import { Turns } from "./turns.ts";
import { type CountedZones, countZones, SOON_COUNTED, verticesOf, type ZonesTask } from "./zone-work.ts";

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
    counted.push(renumbered(await countZones(part), part, task));
  }
  return joined(counted);
}

/**
 * What `countZones` finds, to the bit, in so many parts, each begun once it is cut out. Where one cannot be cut out, that is
 * thrown once those before are done.
 */
export async function countInParts(
  task: ZonesTask,
  parts: number,
  count: (part: ZonesTask) => Promise<CountedZones>,
): Promise<CountedZones> {
  const begun: Promise<CountedZones>[] = [];
  try {
    for (const part of partsOf(task, parts)) begun.push(count(part).then((found) => renumbered(found, part, task)));
  } catch (error) {
    await Promise.allSettled(begun); // one that failed later would be nobody's
    throw error;
  }
  return joined(await Promise.all(begun));
}

/** The zones in parts that cost about the same to count, cut out one after the other. */
function* partsOf(task: ZonesTask, parts: number): Generator<ZonesTask & { readonly firstZone: number }> {
  const { zones, height, firstZone = 0 } = task;
  const cuts = cutZones(zones, parts, height);
  for (let part = 0; part < parts; part++) {
    const [first, end] = [cuts[part], cuts[part + 1]];
    yield { ...task, zones: sliceZones(zones, first, end), firstZone: firstZone + first };
  }
}

/** What came of a part, by the rows of the whole. */
function renumbered(
  { cells, invalid }: CountedZones,
  { firstZone }: { readonly firstZone: number },
  whole: ZonesTask,
): CountedZones {
  const first = firstZone - (whole.firstZone ?? 0);
  return { cells, invalid: invalid.map(({ zone, why }) => ({ zone: first + zone, why })) };
}

/** What came of all parts, in order. */
function joined(parts: readonly CountedZones[]): CountedZones {
  return {
    cells: concatZoneCells(parts.map(({ cells }) => cells)),
    invalid: parts.flatMap(({ invalid }) => invalid),
  };
}
