const NUMBERS = [
  "0", "-0", "1", "-1", "2147483647", "2147483648", "4294967295", "4294967296", "9007199254740993", "1e308", "1e999",
  "-1e999", "5e-324", "NaN", "Infinity", "0x10", "1e", "-", ".5", "00", "90", "180.0000001", "1e15",
]; // biome-ignore format: one list
const WORDS = [
  '"__proto__"', '"constructor"', "__proto__", "null", "true", "{}", "[]", "[[]]", '""', '"\\ud800"', "\u0000", "\ufeff",
  '"', "'", "\\", "<![CDATA[", "&#x110000;", "<!ENTITY a '&a;&a;'>", "&a;", "]]>", "EMPTY", "\n", ",", ":", "(", ")",
  "{", "}", "[", "]", "+nadgrids=@null", "+proj=", "+init=epsg:4326", "+lon_0=1e9", "..", "../../x", "://", "data:,",
]; // biome-ignore format: one list
const PAIRS = [
  "[]",
  "()",
  "{}",
  '{"a":}',
  "<a></a>",
  '[{"geometries":[',
  'GEOGCS["a",',
  "<Folder>",
  '"',
  "GEOMETRYCOLLECTION(",
];
const DEPTHS = [3, 70, 1000, 100_000];

/** A text with numbers and words replaced, nested, repeated, cut or taken from another one. */
export function mutateText(text, other, random) {
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  let changed = text;
  for (let times = random() < 0.7 ? 1 : 1 + below(4); times > 0; times--)
    changed = changeOnce(changed, other, { random, below, pick });
  return random() < 0.08 ? changed.slice(0, below(changed.length + 1)) : changed;
}

function changeOnce(text, other, { random, below, pick }) {
  const at = below(text.length + 1);
  const end = Math.min(text.length, at + below(40));
  const put = (part) => text.slice(0, at) + part + text.slice(end);
  const insert = (part) => text.slice(0, at) + part + text.slice(at);
  const kinds = [
    () => replaceToken(text, /-?\d+(\.\d+)?/g, below, pick(NUMBERS)),
    () => replaceToken(text, /-?\d+(\.\d+)?/g, below, pick(NUMBERS)),
    () => replaceToken(text, /"[^"]*"/g, below, pick(WORDS)),
    () => replaceToken(text, /[A-Za-z_]+/g, below, pick(text.match(/[A-Za-z_]+/g) ?? [""])),
    () => insert(pick(WORDS)),
    () => put(""),
    () => put(text.slice(at, end).repeat(random() < 0.05 ? 20_000 : 1 + below(8))),
    () => put(other.slice(below(other.length + 1)).slice(0, 200)),
    () => insert(String.fromCharCode(random() < 0.5 ? below(128) : below(65_536))),
    () => (random() < 0.2 ? insert(nested(pick(PAIRS), pick(DEPTHS), random() < 0.5)) : insert(pick(NUMBERS))),
  ];
  return kinds[below(kinds.length)]();
}

function replaceToken(text, pattern, below, part) {
  const tokens = [...text.matchAll(pattern)];
  if (tokens.length === 0) return text + part;
  const { index, 0: token } = tokens[below(tokens.length)];
  return text.slice(0, index) + part + text.slice(index + token.length);
}

/** Opened so often and, with `closed`, closed as often. */
function nested(pair, depth, closed) {
  const middle = Math.ceil(pair.length / 2);
  return pair.slice(0, middle).repeat(depth) + (closed ? pair.slice(middle).repeat(depth) : "");
}
