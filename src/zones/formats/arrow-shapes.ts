import type { Data, FixedSizeList } from "apache-arrow";
import type { Fail } from "../../source/broken-bytes.ts";
import { pushLine, pushPoints, pushRing, type Shapes, type Vertices } from "./shapes.ts";

/** Arrow's numbers of the types that coordinates and lists are of. They hold for any copy of apache-arrow. */
const [FLOAT, LIST, STRUCT, FIXED_LIST] = [3, 12, 13, 16];

/** How deep lists are nested above coordinates. */
const levels = { point: 0, multipoint: 1, linestring: 1, multilinestring: 2, polygon: 2, multipolygon: 3 } as const;

export type NativeEncoding = keyof typeof levels;

export function isNative(name: string): name is NativeEncoding {
  return Object.hasOwn(levels, name);
}

/** First item of a list and the one after its last. */
type Span = readonly [start: number, stop: number];

/**
 * Reads geometries of one chunk of a GeoArrow column (geoarrow.org/format): lists of coordinates, which are x, y, …
 * one behind the other, or each in a column of its own. No objects are made of them.
 */
export class ArrowShapes {
  readonly #shapes: Shapes;
  readonly #encoding: NativeEncoding;
  readonly #fail: Fail;
  /** The lists from the outermost to the innermost. */
  readonly #lists: readonly Data[];
  /** Coordinate i begins at i × stride of each; one array where they are interleaved. */
  readonly #values: readonly Float64Array[];
  readonly #stride: number;
  readonly #count: number;
  #scratch = new Float64Array(256);

  constructor(shapes: Shapes, encoding: NativeEncoding, data: Data, fail: Fail) {
    this.#shapes = shapes;
    this.#encoding = encoding;
    this.#fail = fail;
    const lists: Data[] = [];
    let own = data;
    for (let level = 0; level < levels[encoding]; level++) {
      if (own.type?.typeId !== LIST || !own.valueOffsets || !own.children[0]) throw this.#unlike();
      lists.push(own);
      own = own.children[0];
    }
    const isInterleaved = own.type?.typeId === FIXED_LIST;
    if (!isInterleaved && own.type?.typeId !== STRUCT) throw this.#unlike();
    this.#lists = lists;
    this.#stride = isInterleaved ? (own.type as FixedSizeList).listSize : 1;
    this.#values = own.children.slice(0, isInterleaved ? 1 : 2).map((child: Data) => {
      if (child?.type?.typeId !== FLOAT || !(child.values instanceof Float64Array)) throw this.#unlike();
      return child.values;
    });
    if (!(this.#stride >= (isInterleaved ? 2 : 1)) || this.#values.length < (isInterleaved ? 1 : 2))
      throw this.#unlike();
    this.#count = Math.min(...this.#values.map(({ length }) => Math.floor(length / this.#stride)));
  }

  /** Adds the geometry of a row of the chunk, which is not null. */
  push(row: number, fail: Fail): void {
    const encoding = this.#encoding;
    if (encoding === "point") pushPoints(this.#shapes, this.#vertices([row, row + 1], fail), fail);
    else if (encoding === "multipoint") pushPoints(this.#shapes, this.#vertices(this.#span(0, row, fail), fail), fail);
    else if (encoding === "linestring") pushLine(this.#shapes, this.#vertices(this.#span(0, row, fail), fail), fail);
    else if (encoding === "polygon") this.#polygon(0, row, fail);
    else {
      const [start, stop] = this.#span(0, row, fail);
      for (let part = start; part < stop; part++) {
        if (encoding === "multipolygon") this.#polygon(1, part, fail);
        else pushLine(this.#shapes, this.#vertices(this.#span(1, part, fail), fail), fail);
      }
    }
  }

  #polygon(level: number, polygon: number, fail: Fail): void {
    const [start, stop] = this.#span(level, polygon, fail);
    let some = false;
    for (let ring = start; ring < stop; ring++) {
      if (pushRing(this.#shapes, this.#vertices(this.#span(level + 1, ring, fail), fail), fail)) some = true;
    }
    if (some) this.#shapes.rings.endPolygon();
  }

  /** What list `item` of a level holds of the level below; none where it is null. */
  #span(level: number, item: number, fail: Fail): Span {
    const offsets = this.#lists[level].valueOffsets as ArrayLike<number | bigint>;
    const [start, stop] = [Number(offsets[item]), Number(offsets[item + 1])];
    const below = this.#lists[level + 1];
    const most = below ? (below.valueOffsets as ArrayLike<unknown>).length - 1 : this.#count;
    if (start >= 0 && stop >= start && stop <= most) return [start, stop];
    throw fail(`has a part of the entries ${start} to ${stop} of ${most}`);
  }

  #vertices([start, stop]: Span, fail: Fail): Vertices {
    const count = stop - start;
    if (stop > this.#count) throw fail(`has the coordinate ${stop - 1} of ${this.#count}`);
    const [x, y] = this.#values;
    if (!y) return { coordinates: x, first: start * this.#stride, count, stride: this.#stride };
    if (this.#scratch.length < 2 * count) this.#scratch = new Float64Array(4 * count);
    for (let i = 0; i < count; i++) {
      this.#scratch[2 * i] = x[start + i];
      this.#scratch[2 * i + 1] = y[start + i];
    }
    return { coordinates: this.#scratch, first: 0, count, stride: 2 };
  }

  #unlike(): Error {
    return this.#fail(`has a column of geometries that is not nested as geoarrow.${this.#encoding} says`);
  }
}
