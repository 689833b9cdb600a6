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

/**
 * Handles on the corners and, smaller, on the middles of the edges. Each is a button: drag it, or focus it and use the
 * arrow keys; delete takes a corner away; a middle that is dragged, clicked or pressed becomes a corner.
 */
export function createVertexEditor(map: MapLibreMap, { onChange }: EditEvents): VertexEditor {
  let ring: Position[] = [];
  let markers: Marker[] = [];

  function rebuild(focus?: number): void {
    for (const marker of markers) marker.remove();
    markers = ring.flatMap((_, index) => [corner(index), middle(index)]);
    if (focus !== undefined) markers[2 * focus]?.getElement().focus();
  }

  function placeMiddles(): void {
    for (const index of ring.keys()) markers[2 * index + 1].setLngLat(halfway(index));
  }

  const halfway = (index: number): [number, number] => {
    const [a, b] = [ring[index], ring[(index + 1) % ring.length]].map((at) => map.project(at as [number, number]));
    return map.unproject([(a.x + b.x) / 2, (a.y + b.y) / 2]).toArray();
  };

  function move(index: number, to: Position, final: boolean): void {
    ring[index] = to;
    placeMiddles();
    onChange([...ring], final);
  }

  function corner(index: number): Marker {
    const marker = handle("vertex", `Corner ${index + 1} of ${ring.length}`).setLngLat(ring[index] as [number, number]);
    marker.on("drag", () => move(index, marker.getLngLat().toArray(), false));
    marker.on("dragend", () => move(index, marker.getLngLat().toArray(), true));
    marker.getElement().addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (step) {
        const { x, y } = map.project(ring[index] as [number, number]);
        const by = event.shiftKey ? 10 : 1;
        marker.setLngLat(map.unproject([x + step[0] * by, y + step[1] * by]));
        move(index, marker.getLngLat().toArray(), true);
      } else if ((event.key === "Delete" || event.key === "Backspace") && ring.length > 3) {
        ring.splice(index, 1);
        rebuild(index % ring.length);
        onChange([...ring], true);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return marker.addTo(map);
  }

  function middle(index: number): Marker {
    const marker = handle("middle", `Add a corner after corner ${index + 1}`).setLngLat(halfway(index));
    let corners: Position[] | null = null;
    marker.on("dragstart", () => {
      corners = [...ring];
    });
    marker.on("drag", () => corners && onChange(corners.toSpliced(index + 1, 0, marker.getLngLat().toArray()), false));
    const insert = () => {
      ring.splice(index + 1, 0, marker.getLngLat().toArray());
      rebuild(index + 1);
      onChange([...ring], true);
    };
    marker.on("dragend", insert);
    marker.getElement().addEventListener("click", (event) => {
      event.stopPropagation();
      if (!corners) insert();
    });
    return marker.addTo(map);
  }

  return {
    edit(next) {
      ring = next ? [...next] : [];
      rebuild();
    },
  };
}

function handle(kind: "vertex" | "middle", name: string): Marker {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `handle ${kind}`;
  element.setAttribute("aria-label", name);
  return new Marker({ element, draggable: true });
}
