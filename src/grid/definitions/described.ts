import type { WktNode } from "./wkt-tree.ts";

/** A system of coordinates as WKT or PROJJSON describes it, in degrees and metres. */
export interface Described {
  /** null for a geographic system. */
  readonly conversion: Conversion | null;
  readonly datumName: string;
  /** Semi-major axis in metres and inverse flattening, 0 of a sphere. */
  readonly ellipsoid: { readonly a: number; readonly rf: number };
  /** Degrees east of Greenwich. */
  readonly primeMeridian: number;
  /** 3 or 7 numbers as `+towgs84` has them; "grid" where the text names a file of shifts; null where it tells none. */
  readonly toWgs84: readonly number[] | "grid" | null;
  /** EPSG codes of the system itself and of the geographic one under it. */
  readonly code: number | null;
  readonly baseCode: number | null;
  /** Metres, or degrees, in a unit of the first axis. */
  readonly unit: number;
  /** Directions of the axes, in small letters: "east", "north" … */
  readonly directions: readonly string[];
}

/** From longitude and latitude to x and y. */
export interface Conversion {
  readonly method: string;
  /** By names without spaces and case: degrees, metres and ratios. */
  readonly parameters: ReadonlyMap<string, number>;
}

/** What cannot be a map's CRS, in words that follow "The CRS … ". */
export class Refusal extends Error {}

/** In a radian. */
export const DEGREES = 180 / Math.PI;

/** 0.0174532925199433 and its like are the degree, to the digits that they are written with. */
export function near1(size: number): number {
  return Math.abs(size - 1) < 1e-9 ? 1 : size;
}

/** Letters and digits of a name, in small letters: so that ways of writing do not matter. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9+]/g, "");
}

/** Numbers of a Helmert transformation by their EPSG names, as `+towgs84` has them: a position vector's. */
export function helmertNumbers(method: string, parameters: ReadonlyMap<string, number>): readonly number[] | null {
  const names = ["xaxistranslation", "yaxistranslation", "zaxistranslation"];
  const turns = ["xaxisrotation", "yaxisrotation", "zaxisrotation", "scaledifference"];
  const moved = names.map((name) => parameters.get(name) ?? 0);
  if (!/geocentric translations|position vector|coordinate frame/i.test(method)) return null;
  if (/geocentric translations/i.test(method)) return moved;
  const sign = /coordinate frame/i.test(method) ? -1 : 1;
  const turned = turns.map((name) => parameters.get(name) ?? 0);
  return [...moved, ...turned.slice(0, 3).map((value) => sign * value), turned[3]];
}

/** The number at a place among a node's values. */
export function numberAt(node: WktNode | null, index: number): number | null {
  const value = node?.values[index];
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
