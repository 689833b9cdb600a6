import { boundaryCells } from "../../src/mask/boundary-cells.ts";
import type { Rule } from "../../src/mask/rule.ts";
import { zoneCells as cellsOf, type ZoneCells } from "../../src/mask/zone-cells.ts";
import type { PixelZones } from "../../src/zones/zones.ts";

/** `zoneCells`, once JavaScript has found the same as WebAssembly, to the bit. */
export function zoneCells(zones: PixelZones, stopRow: number, width: number, rule: Rule, firstRow = 0): ZoneCells {
  const cells = cellsOf(zones, stopRow, width, rule, firstRow);
  if (rule !== "center") checkSame(cells, boundaryCells(zones, { firstRow, stopRow, width }, rule));
  return cells;
}

/** Throws where a bit differs. By words, since comparing members one by one takes minutes. */
export function checkSame(found: ZoneCells, expected: ZoneCells): void {
  const [columns, others] = [columnsOf(found), columnsOf(expected)];
  if (columns.length !== others.length) throw new Error("Only one of them knows parts.");
  for (const [i, [name, words]] of columns.entries()) {
    const other = others[i][1];
    const differs = words.length !== other.length || words.some((word, at) => word !== other[at]);
    if (differs) throw new Error(`In WebAssembly ${name} are others.`);
  }
}

function columnsOf({ runs, partial }: ZoneCells): [string, Uint32Array][] {
  return Object.entries({ ...runs, ...partial }).map(([name, { buffer, byteOffset, byteLength }]) => [
    name,
    new Uint32Array(buffer, byteOffset, byteLength / 4),
  ]);
}
