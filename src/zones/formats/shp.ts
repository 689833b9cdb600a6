import type { Fail } from "../../source/broken-bytes.ts";
import { Doubles } from "./doubles.ts";
import { groupRings } from "./group-rings.ts";
import { pushLine, pushPoints, pushRing, type Shapes, type Vertices } from "./shapes.ts";

const [HEADER_BYTES, RECORD_BYTES, FILE_CODE] = [100, 8, 9994];

/** Shape types, by their number less the tens that say Z or M: those lie behind x and y, and are left out. */
const kinds = { 0: "null", 1: "point", 3: "lines", 5: "polygon", 8: "points" } as const;

/**
 * The shapes of a .shp file (Esri's technical description, 1998), one after the other as they lie there.
 * @param endZone called behind each shape, with its row; false where that row is none of the zones
 * @param takes whether the shape of a row is wanted
 */
export function readShp(
  bytes: Uint8Array,
  shapes: Shapes,
  takes: (row: number) => boolean,
  endZone: (row: number) => void,
  failOf: (row: number | null) => Fail,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) throw failOf(null)("is no shapefile (.shp)");
  const reader = new ShpReader(bytes, shapes);
  let at = HEADER_BYTES;
  for (let row = 0; at + RECORD_BYTES <= bytes.length; row++) {
    const fail = failOf(row);
    const length = 2 * view.getUint32(at + 4);
    const start = at + RECORD_BYTES;
    if (length < 4 || start + length > bytes.length) {
      throw fail(`says that it has ${length} bytes, of which ${bytes.length - start} are there`);
    }
    at = start + length;
    if (!takes(row)) continue;
    reader.read(start, length, fail);
    endZone(row);
  }
}

class ShpReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #shapes: Shapes;
  readonly #doubles = new Doubles();

  constructor(bytes: Uint8Array, shapes: Shapes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#shapes = shapes;
  }

  read(at: number, length: number, fail: Fail): void {
    const type = this.#view.getInt32(at, true);
    const kind = type >= 0 && type < 30 ? kinds[(type % 10) as keyof typeof kinds] : undefined;
    if (!kind) throw fail(`is a shape of type ${type}; zones are polygons, lines or points`);
    if (kind === "null") return;
    // Type and, but for a point, the rectangle around the shape.
    const body = at + (kind === "point" ? 4 : 36);
    const end = at + length;
    if (kind === "point") pushPoints(this.#shapes, this.#vertices(body, 1, end, fail), fail);
    else if (kind === "points") {
      pushPoints(this.#shapes, this.#vertices(body + 4, this.#count(body, end, fail), end, fail), fail);
    } else this.#parts(kind === "polygon", body, end, fail);
  }

  #parts(isPolygon: boolean, at: number, end: number, fail: Fail): void {
    const parts = this.#count(at, end, fail);
    const count = this.#count(at + 4, end, fail);
    if (at + 8 + 4 * parts > end) throw fail(`says that it has ${parts} parts, which are not there`);
    const all = this.#vertices(at + 8 + 4 * parts, count, end, fail);
    const cut = Array.from({ length: parts }, (_, part): Vertices => {
      const first = this.#view.getUint32(at + 8 + 4 * part, true);
      const stop = part + 1 < parts ? this.#view.getUint32(at + 12 + 4 * part, true) : count;
      if (first > stop || stop > count) throw fail(`has a part of the vertices ${first} to ${stop} of ${count}`);
      return { ...all, first: 2 * first, count: stop - first };
    });
    if (!isPolygon) for (const line of cut) pushLine(this.#shapes, line, fail);
    else {
      for (const polygon of groupRings(cut)) {
        let some = false;
        for (const ring of polygon) if (pushRing(this.#shapes, ring, fail)) some = true;
        if (some) this.#shapes.rings.endPolygon();
      }
    }
  }

  #count(at: number, end: number, fail: Fail): number {
    if (at + 4 > end) throw fail("ends before it says how many vertices it has");
    return this.#view.getUint32(at, true);
  }

  #vertices(at: number, count: number, end: number, fail: Fail): Vertices {
    if (at + 16 * count > end) throw fail(`says that it has ${count} vertices, which are not there`);
    return { coordinates: this.#doubles.read(this.#bytes, at, 2 * count, true), first: 0, count, stride: 2 };
  }
}
