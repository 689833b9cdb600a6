import { mutateText } from "./mutate-text.mjs";

const VALUES = [
  0, -1, 1, 0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 53, 1e308, "", "NaN", "Infinity", "-1", "bytes", "gzip", "<f4",
  "|V2147483647", "|O", "uint8", "float64", "C", "F", "../v/0.0", null, true, false, [], {}, [[]], [0], [-1], [2 ** 31],
]; // biome-ignore format: one list

/** JSON with one value or more replaced, left out, repeated or moved; where it is none, and now and then, a text. */
export function mutateJson(text, other, random) {
  const below = (n) => Math.floor(random() * n);
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    return mutateText(text, other, random);
  }
  if (random() < 0.3) return mutateText(text, other, random);
  const root = { document };
  for (let times = random() < 0.7 ? 1 : 1 + below(4); times > 0; times--) changeOnce(root, random, below);
  return JSON.stringify(root.document) ?? "";
}

function changeOnce(root, random, below) {
  const places = placesOf(root);
  if (places.length === 0) return;
  const [holder, key] = places[below(places.length)];
  const kind = below(6);
  if (kind === 0) delete holder[key];
  else if (kind === 1) holder[key] = structuredClone(valueAt(places[below(places.length)]));
  else if (kind === 2 && Array.isArray(holder))
    holder.push(holder[key], ...(random() < 0.1 ? new Array(10_000).fill(1) : []));
  else if (kind === 3 && typeof holder[key] === "number") holder[key] *= [-1, 0.5, 1000, 2 ** 31, 2 ** 53][below(5)];
  else if (kind === 4 && holder !== root) Object.defineProperty(holder, "__proto__", own({ zarr_format: 3 }));
  else holder[key] = structuredClone(VALUES[below(VALUES.length)]);
}

/** [holder, key] of every value within. */
function placesOf(holder, places = []) {
  if (typeof holder !== "object" || holder === null) return places;
  for (const key of Object.keys(holder)) {
    places.push([holder, key]);
    if (places.length < 5000) placesOf(holder[key], places);
  }
  return places;
}

function valueAt([holder, key]) {
  const value = holder[key];
  return JSON.stringify(value)?.length > 100_000 ? null : value;
}

const own = (value) => ({ value, enumerable: true, configurable: true, writable: true });
