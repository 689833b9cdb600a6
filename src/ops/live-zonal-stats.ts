import type { Table } from "apache-arrow";
import { rastrumError } from "../errors.ts";
import { abortable } from "../source/share-reads.ts";
import type { Raster } from "../source/source.ts";
import { parseGeojson } from "../zones/geojson.ts";
import type { ZonesInput } from "../zones/read-zones.ts";
import type { ZoneSet } from "../zones/zones.ts";
import { createJob } from "./create-job.ts";
import type { Job } from "./job.ts";
import { checkZone, findZone, type LiveOptions, refuseUnsupported } from "./live-options.ts";
import { UpdateQueue } from "./live-queue.ts";
import { LiveSession } from "./live-session.ts";
import { engineOf } from "./zonal-options.ts";
import { prepareZonal } from "./zonal-prepare.ts";
import { estimateOf } from "./zonal-stats.ts";

/** Zonal statistics that follow their zones. */
export interface LiveZonalStats {
  /** The first table of all zones: a job, as `zonalStats` gives it. Chunks that it reads are held. */
  readonly ready: Job<Table>;
  /**
   * Gives a zone another geometry, after the first table. Only that zone is computed, and only in those chunks where it
   * has other cells than before; chunks that come newly into it are read. What an update rejects with changes nothing.
   *
   * Updates of one zone supersede each other: one that waits for chunks resolves to null when the next comes. One that
   * waits for nothing is answered, and of those that come meanwhile all but the last resolve to null.
   *
   * @param zone row number, as in the column `zone`
   * @param geometry GeoJSON: a Polygon, a MultiPolygon, a Feature of one, or null for no cells; in the zones' CRS
   * @returns the rows of that zone, with the columns of the table; null where the update was superseded, or all was closed
   * @throws `invalid-option` for a zone that there is not; `invalid-zones`; what reading throws; `closed` afterwards
   */
  update(zone: number, geometry: object | null, options?: { readonly signal?: AbortSignal }): Promise<Table | null>;
  /** The row number of the zone of an id. Throws `invalid-option` where none or several have it, or before `ready`. */
  zoneOfId(id: string | number): number;
  /** All zones as they are by now, after the first table. */
  table(): Promise<Table>;
  /** Lets go of what is held; updates under way resolve to null, `ready` rejects with `closed`. */
  close(): void;
}

/**
 * Statistics of zones that change one at a time, as when a vertex is dragged: the tables are bit for bit those of
 * `zonalStats` with the same zones and options. Chunks stay decoded within half of the engine's `memoryBudget`, those
 * least recently used go first and are read again when needed.
 *
 * Counts, extremes, sums and what is made of them (mean, stdev …) cost ∝ the zone's boundary in the chunks where it
 * changed; statistics that keep cells (median, mode, values …), sketches and areas of cells cost ∝ the zone's area.
 *
 * @param zones as for `zonalStats`: an object, text, or where to find it
 * @throws (`ready` and all calls) what `zonalStats` throws; `unsupported` for `weights`, `classes` and `form`
 */
export function liveZonalStats(raster: Raster, zones: ZonesInput, options: LiveOptions = {}): LiveZonalStats {
  const warnings: string[] = [];
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const updates = new UpdateQueue<Table>();
  let opened: Promise<LiveSession> | null = null;
  let session: LiveSession | null = null;
  const open = () =>
    (opened ??= openSession(raster, zones, { ...options, signal }, warnings).then((made) => {
      session = made;
      return made;
    }));
  const ready = createJob({
    warnings,
    estimate: async () => {
      const made = await open();
      return estimateOf(raster, made.ready, made.passes);
    },
    run: async (report) => {
      const made = await open();
      await made.computeAll(report, signal);
      warnings.splice(0, warnings.length, ...made.warnings());
      return made.table();
    },
  });
  const current = async () => {
    signal.throwIfAborted();
    await ready;
    signal.throwIfAborted();
    return open();
  };
  const end = () => {
    updates.end(options.signal?.aborted ? options.signal.reason : null);
    session?.close();
  };
  signal.addEventListener("abort", end, { once: true });
  return {
    ready,
    async update(zone, geometry, { signal: own } = {}) {
      signal.throwIfAborted();
      const shape = zoneSetOf(geometry, zone);
      if (session) checkZone(zone, session.zones);
      const work = async (stopped: AbortSignal, setQuick: (isQuick: boolean) => void) => {
        const made = await abortable(current(), stopped);
        checkZone(zone, made.zones);
        return made.update(zone, shape, stopped, setQuick);
      };
      return updates.push(zone, work, own);
    },
    zoneOfId(id) {
      if (session) return findZone(id, session.zones);
      const message = "The zones are not read yet: await ready first.";
      throw rastrumError("invalid-option", message, { option: "id", received: id });
    },
    table: async () => (await current()).table(),
    close: () => stop.abort(rastrumError("closed", "These live statistics are closed.", { what: "live statistics" })),
  };
}

async function openSession(raster: Raster, zones: ZonesInput, options: LiveOptions, warnings: string[]) {
  refuseUnsupported(options);
  const engine = engineOf(options);
  engine.prepare(raster);
  return new LiveSession(await prepareZonal(raster, zones, options, warnings), options, engine);
}

/** One zone of GeoJSON; faults are told by its row number. */
function zoneSetOf(geometry: object | null, row: number): ZoneSet {
  const given = (geometry ?? {}) as { type?: unknown; geometry?: unknown };
  const own = given.type === "Feature" ? (given.geometry ?? null) : geometry;
  const feature = { type: "Feature", properties: null, geometry: own };
  return parseGeojson({ type: "FeatureCollection", features: [feature] }, row);
}
