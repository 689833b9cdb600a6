import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { WkbGeometry } from "./wkb-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** A file of one geometry in WKB: one zone. An SRID, which EWKB may have, counts as an EPSG code. */
export async function read(source: ZoneSource, { signal }: FormatOptions): Promise<ZoneSet> {
  const zones = new LazyZones();
  const geometry = new WkbGeometry(zones);
  geometry.read(await source.whole(signal), failer(source.name, 0));
  zones.endZone();
  return zones.finish({ crs: geometry.srid ? `EPSG:${geometry.srid}` : null, properties: () => [{}] });
}
