import type { CellArray } from "./source.ts";

/** Typed arrays of one type behind each other, in a buffer of their own. There is one at least. */
export function concat<Part extends CellArray>(parts: readonly Part[]): Part {
  const Like = parts[0].constructor as new (length: number) => Part;
  const all = new Like(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    (all as Float64Array).set(part as Float64Array, at); // one name for the ten kinds
    at += part.length;
  }
  return all;
}
