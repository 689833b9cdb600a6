import "maplibre-gl/dist/maplibre-gl.css";
import type { Feature } from "geojson";
import {
  AttributionControl,
  type GeoJSONSource,
  type ImageSource,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { geometryBounds, labelPoint } from "./geometry.ts";
import type { RasterImage } from "./raster-image.ts";
import type { Zone } from "./zones.ts";

setWorkerUrl(workerUrl);

type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface ZoneMap {
  readonly map: MapLibreMap;
  /** Resolves once the style is there and layers can be changed. */
  readonly ready: Promise<void>;
  setPicture(image: RasterImage | null): void;
  setZones(zones: readonly Zone[]): void;
  /** A colour a zone, by key; zones that are left out are drawn without fill. */
  setColors(colors: ReadonlyMap<string, string>): void;
  setSelected(key: string | null): void;
  setFill(opacity: number): void;
  setTheme(): void;
  /** The line of a polygon in the making. */
  setDraft(feature: Feature | null): void;
  fit(bounds: Bounds): void;
}

/** Room for the legend below. */
const FIT_PADDING = { top: 18, right: 24, bottom: 50, left: 24 };

/** Names of more zones than this would hide the map. */
const MAX_LABELS = 200;

const empty = { type: "FeatureCollection" as const, features: [] };
const state = (name: string, then: unknown, otherwise: unknown) =>
  ["case", ["boolean", ["feature-state", name], false], then, otherwise] as never;

/** No tiles, no glyphs, no sprites: nothing of it comes over the network. Colours are set by the theme. */
function blankStyle(): StyleSpecification {
  const source = { type: "geojson" as const, data: empty };
  return {
    version: 8,
    sources: { zones: { ...source, promoteId: "key" }, labels: source, draft: source },
    layers: [
      { id: "sea", type: "background" },
      {
        id: "fill",
        type: "fill",
        source: "zones",
        paint: { "fill-color": ["to-color", ["feature-state", "color"], "rgba(0,0,0,0)"] },
      },
      {
        id: "points",
        type: "circle",
        source: "zones",
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": 6,
          "circle-stroke-width": 1.5,
          "circle-color": ["to-color", ["feature-state", "color"], "rgba(0,0,0,0)"],
        },
      },
      { id: "outline", type: "line", source: "zones", paint: { "line-width": 1 }, layout: { "line-join": "round" } },
      {
        id: "emphasis",
        type: "line",
        source: "zones",
        layout: { "line-join": "round" },
        paint: { "line-width": state("selected", 3, state("hover", 2, 0)) },
      },
      {
        id: "labels",
        type: "symbol",
        source: "labels",
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["system-ui", "Segoe UI", "Helvetica", "Arial", "sans-serif"],
          "text-size": 13,
          "text-max-width": 8,
        },
        paint: { "text-halo-width": 1.6 },
      },
      { id: "draft-fill", type: "fill", source: "draft", filter: ["==", ["geometry-type"], "Polygon"] },
      { id: "draft-line", type: "line", source: "draft", paint: { "line-width": 2, "line-dasharray": [2, 1.5] } },
      { id: "draft-corners", type: "circle", source: "draft", paint: { "circle-radius": 4, "circle-stroke-width": 2 } },
    ],
  };
}

export function createZoneMap(container: HTMLElement): ZoneMap {
  const map = createMap(container);
  const ready = new Promise<void>((resolve) => map.once("load", () => resolve()));
  const setTheme = () => paintTheme(map);
  ready.then(setTheme);
  hoverZones(map);
  return {
    map,
    ready,
    setTheme,
    setPicture: (image) => setPicture(map, image),
    setZones: createZones(map),
    ...createMarks(map),
    setFill: (opacity) => map.setPaintProperty("fill", "fill-opacity", opacity),
    setDraft: (feature) => setFeatures(map, "draft", feature ? [feature] : []),
    fit: createFit(map),
  };
}

/** A map that lies flat with north up, with its controls. */
function createMap(container: HTMLElement): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: blankStyle(),
    center: [-25.5, 37.8],
    zoom: 8,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: true,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-left");
  map.addControl(new ScaleControl({}), "bottom-right");
  map.addControl(new AttributionControl({ compact: true }), "bottom-right");
  return map;
}

/** Takes the colours from the page's style sheet. */
function paintTheme(map: MapLibreMap): void {
  const styles = getComputedStyle(document.documentElement);
  const color = (name: string) => styles.getPropertyValue(name).trim();
  map.setPaintProperty("sea", "background-color", color("--sea"));
  map.setPaintProperty("outline", "line-color", color("--zone-line"));
  map.setPaintProperty("points", "circle-stroke-color", color("--zone-line"));
  map.setPaintProperty("emphasis", "line-color", state("selected", color("--accent-strong"), color("--ink")));
  map.setPaintProperty("labels", "text-color", color("--map-ink"));
  map.setPaintProperty("labels", "text-halo-color", color("--map-halo"));
  map.setPaintProperty("draft-line", "line-color", color("--accent-strong"));
  map.setPaintProperty("draft-fill", "fill-color", color("--accent-soft"));
  map.setPaintProperty("draft-corners", "circle-color", color("--card"));
  map.setPaintProperty("draft-corners", "circle-stroke-color", color("--accent-strong"));
}

