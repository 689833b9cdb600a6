import { rastrumError } from "../errors.ts";

/**
 * JSON text → the object in it. Newline-delimited GeoJSON (one Feature a line, also with RFC 8142's record separators)
 * becomes a FeatureCollection. Throws `invalid-zones` for all else, saying what it looks like.
 */
export function parseGeojsonText(text: string): object {
  const json = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    const features = parseLines(json);
    if (features) return { type: "FeatureCollection", features };
    throw invalid(`${look(json)} (${(cause as Error).message})`);
  }
  if (typeof value !== "object" || value === null) throw invalid(`JSON, but only ${json.trim().slice(0, 40)}`);
  return value;
}

/** The features of newline-delimited GeoJSON; null where the text is something else. */
function parseLines(text: string): object[] | null {
  const lines = text
    .replaceAll("\u001e", "\n")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  try {
    const values = lines.map((line) => JSON.parse(line) as { type?: unknown } | null);
    return values.every((value) => value?.type === "Feature") ? (values as object[]) : null;
  } catch {
    return null;
  }
}

function look(text: string): string {
  const start = text.trimStart();
  if (start === "") return "empty";
  if (/^<(!doctype html|html|head|body)/i.test(start)) return "a web page";
  if (start.startsWith("<")) return "XML or a web page";
  if (start.startsWith("PK")) return "a ZIP file";
  if (start.startsWith("SQLite format 3")) return "a GeoPackage";
  if (start.startsWith("PAR1")) return "a Parquet file";
  return "not JSON";
}

function invalid(what: string) {
  return rastrumError("invalid-zones", `The zones are ${what}; pass GeoJSON with polygons.`, { feature: null });
}
