import type { ZoneSet } from "../zones.ts";
import { KmlGeometry } from "./kml-geometry.ts";
import { KmlProperties } from "./kml-properties.ts";
import { XmlScanner } from "./xml-scanner.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** Reads the Placemarks of a document, from front to back; what it does not know it passes over. */
export class KmlReader {
  readonly #name: string;
  readonly #layer: string | undefined;
  readonly #xml: XmlScanner;
  readonly #zones = new LazyZones();
  readonly #geometry = new KmlGeometry(this.#zones);
  readonly #properties = new KmlProperties();
  readonly #records: Readonly<Record<string, unknown>>[] = [];
  readonly #ids: (string | null)[] = [];
  /** Names of the elements that are open. */
  readonly #open: string[] = [];
  /** Of the Placemark at hand; undefined between them, and in those that are not asked for. */
  #id: string | null | undefined;
  /** Names of Documents and Folders that were met; elements that are open with the one asked for, 0 where it is not. */
  readonly #layers = new Set<string>();
  #layerDepth = 0;

  /** @param layer name of the Document or Folder to read; undefined for all */
  constructor(text: string, name: string, layer: string | undefined) {
    this.#name = name;
    this.#layer = layer;
    this.#xml = new XmlScanner(text.replace(/^\uFEFF/, ""), failer(name, null));
  }

  read(): ZoneSet {
    const xml = this.#xml;
    let root = "";
    let text = "";
    for (let event = xml.next(); event !== "end"; event = xml.next()) {
      if (event === "text") text += xml.text;
      else if (event === "open") {
        if (root === "") root = xml.name;
        text = "";
        this.#open.push(xml.name);
        this.#begin(xml.name);
      } else {
        this.#end(xml.name, text);
        this.#open.pop();
      }
    }
    return this.#finish(root);
  }

  #begin(name: string): void {
    const isMeant = this.#layer === undefined || this.#layerDepth > 0;
    if (name === "Placemark" && isMeant) {
      this.#id = this.#xml.attribute("id");
      this.#geometry.begin(failer(this.#name, this.#records.length));
    }
    this.#properties.open(name, this.#xml);
  }

  #end(name: string, text: string): void {
    const parent = this.#open.at(-2) ?? "";
    if (this.#id !== undefined) {
      this.#geometry.close(name, parent, this.#open.at(-3) ?? "", text);
      this.#properties.close(name, parent, text);
      if (name === "Placemark") this.#endZone(this.#id);
    } else if (name === "name" && isContainer(parent)) this.#nameLayer(text.trim());
    if (this.#open.length === this.#layerDepth) this.#layerDepth = 0;
  }

  #nameLayer(name: string): void {
    this.#layers.add(name);
    if (name === this.#layer && this.#layerDepth === 0) this.#layerDepth = this.#open.length - 1;
  }

  #endZone(id: string | null): void {
    this.#zones.endZone();
    this.#records.push(this.#properties.take());
    this.#ids.push(id);
    this.#id = undefined;
  }

  #finish(root: string): ZoneSet {
    const fail = failer(this.#name, null);
    const layers = [...this.#layers].slice(0, 20).map((name) => JSON.stringify(name.slice(0, 60)));
    if (root !== "kml" && this.#records.length === 0) throw fail(`is XML of the kind <${root.slice(0, 40)}>, not KML`);
    if (this.#records.length === 0 && this.#layer === undefined) throw fail("has no Placemarks");
    if (this.#records.length === 0) {
      throw fail(`has no Placemarks in ${JSON.stringify(this.#layer)}; its folders are ${layers.join(", ") || "none"}`);
    }
    const ids = this.#ids.some((id) => id !== null) ? this.#ids : null;
    return this.#zones.finish({ crs: "OGC:CRS84", ids, properties: () => this.#records });
  }
}

function isContainer(name: string): boolean {
  return name === "Document" || name === "Folder";
}
