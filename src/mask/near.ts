import type { Rings } from "../zones/zones.ts";

/** x and y from inclusive to inclusive. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

const BLOCK = 64;

/** Boxes (minX, minY, maxX, maxY) that let what is far be passed over at once. */
interface Boxes {
  /** Around each ring. */
  readonly rings: Float64Array;
  /** Around every 64 vertices, of whatever rings. */
  readonly blocks: Float64Array;
}

const boxesOfRings = new WeakMap<Rings, Boxes>();

/**
 * Vertices x0, y0, x1, y1, … of a ring, as far as they matter in a box: a stretch that lies wholly beyond one side of
 * the box is replaced by its ends, which crosses the box as little as the stretch did.
 */
export function ringNear(rings: Rings, ring: number, box: Box): Float64Array {
  const { coordinates, ringOffsets } = rings;
  const start = ringOffsets[ring];
  const stop = ringOffsets[ring + 1];
  const boxes = boxesOf(rings);
  if (beyondOneSide(boxes.rings, 4 * ring, box)) return new Float64Array();
  if (stop - start < 4 * BLOCK) return coordinates.subarray(2 * start, 2 * stop);
  const near: number[] = [];
  const keep = (vertex: number) => near.push(coordinates[2 * vertex], coordinates[2 * vertex + 1]);
  for (let vertex = start; vertex < stop; ) {
    const block = Math.floor(vertex / BLOCK);
    const blockStop = Math.min(stop, (block + 1) * BLOCK);
    if (beyondOneSide(boxes.blocks, 4 * block, box)) {
      keep(vertex);
      if (blockStop - vertex > 1) keep(blockStop - 1);
    } else {
      for (let i = vertex; i < blockStop; i++) keep(i);
    }
    vertex = blockStop;
  }
  return Float64Array.from(near);
}

function beyondOneSide(boxes: Float64Array, at: number, box: Box): boolean {
  return boxes[at] > box.maxX || boxes[at + 1] > box.maxY || boxes[at + 2] < box.minX || boxes[at + 3] < box.minY;
}

function boxesOf(rings: Rings): Boxes {
  let boxes = boxesOfRings.get(rings);
  if (boxes) return boxes;
  const { coordinates, ringOffsets } = rings;
  const vertices = coordinates.length / 2;
  boxes = {
    rings: new Float64Array(4 * (ringOffsets.length - 1)),
    blocks: new Float64Array(4 * Math.ceil(vertices / BLOCK)),
  };
  for (let ring = 0; ring + 1 < ringOffsets.length; ring++) {
    boxes.rings.set(boxAround(coordinates, ringOffsets[ring], ringOffsets[ring + 1]), 4 * ring);
  }
  for (let start = 0; start < vertices; start += BLOCK) {
    boxes.blocks.set(boxAround(coordinates, start, Math.min(vertices, start + BLOCK)), (4 * start) / BLOCK);
  }
  boxesOfRings.set(rings, boxes);
  return boxes;
}

function boxAround(coordinates: Float64Array, start: number, stop: number): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = start; vertex < stop; vertex++) {
    minX = Math.min(minX, coordinates[2 * vertex]);
    maxX = Math.max(maxX, coordinates[2 * vertex]);
    minY = Math.min(minY, coordinates[2 * vertex + 1]);
    maxY = Math.max(maxY, coordinates[2 * vertex + 1]);
  }
  return [minX, minY, maxX, maxY];
}
