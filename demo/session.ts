import { openRaster, type Raster, zonesToGeojson } from "rastrum";
import { type Layer, openedLayer, placeOf, shippedZones } from "./catalog.ts";
import { type Computer, checkZones } from "./compute.ts";
import { otherDimensions, stepDimension } from "./dimensions.ts";
import type { Painter } from "./picture.ts";
import type { AppStore, State } from "./state.ts";
import { amountsAmong, columnsOf } from "./statistics.ts";
import { type ZoneSource, zoneSource } from "./zones.ts";

export interface Session {
  /** Opens a layer, draws its picture and computes its zones. On failure the layer of before stays. */
  openLayer(layer: Layer): Promise<void>;
  /** Opens what a person gave, or the address of it; paths of several arrays, which are bands, are parted by commas. */
  openOther(source: string | File, path: string): Promise<void>;
  /** Opens another array of what was opened last, or did not open. */
  openPath(path: string): Promise<void>;
  cancel(): void;
}

export interface SessionParts {
  onError(error: unknown): void;
  readonly painter: Painter;
}

export function createSession(store: AppStore, computer: Computer, { onError, painter }: SessionParts): Session {
  let opening: AbortController | null = null;
  let asked: string | File = store.get().layer.url;

  async function openLayer(layer: Layer): Promise<void> {
    computer.cancel();
    opening?.abort();
    const mine = new AbortController();
    opening = mine;
    store.set({ activity: { kind: "opening" } });
    try {
      const { signal } = mine;
      const [raster] = await Promise.all([
        openRaster(layer.file ?? layer.url, { path: pathsOf(layer), signal }),
        loadZonesOf(store, layer, signal),
      ]);
      signal.throwIfAborted();
      store.set(stateOfLayer(layer, raster, store.get()));
      await Promise.all([painter.redraw(), computer.run()]);
    } catch (error) {
      if (opening !== mine) return;
      const { layers } = store.get();
      store.set({ layers: [...layers], activity: { kind: mine.signal.aborted ? "cancelled" : "failed" } });
      if (!mine.signal.aborted) onError(error);
    }
  }

  async function openOther(source: string | File, path: string): Promise<void> {
    asked = source;
    const layer = openedLayer(source, path);
    await openLayer(layer);
    const { layers, layer: current } = store.get();
    if (current.key !== layer.key || layers.some(({ key }) => key === layer.key)) return;
    store.set({ layers: [...layers, layer] });
  }

  const cancel = () => {
    opening?.abort();
    painter.cancel();
    computer.cancel();
  };
  return { openLayer, openOther, openPath: (path) => openOther(asked, path), cancel };
}

function pathsOf({ path }: Layer): string | string[] | undefined {
  const paths = path?.split(",").map((one) => one.trim());
  return paths && paths.length > 1 ? paths : path;
}

/** Everything that another raster changes. */
function stateOfLayer(layer: Layer, raster: Raster, before: State): Partial<State> {
  const statistics = amountsAmong(layer, columnsOf(layer, before.columns));
  const size = stepDimension(raster)?.size ?? 1;
  return {
    layer,
    raster,
    result: null,
    live: null,
    picture: null,
    span: "all",
    statistic: statistics.find((name) => name === before.statistic) ?? statistics[0],
    step: Math.min(before.step, size - 1),
    fixed: Object.fromEntries(otherDimensions(raster).map(({ name }) => [name, 0])),
    // the colours of zones would mix with those of classes
    fill: Boolean(layer.classes) === Boolean(before.layer.classes) ? before.fill : layer.classes ? 0 : 0.75,
    ...zonesOfPlace(layer, before),
  };
}

/** In another place the zones are other ones: those shipped for it, and those that were drawn there. */
function zonesOfPlace(layer: Layer, before: State): Partial<State> {
  const [from, to] = [placeOf(before.layer), placeOf(layer)];
  const { zoneSource, zoneSources, drawn, drawnElsewhere } = before;
  const shipped = zoneSources.find(({ key }) => key === layer.zones) ?? null;
  if (from === to) return before.raster ? {} : { zoneSource: shipped };
  return {
    // what a person brought is likely meant for what a person opens
    zoneSource: layer.zones === null && !isShipped(zoneSource) ? zoneSource : shipped,
    drawn: drawnElsewhere[to] ?? [],
    drawnElsewhere: { ...drawnElsewhere, [from]: drawn },
    selected: null,
  };
}

const isShipped = (source: ZoneSource | null) => shippedZones.some(({ key }) => key === source?.key);

/** Reads the zones that a layer comes with, once. */
async function loadZonesOf(store: AppStore, layer: Layer, signal: AbortSignal): Promise<void> {
  const shipped = shippedZones.find(({ key }) => key === layer.zones);
  if (!shipped || store.get().zoneSources.some(({ key }) => key === shipped.key)) return;
  const source = zoneSource(await zonesToGeojson(shipped.url, { signal }), shipped.key, shipped.name);
  store.set({ zoneSources: [...store.get().zoneSources, source] });
}

/** Takes the zones of a file or of an address, if the engine takes them. */
export async function loadZones(store: AppStore, input: File | string): Promise<void> {
  const from = typeof input === "string" ? new URL(input, document.baseURI) : input;
  const name = from instanceof URL ? (from.pathname.split("/").at(-1) ?? from.href) : from.name;
  const key = from instanceof URL ? `address:${input}` : `file:${name}`;
  const source = zoneSource(await zonesToGeojson(from), key, name);
  const { raster } = store.get();
  if (raster) await checkZones(raster, source.zones);
  const others = store.get().zoneSources.filter(({ key }) => key !== source.key);
  store.set({ zoneSources: [...others, source], zoneSource: source, selected: null });
}
