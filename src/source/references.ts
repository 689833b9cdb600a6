import { rastrumError } from "../errors.ts";
import { numberOf, render, type TemplateNames } from "./reference-template.ts";
import { invalid, isRecord } from "./zarr-fields.ts";

/** Where a file of a Zarr is: here, or a part of another file; a `length` of null is all of it. */
export type Reference =
  | { readonly bytes: Uint8Array }
  | { readonly url: string; readonly offset: number; readonly length: number | null };

export type References = ReadonlyMap<string, Reference>;

/** References that `gen` makes at most. */
const MOST_GENERATED = 2 ** 22;

/**
 * kerchunk's references, version 0 (a record of keys) or 1 (with `refs`, `templates` and `gen`).
 * https://fsspec.github.io/kerchunk/spec.html
 * @param path for messages
 * @throws `invalid-metadata`, `unsupported`
 */
export function parseReferences(document: unknown, path: string): References {
  if (!isRecord(document)) throw invalid(path, "it is no JSON object of references");
  const { version, refs = {}, templates = {}, gen = [] } = document;
  if (version === undefined) return listed(document, new Map(), path);
  if (version !== 1) {
    const what = `references of version ${JSON.stringify(version)}`;
    throw rastrumError("unsupported", `${path}: ${what} are not read, only those of version 0 and 1.`, { what });
  }
  if (!isRecord(refs) || !isRecord(templates) || !Array.isArray(gen)) {
    throw invalid(path, "its refs, templates or gen are none");
  }
  const names = new Map(Object.entries(templates).map(([name, text]) => [name, String(text)]));
  const found = new Map(listed(refs, names, path));
  for (const rule of gen) for (const [key, reference] of generated(rule, names, path)) found.set(key, reference);
  return found;
}

/** Whether a JSON document may be references: it has a key of a Zarr, or `refs`. */
export function isReferences(document: unknown): boolean {
  if (!isRecord(document)) return false;
  if (document.version === 1 && isRecord(document.refs)) return true;
  return Object.keys(document).some((key) => /(^|\/)(zarr\.json|\.zgroup|\.zarray|\.zmetadata)$/.test(key));
}

function listed(refs: Record<string, unknown>, names: TemplateNames, path: string): References {
  return new Map(Object.entries(refs).map(([key, value]) => [key, referenceOf(value, names, path, key)]));
}

function referenceOf(value: unknown, names: TemplateNames, path: string, key: string): Reference {
  if (typeof value === "string") return { bytes: inlineBytes(value, names, path, key) };
  if (isRecord(value)) return { bytes: new TextEncoder().encode(JSON.stringify(value)) };
  if (!Array.isArray(value)) throw invalid(path, `the reference ${key.slice(0, 200)} is neither text nor a list`);
  const [url, offset = 0, length = null] = value;
  const isPlace =
    Number.isSafeInteger(offset) && offset >= 0 && (length === null || (Number.isSafeInteger(length) && length >= 0));
  if (typeof url !== "string" || !isPlace || (value.length !== 1 && value.length !== 3)) {
    throw invalid(path, `the reference ${key.slice(0, 200)} is ${JSON.stringify(value).slice(0, 200)}`);
  }
  return { url: render(url, names, path), offset, length };
}

function inlineBytes(text: string, names: TemplateNames, path: string, key: string): Uint8Array {
  if (!text.startsWith("base64:")) return new TextEncoder().encode(names.size > 0 ? render(text, names, path) : text);
  try {
    return Uint8Array.from(atob(text.slice("base64:".length)), (character) => character.charCodeAt(0));
  } catch {
    throw invalid(path, `the reference ${key.slice(0, 200)} is no base64`);
  }
}

/** A rule makes a reference for each combination of its dimensions. */
function* generated(rule: unknown, names: TemplateNames, path: string): Iterable<[string, Reference]> {
  if (!isRecord(rule) || typeof rule.key !== "string" || typeof rule.url !== "string" || !isRecord(rule.dimensions)) {
    throw invalid(path, `its gen has ${JSON.stringify(rule).slice(0, 200)}`);
  }
  const { key, url, offset, length } = rule;
  const dimensions = Object.entries(rule.dimensions).map(([name, values]) => ({
    name,
    values: valuesOf(values, path),
  }));
  const total = dimensions.reduce((product, { values }) => product * values.length, 1);
  if (total > MOST_GENERATED) throw invalid(path, `its gen makes ${total} references`);
  for (let i = 0; i < total; i++) {
    const own = new Map(names);
    let rest = i;
    for (const { name, values } of dimensions) {
      own.set(name, values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    const place = (text: unknown) => (typeof text === "string" ? Number(render(text, own, path)) : text);
    const value = offset === undefined ? [url] : [url, place(offset), place(length)];
    yield [render(key, own, path), referenceOf(value, own, path, key)];
  }
}

function valuesOf(values: unknown, path: string): readonly (string | number)[] {
  if (Array.isArray(values) && values.every((each) => typeof each === "string" || typeof each === "number"))
    return values;
  if (!isRecord(values)) throw invalid(path, "a dimension of its gen is neither a list nor a range");
  const [start, stop, step] = [values.start ?? 0, values.stop, values.step ?? 1].map((n) =>
    numberOf(String(n), new Map(), path),
  );
  const count = Math.ceil((stop - start) / step);
  if (!(count >= 0 && count <= MOST_GENERATED)) throw invalid(path, "a dimension of its gen has no end");
  return Array.from({ length: count }, (_, i) => start + i * step);
}
