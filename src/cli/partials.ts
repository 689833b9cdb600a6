import { readFile } from "node:fs/promises";
import { type Table, tableFromIPC } from "apache-arrow";
import { combinePartials, isRastrumError } from "../index.ts";
import { finalizeJoined } from "../ops/finalize-partials.ts";
import { readHeader } from "../partial-table/header.ts";
import { resolveStatistics } from "../stats/resolve.ts";
import { tableToArrow } from "../table-output.ts";
import type { CombineArguments, FinalizeArguments } from "./arguments.ts";
import { defaultFormat, encode } from "./encode.ts";
import { createOutput } from "./output.ts";
import { tell } from "./tell.ts";

/** `rastrum combine`: parts that `rastrum zonal --partials` wrote, as one. */
export function runCombine({ files, out }: CombineArguments, signal: AbortSignal): Promise<void> {
  return intoFile(out, async () => [tableToArrow(combinePartials(await readTables(files, signal)))]);
}

/** `rastrum finalize`: the result of such parts. */
export function runFinalize(args: FinalizeArguments, signal: AbortSignal): Promise<void> {
  const { files, statistics, incomplete, out, format, quiet } = args;
  if (statistics) resolveStatistics(statistics);
  return intoFile(out, async () => {
    const table = finalizeJoined(await readTables(files, signal), { statistics, incomplete });
    const warnings: string[] = JSON.parse(table.schema.metadata.get("rastrum.warnings") ?? "[]");
    if (!quiet) for (const warning of warnings) tell(`warning: ${warning}`);
    return encode(table, format ?? defaultFormat(), null);
  });
}

async function intoFile(out: string | null, parts: () => Promise<Iterable<string | Uint8Array>>): Promise<void> {
  const output = createOutput(out);
  try {
    await output.write(await parts());
    output.commit();
  } finally {
    output.discard();
  }
}

/** In the order given. Failures name the file. */
function readTables(files: readonly string[], signal: AbortSignal): Promise<Table[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file, { signal }).catch((cause: NodeJS.ErrnoException) => {
        const reason = cause.code === "ENOENT" ? "there is no such file" : cause.message;
        throw new Error(`Cannot read ${file}: ${reason}.`, { cause });
      });
      const table = tableOf(file, bytes);
      try {
        readHeader(table);
      } catch (cause) {
        throw isRastrumError(cause) ? new Error(`${file}: ${cause.message}`, { cause }) : cause;
      }
      return table;
    }),
  );
}

function tableOf(file: string, bytes: Uint8Array): Table {
  try {
    return tableFromIPC(bytes);
  } catch (cause) {
    throw new Error(`${file} is no Arrow file: give what rastrum zonal --partials wrote.`, { cause });
  }
}
