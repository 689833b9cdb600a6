import type { Raster, ZonalOptions } from "rastrum";
import { type Layer, shippedLayers } from "./catalog.ts";
import type { ZoneCells } from "./cells.ts";
import type { LiveNumbers } from "./live.ts";
import type { Result } from "./result.ts";
import { type Columns, defaultColumns } from "./statistics.ts";
import { createStore, type Store } from "./store.ts";
import type { Zone, ZoneSource } from "./zones.ts";

export type Backend = NonNullable<ZonalOptions["backend"]>;

/** Which cells belong to a zone. */
export type Rule = NonNullable<ZonalOptions["rule"]>;

/** What the page is doing; the status line puts it in words. */
export type Activity =
  | { readonly kind: "opening" }
  | { readonly kind: "computing"; readonly done: number; readonly total: number }
  | { readonly kind: "done" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed" };

export interface State {
  readonly layers: readonly Layer[];
  readonly layer: Layer;
  readonly raster: Raster | null;
  readonly zoneSources: readonly ZoneSource[];
  readonly zoneSource: ZoneSource | null;
  /** Polygons that the person drew in this place. */
  readonly drawn: readonly Zone[];
  /** And in others, by the place. */
  readonly drawnElsewhere: Readonly<Record<string, readonly Zone[]>>;
  /** The statistic that colours and plots show. */
  readonly statistic: string;
  /** The statistics that are computed. */
  readonly columns: Columns;
  readonly rule: Rule;
  /** Index along the dimension that the time slider moves over. */
  readonly step: number;
  /** Index along every other dimension, by its name. */
  readonly fixed: Readonly<Record<string, number>>;
  /** All steps in one job, or, where that would be much to read, only the one that is looked at. */
  readonly span: "all" | "one";
  readonly backend: Backend;
  readonly result: Result | null;
  /** Numbers of the zone that is being dragged; null until then, and once `result` has them. */
  readonly live: LiveNumbers | null;
  /** Key of the zone that is looked at. */
  readonly selected: string | null;
  /** How the cells of that zone are distributed. */
  readonly cells: ZoneCells | null;
  readonly activity: Activity;
  /** Opacity of the zones' colours, 0…1. */
  readonly fill: number;
  /** One colour scale for all steps, or a new one each. */
  readonly scale: "all" | "step";
  /** Range of values in the raster's picture and how much coarser its cells are, or in words why there is none. */
  readonly picture:
    | { readonly range: readonly [number, number]; readonly coarser: number }
    | { readonly missing: string }
    | null;
  readonly dark: boolean;
}

export type AppStore = Store<State>;

export function createState(): AppStore {
  return createStore<State>({
    layers: shippedLayers,
    layer: shippedLayers[0],
    raster: null,
    zoneSources: [],
    zoneSource: null,
    drawn: [],
    drawnElsewhere: {},
    statistic: "mean",
    columns: defaultColumns,
    rule: "center",
    step: 0,
    fixed: {},
    span: "all",
    backend: "auto",
    result: null,
    live: null,
    selected: null,
    cells: null,
    activity: { kind: "opening" },
    fill: 0.75,
    scale: "step",
    picture: null,
    dark: false,
  });
}

/** Every zone that a job takes: the source's, then the drawn ones. */
export function allZones(state: State): readonly Zone[] {
  return [...(state.zoneSource?.zones ?? []), ...state.drawn];
}
