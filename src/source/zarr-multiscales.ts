import { isRecord } from "./zarr-fields.ts";
import type { Attributes, GroupNode } from "./zarr-metadata.ts";
import { MULTISCALES_UUID } from "./zarr-pyramid.ts";

/** Cell sizes along y and x, in cells of another level. */
interface Factor {
  readonly y: number;
  readonly x: number;
}

/** One resolution of a pyramid, as its metadata has it. */
export interface Level {
  /** Of a group or an array. */
  readonly path: string;
  /** The level that this one was made of; null where the metadata does not say. */
  readonly parent: string | null;
  /** Size of its cells in those of the level `root`; null where the metadata does not say, or not clearly. */
  readonly factor: Factor | null;
  /** The level at the beginning of the chain of parents. */
  readonly root: string;
  /** How its cells were made of finer ones, in the words of the convention: "average", "nearest" … */
  readonly resampling: string | null;
  /** `spatial:…` and `proj:…` of this level alone. */
  readonly attributes: Attributes;
}

/** The levels that a group says it has; none, with the reason, where that cannot be read. */
export interface Pyramid {
  readonly levels: readonly Level[];
  readonly fault: string | null;
}

/** What a group's `multiscales` say: by the convention's `layout`, or by `datasets` as OME-NGFF has it; null for neither. */
export function pyramidOf({ path, attributes }: GroupNode): Pyramid | null {
  const declared = Array.isArray(attributes.zarr_conventions) ? attributes.zarr_conventions.filter(isRecord) : [];
  const name = declared.find(({ uuid }) => uuid === MULTISCALES_UUID)?.name;
  const said = typeof name === "string" ? attributes[name.replace(/:$/, "")] : undefined;
  const multiscales = said ?? attributes.multiscales ?? (isRecord(attributes.ome) ? attributes.ome.multiscales : null);
  if (isRecord(multiscales)) {
    return pyramid(path, multiscales.layout, "asset", (entries) =>
      layoutLevels(path, entries, multiscales.resampling_method),
    );
  }
  if (!Array.isArray(multiscales)) return null;
  const [only] = multiscales;
  if (multiscales.length !== 1 || !isRecord(only)) return { levels: [], fault: "it lists several pyramids" };
  return pyramid(path, only.datasets, "path", (entries) => datasetLevels(path, entries));
}

/** The level that an array is of, or in: a group that holds the others may be a level itself. */
export function levelOfArray(levels: readonly Level[], path: string): Level | undefined {
  const around = levels.filter((level) => path === level.path || path.startsWith(`${level.path}/`));
  return around.sort((p, q) => q.path.length - p.path.length)[0];
}

/** The level that all others are made of; undefined where that is not clear. */
export function nativeLevel(levels: readonly Level[]): Level | undefined {
  const roots = levels.filter((level) => level.parent === null && level.path === level.root);
  return roots.length === 1 && levels.every(({ root }) => root === roots[0].path) ? roots[0] : undefined;
}

/** `level`'s cells in those of `of`; null where the metadata does not say. */
export function relativeFactor(level: Level, of: Level): Factor | null {
  if (!level.factor || !of.factor || level.root !== of.root) return null;
  return { y: level.factor.y / of.factor.y, x: level.factor.x / of.factor.x };
}

/** A transform for cells that are larger by a factor, from the same corner on. */
export function scaleTransform([a, b, c, d, e, f]: readonly number[], { y, x }: Factor) {
  return [a * x, b * y, c, d * x, e * y, f] as const;
}

/**
 * What a pyramid says of the place of one of its levels, in place of the group's own transform, which is that of the
 * level that the others are made of.
 */
export function levelAttributes(group: GroupNode, arrayPath: string, groupTransform: unknown): Attributes | null {
  const levels = pyramidOf(group)?.levels ?? [];
  const level = levelOfArray(levels, arrayPath);
  if (!level) return null;
  if ("spatial:transform" in level.attributes || !Array.isArray(groupTransform)) return level.attributes;
  const root = nativeLevel(levels);
  const factor = root && relativeFactor(level, root);
  const placed = factor && groupTransform.length === 6 ? [...scaleTransform(groupTransform, factor)] : undefined;
  return { ...level.attributes, "spatial:transform": placed };
}

