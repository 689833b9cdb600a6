import type { InvalidZone } from "../zones/validity.ts";
import { hasPaths, type PixelZones } from "../zones/zones.ts";

/** What is odd about zones though they are counted as they are. */
export interface ZoneFaults {
  /** Row numbers of zones that lie wholly outside the raster. */
  readonly outside: readonly number[];
  readonly invalid: readonly InvalidZone[];
}

/**
 * @param invalid which of the zones are
 * @param firstRow row number of the first of the zones
 */
export function faultsOf(
  zones: PixelZones,
  height: number,
  width: number,
  invalid: readonly InvalidZone[],
  firstRow = 0,
): ZoneFaults {
  const { bounds } = zones;
  const outside: number[] = [];
  for (let zone = 0; zone < zones.length && !zones.cuts?.allMeet; zone++) {
    const minX = bounds[4 * zone];
    const minY = bounds[4 * zone + 1];
    const maxX = bounds[4 * zone + 2];
    const maxY = bounds[4 * zone + 3];
    // A point or a line on the left or the upper border has cells, a polygon that ends there has none.
    const atBorder = hasPaths(zones, zone) && maxX >= 0 && maxY >= 0;
    if (!((atBorder || (maxX > 0 && maxY > 0)) && minX < width && minY < height)) outside.push(firstRow + zone);
  }
  return { outside, invalid: invalid.map(({ zone, why }) => ({ zone: firstRow + zone, why })) };
}

/** Warnings about some of `total` zones, each kind in a sentence. */
export function warningsOf({ outside, invalid }: ZoneFaults, total: number): string[] {
  const warnings: string[] = [];
  if (outside.length > 0) {
    const all = outside.length === total ? " Is the zones' CRS right?" : "";
    const rows = `rows ${firstFew(outside.map(String), ", ")}`;
    warnings.push(`${outside.length} of ${total} zones lie wholly outside the raster (${rows}).${all}`);
  }
  if (invalid.length > 0) {
    const rows = firstFew(
      invalid.map(({ zone, why }) => `row ${zone}: ${why}`),
      "; ",
    );
    const how =
      "cells inside are those that the rings of a polygon enclose an odd number of times, and parts are united";
    warnings.push(`${invalid.length} of ${total} zones are not valid (${rows}): ${how}.`);
  }
  return warnings;
}

function firstFew(texts: readonly string[], separator: string): string {
  return texts.slice(0, 5).join(separator) + (texts.length > 5 ? `${separator}…` : "");
}
