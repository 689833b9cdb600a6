import type { Labels } from "./source.ts";
import type { Store } from "./store.ts";
import { openChunks } from "./zarr-chunks.ts";
import { type Hierarchy, parentPath } from "./zarr-hierarchy.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import { numberAttribute } from "./zarr-values.ts";

/** A coordinate of more values, or in more chunks, is not read: the dimension has no labels then. */
const MOST_VALUES = 2 ** 24;
const MOST_CHUNKS = 2048;

/** The 1-D array that gives a dimension its coordinates, in the array's group or one around it. */
export async function findCoordinate(
  hierarchy: Hierarchy,
  array: ArrayNode,
  axis: number,
  signal: AbortSignal | undefined,
): Promise<ArrayNode | null> {
  const name = array.dimensionNames?.[axis];
  if (!name) return null;
  for (let group = parentPath(array.path); ; group = parentPath(group)) {
    const node = await hierarchy.sibling(`${group}/${name}`, signal);
    if (node?.kind === "array" && node.shape.length === 1 && node.shape[0] === array.shape[axis]) return node;
    if (group === "") return null;
  }
}

/** The values of a 1-D array; null where there are too many to read. */
async function readValues(
  store: Store,
  array: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<readonly (number | bigint | string)[] | null> {
  const [length] = array.shape;
  const chunks = await openChunks(store, array);
  const chunkLength = chunks.recipe.shape[0];
  const count = Math.ceil(length / chunkLength);
  if (length > MOST_VALUES || count > MOST_CHUNKS) return null;
  const parts = await Promise.all(Array.from({ length: count }, (_, i) => chunks.read([i], signal)));
  return parts.flatMap((part) => Array.from<number | bigint | string>(part.data)).slice(0, length);
}

/** Numbers, unpacked where they are packed; null where the coordinate is no number or too long. */
export async function readNumbers(
  store: Store,
  array: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<number[] | null> {
  const values = await readValues(store, array, signal);
  if (!values?.every((value) => typeof value !== "string")) return null;
  return unpack(values.map(Number), array);
}

/** The labels of a non-spatial dimension; null where it has no coordinate that can be read. */
export async function readLabels(
  store: Store,
  array: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<Labels | null> {
  const values = await readValues(store, array, signal);
  if (!values) return null;
  if (values.some((value) => typeof value === "string")) return { type: "text", values: values.map(String) };
  if (array.timeUnit) return (await loadTimes()).datetime64Labels(values as bigint[], array.timeUnit);
  const numbers = unpack(values.map(Number), array);
  const { units, calendar } = array.attributes;
  const isTime = typeof units === "string" && /\ssince\s/i.test(units);
  const times = isTime ? (await loadTimes()).cfTimeLabels(numbers, units, calendar) : null;
  return times ?? { type: "number", values: numbers };
}

/** Rasters without times never load it. */
function loadTimes(): Promise<typeof import("./cf-time.ts")> {
  return import("./cf-time.ts");
}

function unpack(values: number[], { attributes }: ArrayNode): number[] {
  const scale = numberAttribute(attributes.scale_factor) ?? 1;
  const offset = numberAttribute(attributes.add_offset) ?? 0;
  return scale === 1 && offset === 0 ? values : values.map((value) => value * scale + offset);
}