function pyramid(
  path: string,
  entries: unknown,
  key: string,
  levelsOf: (entries: readonly Record<string, unknown>[]) => readonly Level[],
): Pyramid {
  const usable = Array.isArray(entries) && entries.every((entry) => isRecord(entry) && isRelative(entry[key]));
  if (!usable) return { levels: [], fault: `its levels are no list of paths below ${path || "the root"}` };
  const levels = levelsOf(entries);
  const twice = levels.find(({ path }, i) => levels.findIndex((other) => other.path === path) !== i);
  return twice ? { levels: [], fault: `it lists ${twice.path} twice` } : { levels, fault: null };
}

function isRelative(path: unknown): path is string {
  return typeof path === "string" && /^[^/]/.test(path) && !path.split("/").includes("..");
}

function resolve(group: string, path: unknown): string {
  const names = String(path).split("/");
  return group + names.map((name) => (name === "" || name === "." ? "" : `/${name}`)).join("");
}

/** Scales are relative to the level that an entry is derived from, so that factors are products along the chain. */
function layoutLevels(
  group: string,
  entries: readonly Record<string, unknown>[],
  methodOfAll: unknown,
): readonly Level[] {
  const paths = entries.map(({ asset }) => resolve(group, asset));
  const parents = entries.map(({ derived_from: from }) => (isRelative(from) ? resolve(group, from) : null));
  /** A chain that is longer than there are levels comes back to itself, and has no root. */
  const rootOf = (at: number, steps = 0): Pick<Level, "root" | "factor"> => {
    const { scale, translation } = isRecord(entries[at].transform) ? entries[at].transform : {};
    const parent = parents[at];
    const own = factorOf(scale, translation);
    // A scale of a level that is derived from none is relative to nothing.
    if (parent === null) return { root: paths[at], factor: scale === undefined || isOne(own) ? { y: 1, x: 1 } : null };
    const next = paths.indexOf(parent);
    if (next < 0 || steps > entries.length) return { root: parent, factor: null };
    const { root, factor } = rootOf(next, steps + 1);
    return { root, factor: own && factor && { y: own.y * factor.y, x: own.x * factor.x } };
  };
  return entries.map((entry, i) => {
    const attributes = Object.fromEntries(Object.entries(entry).filter(([key]) => /^(spatial|proj):/.test(key)));
    const method = entry.resampling_method ?? (parents[i] === null ? null : methodOfAll);
    const resampling = typeof method === "string" ? method : null;
    return { path: paths[i], parent: parents[i], ...rootOf(i), resampling, attributes };
  });
}

function isOne(factor: Factor | null): boolean {
  return factor?.y === 1 && factor.x === 1;
}

/** Scales are of each level itself; of the finest they are those that the others are compared with. */
function datasetLevels(group: string, entries: readonly Record<string, unknown>[]): readonly Level[] {
  const scales = entries.map(({ coordinateTransformations: steps }) => {
    const scale = Array.isArray(steps) ? steps.filter(isRecord).find(({ type }) => type === "scale")?.scale : null;
    return factorOf(scale, undefined);
  });
  const sizes = scales.map((scale) => scale?.x ?? Number.NaN);
  const finest = sizes.indexOf(Math.min(...sizes)); // −1 where one says nothing: the least of NaN is NaN
  return entries.map((entry, i) => {
    const [scale, unit] = [scales[i], scales[finest]];
    const path = resolve(group, entry.path);
    const factor = scale && unit ? { y: scale.y / unit.y, x: scale.x / unit.x } : null;
    const root = finest < 0 ? path : resolve(group, entries[finest].path);
    const parent = finest < 0 || i === finest ? null : root;
    return { path, parent, factor, root, resampling: null, attributes: {} };
  });
}

/**
 * The last two of a scale, which are rows and columns. A translation must keep the corner where it is, whether it is
 * one of corners (0) or of centres ((scale − 1) / 2); null where it says something else.
 */
function factorOf(scale: unknown, translation: unknown): Factor | null {
  if (!Array.isArray(scale) || scale.length < 2 || !scale.every((each) => Number.isFinite(each) && each > 0))
    return null;
  const isKept = (shift: unknown, i: number) => shift === 0 || shift === (scale[i] - 1) / 2;
  if (translation !== undefined && !(Array.isArray(translation) && translation.every(isKept))) return null;
  const [y, x] = scale.slice(-2);
  return { y, x };
}
