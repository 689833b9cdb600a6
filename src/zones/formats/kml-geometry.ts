import type { Fail } from "../../source/broken-bytes.ts";
import { pushLine, pushPoints, pushRing, type Shapes } from "./shapes.ts";
import { VertexList } from "./vertex-list.ts";

/** In one way only, so that a million digits are passed over once. */
const numeral = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
/** A tuple of `coordinates`, whose height is left out: the standard has no blanks around commas, some programs do. */
const tuple = new RegExp(`\\s*(${numeral})\\s*,\\s*(${numeral})(?:\\s*,\\s*${numeral})?(?=\\s|$)`, "y");
/** A place of gx:Track. */
const place = new RegExp(`^\\s*(${numeral})\\s+(${numeral})(?:\\s+${numeral})?\\s*$`);

/** Geometries of a Placemark, as their elements close; nested MultiGeometries come to the same as one. */
export class KmlGeometry {
  readonly #shapes: Shapes;
  readonly #vertices = new VertexList();
  readonly #track = new VertexList();
  #hasRings = false;
  #fail: Fail = Error;

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  begin(fail: Fail): void {
    this.#fail = fail;
    this.#hasRings = false;
    this.#track.clear();
  }

  close(name: string, parent: string, grandparent: string, text: string): void {
    if (name === "coordinates") this.#coordinates(parent, grandparent, text);
    else if (name === "Polygon") {
      if (this.#hasRings) this.#shapes.rings.endPolygon();
      this.#hasRings = false;
    } else if (name === "coord" && parent === "Track") {
      const match = place.exec(text);
      if (!match) throw this.#fail(`has ${shown(text)} for a place of a track`);
      this.#track.push(Number(match[1]), Number(match[2]));
    } else if (name === "Track") {
      pushLine(this.#shapes, this.#track.all, this.#fail);
      this.#track.clear();
    }
  }

  #coordinates(parent: string, grandparent: string, text: string): void {
    const isRing = grandparent === "outerBoundaryIs" || grandparent === "innerBoundaryIs";
    if (!(parent === "Point" || parent === "LineString" || parent === "LinearRing")) return;
    this.#parse(text);
    if (parent === "Point") pushPoints(this.#shapes, this.#vertices.all, this.#fail);
    else if (!isRing) pushLine(this.#shapes, this.#vertices.all, this.#fail);
    else if (pushRing(this.#shapes, this.#vertices.all, this.#fail)) this.#hasRings = true;
  }

  #parse(text: string): void {
    this.#vertices.clear();
    const end = text.trimEnd().length;
    for (let at = 0; at < end; at = tuple.lastIndex) {
      tuple.lastIndex = at;
      const match = tuple.exec(text);
      if (!match) throw this.#fail(`has ${shown(text.slice(at, at + 60))} in its coordinates, not x,y or x,y,z`);
      this.#vertices.push(Number(match[1]), Number(match[2]));
    }
  }
}

function shown(text: string): string {
  return JSON.stringify(text.trim().slice(0, 40));
}
