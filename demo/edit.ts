import type { Position } from "geojson";
import { type Map as MapLibreMap, Marker } from "maplibre-gl";

export interface VertexEditor {
  /** Shows handles on an open ring; null takes them away. */
  edit(ring: readonly Position[] | null): void;
}

export interface EditEvents {
  /** With `final` false while a handle is being dragged. */
  onChange(ring: Position[], final: boolean): void;
}

/** Pixels an arrow key moves a vertex; ten times as far with shift. */
const NUDGE = 2;
const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
};

/** An open ring that is being changed; a corner is inserted before the one with that index. */
interface EditedRing {
  readonly corners: readonly Position[];
  move(index: number, to: Position, final: boolean): void;
  insert(index: number, corner: Position): void;
  remove(index: number): void;
  /** Shows the ring with one more corner, without taking it. */
  preview(index: number, corner: Position): void;
}

/**
 * Handles on the corners and, smaller, on the middles of the edges. Each is a button: drag it, or focus it and use the
 * arrow keys; delete takes a corner away; a middle that is dragged, clicked or pressed becomes a corner.
 */
export function createVertexEditor(map: MapLibreMap, { onChange }: EditEvents): VertexEditor {
  let corners: Position[] = [];
  let markers: Marker[] = [];
  const ring: EditedRing = {
    get corners() {
      return corners;
    },
    move(index, to, final) {
      corners[index] = to;
      for (const edge of corners.keys()) markers[2 * edge + 1].setLngLat(halfway(map, corners, edge));
      onChange([...corners], final);
    },
    insert: (index, corner) => replace(corners.toSpliced(index, 0, corner), index),
    remove: (index) => replace(corners.toSpliced(index, 1), index % (corners.length - 1)),
    preview: (index, corner) => onChange(corners.toSpliced(index, 0, corner), false),
  };
  const rebuild = () => {
    for (const marker of markers) marker.remove();
    markers = corners.flatMap((_, index) => [cornerHandle(map, ring, index), middleHandle(map, ring, index)]);
  };
  const replace = (next: Position[], focus: number) => {
    corners = next;
    rebuild();
    markers[2 * focus].getElement().focus();
    onChange([...corners], true);
  };
  return {
    edit(next) {
      corners = next ? [...next] : [];
      rebuild();
    },
  };
}

function cornerHandle(map: MapLibreMap, ring: EditedRing, index: number): Marker {
  const { length } = ring.corners;
  const marker = handle("vertex", `Corner ${index + 1} of ${length}`).setLngLat(
    ring.corners[index] as [number, number],
  );
  const place = () => marker.getLngLat().toArray();
  marker.on("drag", () => ring.move(index, place(), false));
  marker.on("dragend", () => ring.move(index, place(), true));
  marker.getElement().addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step) {
      const { x, y } = map.project(marker.getLngLat());
      const by = event.shiftKey ? 10 : 1;
      marker.setLngLat(map.unproject([x + step[0] * by, y + step[1] * by]));
      ring.move(index, place(), true);
    } else if ((event.key === "Delete" || event.key === "Backspace") && length > 3) ring.remove(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return marker.addTo(map);
}

function middleHandle(map: MapLibreMap, ring: EditedRing, index: number): Marker {
  const name = `Add a corner after corner ${index + 1}`;
  const marker = handle("middle", name).setLngLat(halfway(map, ring.corners, index));
  const place = () => marker.getLngLat().toArray();
  let dragged = false;
  marker.on("dragstart", () => {
    dragged = true;
  });
  marker.on("drag", () => ring.preview(index + 1, place()));
  marker.on("dragend", () => ring.insert(index + 1, place()));
  marker.getElement().addEventListener("click", (event) => {
    event.stopPropagation();
    if (!dragged) ring.insert(index + 1, place());
  });
  return marker.addTo(map);
}

/** The middle of the edge from a corner to the next, as seen on the map. */
function halfway(map: MapLibreMap, corners: readonly Position[], index: number): [number, number] {
  const ends = [corners[index], corners[(index + 1) % corners.length]];
  const [a, b] = ends.map((corner) => map.project(corner as [number, number]));
  return map.unproject([(a.x + b.x) / 2, (a.y + b.y) / 2]).toArray();
}

function handle(kind: "vertex" | "middle", name: string): Marker {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `handle ${kind}`;
  element.setAttribute("aria-label", name);
  return new Marker({ element, draggable: true });
}
