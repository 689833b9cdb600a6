import type { Fail } from "../../source/broken-bytes.ts";
import { readGeojsonCrs } from "../geojson-crs.ts";
import { isMembers, type Members, shown } from "../geojson-values.ts";
import type { ZoneSet } from "../zones.ts";
import { chooseLayer } from "./choose-layer.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { MOST_LEVELS, pushLine, pushPoints, pushRing } from "./shapes.ts";
import { decodeText } from "./sniff.ts";
import { TopologyArcs } from "./topology-arcs.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** TopoJSON (github.com/topojson/topojson-specification): the object that `layer` names, or the only one. */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const text = decodeText(await source.whole(options.signal));
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (cause) {
    throw failer(source.name, null)(`is not JSON (${(cause as Error).message})`);
  }
  return parseTopology(root, source.name, options);
}

export function parseTopology(root: unknown, name: string, { layer }: FormatOptions): ZoneSet {
  const fail = failer(name, null);
  if (!isMembers(root) || root.type !== "Topology") throw fail("is JSON, but no TopoJSON: its type is not Topology");
  if (!isMembers(root.objects)) throw fail(`has ${shown(root.objects)} for its "objects"`);
  const chosen = chooseLayer(Object.keys(root.objects), layer, name);
  const object = root.objects[chosen];
  const reader = new TopologyReader(new TopologyArcs(root, fail));
  const isCollection = isMembers(object) && object.type === "GeometryCollection";
  const features = isCollection ? object.geometries : [object];
  if (!Array.isArray(features) || features.length === 0) throw fail(`has no geometries in its object ${chosen}`);
  const properties: Members[] = [];
  const ids: (string | number | null)[] = [];
  const zones = new LazyZones();
  for (const [row, feature] of features.entries()) {
    reader.read(zones, feature, failer(name, row));
    zones.endZone();
    const own: Members = isMembers(feature) ? feature : {};
    properties.push(isMembers(own.properties) ? own.properties : {});
    ids.push(typeof own.id === "string" || typeof own.id === "number" ? own.id : null);
  }
  return zones.finish({
    crs: readGeojsonCrs(root.crs),
    ids: ids.some((id) => id !== null) ? ids : null,
    properties: () => properties,
  });
}

/** Reads geometries whose lines and rings are made of arcs. */
class TopologyReader {
  readonly #arcs: TopologyArcs;

  constructor(arcs: TopologyArcs) {
    this.#arcs = arcs;
  }

  read(zones: LazyZones, geometry: unknown, fail: Fail, level = 0): void {
    if (!isMembers(geometry)) throw fail(`is ${shown(geometry)}, no geometry`);
    const { type, arcs, coordinates, geometries } = geometry;
    if (type === null || type === undefined) return;
    if (type === "GeometryCollection") {
      if (level >= MOST_LEVELS) throw fail(`has collections within collections, more than ${level} deep`);
      for (const part of listOf(geometries, "geometries", fail)) this.read(zones, part, fail, level + 1);
    } else if (type === "Polygon") this.#polygon(zones, arcs, fail);
    else if (type === "MultiPolygon") {
      for (const polygon of listOf(arcs, "arcs", fail)) this.#polygon(zones, polygon, fail);
    } else if (type === "LineString") pushLine(zones, this.#arcs.join(arcs, fail), fail);
    else if (type === "MultiLineString") {
      for (const line of listOf(arcs, "arcs", fail)) pushLine(zones, this.#arcs.join(line, fail), fail);
    } else if (type === "Point") pushPoints(zones, this.#arcs.points([coordinates], fail), fail);
    else if (type === "MultiPoint")
      pushPoints(zones, this.#arcs.points(listOf(coordinates, "coordinates", fail), fail), fail);
    else throw fail(`is of type ${shown(type)}`);
  }

  #polygon(zones: LazyZones, rings: unknown, fail: Fail): void {
    let some = false;
    for (const ring of listOf(rings, "arcs", fail)) {
      if (pushRing(zones, this.#arcs.join(ring, fail), fail)) some = true;
    }
    if (some) zones.rings.endPolygon();
  }
}

function listOf(value: unknown, what: string, fail: Fail): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw fail(`has ${shown(value)} for its "${what}"`);
}
