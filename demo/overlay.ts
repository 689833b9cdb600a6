import { fractionOf, zoneRamp } from "./colors.ts";
import { byId } from "./dom.ts";
import { createDrawing } from "./draw.ts";
import { createVertexEditor } from "./edit.ts";
import { polygonsOf } from "./geometry.ts";
import { colorRange } from "./legend.ts";
import { createLiveZone } from "./live.ts";
import { boundsOfZones, type ZoneMap } from "./map.ts";
import { type AppStore, allZones } from "./state.ts";
import type { Zone } from "./zones.ts";

export interface Overlay {
  startDrawing(byKeyboard: boolean): void;
  deletePolygon(key: string): void;
}

/** Keeps the map in step with the state: zones, colours, the chosen zone, the polygons being drawn and changed. */
export function bindOverlay(store: AppStore, zoneMap: ZoneMap, onRecompute: () => void): Overlay {
  showZones(store, zoneMap);
  chooseByClick(store, zoneMap, () => drawing.active());
  let count = 0;

  const drawing = createDrawing(zoneMap, {
    onFinish(ring) {
      count += 1;
      const zone = drawnZone(`drawn/${count}`, `My polygon ${count}`, ring);
      store.set({ drawn: [...store.get().drawn, zone], selected: zone.key });
      onRecompute();
    },
    onHint: say,
  });
  byId("draw-finish").addEventListener("click", drawing.finish);
  byId("draw-cancel").addEventListener("click", drawing.stop);

  const live = createLiveZone(store);
  const editor = createVertexEditor(zoneMap.map, {
    onChange(ring, final) {
      const { selected, drawn } = store.get();
      const changed = drawn.map((zone) => (zone.key === selected ? drawnZone(zone.key, zone.name, ring) : zone));
      store.set({ drawn: changed });
      const zone = changed.find(({ key }) => key === selected);
      if (final) {
        live.drop();
        onRecompute();
      } else if (zone) live.drag(zone);
    },
  });
  store.watch(["selected"], ({ selected, drawn }) => {
    const zone = drawn.find(({ key }) => key === selected);
    say(zone ? "Drag the corners. Or focus one: arrow keys move it, Delete takes it away." : null, false);
    editor.edit(zone ? polygonsOf(zone.feature.geometry)[0][0].slice(0, -1) : null);
  });

  return {
    startDrawing(byKeyboard) {
      store.set({ selected: null });
      drawing.start(byKeyboard);
    },
    deletePolygon(key) {
      store.set({ drawn: store.get().drawn.filter((zone) => zone.key !== key), selected: null });
      byId("draw").focus();
      onRecompute();
    },
  };
}

/** The card on the map: what to do next, and while a polygon is drawn how to end that. */
function say(text: string | null, drawing = true): void {
  byId("draw-text").textContent = text ?? "";
  byId("draw-hint").hidden = text === null;
  for (const id of ["draw-finish", "draw-cancel"]) byId(id).hidden = !drawing;
}

function drawnZone(key: string, name: string, ring: readonly number[][]): Zone {
  const geometry = { type: "Polygon" as const, coordinates: [[...ring, ring[0]]] };
  return { key, name, drawn: true, feature: { type: "Feature", properties: { name }, geometry } };
}

function showZones(store: AppStore, zoneMap: ZoneMap): void {
  store.watch(["zoneSource", "drawn"], (state) => zoneMap.setZones(allZones(state)));
  store.watch(["zoneSource"], ({ zoneSource }) => {
    const bounds = zoneSource && boundsOfZones(zoneSource.zones);
    if (bounds) zoneMap.fit(bounds);
  });
  store.watch(["result", "statistic", "step", "scale", "dark"], (state) => {
    const range = colorRange(state);
    const ramp = zoneRamp(state.dark);
    const colors = new Map<string, string>();
    state.result?.zones.forEach(({ key }, zone) => {
      const value = state.result?.value(state.statistic, zone, state.step);
      if (range && value !== undefined && Number.isFinite(value)) colors.set(key, ramp(fractionOf(value, range)));
    });
    zoneMap.setColors(colors);
  });
  store.watch(["selected"], ({ selected }) => zoneMap.setSelected(selected));
  store.watch(["fill"], ({ fill }) => zoneMap.setFill(fill));
  store.watch(["dark"], () => zoneMap.setTheme());
}

function chooseByClick(store: AppStore, { map }: ZoneMap, busy: () => boolean): void {
  map.on("click", (event) => {
    if (busy()) return;
    const hits = map.queryRenderedFeatures(event.point, { layers: ["fill", "points"] });
    // drawn polygons lie on top
    const key = hits[0]?.properties.key as string | undefined;
    store.set({ selected: key ?? null });
  });
  map.on("mousemove", (event) => {
    const over = !busy() && map.queryRenderedFeatures(event.point, { layers: ["fill", "points"] }).length > 0;
    map.getCanvas().style.cursor = busy() ? "crosshair" : over ? "pointer" : "";
  });
}
