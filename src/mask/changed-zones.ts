import type { ClippedMask } from "./clipped-mask.ts";

/** Numbers of the zones that have other cells in a mask than in another one of as many zones, or are covered otherwise. */
export function changedZones(before: ClippedMask, mask: ClippedMask): number[] {
  const changed: number[] = [];
  if (before === mask) return changed;
  for (let zone = 0; zone < mask.zones; zone++) if (!isSameZone(before, mask, zone)) changed.push(zone);
  return changed;
}

function isSameZone(a: ClippedMask, b: ClippedMask, zone: number): boolean {
  if (!isSame(a.runs, b.runs, a.offsets, b.offsets, zone, 3)) return false;
  const [p, q] = [a.partial, b.partial];
  if (p === null || q === null) return p === q;
  const columns = [[p.rows, q.rows], [p.columns, q.columns], [p.coverage, q.coverage]] as const; // biome-ignore format: one line
  return columns.every(([own, other]) => isSame(own, other, p.offsets, q.offsets, zone, 1));
}

type Column = Int32Array | Float64Array;

/** Whether what a zone has in two columns, `each` numbers an offset, is the same. */
function isSame(a: Column, b: Column, aOffsets: Int32Array, bOffsets: Int32Array, zone: number, each: number): boolean {
  const [start, stop] = [each * aOffsets[zone], each * aOffsets[zone + 1]];
  const shift = each * bOffsets[zone] - start;
  if (each * bOffsets[zone + 1] - shift !== stop) return false;
  for (let i = start; i < stop; i++) if (a[i] !== b[i + shift]) return false;
  return true;
}
