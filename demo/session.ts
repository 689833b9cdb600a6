import { openZarr } from "rastrum";
import { type Layer, openedLayer, shippedZones } from "./catalog.ts";
import { type Computer, checkZones, layerStatistics } from "./compute.ts";
import { otherDimensions, stepDimension } from "./dimensions.ts";
import { drawRaster, type RasterImage } from "./raster-image.ts";
import type { AppStore } from "./state.ts";
import { readZones, type ZoneSource } from "./zones.ts";

export interface Session {
  /** Opens a layer, draws its picture and computes its zones. */
  openLayer(layer: Layer): Promise<void>;
  /** Opens what a person gave the address of; on failure the layer of before stays. */
  openAddress(url: string, path: string): Promise<void>;
  useZones(key: string): void;
  readFile(file: File): Promise<void>;
  loadShippedZones(): Promise<void>;
  /** Draws the raster's picture anew: another step, another theme. */
  redraw(): Promise<void>;
  cancel(): void;
}

export interface SessionEvents {
  onError(error: unknown): void;
  onPicture(image: RasterImage | null): void;
}

export function createSession(store: AppStore, computer: Computer, { onError, onPicture }: SessionEvents): Session {
  let opening: AbortController | null = null;
  let drawing: AbortController | null = null;

  async function openLayer(layer: Layer): Promise<void> {
    computer.cancel();
    opening?.abort();
    const mine = new AbortController();
    opening = mine;
    store.set({ activity: { kind: "opening" } });
    try {
      const raster = await openZarr(layer.url, { path: layer.path, signal: mine.signal });
      const statistic = layerStatistics(layer).find((name) => name === store.get().statistic);
      const size = stepDimension(raster)?.size ?? 1;
      store.set({
        layer,
        raster,
        result: null,
        picture: null,
        span: "all",
        // the colours of zones would mix with those of classes
        ...(Boolean(layer.classes) !== Boolean(store.get().layer.classes) ? { fill: layer.classes ? 0 : 0.75 } : {}),
        statistic: statistic ?? layerStatistics(layer)[0],
        step: Math.min(store.get().step, size - 1),
        fixed: Object.fromEntries(otherDimensions(raster).map(({ name }) => [name, 0])),
        ...(layer.zones === null ? keptZones(store) : {}),
      });
      await Promise.all([redraw(), computer.run()]);
    } catch (error) {
      if (opening !== mine) return;
      store.set({ layer: store.get().layer, activity: { kind: mine.signal.aborted ? "cancelled" : "failed" } });
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

  async function redraw(): Promise<void> {
    const { raster, layer, step, fixed, dark } = store.get();
    drawing?.abort();
    if (!raster) return;
    const mine = new AbortController();
    drawing = mine;
    const moving = stepDimension(raster);
    const indices = raster.dimensions.map((dimension) => (dimension === moving ? step : (fixed[dimension.name] ?? 0)));
    try {
      const image = await drawRaster(raster, layer, indices, dark, mine.signal);
      if (drawing !== mine) return;
      onPicture(image);
      store.set({ picture: { range: image.range } });
    } catch (error) {
      if (drawing !== mine) return;
      onPicture(null);
      store.set({ picture: { missing: error instanceof Error ? error.message : String(error) } });
    }
  }

  const addZones = (source: ZoneSource) => {
    const others = store.get().zoneSources.filter(({ key }) => key !== source.key);
    store.set({ zoneSources: [...others, source], zoneSource: source, selected: null });
  };

  return {
    openLayer,
    openAddress,
    redraw,
    useZones(key) {
      const zoneSource = store.get().zoneSources.find((source) => source.key === key) ?? null;
      store.set({ zoneSource, selected: null });
      computer.run();
    },
    async readFile(file) {
      try {
        const source = readZones(await file.text(), `file:${file.name}`, file.name);
        const { raster } = store.get();
        if (raster) await checkZones(raster, source.zones);
        addZones(source);
        await computer.run();
      } catch (error) {
        onError(error);
      }
    },
    async loadShippedZones() {
      const response = await fetch(shippedZones.url);
      if (!response.ok) throw new Error(`The zones could not be read: ${response.status} ${response.statusText}.`);
      addZones(readZones(await response.text(), shippedZones.key, shippedZones.name));
    },
    cancel() {
      opening?.abort();
      computer.cancel();
    },
  };
}

/** The shipped zones lie on one island: of no use on somebody else's raster, unlike those that a person brought. */
function keptZones(store: AppStore) {
  const { zoneSource } = store.get();
  return zoneSource?.key === shippedZones.key ? { zoneSource: null, selected: null } : {};
}
