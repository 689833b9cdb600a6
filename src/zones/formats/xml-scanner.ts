import type { Fail } from "../../source/broken-bytes.ts";

export type XmlEvent = "open" | "close" | "text" | "end";

/** Elements within elements: more is no document but an attack on memory. */
const MOST_LEVELS = 1000;

/** The five entities that XML has by itself. */
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Walks over XML, event by event, without making a tree. Names come without their prefix. Nothing is ever expanded but
 * numbers of characters and XML's own five entities: a document that declares others is refused.
 */
export class XmlScanner {
  readonly #text: string;
  readonly #fail: Fail;
  readonly #open: string[] = [];
  #at = 0;
  #closesItself = false;
  /** Of the last open or close: the element's name without its prefix. */
  name = "";
  /** Of the last text. */
  text = "";
  #attributes = "";

  constructor(text: string, fail: Fail) {
    this.#text = text;
    this.#fail = fail;
  }

  /** Of the last open; null where it has no such attribute. */
  attribute(name: string): string | null {
    for (const [, own, double, single] of this.#attributes.matchAll(attributePattern)) {
      if (own === name) return this.#decode(double ?? single);
    }
    return null;
  }

  next(): XmlEvent {
    if (this.#closesItself) {
      this.#closesItself = false;
      return this.#close(this.#open[this.#open.length - 1]);
    }
    for (;;) {
      const text = this.#text;
      const start = this.#at;
      const tag = text.indexOf("<", start);
      if (tag < 0) return this.#finish();
      if (tag > start && this.#open.length > 0) {
        this.#at = tag;
        this.text = this.#decode(text.slice(start, tag));
        return "text";
      }
      if (text.startsWith("<![CDATA[", tag)) {
        this.text = text.slice(tag + 9, this.#past("]]>", tag + 9, "CDATA section") - 3);
        return "text";
      }
      if (text.startsWith("<!--", tag)) this.#past("-->", tag + 4, "comment");
      else if (text.startsWith("<?", tag)) this.#past("?>", tag + 2, "instruction");
      else if (text.startsWith("<!", tag)) this.#declaration(tag);
      else if (text[tag + 1] === "/") return this.#closingTag(tag);
      else return this.#openingTag(tag);
    }
  }

  #openingTag(tag: number): XmlEvent {
    openingPattern.lastIndex = tag;
    const match = openingPattern.exec(this.#text);
    if (!match) throw this.#fail(`has a tag that is not right: ${JSON.stringify(this.#text.slice(tag, tag + 40))}`);
    if (this.#open.length >= MOST_LEVELS)
      throw this.#fail(`has elements within elements, more than ${MOST_LEVELS} deep`);
    const [whole, name, attributes, slash] = match;
    this.#at = tag + whole.length;
    this.#open.push(name);
    this.#attributes = attributes;
    this.#closesItself = slash === "/";
    this.name = withoutPrefix(name);
    return "open";
  }

  #closingTag(tag: number): XmlEvent {
    const end = this.#past(">", tag, "tag");
    const name = this.#text.slice(tag + 2, end - 1).trimEnd();
    const expected = this.#open[this.#open.length - 1];
    if (name === expected) return this.#close(name);
    throw this.#fail(`closes ${JSON.stringify(name.slice(0, 40))} where ${expected ?? "nothing"} is open`);
  }

  #close(name: string): XmlEvent {
    this.#open.pop();
    this.name = withoutPrefix(name);
    return "close";
  }

  #declaration(tag: number): void {
    const end = this.#past(">", tag, "declaration");
    if (this.#text.slice(tag, end).includes("[")) throw this.#fail("declares entities, which are not expanded");
  }

  #finish(): XmlEvent {
    if (this.#open.length > 0) throw this.#fail(`ends within ${this.#open[this.#open.length - 1]}`);
    return "end";
  }

  /** Where the end of something is, behind it; the scanner is there then. */
  #past(mark: string, from: number, what: string): number {
    const found = this.#text.indexOf(mark, from);
    if (found < 0) throw this.#fail(`has a ${what} that is not closed`);
    this.#at = found + mark.length;
    return this.#at;
  }

  #decode(text: string): string {
    if (!text.includes("&")) return text;
    return text.replaceAll(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,8}));|&/gi,
      (whole, decimal, hexadecimal, name) => {
        if (name !== undefined && Object.hasOwn(entities, name)) return entities[name];
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
        if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
        throw this.#fail(`has the entity ${JSON.stringify(whole)}, which XML does not have`);
      },
    );
  }
}

// Names are any characters but those that end them; a pattern cannot fall back from one part to another.
const openingPattern = /<([^\s/<>="'&]+)((?:\s+[^\s/<>="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attributePattern = /([^\s/<>="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
