import { epsgNames } from "./epsg-names.ts";

/** Name and code of a CRS as it is written, the name of a code by the EPSG registry: null for what neither says. */
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
  if (!/^[a-z]+:\w+$/i.test(crs)) return { name: null, code: null };
  const code = crs.toUpperCase();
  return { name: code === "OGC:CRS84" ? "WGS 84" : nameOfEpsg(code), code };
}

/** Names are a line each, in the order of codes: the step from the code before, nothing where it is 1, and the name. */
function nameOfEpsg(wanted: string): string | null {
  let code = 0;
  for (const line of epsgNames.split("\n")) {
    const space = line.indexOf(" ");
    code += Number(line.slice(0, space) || 1);
    if (`EPSG:${code}` === wanted) return line.slice(space + 1);
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
