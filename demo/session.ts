import { openZarr, type Raster } from "rastrum";
import { type Layer, openedLayer, shippedZones } from "./catalog.ts";
import { type Computer, checkZones, layerStatistics } from "./compute.ts";
import { otherDimensions, stepDimension } from "./dimensions.ts";
import type { Painter } from "./picture.ts";
import type { AppStore, State } from "./state.ts";
import { readZones, type ZoneSource } from "./zones.ts";

export interface Session {
  /** Opens a layer, draws its picture and computes its zones. On failure the layer of before stays. */
  openLayer(layer: Layer): Promise<void>;
  /** Opens what a person gave the address of. */
  openAddress(url: string, path: string): Promise<void>;
  cancel(): void;
}

export interface SessionParts {
  onError(error: unknown): void;
  readonly painter: Painter;
}

export function createSession(store: AppStore, computer: Computer, { onError, painter }: SessionParts): Session {
  let opening: AbortController | null = null;

  async function openLayer(layer: Layer): Promise<void> {
    computer.cancel();
    opening?.abort();
    const mine = new AbortController();
    opening = mine;
    store.set({ activity: { kind: "opening" } });
    try {
      const raster = await openZarr(layer.url, { path: layer.path, signal: mine.signal });
      mine.signal.throwIfAborted();
      store.set(stateOfLayer(layer, raster, store.get()));
      await Promise.all([painter.redraw(), computer.run()]);
    } catch (error) {
      if (opening !== mine) return;
      const { layers } = store.get();
      store.set({ layers: [...layers], activity: { kind: mine.signal.aborted ? "cancelled" : "failed" } });
      if (!mine.signal.aborted) onError(error);
    }
  }

  async function openAddress(url: string, path: string): Promise<void> {
    const layer = openedLayer(url, path);
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
  return { openLayer, openAddress, cancel };
}

/** Everything that another raster changes. */
function stateOfLayer(layer: Layer, raster: Raster, before: State): Partial<State> {
  const statistics = layerStatistics(layer);
  const size = stepDimension(raster)?.size ?? 1;
  return {
    layer,
    raster,
    result: null,
    picture: null,
    span: "all",
    statistic: statistics.find((name) => name === before.statistic) ?? statistics[0],
    step: Math.min(before.step, size - 1),
    fixed: Object.fromEntries(otherDimensions(raster).map(({ name }) => [name, 0])),
    // the colours of zones would mix with those of classes
    fill: Boolean(layer.classes) === Boolean(before.layer.classes) ? before.fill : layer.classes ? 0 : 0.75,
    ...zonesFor(layer, before),
  };
}

/** The shipped zones lie on one island: of no use on somebody else's raster, and back where they belong afterwards. */
function zonesFor(layer: Layer, { layer: before, zoneSource, zoneSources }: State): Partial<State> {
  if (layer.zones === null) return zoneSource?.key === shippedZones.key ? { zoneSource: null, selected: null } : {};
  if (before.zones !== null || zoneSource !== null) return {};
  return { zoneSource: zoneSources.find(({ key }) => key === layer.zones) ?? null };
}

/** @throws {Error} where the file is not there. */
export async function loadShippedZones(store: AppStore): Promise<void> {
  const response = await fetch(shippedZones.url);
  if (!response.ok) throw new Error(`The zones could not be read: ${response.status} ${response.statusText}.`);
  addZones(store, readZones(await response.text(), shippedZones.key, shippedZones.name));
}

/** Takes the zones of a file, if the engine takes them. */
export async function loadZoneFile(store: AppStore, file: File): Promise<void> {
  const source = readZones(await file.text(), `file:${file.name}`, file.name);
  const { raster } = store.get();
  if (raster) await checkZones(raster, source.zones);
  addZones(store, source);
}

function addZones(store: AppStore, source: ZoneSource): void {
  const others = store.get().zoneSources.filter(({ key }) => key !== source.key);
  store.set({ zoneSources: [...others, source], zoneSource: source, selected: null });
}
