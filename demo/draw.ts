import type { Feature, Geometry, Position } from "geojson";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { ZoneMap } from "./map.ts";

export interface Drawing {
  active(): boolean;
  start(byKeyboard: boolean): void;
  finish(): void;
  stop(): void;
}

export interface DrawingEvents {
  /** An open ring of three vertices or more. */
  onFinish(ring: Position[]): void;
  /** What to do next, in words; null when drawing is over. */
  onHint(hint: string | null): void;
}

/** Clicks that are this close, in pixels, are the same vertex: a double click ends in two. */
const SAME_PIXELS = 6;

/** Pixels that an arrow key moves the map, and with shift. */
const STEP = 32;
const FINE_STEP = 4;

/** The double click that finishes must not zoom as well. */
const DOUBLE_CLICK_MS = 500;

/**
 * Draws one polygon: a click sets a vertex, a double click or a click on the first vertex finishes. By keyboard, with
 * the map focused: arrows move the map under the crosshair (with shift less), space sets a vertex, backspace takes the
 * last one back, enter finishes, escape cancels.
 */
export function createDrawing(zoneMap: ZoneMap, events: DrawingEvents): Drawing {
  const { map } = zoneMap;
  const sketch = createSketch(zoneMap, events);
  const byKeyboard = () => map.getContainer().dataset.draw === "keyboard";
  map.on("click", (event: MapMouseEvent) => sketch.add(event.lngLat.toArray()));
  map.on("dblclick", sketch.finish);
  map.on("mousemove", (event: MapMouseEvent) => byKeyboard() || sketch.show(event.lngLat.toArray()));
  map.on("move", () => byKeyboard() && sketch.show(map.getCenter().toArray()));
  bindKeys(map, sketch.active, {
    " ": () => sketch.add(map.getCenter().toArray()),
    Enter: sketch.finish,
    Escape: sketch.stop,
    Backspace: sketch.takeBack,
    Delete: sketch.takeBack,
  });
  return {
    ...sketch,
    start(keyboard) {
      map.getContainer().dataset.draw = keyboard ? "keyboard" : "pointer";
      map.getCanvas().style.cursor = "crosshair";
      map.doubleClickZoom.disable();
      map.getCanvas().focus({ preventScroll: true });
      map.getContainer().scrollIntoView({ block: "nearest" }); // on a phone the button lies below the map
      sketch.start();
    },
  };
}

/** A ring in the making; where none is, nothing happens. */
interface Sketch {
  active(): boolean;
  start(): void;
  stop(): void;
  add(vertex: Position): void;
  takeBack(): void;
  finish(): void;
  /** Draws the ring, as if the next vertex were where the pointer or the cross is. */
  show(next?: Position): void;
}

function createSketch({ map, setDraft }: ZoneMap, { onFinish, onHint }: DrawingEvents): Sketch {
  const container = map.getContainer();
  let ring: Position[] | null = null;
  const stop = () => {
    if (!ring) return;
    ring = null;
    delete container.dataset.draw;
    setTimeout(() => ring ?? map.doubleClickZoom.enable(), DOUBLE_CLICK_MS);
    setDraft(null);
    onHint(null);
  };
  const show = (next?: Position) => {
    if (!ring) return;
    const vertices = next ? [...ring, next] : ring;
    setDraft(vertices.length > 0 ? draft(vertices) : null);
    onHint(hint(ring.length, container.dataset.draw === "keyboard"));
  };
  const finish = () => {
    const finished = ring;
    if (finished && finished.length < 3) onHint("A polygon needs three corners at least.");
    else if (finished) {
      stop();
      onFinish(finished);
    }
  };
  const start = () => {
    ring = [];
    show();
  };
  const add = (vertex: Position) => {
    if (!ring) return;
    if (ring.length >= 3 && isNear(map, ring[0], vertex)) finish();
    else {
      if (!isNear(map, ring.at(-1), vertex)) ring.push(vertex);
      show();
    }
  };
  const takeBack = () => {
    ring?.pop();
    show();
  };
  return { active: () => ring !== null, start, stop, add, takeBack, finish, show };
}

function isNear(map: MapLibreMap, a: Position | undefined, b: Position): boolean {
  if (!a) return false;
  return map.project(a as [number, number]).dist(map.project(b as [number, number])) < SAME_PIXELS;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys act while a polygon is drawn; the ones that move the map or set a corner bring up the cross. */
function bindKeys(map: MapLibreMap, active: () => boolean, actions: Readonly<Record<string, () => void>>): void {
  const container = map.getContainer();
  const onKey = (event: KeyboardEvent) => {
    const action: (() => void) | undefined = actions[event.key];
    const arrow = arrows[event.key];
    if (!active() || !(action || arrow)) return;
    event.preventDefault();
    event.stopPropagation();
    if (arrow || event.key === " ") container.dataset.draw = "keyboard";
    const pixels = event.shiftKey ? FINE_STEP : STEP;
    if (arrow) map.panBy([arrow[0] * pixels, arrow[1] * pixels], { animate: false }, { originalEvent: event });
    action?.();
  };
  container.addEventListener("keydown", onKey, { capture: true });
}

function draft(vertices: readonly Position[]): Feature {
  return { type: "Feature", properties: {}, geometry: draftGeometry(vertices) };
}

function draftGeometry(vertices: readonly Position[]): Geometry {
  if (vertices.length === 1) return { type: "Point", coordinates: vertices[0] };
  if (vertices.length === 2) return { type: "LineString", coordinates: [...vertices] };
  return { type: "Polygon", coordinates: [[...vertices, vertices[0]]] };
}

function hint(vertices: number, byKeyboard: boolean): string {
  const set = byKeyboard ? "Arrow keys move the map, space sets a corner at the cross" : "Click to set corners";
  if (vertices < 3) return `${set}.`;
  return byKeyboard ? `${set}, Enter finishes.` : "Double-click, or click the first corner, to finish.";
}
