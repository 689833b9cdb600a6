import type { Table } from "apache-arrow";
import { rastrumError } from "../errors.ts";
import type { Grid } from "../grid/grid.ts";
import { isDtype } from "../source/cells.ts";
import type { Dtype } from "../source/source.ts";
import type { Form } from "../stats/forms.ts";
import type { Accumulator } from "../stats/partial.ts";
import type { CellLists } from "./kept-columns.ts";
import { joinPieces, type Piece } from "./pieces.ts";

/** The metadata's key that says what a table is, and the version of the format. */
const FORMAT_KEY = "rastrum.partials";
const FORMAT_VERSION = "1";

/** What is the same in all tables of partials that go together. */
export interface SharedHeader {
  /** Columns of statistics, as they were asked for. */
  readonly statistics: readonly string[];
  /** Those of them that the caller defined. */
  readonly own: readonly string[];
  /** Those of these that accumulate themselves. */
  readonly states: readonly string[];
  readonly accumulators: readonly Accumulator[];
  readonly dtype: Dtype;
  /** Numbers as text: JSON has no −0. */
  readonly scale: string;
  readonly offset: string;
  readonly grid: Grid;
  /** Attributes of zones that have a column. */
  readonly include: readonly string[];
  /** The dimensions that have a column, and of what kind. */
  readonly dimensions: readonly { readonly name: string; readonly kind: DimensionKind }[];
  /** The index of each dimension that has none. */
  readonly fixed: Readonly<Record<string, number>>;
  /** Whether zones are cut by classes. */
  readonly classes: boolean;
  /** Of the final table. */
  readonly form: Form;
  /** Which lists of kept cells there are. */
  readonly lists: CellLists;
  /** Which cells counted, and for what: options by name. */
  readonly counting: Readonly<Record<string, unknown>>;
}

/** "index": the dimension has no labels. */
export type DimensionKind = "index" | "number" | "text" | "time";

/** What the schema's metadata says of a table of partials. */
export interface Header {
  readonly shared: SharedHeader;
  /** Whether zones have ids. */
  readonly ids: boolean;
  readonly pieces: readonly Piece[];
  /** Names of the backends that ran, each with the reason. */
  readonly backends: readonly (readonly [name: string, reason: string])[];
  readonly warnings: readonly string[];
}

const sharedKeys: readonly (keyof SharedHeader)[] = [
  "statistics", "own", "states", "accumulators", "dtype", "scale", "offset", "grid", "include", "dimensions", "fixed", "classes",
  "form", "lists", "counting",
]; // biome-ignore format: few lines

export function headerMetadata({ shared, ids, pieces, backends, warnings }: Header): Map<string, string> {
  const entries = { ...shared, ids, pieces, backends, warnings };
  return new Map([
    [FORMAT_KEY, FORMAT_VERSION],
    ...Object.entries(entries).map(([key, value]): [string, string] => [`rastrum.${key}`, JSON.stringify(value)]),
  ]);
}

/** Throws `invalid-partials` where the metadata is not that of partials. */
export function readHeader(table: Table): Header {
  const metadata = table?.schema?.metadata;
  const version = metadata?.get(FORMAT_KEY);
  if (version !== FORMAT_VERSION) {
    const found = version === undefined ? `has no "${FORMAT_KEY}"` : `says version ${version}, not ${FORMAT_VERSION},`;
    const message = `This is no table that zonalPartials gave: its metadata ${found} (was it written without metadata?).`;
    throw rastrumError("invalid-partials", message, { what: FORMAT_KEY });
  }
  const read = (key: string) => readEntry(metadata, `rastrum.${key}`);
  const shared = Object.fromEntries(sharedKeys.map((key) => [key, read(key)])) as unknown as SharedHeader;
  if (!isDtype(shared.dtype)) throw damaged("rastrum.dtype");
  return {
    shared,
    ids: read("ids") as boolean,
    pieces: read("pieces") as Piece[],
    backends: read("backends") as [string, string][],
    warnings: read("warnings") as string[],
  };
}

/** The header of what the tables make together. Throws `invalid-partials` where they do not go together. */
export function joinHeaders(headers: readonly Header[]): Header {
  const [first] = headers;
  for (const { shared } of headers) for (const key of sharedKeys) checkSame(key, first.shared[key], shared[key]);
  return {
    shared: first.shared,
    ids: headers.some(({ ids }) => ids),
    pieces: joinPieces(headers.flatMap(({ pieces }) => pieces)),
    backends: joinLists(headers.map(({ backends }) => backends)),
    warnings: joinLists(headers.map(({ warnings }) => warnings)),
  };
}

function checkSame(key: keyof SharedHeader, a: unknown, b: unknown): void {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left === right) return;
  const message = `These partials do not go together: "${key}" is ${left} in one table and ${right} in another.`;
  throw rastrumError("invalid-partials", message, { what: `rastrum.${key}` });
}

/** The list that all have, else what is in any of them, in an order that does not depend on theirs. */
function joinLists<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const texts = new Set(lists.map((list) => JSON.stringify(list)));
  if (texts.size === 1) return lists[0];
  const items = new Set(lists.flat().map((item) => JSON.stringify(item)));
  return [...items].sort().map((text) => JSON.parse(text) as Item);
}

function readEntry(metadata: ReadonlyMap<string, string>, key: string): unknown {
  try {
    return JSON.parse(metadata.get(key) ?? "");
  } catch {
    throw damaged(key);
  }
}

function damaged(what: string) {
  const message = `The partials are damaged: their metadata lack "${what}", or say what cannot be.`;
  return rastrumError("invalid-partials", message, { what });
}
