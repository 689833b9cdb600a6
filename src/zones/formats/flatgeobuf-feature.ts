import type { Fail } from "../../source/broken-bytes.ts";
import { Doubles } from "./doubles.ts";
import { FlatTable } from "./flat-table.ts";
import { MOST_LEVELS, pushLine, pushPoints, pushRing, type Shapes, type Vertices } from "./shapes.ts";
import { geometryNames } from "./wkb-geometry.ts";

/** What the parts of a geometry are, where the format says it by the whole; others say it themselves. */
const typesOfParts: Readonly<Record<string, number>> = { MultiPolygon: 3, TIN: 17 };

/** Adds the geometries of FlatGeobuf's features to shapes. */
export class FlatFeatures {
  readonly #shapes: Shapes;
  readonly #geometryType: number;
  readonly #doubles = new Doubles();
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(this.#bytes.buffer);
  #fail: Fail = Error;
  /** Bytes of the feature that its geometry may still be made of: parts must not lie over each other. */
  #left = 0;

  /** @param geometryType of all features; 0 where each says its own */
  constructor(shapes: Shapes, geometryType: number) {
    this.#shapes = shapes;
    this.#geometryType = geometryType;
  }

  /** Adds one feature's geometry; the zone is the caller's to end. */
  read(bytes: Uint8Array, fail: Fail): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#fail = fail;
    this.#left = bytes.byteLength;
    const geometry = FlatTable.root(this.#view).table(0);
    if (geometry) this.#geometry(geometry, this.#geometryType, 0);
  }

  #geometry(table: FlatTable, typeOfAll: number, level: number): void {
    if (level > MOST_LEVELS) throw this.#fail(`has collections within collections, more than ${MOST_LEVELS} deep`);
    this.#take(4);
    const type = typeOfAll || table.uint8(6);
    const name = geometryNames[type] ?? "";
    const parts = table.vector(7, 4);
    if (/^(Polygon|Triangle|LineString|MultiLineString|Point|MultiPoint)$/.test(name)) this.#simple(table, name);
    else if (/^(MultiPolygon|GeometryCollection|PolyhedralSurface|TIN)$/.test(name)) {
      const typeOfParts = typesOfParts[name] ?? 0;
      for (let i = 0; parts && i < parts.length; i++) this.#geometry(table.tableOf(parts, i), typeOfParts, level + 1);
    } else {
      throw this.#fail(
        `is a ${name || `geometry of type ${type}`}; zones are polygons, lines or points without curves`,
      );
    }
  }

  /** What has its vertices in one vector, which others cut into rings or lines. */
  #simple(table: FlatTable, name: string): void {
    const xy = table.vector(1, 8);
    if (!xy) return;
    this.#take(8 * xy.length);
    const count = Math.floor(xy.length / 2);
    const coordinates = this.#doubles.read(this.#bytes, xy.start, 2 * count, true);
    const all: Vertices = { coordinates, first: 0, count, stride: 2 };
    if (name === "Point" || name === "MultiPoint") {
      pushPoints(this.#shapes, all, this.#fail);
      return;
    }
    let isPolygon = false;
    for (const vertices of this.#cut(table, all)) {
      if (name === "LineString" || name === "MultiLineString") pushLine(this.#shapes, vertices, this.#fail);
      else if (pushRing(this.#shapes, vertices, this.#fail)) isPolygon = true;
    }
    if (isPolygon) this.#shapes.rings.endPolygon();
  }

  #cut(table: FlatTable, all: Vertices): Vertices[] {
    const ends = table.vector(0, 4);
    if (!ends || ends.length === 0) return [all];
    this.#take(4 * ends.length);
    let start = 0;
    return Array.from({ length: ends.length }, (_, i) => {
      const end = this.#view.getUint32(ends.start + 4 * i, true);
      if (end < start || end > all.count) {
        throw this.#fail(`has a ring of the vertices ${start} to ${end}, of which there are ${all.count}`);
      }
      const vertices = { ...all, first: 2 * start, count: end - start };
      start = end;
      return vertices;
    });
  }

  #take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw this.#fail("has a geometry whose parts lie over each other");
  }
}
