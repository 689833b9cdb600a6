import { readFileSync } from "node:fs";
import type { Raster } from "../../src/source/source.ts";
import { openZarr } from "../../src/source/zarr.ts";
import { filesFetch } from "./files-fetch.ts";
import { unitTransform } from "./squares.ts";

export interface Dialect {
  readonly name: string;
  /** Whether it is to be read, refused, or either; with "any" the numbers are not told. */
  readonly kind: "read" | "error" | "optional" | "any";
  readonly files: Readonly<Record<string, string>>;
  /** [cells that are finite and no nodata, their sum] of each slice. */
  readonly sums: readonly (readonly [count: number, sum: number])[];
}

interface Fixture {
  readonly width: number;
  readonly height: number;
  readonly cases: Readonly<Record<string, Omit<Dialect, "name">>>;
}

// Made by scripts/make-zarr-dialects.py with zarr-python.
const fixture: Fixture = JSON.parse(readFileSync(new URL("../fixtures/zarr-dialects.json", import.meta.url), "utf8"));

/** The size of a slice of any of them. */
export const { width, height } = fixture;

export const dialects: readonly Dialect[] = Object.entries(fixture.cases).map(([name, made]) => ({ name, ...made }));

export function openDialect({ name, files }: Dialect): Promise<Raster> {
  const bytes = new Map(Object.entries(files).map(([key, text]) => [key, Buffer.from(text, "base64")]));
  const fetch = filesFetch(`/${name}.zarr`, bytes);
  return openZarr(`http://host/${name}.zarr`, { path: "v", transform: unitTransform, fetch });
}
