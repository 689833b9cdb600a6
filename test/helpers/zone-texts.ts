import { readFileSync } from "node:fs";
import { isRastrumError } from "../../src/errors.ts";
import type { FormatReader } from "../../src/zones/formats/format.ts";
import { textSource } from "../../src/zones/formats/source.ts";
import { parseGeojson } from "../../src/zones/geojson.ts";
import type { ZoneSet } from "../../src/zones/zones.ts";

/** A file of test/fixtures/zone-texts, which scripts/make-zone-texts.py makes. */
export function textFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/zone-texts/${name}`, import.meta.url)));
}

/** The zones of its GeoJSON file: what those of other formats have to be. */
export function geojsonOf(name: string): ZoneSet {
  return parseGeojson(JSON.parse(new TextDecoder().decode(textFile(`${name}.geojson`))));
}

/** Reads zones from text. */
export function readText(reader: FormatReader, text: string, layer?: string): Promise<ZoneSet> {
  return reader.read(textSource(text), { layer });
}

/** The message and the row of the `invalid-zones` (or another tag) that a text is refused with. */
export async function refusalOf(reader: FormatReader, text: string, layer?: string, tag = "invalid-zones") {
  const error = await readText(reader, text, layer).then(
    () => new Error("accepted"),
    (reason: unknown) => reason as Error,
  );
  if (!isRastrumError(error) || error.tag !== tag) throw error;
  return { message: error.message, feature: "feature" in error ? error.feature : null };
}

/** The zones' columns, coordinates rounded to 15 digits as GDAL writes them. */
export function roundedColumns({ rings, paths }: ZoneSet) {
  const rounded = (values: Float64Array) => Float64Array.from(values, (value) => Number(value.toPrecision(15)));
  return {
    rings: { ...rings, coordinates: rounded(rings.coordinates) },
    paths: paths && { ...paths, coordinates: rounded(paths.coordinates) },
  };
}

/** x, y pairs of path or ring `i`. */
export function verticesOf(coordinates: Float64Array, offsets: Uint32Array, i: number): number[][] {
  const vertices: number[][] = [];
  for (let at = offsets[i]; at < offsets[i + 1]; at++) vertices.push([coordinates[2 * at], coordinates[2 * at + 1]]);
  return vertices;
}
