/**
 * A FeatureCollection of Polygons and MultiPolygons in UTF-8 → zones in columns. This is AssemblyScript, a subset of
 * TypeScript that has the types of WebAssembly (https://www.assemblyscript.org). src/zones/geojson-bytes.ts puts one
 * window of the bytes after another into memory and calls it.
 *
 * Whatever is not looked for ends in a trap, and so does the end of a window. What was found stays, and within what it
 * was: the next window begins at `done`, and there it goes on. So all changes are made at the end of a step.
 */
import { number } from "./decimal";
import {
  CLOSE_LIST, CLOSE_OBJECT, COMMA, hasEscape, is, nameEnd, OPEN_LIST, OPEN_OBJECT, past, pastName, space, unlike, value,
} from "./json";
import { clear, endPolygon, endRing, endVertex, endZone, nextVertex, turn } from "./zone-columns";

export { stop } from "./json";
export {
  coordinates, geometries, ids, polygonEnds, polygons, properties, reserve, ringEnds, rings, vertices, zoneEnds, zones,
} from "./zone-columns";

/** Within what it is, from outside to inside. A Polygon has no list of parts. */
const DOCUMENT: u32 = 0;
const ROOT: u32 = 1;
const FEATURES: u32 = 2;
const FEATURE: u32 = 3;
const GEOMETRY: u32 = 4;
const PARTS: u32 = 5;
const RINGS: u32 = 6;
const POSITIONS: u32 = 7;
let level: u32 = DOCUMENT;

/** Whether an item comes now, or what is between items or behind the last. */
let isItem: bool = true;

/** Names that mean something, as bits, and of each object those that do. */
const TYPE: u32 = 1;
const FEATURE_LIST: u32 = 2;
const CRS: u32 = 4;
const SHAPE: u32 = 8;
const COORDINATES: u32 = 16;
const PROPERTIES: u32 = 32;
const ID: u32 = 64;

/** Those that were there: in the root, the feature and the geometry. */
const seen: StaticArray<u32> = [0, 0, 0, 0, 0];

/** What coordinates can be of, by how they are nested, and what their geometry says that they are of. */
const POLYGON: u32 = 1;
const MULTI_POLYGON: u32 = 2;
let nested: u32 = 0;
let said: u32 = 0;

/** Spans of text in the file: start, and end × 2^32. */
let properties: u64 = 0;
let geometry: u64 = 0;
let id: u64 = 0;

/** Of the ring at hand. */
let positions: u32 = 0;
let firstX: f64 = 0;
let firstY: f64 = 0;

/** Where the file would begin if all of it were in memory. */
let origin: usize = 0;

/** Before what is still to be read. */
export let done: usize = 0;
/** Span of the root's crs; 0 where there is none. */
export let crs: u64 = 0;

export function begin(): void {
  level = DOCUMENT;
  isItem = true;
  crs = 0;
  clear();
}

/** The bytes from … to, of which the first one is byte `offset` of a file. Returns at the end of the file only. */
export function scan(from: usize, to: usize, offset: usize): void {
  turn();
  origin = from - offset;
  done = from;
  let at = from;
  while (level !== DOCUMENT || isItem) {
    at = space(at);
    at = isItem ? item(at) : afterItem(at);
    done = at;
  }
  done = space(at);
  if (done !== to) unlike(done);
}

function item(at: usize): usize {
  switch (level) {
    case ROOT: return rootMember(at);
    case FEATURE: return featureMember(at);
    case GEOMETRY: return geometryMember(at);
    case POSITIONS: return ring(at);
  }
  const isList = level === PARTS || level === RINGS;
  const next = past(at, isList ? OPEN_LIST : OPEN_OBJECT);
  enter(level + 1);
  return next;
}

function enter(inner: u32): void {
  if (inner <= GEOMETRY) store<u32>(seenIn(inner), 0);
  if (inner === FEATURE) properties = geometry = id = 0;
  if (inner === POSITIONS) positions = 0;
  level = inner;
  isItem = true;
}

/** A comma, or the end of what it is within. */
function afterItem(at: usize): usize {
  if (load<u8>(at) === COMMA) {
    isItem = true;
    return at + 1;
  }
  const isObject = level === ROOT || level === FEATURE || level === GEOMETRY;
  if (load<u8>(at) !== (isObject ? CLOSE_OBJECT : CLOSE_LIST)) unlike(at);
  if (level === ROOT) need(TYPE | FEATURE_LIST, at);
  if (level === FEATURE) {
    need(TYPE | SHAPE, at);
    endZone(properties, geometry, id);
  }
  if (level === GEOMETRY) {
    need(TYPE | COORDINATES, at);
    if ((nested & said) === 0) unlike(at);
    geometry |= <u64>(at + 1 - origin) << 32;
  }
  if (level === RINGS) endPolygon();
  level = level === RINGS && nested === POLYGON ? GEOMETRY : level - 1;
  return at + 1;
}

