import { rastrumError } from "../errors.ts";
import { parseLosslessJson } from "./lossless-json.ts";
import { openStore, type Store, type StoreOptions } from "./store.ts";
import { invalid } from "./zarr-fields.ts";

/** References of more than this are not read as JSON: kerchunk writes those as Parquet. */
const MOST_REFERENCES_BYTES = 2 ** 29;
const ZIP_MARK = "PK";

/** What a Zarr is opened from. */
export type ZarrSource = string | URL | Blob | ZarrFiles;

/** A store of somebody else, as zarrita has them; keys begin with "/". Icechunk's session has one, for example. */
export interface ZarrFiles {
  get(key: string, options?: { signal?: AbortSignal }): Promise<Uint8Array | undefined>;
  getRange?(
    key: string,
    range: { offset: number; length: number } | { suffixLength: number },
    options?: { signal?: AbortSignal },
  ): Promise<Uint8Array | undefined>;
}

/**
 * The files of a Zarr: below an address; in a ZIP archive or by kerchunk's references, where the name ends so (`.zip`,
 * `.json`) or a Blob begins so; or of a store that somebody else has.
 */
export async function openZarrStore(
  source: ZarrSource,
  options: StoreOptions,
  signal: AbortSignal | undefined,
): Promise<Store> {
  if (source instanceof Blob) {
    const { blobStore } = await import("./blob-store.ts");
    const file = blobStore(source);
    const found = await storeInFile(file, null, options, signal);
    if (found) return found;
    const message = `${file.url} is neither a ZIP archive nor JSON of references: a Zarr in one file is one of these.`;
    throw rastrumError("not-a-raster", message, { path: file.url });
  }
  if (typeof source === "object" && !(source instanceof URL)) {
    const { foreignStore } = await import("./foreign-store.ts");
    return foreignStore(source);
  }
  // The address of a root's metadata is that of the root.
  const address = String(source).replace(/[/\\](zarr\.json|\.z(group|array|attrs|metadata))(?=$|[?#])/, "");
  const mayBeFile = /\.(zip|json)$/i.test(address.replace(/[?#].*$/s, ""));
  const store = openStore(address, options);
  return (mayBeFile && (await storeInFile(store, store.url, options, signal))) || store;
}

/** The Zarr that is in one file, by its first bytes; null where it is none. @param file its key "" is the file */
async function storeInFile(
  file: Store,
  address: string | null,
  options: StoreOptions,
  signal: AbortSignal | undefined,
): Promise<Store | null> {
  const head = await file.getRange("", { offset: 0, length: 64, orLess: true }, { signal });
  const text = new TextDecoder().decode(head);
  if (text.startsWith(ZIP_MARK)) return (await import("./zip-store.ts")).zipStore(file, signal);
  if (!/^\uFEFF?\s*\{/.test(text)) return null;
  const bytes = await file.get("", { signal, maxBytes: MOST_REFERENCES_BYTES });
  const [{ isReferences, parseReferences }, { referenceStore }] = await Promise.all([
    import("./references.ts"),
    import("./reference-store.ts"),
  ]);
  const document = parsed(bytes, file.url);
  if (!isReferences(document)) return null;
  const references = parseReferences(document, file.url);
  const table = { find: async (key: string) => references.get(key), keys: () => references.keys() };
  return referenceStore(table, address, options);
}

function parsed(bytes: Uint8Array | undefined, url: string): unknown {
  try {
    return parseLosslessJson(bytes ?? new Uint8Array(0));
  } catch (error) {
    throw invalid(url, `it is no JSON (${(error as Error).message})`);
  }
}
