import { asCell } from "../cells.ts";
import { isInteger } from "../dtype.ts";
import type { Dtype } from "../source.ts";

/** What GDAL_METADATA (tag 42112) says of a band. */
export interface BandMetadata {
  readonly scale: number;
  readonly offset: number;
  readonly description: string | null;
  readonly unit: string | null;
}

/** Attributes of an element are some words. */
const MOST_ATTRIBUTES = 1000;

/**
 * Reads `<Item name="…" sample="0" role="scale">0.1</Item>` of each band; what is no such item is passed by, as is what
 * says no number. GDAL escapes texts twice. One pass over the text, whatever it holds.
 */
export function parseGdalMetadata(xml: string, bands: number): BandMetadata[] {
  const found = Array.from({ length: bands }, () => ({ ...NOTHING }));
  for (let at = xml.indexOf("<Item"); at >= 0; at = xml.indexOf("<Item", at + 5)) {
    const open = xml.indexOf(">", at);
    const close = xml.indexOf("</Item>", open);
    if (open < 0 || close < 0) break;
    const text = xml.slice(at + 5, Math.min(open, at + MOST_ATTRIBUTES));
    const band = found[Number(attribute(text, "sample") ?? Number.NaN)];
    if (band) note(band, attribute(text, "role"), unescaped(unescaped(xml.slice(open + 1, close))));
  }
  return found;
}

/** The text of the first element of a name in an `.aux.xml` of GDAL's; null where it has none. */
export function pamText(xml: string, name: string): string | null {
  const at = xml.search(new RegExp(`<${name}[\\s>]`));
  const open = at < 0 ? -1 : xml.indexOf(">", at);
  const close = open < 0 ? -1 : xml.indexOf(`</${name}>`, open);
  return (close >= 0 && unescaped(xml.slice(open + 1, close)).trim()) || null;
}

/** How GDAL's COG driver made the overviews: "average", "nearest" …; null where it does not say. */
export function overviewResampling(xml: string): string | null {
  const at = xml.indexOf('<Item name="OVERVIEW_RESAMPLING"');
  return (at >= 0 && />(\w{1,40})</.exec(xml.slice(at, at + MOST_ATTRIBUTES))?.[1].toLowerCase()) || null;
}

const NOTHING: BandMetadata = { scale: 1, offset: 0, description: null, unit: null };

function note(band: { -readonly [Key in keyof BandMetadata]: BandMetadata[Key] }, role: string | null, text: string) {
  const number = Number.parseFloat(text);
  if (role === "scale" && Number.isFinite(number)) band.scale = number;
  if (role === "offset" && Number.isFinite(number)) band.offset = number;
  if (role === "description" && text !== "") band.description = text;
  if (role === "unittype" && text !== "") band.unit = text;
}

function attribute(text: string, name: string): string | null {
  const start = text.search(new RegExp(`\\s${name}\\s*=`));
  if (start < 0) return null;
  return /=\s*["']([^"']*)["']/.exec(text.slice(start))?.[1] ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#\d{1,7}|\w{2,4});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * GDAL_NODATA (tag 42113) as cells of a type hold it; null where no cell can, such as −9999 among bytes, and where the
 * text is no number. NaN stays: no cell equals it, and none that is NaN counts anyway. Integers are cut off, as by GDAL.
 */
export function parseNodata(text: string, dtype: Dtype): number | bigint | null {
  const word = text.trim();
  if (/^[-+]?(1\.#)?(nan|qnan|ind)/i.test(word)) return Number.NaN;
  if (/^[-+]?(1\.#)?inf/i.test(word)) {
    return isInteger(dtype) ? null : word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if ((dtype === "int64" || dtype === "uint64") && /^[-+]?\d{1,20}$/.test(word)) return asCell(BigInt(word), dtype);
  const number = Number.parseFloat(word);
  if (Number.isNaN(number)) return null;
  // What is meant for the largest double, printed with fewer digits, may be beyond it.
  const value = Math.min(Math.max(number, -Number.MAX_VALUE), Number.MAX_VALUE);
  const isBelow = value < 0 && dtype.startsWith("uint"); // −0.5 is none of them, to GDAL too
  return asCell(isInteger(dtype) && !isBelow ? Math.trunc(value) + 0 : value, dtype);
}