function rootMember(at: usize): usize {
  const start = pastName(at);
  const name = known(at, TYPE | FEATURE_LIST | CRS);
  if (name === FEATURE_LIST) {
    const next = past(start, OPEN_LIST);
    endMember(name);
    enter(FEATURES);
    return next;
  }
  const end = value(start);
  if (name === TYPE && !is(start, end, '"FeatureCollection"')) unlike(end);
  if (name === CRS) crs = span(start, end);
  endMember(name);
  return end;
}

function featureMember(at: usize): usize {
  const start = pastName(at);
  const name = known(at, TYPE | SHAPE | PROPERTIES | ID | CRS);
  if (name === CRS) unlike(at);
  if (name === SHAPE && !is(start, start + 4, "null")) {
    const next = past(start, OPEN_OBJECT);
    geometry = start - origin;
    endMember(name);
    enter(GEOMETRY);
    return next;
  }
  const end = value(start);
  if (name === TYPE && !is(start, end, '"Feature"')) unlike(end);
  if (name === SHAPE) geometry = span(start, end);
  if (name === PROPERTIES) properties = span(start, end);
  if (name === ID) id = span(start, end);
  endMember(name);
  return end;
}

function geometryMember(at: usize): usize {
  const start = pastName(at);
  const name = known(at, TYPE | COORDINATES);
  if (name === COORDINATES) return openCoordinates(start);
  const end = value(start);
  if (name === TYPE) {
    const isPolygon = is(start, end, '"Polygon"');
    if (!isPolygon && !is(start, end, '"MultiPolygon"')) unlike(end);
    said = isPolygon ? POLYGON : MULTI_POLYGON;
  }
  endMember(name);
  return end;
}

/** Past the first bracket. What they are of is told by how many there are, since their type may come later. */
function openCoordinates(at: usize): usize {
  const first = past(at, OPEN_LIST);
  if (load<u8>(first) === CLOSE_LIST) {
    nested = POLYGON | MULTI_POLYGON;
    endMember(COORDINATES);
    return first + 1;
  }
  const third = past(past(first, OPEN_LIST), OPEN_LIST);
  const isMulti = load<u8>(third) === OPEN_LIST;
  if (!isMulti) number(third, 0);
  nested = isMulti ? MULTI_POLYGON : POLYGON;
  endMember(COORDINATES);
  enter(isMulti ? PARTS : RINGS);
  return first;
}

/** Four positions or more, of which the last is the first again and left out. A loop: here all the time goes. */
function ring(start: usize): usize {
  let at = start;
  while (true) {
    const vertex = nextVertex();
    const next = space(position(at, vertex));
    if (positions === 0) {
      firstX = load<f64>(vertex);
      firstY = load<f64>(vertex, 8);
    }
    if (load<u8>(next) !== COMMA) return closeRing(next, vertex);
    endVertex();
    positions++;
    at = space(next + 1);
    done = at;
  }
}

function closeRing(at: usize, vertex: usize): usize {
  if (load<u8>(at) !== CLOSE_LIST || positions < 3) unlike(at);
  if (load<f64>(vertex) !== firstX || load<f64>(vertex, 8) !== firstY) unlike(at);
  endRing();
  level = RINGS;
  isItem = false;
  return at + 1;
}

/** To what comes after it. */
function position(at: usize, into: usize): usize {
  let next = space(number(past(at, OPEN_LIST), into));
  next = space(number(past(next, COMMA), into + 8));
  if (!isFinite(load<f64>(into)) || !isFinite(load<f64>(into, 8))) unlike(next);
  while (load<u8>(next) === COMMA) next = space(value(past(next, COMMA)));
  if (load<u8>(next) !== CLOSE_LIST) unlike(next);
  return next + 1;
}

/**
 * Which of `names` the last one is, which begins at `at`; 0 for others, which mean nothing. None may come twice, since
 * JSON.parse takes the last, nor be written with escapes.
 */
function known(at: usize, names: u32): u32 {
  if (hasEscape) unlike(at);
  const name = bitOf(at + 1, nameEnd) & names;
  if ((load<u32>(seenIn(level)) & name) !== 0) unlike(at);
  return name;
}

function bitOf(start: usize, end: usize): u32 {
  if (is(start, end, "type")) return TYPE;
  if (is(start, end, "geometry")) return SHAPE;
  if (is(start, end, "coordinates")) return COORDINATES;
  if (is(start, end, "properties")) return PROPERTIES;
  if (is(start, end, "id")) return ID;
  if (is(start, end, "crs")) return CRS;
  return is(start, end, "features") ? FEATURE_LIST : 0;
}

/** It is whole, so that it has been seen. */
function endMember(name: u32): void {
  store<u32>(seenIn(level), load<u32>(seenIn(level)) | name);
  isItem = false;
}

function need(names: u32, at: usize): void {
  if ((load<u32>(seenIn(level)) & names) !== names) unlike(at);
}

/** Where it lies which names were there. */
@inline
function seenIn(object: u32): usize {
  return changetype<usize>(seen) + (object << 2);
}

@inline
function span(start: usize, end: usize): u64 {
  return <u64>(start - origin) | (<u64>(end - origin) << 32);
}
