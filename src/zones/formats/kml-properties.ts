import type { XmlScanner } from "./xml-scanner.ts";

/** Types of a Schema's fields whose values are numbers. */
const numbers = new Set("int uint short ushort float double".split(" "));

/**
 * Properties of Placemarks: name, description, and what ExtendedData holds. Values are text, but for those of SimpleData
 * that a Schema of the document gives a type.
 */
export class KmlProperties {
  /** `#schema/field` → type. */
  readonly #types = new Map<string, string>();
  #schema = "";
  #field = "";
  #entries: [name: string, value: unknown][] = [];

  /** An element opens. */
  open(name: string, xml: XmlScanner): void {
    if (name === "Schema") this.#schema = xml.attribute("id") ?? xml.attribute("name") ?? "";
    else if (name === "SimpleField") {
      this.#types.set(this.#key(xml.attribute("name") ?? ""), (xml.attribute("type") ?? "").toLowerCase());
    } else if (name === "SchemaData") this.#schema = (xml.attribute("schemaUrl") ?? "").replace(/^[^#]*#/, "");
    else if (name === "Data" || name === "SimpleData") this.#field = xml.attribute("name") ?? "";
  }

  /** An element of a Placemark closes. */
  close(name: string, parent: string, text: string): void {
    if ((name === "name" || name === "description") && parent === "Placemark") this.#entries.push([name, text.trim()]);
    else if (name === "value" && parent === "Data") this.#entries.push([this.#field, text]);
    else if (name === "SimpleData") this.#entries.push([this.#field, this.#typed(text)]);
  }

  /** Those of the Placemark that ends. Entries, not assignments: a field may be called __proto__. */
  take(): Readonly<Record<string, unknown>> {
    const record = Object.fromEntries(this.#entries);
    this.#entries = [];
    return record;
  }

  #typed(text: string): unknown {
    const type = this.#types.get(this.#key(this.#field));
    const plain = text.trim();
    if (type === "bool") return plain === "1" || plain.toLowerCase() === "true";
    if (type === undefined || !numbers.has(type)) return text;
    return plain === "" || !Number.isFinite(Number(plain)) ? null : Number(plain);
  }

  #key(field: string): string {
    return `${this.#schema}/${field}`;
  }
}
