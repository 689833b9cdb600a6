/** Name and EPSG code of a CRS as it is written: null for what it does not say. */
export function describeCrs(crs: string): { name: string | null; code: string | null } {
  const json = /^\s*\{/.test(crs) ? parsed(crs) : null;
  if (json) {
    const { name, id } = json as { name?: unknown; id?: { authority?: unknown; code?: unknown } };
    const code = id?.authority === undefined ? null : `${id.authority}:${id.code}`;
    return { name: typeof name === "string" ? name : null, code };
  }
  if (/^\s*[A-Z_]+\s*[[(]/i.test(crs)) {
    // Of the whole: the last node before the last bracket.
    const id = /(?:AUTHORITY|ID)\s*[[(]\s*"(\w+)"\s*,\s*"?(\w+)"?\s*(?:,[^\])]*)?[\])]\s*[\])]\s*$/i.exec(crs);
    return { name: /"((?:[^"]|"")*)"/.exec(crs)?.[1] ?? null, code: id && `${id[1]}:${id[2]}` };
  }
  return { name: null, code: /^[a-z]+:\w+$/i.test(crs) ? crs : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
