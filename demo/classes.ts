import type { CellClass, Layer } from "./catalog.ts";
import { formatNumber } from "./format.ts";

/** The class that a code stands for. */
export function classOf(layer: Layer, code: number): CellClass | undefined {
  return layer.classes?.find(({ codes: [first, last] }) => code >= first && code <= last);
}

/** A code for people: with the name of its class where it has one. */
export function formatCode(layer: Layer, code: number): string {
  const found = classOf(layer, code);
  return found && Number.isFinite(code) ? `${found.name} (${code})` : formatNumber(code);
}

/** A class, or codes that belong to none, with the fraction of a zone's cells. */
export interface ClassFraction {
  readonly name: string;
  /** Null for codes of no class: the map leaves them blank. */
  readonly color: string | null;
  readonly fraction: number;
}

/** Fractions of codes, put together by class; classes that the zone lacks are left out. The greatest comes first. */
export function fractionsByClass(
  layer: Layer,
  codes: readonly number[],
  fractions: readonly number[],
): readonly ClassFraction[] {
  const byName = new Map<string, { name: string; color: string | null; fraction: number }>();
  codes.forEach((code, index) => {
    const { name, color } = classOf(layer, code) ?? { name: layer.otherClass ?? "Other", color: null };
    const entry = byName.get(name) ?? { name, color, fraction: 0 };
    entry.fraction += fractions[index];
    byName.set(name, entry);
  });
  return [...byName.values()].sort((a, b) => b.fraction - a.fraction);
}
