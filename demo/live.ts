import { type LiveZonalStats, liveZonalStats } from "rastrum";
import { selection } from "./compute.ts";
import { stepDimension } from "./dimensions.ts";
import { createPace } from "./pace.ts";
import { type Result, readResult } from "./result.ts";
import type { AppStore, State } from "./state.ts";
import { columnsOf } from "./statistics.ts";
import { type Zone, zoneCollection } from "./zones.ts";

/** Numbers of a zone while it is dragged, ahead of the table's. */
export interface LiveNumbers {
  readonly key: string;
  /** Of that zone alone. */
  readonly result: Result;
}

export interface LiveZone {
  /** The zone as it is now; its numbers follow. */
  drag(zone: Zone): void;
  /** It is let go: numbers come from the table again, once that is computed anew. */
  drop(): void;
}

/** Statistics of one zone, kept from drag to drag as long as the same is asked of it. */
interface Session {
  readonly asked: string;
  readonly stats: LiveZonalStats;
  readonly read: (table: Awaited<ReturnType<LiveZonalStats["table"]>>, milliseconds: number) => Result;
}

export function createLiveZone(store: AppStore): LiveZone {
  const pace = createPace();
  let session: Session | null = null;
  let isDragged = false;
  const close = () => {
    session?.stats.close();
    session = null;
  };
  store.watch(["selected", "layer"], () => {
    close();
    pace.hide();
    if (store.get().live) store.set({ live: null });
  });
  const show = async (zone: Zone, { stats, read }: Session) => {
    const asked = performance.now();
    const table = await stats.update(0, zone.feature);
    if (!table || !isDragged || session?.stats !== stats) return;
    const milliseconds = performance.now() - asked;
    pace.answer(milliseconds);
    store.set({ live: { key: zone.key, result: read(table, milliseconds) } });
  };
  return {
    drag(zone) {
      const asked = askedOf(store.get(), zone);
      if (asked === null) return;
      if (session?.asked !== asked) {
        close();
        session = openSession(store.get(), zone, asked);
      }
      isDragged = true;
      pace.start();
      // What goes wrong here is told when the zone is let go and all is computed.
      if (session) show(zone, session).catch(() => {});
    },
    drop() {
      isDragged = false;
      pace.stop();
    },
  };
}

/** What makes another session necessary; null where there is nothing to follow yet. */
function askedOf({ raster, result, layer, columns, rule, fixed, span, step }: State, { key }: Zone): string | null {
  if (!raster || !result) return null;
  return JSON.stringify([layer.key, key, columnsOf(layer, columns), rule, selection(raster, { fixed, span, step })]);
}

function openSession(state: State, zone: Zone, asked: string): Session | null {
  const { raster, layer, columns, rule, fixed, result } = state;
  if (!raster) return null;
  const statistics = columnsOf(layer, columns);
  const stats = liveZonalStats(raster, zoneCollection([zone]), { statistics, rule, select: selection(raster, state) });
  const size = stepDimension(raster)?.size ?? 1;
  const steps = result?.steps ?? Array.from({ length: size }, (_, index) => index);
  return {
    asked,
    stats,
    read: (table, milliseconds) => readResult(table, { zones: [zone], statistics, steps, rule, fixed, milliseconds }),
  };
}
