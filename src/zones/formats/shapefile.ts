import { isRastrumError } from "../../errors.ts";
import { refuseBroken } from "../../source/broken-bytes.ts";
import type { ZoneSet } from "../zones.ts";
import { chooseLayer } from "./choose-layer.ts";
import { readDbf } from "./dbf.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { readShp } from "./shp.ts";
import { zipEntries } from "./zip-entries.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** The files of one shapefile; null for those that it does not have. */
interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

/** A shapefile within a ZIP archive, of which `layer` names one by its file; or a .shp with its other files beside it. */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const { signal, layer } = options;
  const isZip = source.ending !== "shp" || (await startsAsZip(source, signal));
  return zonesOf(isZip ? await readZip(source, layer, signal) : await readFolder(source, signal), source.name);
}

async function startsAsZip(source: ZoneSource, signal?: AbortSignal): Promise<boolean> {
  const bytes = await source.whole(signal);
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function readZip(source: ZoneSource, layer: string | undefined, signal?: AbortSignal): Promise<ShapefileParts> {
  const entries = (await zipEntries(source, signal)).filter(({ name }) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const shapes = entries.filter(({ name }) => /\.shp$/i.test(name));
  const stem = (name: string) => name.replace(/\.[^./]*$/, "");
  if (shapes.length === 0) throw failer(source.name, null)("is a ZIP archive without a shapefile (.shp)");
  const layers = shapes.map(({ name }) => stem(name));
  const short = layers.map((name) => name.replace(/^.*\//, ""));
  const isShort = new Set(short).size === short.length && (layer === undefined || !layers.includes(layer));
  const chosen = layers[(isShort ? short : layers).indexOf(chooseLayer(isShort ? short : layers, layer, source.name))];
  const part = async (ending: string) => {
    const wanted = `${chosen}.${ending}`.toLowerCase();
    return (await entries.find(({ name }) => name.toLowerCase() === wanted)?.read(signal)) ?? null;
  };
  return {
    shp: (await part("shp")) as Uint8Array,
    dbf: await part("dbf"),
    prj: await part("prj"),
    cpg: await part("cpg"),
  };
}

async function readFolder(source: ZoneSource, signal?: AbortSignal): Promise<ShapefileParts> {
  const part = async (ending: string) => {
    try {
      return (await source.beside?.(ending)?.whole(signal)) ?? null;
    } catch (error) {
      // Buckets that do not list what they hold answer 403 for what they don't.
      const isMissing = isRastrumError(error, "http-error") && (error.status === 404 || error.status === 403);
      if (isMissing || isRastrumError(error, "not-found")) return null;
      throw error;
    }
  };
  const [shp, dbf, prj, cpg] = await Promise.all([source.whole(signal), part("dbf"), part("prj"), part("cpg")]);
  return { shp, dbf, prj, cpg };
}

function zonesOf({ shp, dbf, prj, cpg }: ShapefileParts, name: string): ZoneSet {
  const fail = failer(name, null);
  const text = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes).trim() || null : null);
  const table = dbf && refuseBroken(fail, () => readDbf(dbf, text(cpg), fail));
  const zones = new LazyZones();
  const rows: number[] = [];
  const takes = (row: number) => !table || row >= table.length || !table.isDeleted(row);
  const endZone = (row: number) => {
    zones.endZone();
    rows.push(row);
  };
  refuseBroken(fail, () => readShp(shp, zones, takes, endZone, (row) => failer(name, row)));
  const properties = () => rows.map((row) => (table && row < table.length ? table.record(row) : {}));
  return zones.finish({ crs: text(prj), properties });
}
