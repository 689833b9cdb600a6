import type { Feature, Position } from "geojson";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { ZoneMap } from "./map.ts";

export interface Drawing {
  readonly active: () => boolean;
  start(byKeyboard: boolean): void;
  cancel(): void;
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
export function createDrawing(zoneMap: ZoneMap, { onFinish, onHint }: DrawingEvents): Drawing {
  const { map } = zoneMap;
  const container = map.getContainer();
  let ring: Position[] | null = null;

  function start(byKeyboard: boolean): void {
    ring = [];
    container.dataset.draw = byKeyboard ? "keyboard" : "pointer";
    map.getCanvas().style.cursor = "crosshair";
    map.doubleClickZoom.disable();
    map.getCanvas().focus();
    update();
  }

  function stop(): void {
    ring = null;
    delete container.dataset.draw;
    setTimeout(() => ring ?? map.doubleClickZoom.enable(), DOUBLE_CLICK_MS);
    zoneMap.setDraft(null);
    onHint(null);
  }

  function update(pointer?: Position): void {
    if (!ring) return;
    const vertices = pointer ? [...ring, pointer] : ring;
    zoneMap.setDraft(vertices.length > 1 ? draft(vertices) : null);
    onHint(hint(ring.length, container.dataset.draw === "keyboard"));
  }

  function add(vertex: Position): void {
    if (!ring) return;
    const pixel = map.project(vertex as [number, number]);
    const near = (other: Position | undefined) =>
      other !== undefined && map.project(other as [number, number]).dist(pixel) < SAME_PIXELS;
    if (ring.length >= 3 && near(ring[0])) {
      finish();
      return;
    }
    if (!near(ring.at(-1))) ring.push(vertex);
    update();
  }

  function finish(): void {
    if (!ring) return;
    if (ring.length < 3) {
      onHint("A polygon needs three corners at least.");
      return;
    }
    const finished = ring;
    stop();
    onFinish(finished);
  }

  map.on("click", (event: MapMouseEvent) => ring && add(event.lngLat.toArray()));
  map.on("dblclick", () => ring && finish());
  map.on("mousemove", (event: MapMouseEvent) => {
    if (ring && container.dataset.draw === "pointer") update(event.lngLat.toArray());
  });
  map.on("move", () => container.dataset.draw === "keyboard" && update(map.getCenter().toArray()));
  const takeBack = () => {
    ring?.pop();
    update();
  };
  const addCentre = () => add(map.getCenter().toArray());
  bindKeys(map, () => ring !== null, {
    " ": addCentre,
    Enter: finish,
    Escape: stop,
    Backspace: takeBack,
    Delete: takeBack,
  });

  return { active: () => ring !== null, start, cancel: stop };
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
  const closed = [...vertices, vertices[0]];
  const geometry =
    vertices.length > 2
      ? ({ type: "Polygon", coordinates: [closed] } as const)
      : ({ type: "LineString", coordinates: [...vertices] } as const);
  return { type: "Feature", properties: {}, geometry: geometry as Feature["geometry"] };
}

function hint(vertices: number, byKeyboard: boolean): string {
  const set = byKeyboard ? "Arrow keys move the map, space sets a corner at the cross" : "Click to set corners";
  if (vertices < 3) return `${set}. Escape cancels.`;
  return byKeyboard ? `${set}, Enter finishes, Escape cancels.` : "Double-click or Enter finishes, Escape cancels.";
}
