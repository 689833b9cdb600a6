/** A node of WKT: `KEYWORD["text", 1, CHILD[…]]`. */
export interface WktNode {
  /** In capitals. */
  readonly keyword: string;
  /** Texts, numbers and bare words (directions of axes), in order. */
  readonly values: readonly (string | number)[];
  readonly nodes: readonly WktNode[];
}

interface OpenNode extends WktNode {
  readonly values: (string | number)[];
  readonly nodes: WktNode[];
}

/** Deeper than any system of coordinates is described. */
const MAX_DEPTH = 32;

// A text in quotes (doubled inside), a number, a word with or without a bracket, a bracket that closes, a comma.
const token =
  /\s*(?:"((?:[^"]|"")*)"|([-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?)(?=[\s,\])])|([A-Z_][A-Z_0-9]*)\s*([[(])?|([\])])|(,))/iy;

/** Reads WKT 1 or 2 in one pass without recursion; null for what is none, or nested more than 32 deep. */
export function parseWktTree(text: string): WktNode | null {
  const open: OpenNode[] = [];
  token.lastIndex = 0;
  for (let at = 0; ; at = token.lastIndex) {
    const match = token.exec(text);
    if (!match) return null;
    const [, quoted, number, word, bracket, closing] = match;
    const parent = open.at(-1);
    if (bracket) {
      if (open.length === MAX_DEPTH) return null;
      const node: OpenNode = { keyword: word.toUpperCase(), values: [], nodes: [] };
      parent?.nodes.push(node);
      open.push(node);
    } else if (!parent) return null;
    else if (closing) {
      open.pop();
      // Esri puts a system of heights behind that of the map.
      if (open.length === 0) return /^\s*($|,\s*VERTCS)/i.test(text.slice(token.lastIndex)) ? parent : null;
    } else if (quoted !== undefined) parent.values.push(quoted.replaceAll('""', '"'));
    else if (number !== undefined) parent.values.push(Number(number));
    else if (word) parent.values.push(word);
    if (token.lastIndex === at) return null;
  }
}

/** The first child of one of the keywords. */
export function childOf(node: WktNode, ...keywords: readonly string[]): WktNode | null {
  return node.nodes.find(({ keyword }) => keywords.includes(keyword)) ?? null;
}
