import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { SridOfAll } from "./srid.ts";
import { utf8 } from "./utf8.ts";
import { WktGeometry } from "./wkt-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

const SEMICOLON = 0x3b;

/** A zone a geometry: one after the other, each on as many lines as it likes. */
export async function read(source: ZoneSource, { signal }: FormatOptions): Promise<ZoneSet> {
  const bytes = utf8(await source.whole(signal));
  const zones = new LazyZones(Math.ceil(bytes.length / 40));
  const geometry = new WktGeometry(zones);
  const srid = new SridOfAll();
  let rows = 0;
  for (let at = skip(bytes, 0); at < bytes.length; rows++) {
    const fail = failer(source.name, rows);
    at = skip(bytes, geometry.read(bytes, at, bytes.length, fail));
    srid.add(geometry.srid, fail);
    zones.endZone();
  }
  if (rows === 0) throw failer(source.name, null)("has no geometries");
  return zones.finish({ crs: srid.crs, properties: () => Array.from({ length: rows }, () => ({})) });
}

/** Past white space, and semicolons between geometries. */
function skip(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && (bytes[at] <= 0x20 || bytes[at] === SEMICOLON)) at++;
  return at;
}
