import type { Fail } from "../../source/broken-bytes.ts";
import { scanNumber } from "../scan-number.ts";
import { MOST_LEVELS, pushLine, pushPoints, pushRing, type Shapes } from "./shapes.ts";
import { VertexList } from "./vertex-list.ts";

const [OPEN, CLOSE, COMMA] = [0x28, 0x29, 0x2c];

/** How the coordinates of a type nest: what is in a pair of parentheses. */
const readers: Readonly<Record<string, "points" | "line" | "lines" | "polygon" | "polygons" | "geometries">> = {
  POINT: "points",
  MULTIPOINT: "points",
  LINESTRING: "line",
  LINEARRING: "line",
  MULTILINESTRING: "lines",
  POLYGON: "polygon",
  TRIANGLE: "polygon",
  MULTIPOLYGON: "polygons",
  POLYHEDRALSURFACE: "polygons",
  TIN: "polygons",
  GEOMETRYCOLLECTION: "geometries",
};

/**
 * Well-known text (OGC 06-103r4, 7.2) in ASCII → shapes, in one pass and with as much memory as it has vertices: Z and M
 * are left out, EMPTY is nothing, and PostGIS's `SRID=…;` may stand before it.
 */
export class WktGeometry {
  readonly #shapes: Shapes;
  readonly #vertices = new VertexList();
  readonly #number = new Float64Array(1);
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #fail: Fail = Error;
  /** The SRID that the last geometry carried; null where it carried none. */
  srid: number | null = null;

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  /** Adds the geometry that begins in bytes[start]. The zone is the caller's to end. Gives where the geometry ends. */
  read(bytes: Uint8Array, start: number, end: number, fail: Fail): number {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#fail = fail;
    this.srid = null;
    const head = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 40)));
    const srid = /^\s*SRID\s*=\s*(\d{1,9})\s*;/i.exec(head);
    if (srid) {
      this.srid = Number(srid[1]);
      this.#at += srid[0].length;
    }
    this.#geometry(0);
    return this.#at;
  }

  #geometry(level: number): void {
    if (level > MOST_LEVELS) throw this.#fail(`has collections within collections, more than ${MOST_LEVELS} deep`);
    const word = this.#word();
    const type = Object.hasOwn(readers, word) ? word : word.replace(/(ZM|Z|M)$/, "");
    if (!Object.hasOwn(readers, type)) {
      throw this.#fail(word === "" ? `has ${this.#seen()} where WKT has a geometry's type` : `is of the type ${word}`);
    }
    let next = this.#word();
    if (/^(Z|M|ZM)$/.test(next)) next = this.#word();
    if (next === "EMPTY") return;
    if (next !== "") throw this.#fail(`has ${next} where WKT has a parenthesis`);
    this.#body(readers[type], level);
  }

  #body(kind: (typeof readers)[string], level: number): void {
    if (kind === "geometries") this.#list(() => this.#geometry(level + 1));
    else if (kind === "polygons") this.#list(() => this.#polygon());
    else if (kind === "polygon") this.#polygon();
    else if (kind === "lines") this.#list(() => this.#line());
    else if (kind === "line") this.#line();
    else {
      this.#positions();
      pushPoints(this.#shapes, this.#vertices.all, this.#fail);
    }
  }

  #polygon(): void {
    let some = false;
    this.#list(() => {
      this.#positions();
      if (pushRing(this.#shapes, this.#vertices.all, this.#fail)) some = true;
    });
    if (some) this.#shapes.rings.endPolygon();
  }

  #line(): void {
    this.#positions();
    pushLine(this.#shapes, this.#vertices.all, this.#fail);
  }

  /** `(item, item, …)`, or EMPTY. */
  #list(item: () => void): void {
    if (this.#isEmptyWord()) return;
    this.#expect(OPEN, "an opening parenthesis");
    for (;;) {
      item();
      if (this.#peek() === CLOSE) break;
      this.#expect(COMMA, "a comma or a closing parenthesis");
    }
    this.#at++;
  }

  /** `(x y, x y, …)`; a point of a MULTIPOINT may have parentheses of its own. */
  #positions(): void {
    this.#vertices.clear();
    this.#list(() => {
      if (this.#isEmptyWord()) return;
      const isWrapped = this.#peek() === OPEN;
      if (isWrapped) this.#at++;
      const x = this.#coordinate();
      this.#vertices.push(x, this.#coordinate());
      for (let extra = 0; extra < 2 && this.#isNumber(); extra++) this.#coordinate();
      if (isWrapped) this.#expect(CLOSE, "a closing parenthesis");
    });
  }

  #isNumber(): boolean {
    const byte = this.#peek();
    return byte !== COMMA && byte !== CLOSE && this.#at < this.#end;
  }

  #coordinate(): number {
    this.#space();
    const start = this.#at;
    const end = scanNumber(this.#bytes, start, this.#number, 0);
    if (end >= 0 && end <= this.#end && isDelimiter(this.#bytes[end])) {
      this.#at = end;
      return this.#number[0];
    }
    // What JSON has no numbers for: +1, .5, 5., 007; nan and inf are refused as vertices.
    while (this.#at < this.#end && !isDelimiter(this.#bytes[this.#at])) this.#at++;
    const text = new TextDecoder().decode(this.#bytes.subarray(start, Math.min(this.#at, start + 400)));
    if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
    if (/^[+-]?nan$/i.test(text)) return Number.NaN;
    if (/^[+-]?inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY;
    this.#at = start;
    throw this.#fail(`has ${this.#seen()} where WKT has a number`);
  }

  /** The letters that come next, as capitals. */
  #word(): string {
    this.#space();
    const start = this.#at;
    while (this.#at < this.#end && isLetter(this.#bytes[this.#at])) this.#at++;
    const text = new TextDecoder().decode(this.#bytes.subarray(start, Math.min(this.#at, start + 40)));
    return text.toUpperCase();
  }

  #isEmptyWord(): boolean {
    if (!isLetter(this.#peek())) return false;
    const start = this.#at;
    if (this.#word() === "EMPTY") return true;
    this.#at = start;
    return false;
  }

  #expect(byte: number, what: string): void {
    if (this.#peek() !== byte || this.#at >= this.#end) throw this.#fail(`has ${this.#seen()} where WKT has ${what}`);
    this.#at++;
  }

  /** The next byte that is no white space; 0 at the end. */
  #peek(): number {
    this.#space();
    return this.#at < this.#end ? this.#bytes[this.#at] : 0;
  }

  #space(): void {
    while (this.#at < this.#end && this.#bytes[this.#at] <= 0x20) this.#at++;
  }

  #seen(): string {
    if (this.#at >= this.#end) return "nothing";
    const text = new TextDecoder().decode(this.#bytes.subarray(this.#at, Math.min(this.#end, this.#at + 20)));
    return JSON.stringify(text);
  }
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** White space, a comma, a parenthesis or the end. */
function isDelimiter(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20 || byte === COMMA || byte === OPEN || byte === CLOSE;
}
