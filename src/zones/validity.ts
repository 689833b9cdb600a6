import { areConvex } from "./convex.ts";
import type { PixelZones } from "./zones.ts";

/** A zone that is not valid in OGC's sense. */
export interface InvalidZone {
  /** Row number. */
  readonly zone: number;
  /** The first fault found and where it is, in cells: "edges cross near column 3.2, row 4.5". */
  readonly why: string;
}

const loadPlain = () => import("./plain-rings.ts");

/** Has what tells most zones from those that may be invalid come while they are read; where that fails, `invalidZones` says so. */
export function expectFaults(): void {
  loadPlain().catch(() => {});
}

/**
 * The zones that OGC's Simple Features (06-103r4, 6.1.11 and 6.1.14) call invalid: rings that cross or touch themselves
 * or each other along a line, that have no area, holes outside of the shell or in one another, rings of a polygon whose
 * touching cuts its interior apart, parts that overlap or share an edge. Touching in a point is valid between rings.
 * Such zones have cells all the same, by even-odd in each polygon and the union of the polygons.
 *
 * Judged exactly, as zones lie in pixel space: moving them there may have rounded a valid zone to one that is not.
 */
export async function invalidZones({ rings }: PixelZones): Promise<InvalidZone[]> {
  if (areConvex(rings)) return [];
  const odd = (await loadPlain()).oddZones(rings);
  if (odd.length === 0) return [];
  // Most zones are plain.
  const { RingSweep } = await import("./ring-sweep.ts");
  const sweep = new RingSweep();
  const found: InvalidZone[] = [];
  for (const zone of odd) {
    const why = sweep.findFault(rings, zone);
    if (why !== null) found.push({ zone, why });
  }
  return found;
}
