import type { Fail } from "../../source/broken-bytes.ts";
import { Doubles } from "./doubles.ts";
import { MOST_LEVELS, pushLine, pushPoints, pushRing, type Shapes, type Vertices } from "./shapes.ts";

/** What types are called, by their number in WKB. */
export const geometryNames = [
  ...["Geometry", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"],
  ...["GeometryCollection", "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface", "Curve"],
  ...["Surface", "PolyhedralSurface", "TIN", "Triangle"],
] as const;

// EWKB's flags, PostGIS's way to say what ISO says by adding 1000 a dimension.
const [FLAG_Z, FLAG_M, FLAG_SRID] = [0x8000_0000, 0x4000_0000, 0x2000_0000];

/**
 * Well-known binary → shapes: both byte orders, ISO and EWKB, Z and M left out. Counts are held against the bytes that
 * are left before anything is made of them.
 */
export class WkbGeometry {
  readonly #shapes: Shapes;
  readonly #doubles = new Doubles();
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(this.#bytes.buffer);
  #at = 0;
  #fail: Fail = Error;
  /** The SRID that the last geometry carried; null where it carried none. */
  srid: number | null = null;

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  /** Adds one geometry, which has to be all of `bytes`. The zone is the caller's to end. */
  read(bytes: Uint8Array, fail: Fail): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = 0;
    this.#fail = fail;
    this.srid = null;
    this.#geometry(0);
    if (this.#at !== bytes.byteLength) throw fail(`has ${bytes.byteLength - this.#at} bytes behind its WKB`);
  }

  #geometry(level: number): void {
    if (level > MOST_LEVELS) throw this.#fail(`has collections within collections, more than ${MOST_LEVELS} deep`);
    this.#need(1, 5, "geometries");
    const order = this.#bytes[this.#at];
    if (order > 1) throw this.#fail(`has the byte ${order} where WKB says its byte order (0 or 1)`);
    const littleEndian = order === 1;
    const code = this.#view.getUint32(this.#at + 1, littleEndian);
    this.#at += 5;
    if (code & FLAG_SRID) this.srid = this.#count(littleEndian, 0, "SRIDs");
    const plain = code & 0x0fff_ffff;
    const iso = Math.floor(plain / 1000);
    const name = iso > 3 ? undefined : geometryNames[plain % 1000];
    const hasZ = (code & FLAG_Z) !== 0 || iso === 1 || iso === 3;
    const hasM = (code & FLAG_M) !== 0 || iso === 2 || iso === 3;
    this.#named(name ?? `geometry of type ${code}`, littleEndian, 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0), level);
  }

  #named(name: string, littleEndian: boolean, dimensions: number, level: number): void {
    if (name === "Polygon" || name === "Triangle") this.#polygon(littleEndian, dimensions);
    else if (name === "Point") {
      pushPoints(this.#shapes, this.#vertices(1, littleEndian, dimensions), this.#fail);
    } else if (name === "LineString") {
      const count = this.#count(littleEndian, 8 * dimensions, "vertices");
      pushLine(this.#shapes, this.#vertices(count, littleEndian, dimensions), this.#fail);
    } else if (/^(Multi(Point|LineString|Polygon)|GeometryCollection|PolyhedralSurface|TIN)$/.test(name)) {
      const parts = this.#count(littleEndian, 5, "parts");
      for (let part = 0; part < parts; part++) this.#geometry(level + 1);
    } else throw this.#fail(`is a ${name}; zones are polygons, lines or points without curves`);
  }

  #polygon(littleEndian: boolean, dimensions: number): void {
    const count = this.#count(littleEndian, 4, "rings");
    let some = false;
    for (let ring = 0; ring < count; ring++) {
      const vertices = this.#count(littleEndian, 8 * dimensions, "vertices");
      if (pushRing(this.#shapes, this.#vertices(vertices, littleEndian, dimensions), this.#fail)) some = true;
    }
    if (some) this.#shapes.rings.endPolygon();
  }

  #vertices(count: number, littleEndian: boolean, dimensions: number): Vertices {
    this.#need(count, 8 * dimensions, "vertices");
    const coordinates = this.#doubles.read(this.#bytes, this.#at, count * dimensions, littleEndian);
    this.#at += 8 * count * dimensions;
    return { coordinates, first: 0, count, stride: dimensions };
  }

  /** A count of things that take `size` bytes or more each, all of which must be there. */
  #count(littleEndian: boolean, size: number, what: string): number {
    this.#need(1, 4, `counts of ${what}`);
    const count = this.#view.getUint32(this.#at, littleEndian);
    this.#at += 4;
    this.#need(count, size, what);
    return count;
  }

  #need(count: number, size: number, what: string): void {
    const left = this.#bytes.byteLength - this.#at;
    if (count * size > left) throw this.#fail(`has WKB that ends too early: ${count} ${what} are not in ${left} bytes`);
  }
}
