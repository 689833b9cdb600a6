import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { KmlReader } from "./kml-reader.ts";
import { decodeText } from "./sniff.ts";
import { zipEntries } from "./zip-entries.ts";
import { failer } from "./zone-set.ts";

/**
 * KML 2 (OGC 12-007r2), also zipped (KMZ): a zone a Placemark, in the order of the document, or those within the Document
 * or Folder that `layer` names. Longitude and latitude of WGS 84. Links are not followed.
 */
export async function read(source: ZoneSource, { signal, layer }: FormatOptions): Promise<ZoneSet> {
  const [name, bytes] = await textOf(source, signal);
  return new KmlReader(decodeXml(bytes, name), name, layer).read();
}

/** Of a KMZ the file doc.kml, else the first one. */
async function textOf(source: ZoneSource, signal?: AbortSignal): Promise<[name: string, bytes: Uint8Array]> {
  const bytes = await source.whole(signal);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [source.name, bytes];
  const files = (await zipEntries(source, signal)).filter(({ name }) => /\.kml$/i.test(name));
  const file = files.find(({ name }) => name.toLowerCase() === "doc.kml") ?? files[0];
  if (!file) throw failer(source.name, null)("is a ZIP archive without a .kml");
  return [`${file.name} in ${source.name}`, await file.read(signal)];
}

/** By the byte order mark, else as the document's first line says, else UTF-8. */
function decodeXml(bytes: Uint8Array, name: string): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  if (encoding === undefined || /^utf-?(8|16)$/i.test(encoding)) return decodeText(bytes);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    throw failer(name, null)(`is in the encoding ${encoding}, which is not known here: save it as UTF-8`);
  }
}