/** What sets a zone apart: its colour, and that it is chosen. New colours wipe out all marks, so this one is set anew. */
function createMarks(map: MapLibreMap): Pick<ZoneMap, "setColors" | "setSelected"> {
  let selected: string | null = null;
  const mark = (id: string, marks: object) => map.setFeatureState({ source: "zones", id }, marks);
  return {
    setColors(colors) {
      map.removeFeatureState({ source: "zones" });
      for (const [id, color] of colors) mark(id, { color });
      if (selected !== null) mark(selected, { selected: true });
    },
    setSelected(key) {
      if (selected !== null) mark(selected, { selected: false });
      if (key !== null) mark(key, { selected: true });
      selected = key;
    },
  };
}

/** Shows zones; where one of them has another shape and no more, only that goes to the map, as it does while it is dragged. */
function createZones(map: MapLibreMap): ZoneMap["setZones"] {
  let shown: readonly Zone[] = [];
  return (zones) => {
    const changed = zones.filter((zone, i) => zone !== shown[i]);
    const isReshaped =
      zones.length === shown.length && changed.length === 1 && zones.every(({ key }, i) => key === shown[i].key);
    shown = zones;
    if (isReshaped) {
      const [{ key: id, feature }] = changed;
      (map.getSource("zones") as GeoJSONSource).updateData({ update: [{ id, newGeometry: feature.geometry }] });
    } else setFeatures(map, "zones", zones.map(withKey));
    setFeatures(map, "labels", zones.length <= MAX_LABELS ? zones.flatMap(label) : []);
  };
}

function setFeatures(map: MapLibreMap, id: string, features: readonly Feature[]): void {
  (map.getSource(id) as GeoJSONSource).setData({ type: "FeatureCollection", features: [...features] });
}

/** Fits, and does so again when the map changes its size, until a person moves it. */
function createFit(map: MapLibreMap): (bounds: Bounds) => void {
  let last: Bounds | null = null;
  const show = ([west, south, east, north]: Bounds) =>
    map.fitBounds([west, south, east, north], { padding: FIT_PADDING, animate: false, maxZoom: 16 });
  map.on("movestart", ({ originalEvent }) => {
    if (originalEvent && originalEvent.type !== "resize") last = null;
  });
  map.on("resize", () => last && show(last));
  return (bounds) => {
    last = bounds;
    show(bounds);
  };
}

function withKey({ key, name, feature }: Zone): Feature {
  return { type: "Feature", geometry: feature.geometry, properties: { key, name } };
}

function label({ name, feature }: Zone): Feature[] {
  const coordinates = labelPoint(feature);
  if (!coordinates) return [];
  return [{ type: "Feature", geometry: { type: "Point", coordinates }, properties: { name } }];
}

function setPicture(map: MapLibreMap, image: RasterImage | null): void {
  const existing = map.getSource("picture") as ImageSource | undefined;
  if (!image) {
    if (existing) map.setLayoutProperty("picture", "visibility", "none");
    return;
  }
  const [west, south, east, north] = image.bounds;
  const coordinates: [[number, number], [number, number], [number, number], [number, number]] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const url = image.canvas.toDataURL();
  if (existing) {
    existing.updateImage({ url, coordinates });
    map.setLayoutProperty("picture", "visibility", "visible");
    return;
  }
  map.addSource("picture", { type: "image", url, coordinates });
  const paint = { "raster-resampling": "nearest", "raster-fade-duration": 0 } as const;
  map.addLayer({ id: "picture", type: "raster", source: "picture", paint }, "fill");
}

function hoverZones(map: MapLibreMap): void {
  let hovered: string | number | undefined;
  const hover = (id: string | number | undefined) => {
    if (id === hovered) return;
    if (hovered !== undefined) map.setFeatureState({ source: "zones", id: hovered }, { hover: false });
    if (id !== undefined) map.setFeatureState({ source: "zones", id }, { hover: true });
    hovered = id;
  };
  const drawing = () => map.getContainer().dataset.draw !== undefined;
  map.on("mousemove", "fill", (event) => hover(drawing() ? undefined : event.features?.[0]?.id));
  map.on("mouseleave", "fill", () => hover(undefined));
}

export function boundsOfZones(zones: readonly Zone[]): Bounds | null {
  return geometryBounds(zones.map(({ feature }) => feature));
}
