/**
 * Every failure that a caller can meet is a `RastrumError` with a tag and the data that belongs to the tag.
 * The message is one sentence that says what was received and what to do.
 */

/** [minX, minY, maxX, maxY] in units of a CRS. */
type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Tag → the fields that an error of that tag carries. */
export interface ErrorFields {
  /** An option has a value that is not allowed. */
  "invalid-option": { option: string; received: unknown };
  /** A statistic that does not exist was asked for; `nearest` is the closest known name. */
  "unknown-statistic": { statistic: string; nearest: string | null };
  /** A `cell` that is no expression; what was `received` stands at `position`, in UTF-16 code units from 1. */
  "invalid-expression": { expression: string; position: number; received: string };
  /** `select` names a dimension that the raster lacks. */
  "unknown-dimension": { dimension: string; dimensions: string[] };
  /** `select` names a label or an index that the dimension lacks. */
  "unknown-label": { dimension: string; label: string };
  /** A column asked for by `include` is in none of the zones. */
  "unknown-property": { property: string; properties: string[] };
  /** The address answers, but holds no Zarr (nor anything else that can be opened). */
  "not-a-raster": { path: string };
  /** The store is a Zarr, but `path` names no array in it; `arrays` are the ones it has. */
  "array-not-found": { path: string; arrays: string[] };
  /** Metadata that cannot be right. */
  "invalid-metadata": { path: string };
  /** Well-formed, but something this version does not read. */
  unsupported: { what: string };
  "missing-crs": { path: string };
  "missing-transform": { path: string };
  "unknown-crs": { crs: string };
  /** Two rasters have no place in common. Bounds: of the raster in its own CRS; of the other's grid in its own. */
  "no-overlap": { path: string; bounds: Bounds; otherBounds: Bounds };
  /** The zones are not polygons as GeoJSON has them; `feature` is the row number, where one is to blame. */
  "invalid-zones": { feature: number | null };
  /** A local file or folder is not there. */
  "not-found": { path: string };
  /** An HTTP answer that is no data: a status of 400 and more (other than a missing chunk), or a web page. */
  "http-error": { url: string; status: number };
  /** The connection failed, also after retries. */
  "network-error": { url: string; cause: unknown };
  /** The server sent nothing for `timeoutMs`, also after retries. */
  timeout: { url: string; timeoutMs: number };
  /** Fewer or other bytes than were asked for. */
  truncated: { path: string; expected: number; received: number };
  /** A server that cannot send parts of a file, and a file of `byteLength` (null: not said) that is too large to fetch whole. */
  "no-ranges": { url: string; byteLength: number | null };
  /** A file is not in the state any more in which the raster first met it: ETag, or date and size. */
  "source-changed": { url: string; before: string; after: string };
  /** The bytes of a chunk arrived but cannot be decoded. */
  "decode-failed": { path: string; chunk: readonly number[]; cause: unknown };
  /** `backend: "webgpu"` was forced where there is no usable adapter. */
  "no-webgpu": { reason: string };
  /** A chunk or a zone does not fit the budget; `bytesNeeded` is the least that would do. */
  "budget-too-small": { bytesNeeded: number; budgetBytes: number };
  /** It was closed, and can do nothing any more. */
  closed: { what: "engine" | "live statistics" };
  /** A function of a statistic that the caller defined threw, or returned nothing; `step` is its name. */
  "statistic-failed": { statistic: string; step: string; cause: unknown };
  /** A table that holds no partials, or partials that do not go together; `what` is the column or metadata to blame. */
  "invalid-partials": { what: string };
}

export type ErrorTag = keyof ErrorFields;

/** An error with its tag and, as fields of its own, the data of that tag. */
export type TaggedError<Tag extends ErrorTag> = RastrumError & { readonly tag: Tag } & Readonly<ErrorFields[Tag]>;

export class RastrumError extends Error {
  readonly tag: ErrorTag;

  /** Use {@link rastrumError}, which checks the fields against the tag. */
  constructor(tag: ErrorTag, message: string, fields: object) {
    super(message);
    this.name = "RastrumError";
    this.tag = tag;
    Object.assign(this, fields);
  }
}

/** Makes a tagged error. The message says what was received and what to do about it, in one sentence. */
export function rastrumError<Tag extends ErrorTag>(
  tag: Tag,
  message: string,
  fields: ErrorFields[Tag],
): TaggedError<Tag> {
  return new RastrumError(tag, message, fields) as TaggedError<Tag>;
}

/**
 * True where `error` came from Rastrum and, with `tag`, is of that kind; narrows to the fields of the tag:
 * `if (isRastrumError(e, "decode-failed")) console.log(e.path, e.chunk, e.cause)`.
 */
export function isRastrumError(error: unknown): error is RastrumError;
export function isRastrumError<Tag extends ErrorTag>(error: unknown, tag: Tag): error is TaggedError<Tag>;
export function isRastrumError(error: unknown, tag?: ErrorTag): boolean {
  return error instanceof RastrumError && (tag === undefined || error.tag === tag);
}
