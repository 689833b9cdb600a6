import { rastrumError } from "../errors.ts";
import type { ZoneSet } from "../zones/zones.ts";
import type { ZonalOptions } from "./zonal-options.ts";

const refused = ["weights", "classes", "form", "resolution"] as const;

/** Those of `zonalStats` but for a second raster, and for forms that are of classes; computed on the CPU. */
export type LiveOptions = Omit<
  ZonalOptions,
  | "weights" | "resampling" | "defaultWeight" | "classes" | "classEdges" | "maxClasses" | "form" | "backend"
  | "progressive" | "resolution"
>; // biome-ignore format: few lines

/** Throws `unsupported` for options that callers without types may give. */
export function refuseUnsupported(options: LiveOptions & Partial<Record<(typeof refused)[number], unknown>>): void {
  for (const name of refused) {
    if (options[name] === undefined) continue;
    const message = `liveZonalStats does not take ${name}: use zonalStats, again for each change.`;
    throw rastrumError("unsupported", message, { what: name });
  }
  const { statistics = [] } = options;
  const own = Array.isArray(statistics) ? statistics.find((each) => typeof each === "object" && each?.own) : null;
  if (!own) return;
  const message = `liveZonalStats does not take "${own.name}", which accumulates itself: use zonalStats for it.`;
  throw rastrumError("unsupported", message, { what: "statistics" });
}

export function checkZone(zone: number, { length }: ZoneSet): void {
  if (Number.isInteger(zone) && zone >= 0 && zone < length) return;
  const message = `There is no zone ${JSON.stringify(zone)}: give a row number from 0 to ${length - 1} (zoneOfId finds that of an id).`;
  throw rastrumError("invalid-option", message, { option: "zone", received: zone });
}

/** The row of the only zone of an id. */
export function findZone(id: string | number, { ids }: ZoneSet): number {
  const zone = ids?.indexOf(id) ?? -1;
  const isOnly = zone >= 0 && ids?.indexOf(id, zone + 1) === -1;
  if (isOnly) return zone;
  const why = zone >= 0 ? "is that of several zones" : ids ? "is none of the zones'" : "cannot be: the zones have none";
  const message = `The id ${JSON.stringify(id)} ${why}: give the row number of a zone instead.`;
  throw rastrumError("invalid-option", message, { option: "id", received: id });
}
