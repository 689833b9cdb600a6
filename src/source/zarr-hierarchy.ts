import { isRastrumError, type RastrumError } from "../errors.ts";
import { parseLosslessJson } from "./lossless-json.ts";
import type { Store, StoreOptions } from "./store.ts";
import { invalid, isRecord } from "./zarr-fields.ts";
import { nodeV3, type ZarrNode } from "./zarr-metadata.ts";

/** Metadata of more than this is not believed. */
const MOST_METADATA_BYTES = 256 * 2 ** 20;

/** The nodes of a Zarr, by paths such as "" (the root) and "/group/array". */
export class Hierarchy {
  #store: Store;
  readonly #options: StoreOptions;
  /** Why metadata could not be had, where it may only be absent: a 403, or a web page for every address. */
  refusal: RastrumError | undefined;
  readonly #nodes = new Map<string, Promise<ZarrNode | null>>();
  /** Documents by key, from consolidated metadata. */
  readonly #known = new Map<string, unknown>();
  #consolidated = false;
  /** Version of the first node found: the others are looked for in that one only. */
  #version: 2 | 3 | null = null;

  /** @param options of stores that this one's references lead to */
  constructor(store: Store, options: StoreOptions = {}) {
    this.#store = store;
    this.#options = options;
  }

  /** Once it is open: where the files are, which references of the first one may lead to. */
  get store(): Store {
    return this.#store;
  }

  /** Looks for a root and for consolidated metadata; the root is null where there is none. */
  async open(signal: AbortSignal | undefined): Promise<ZarrNode | null> {
    const v3 = await this.#document("/zarr.json", signal);
    this.#known.set("/zarr.json", v3);
    const consolidated = v3 === undefined ? await this.#document("/.zmetadata", signal) : undefined;
    if (isRecord(consolidated) && isRecord(consolidated.metadata)) {
      if (consolidated.record_size !== undefined) await this.#followReferences(consolidated);
      for (const [key, document] of Object.entries(consolidated.metadata)) this.#known.set(`/${key}`, document);
      this.#consolidated = true;
    }
    return this.node("", signal);
  }

  async #followReferences(document: Record<string, unknown>): Promise<void> {
    const [{ parquetReferences }, { referenceStore }] = await Promise.all([
      import("./parquet-references.ts"),
      import("./reference-store.ts"),
    ]);
    const { url } = this.#store;
    this.#store = referenceStore(
      parquetReferences(this.#store, document),
      `${url.replace(/\/+$/, "")}/`,
      this.#options,
    );
  }

  /** The node at a path; null where there is none. @throws `invalid-metadata`, `unsupported`, or what the store throws. */
  node(path: string, signal: AbortSignal | undefined): Promise<ZarrNode | null> {
    let node = this.#nodes.get(path);
    if (!node) {
      node = this.#load(path, signal);
      this.#nodes.set(path, node);
      node.catch(() => this.#nodes.delete(path));
    }
    return node;
  }

  /** A node that is nice to have (a coordinate, a grid mapping): where metadata is consolidated it costs no request. */
  async sibling(path: string, signal: AbortSignal | undefined): Promise<ZarrNode | null> {
    return this.#consolidated && !this.#knows(path) ? null : this.node(path, signal);
  }

  /** Paths of the arrays and groups directly below a group; null where nobody can tell (http, not consolidated). */
  async children(path: string): Promise<string[] | null> {
    if (this.#consolidated) {
      const paths = [...this.#known.keys()].map((key) => key.slice(0, key.lastIndexOf("/")));
      return [...new Set(paths)].filter((child) => child !== path && parentPath(child) === path).sort();
    }
    const names = await this.store.folders?.(path);
    return names ? names.map((name) => `${path}/${name}`) : null;
  }

  async #load(path: string, signal: AbortSignal | undefined): Promise<ZarrNode | null> {
    const v3 = this.#version === 2 ? undefined : await this.#document(`${path}/zarr.json`, signal);
    if (v3 !== undefined) {
      this.#version ??= 3;
      this.#consolidate(path, v3);
      return nodeV3(path, v3);
    }
    if (this.#version === 3) return null;
    const array = await this.#document(`${path}/.zarray`, signal);
    const document = array ?? (await this.#document(`${path}/.zgroup`, signal));
    if (document === undefined) return null;
    this.#version ??= 2;
    const [{ nodeV2 }, attributes] = await Promise.all([
      import("./zarr-v2.ts"),
      this.#document(`${path}/.zattrs`, signal),
    ]);
    return nodeV2(path, document, attributes);
  }

  /** A v3 group may carry the metadata of all that is below it. */
  #consolidate(path: string, group: unknown): void {
    const inline = isRecord(group) && isRecord(group.consolidated_metadata) && group.consolidated_metadata.metadata;
    if (!isRecord(inline)) return;
    this.#known.set(`${path}/zarr.json`, group);
    if (path === "" && Object.keys(inline).length > 0) this.#consolidated = true;
    for (const [child, document] of Object.entries(inline)) this.#known.set(`${path}/${child}/zarr.json`, document);
  }

  async #document(key: string, signal: AbortSignal | undefined): Promise<unknown> {
    if (this.#known.has(key)) return this.#known.get(key);
    // Where another document of the same node is known, this one is known to be absent.
    if (this.#consolidated && this.#knows(key.slice(0, key.lastIndexOf("/")))) return undefined;
    let bytes: Uint8Array | undefined;
    try {
      bytes = await this.store.get(key, { signal, maxBytes: MOST_METADATA_BYTES });
    } catch (error) {
      if (!maybeAbsent(error)) throw error;
      this.refusal ??= error;
      return undefined;
    }
    if (bytes === undefined) return undefined;
    try {
      return parseLosslessJson(bytes);
    } catch (error) {
      throw invalid(`${this.store.url}${key}`, `it is no JSON (${(error as Error).message})`);
    }
  }

  #knows(path: string): boolean {
    return ["zarr.json", ".zarray", ".zgroup"].some((name) => this.#known.get(`${path}/${name}`) !== undefined);
  }
}

export function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Object stores answer 403, and servers of pages a page, where a file is only missing. */
function maybeAbsent(error: unknown): error is RastrumError {
  return isRastrumError(error, "http-error") && (error.status === 403 || error.status === 200);
}
