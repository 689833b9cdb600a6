import { createRandom } from "../../bench/random.mjs";
import { mutateBytes } from "./mutate-bytes.mjs";
import { mutateJson } from "./mutate-json.mjs";
import { mutateText } from "./mutate-text.mjs";

/** These have most formats inside, so that they are drawn so many times as often. */
const WEIGHTS = { tiff: 6, "zarr v2": 3, "zarr v3": 3 };
const JSON_PARSERS = new Set(["geojson", "topojson", "kerchunk"]);
const TEXT_PARSERS = new Set(["geojsonseq", "kml", "csv", "wkt", "crs"]);
/** Of Zarrs most inputs are metadata, since codecs see few bytes. */
const METADATA_SHARE = 0.6;

/** What makes input `i` of a seed: the same at any time, in any process. */
export function createInputs(seeds, seed, only) {
  const parsers = new Map();
  for (const one of seeds) parsers.set(one.parser, [...(parsers.get(one.parser) ?? []), one]);
  const names = [...parsers.keys()].filter((name) => !only || name === only);
  if (names.length === 0) throw new Error(`There is no parser ${only}. Known: ${[...parsers.keys()].join(", ")}.`);
  const drawn = names.flatMap((name) => new Array(WEIGHTS[name] ?? 1).fill(name));
  return (i) => {
    const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(i + 1, 0x85ebca6b));
    const pick = (list) => list[Math.floor(random() * list.length)];
    const own = parsers.get(pick(drawn));
    const chosen = pick(own);
    const input =
      chosen.kind === "store" ? mutateStore(chosen, pick(own), random) : mutateFile(chosen, pick(own), random);
    return { ...input, number: i, choice: random() };
  };
}

function mutateFile(seed, other, random) {
  return { ...seed, bytes: mutated(seed.parser, seed.bytes, other.bytes, random) };
}

/** One file of a store; now and then one takes the place of another, or is not there. */
function mutateStore(seed, other, random) {
  const files = { ...seed.files };
  const keys = Object.keys(files);
  const wanted = random() < METADATA_SHARE;
  const fitting = keys.filter((key) => isMetadata(key) === wanted);
  const from = fitting.length > 0 ? fitting : keys;
  const key = from[Math.floor(random() * from.length)];
  const others = Object.values(other.files);
  const bytes = others[Math.floor(random() * others.length)];
  const kind = random();
  if (kind < 0.03) delete files[key];
  else if (kind < 0.06) files[key] = bytes;
  else files[key] = mutated(isMetadata(key) ? "kerchunk" : "", files[key], bytes, random);
  return { ...seed, files };
}

const isMetadata = (key) => /(^|\/)(zarr\.json|\.z\w+)$/.test(key);
const decoder = new TextDecoder("utf-8");
const encoder = new TextEncoder();

function mutated(parser, bytes, other, random) {
  const change = JSON_PARSERS.has(parser) ? mutateJson : TEXT_PARSERS.has(parser) ? mutateText : null;
  if (!change || random() < 0.15) return mutateBytes(bytes, other, random);
  return encoder.encode(change(decoder.decode(bytes), decoder.decode(other), random));
}
