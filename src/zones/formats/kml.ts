import type { ZoneSet } from "../zones.ts";
import { chooseLayer } from "./choose-layer.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { KmlReader } from "./kml-reader.ts";
import { decodeText } from "./sniff.ts";
import { type ZippedFile, zipEntries } from "./zip-entries.ts";
import { failer } from "./zone-set.ts";

/**
 * KML 2 (OGC 12-007r2), also zipped (KMZ): a zone a Placemark, in the order of the document, or those within the Document
 * or Folder that `layer` names. Longitude and latitude of WGS 84. Links out of it are not followed.
 */
export async function read(source: ZoneSource, { signal, layer }: FormatOptions): Promise<ZoneSet> {
  const bytes = await source.whole(signal);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readZipped(source, signal, layer);
  return new KmlReader(decodeXml(bytes, source.name), source.name, layer).read();
}

/** Of a KMZ the file doc.kml, else the first one; where that only links to the others, as GDAL writes it, one of them. */
async function readZipped(source: ZoneSource, signal?: AbortSignal, layer?: string): Promise<ZoneSet> {
  const files = (await zipEntries(source, signal)).filter(({ name }) => /\.kml$/i.test(name));
  const first = files.find(({ name }) => name.toLowerCase() === "doc.kml") ?? files[0];
  if (!first) throw failer(source.name, null)("is a ZIP archive without a .kml");
  const readFile = async (file: ZippedFile) => {
    const name = `${file.name} in ${source.name}`;
    return [name, decodeXml(await file.read(signal), name)] as const;
  };
  const [name, text] = await readFile(first);
  const others = files.filter((file) => file !== first);
  if (/<(\w+:)?Placemark[\s/>]/.test(text) || others.length === 0) return new KmlReader(text, name, layer).read();
  const names = others.map((file) => file.name.replace(/^.*\/|\.kml$/gi, ""));
  // A folder within the only file, or a file.
  const isWithin = others.length === 1 && layer !== names[0];
  const chosen = isWithin ? names[0] : chooseLayer(names, layer, source.name);
  const [ownName, own] = await readFile(others[names.indexOf(chosen)]);
  return new KmlReader(own, ownName, isWithin ? layer : undefined).read();
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
