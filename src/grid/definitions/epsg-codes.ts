import { epsgTable } from "./epsg-table.ts";

/** What an EPSG code means, for proj4. */
export interface EpsgEntry {
  /** A PROJ string, datum and all; x is easting or longitude but where `+axis` says otherwise. */
  readonly definition: string;
  /** The datum's part of it. */
  readonly datum: string;
  /**
   * How far, in metres, the datum's shift to WGS 84 may lead astray where that is known to be more than one metre (a
   * better one needs a grid, or there are several in the area); Infinity where no shift is known; else 0.
   */
  readonly shiftError: number;
}

let unpacked: ReadonlyMap<number, EpsgEntry> | null = null;

export function lookUpEpsg(code: number): EpsgEntry | null {
  unpacked ??= unpackEpsg();
  return unpacked.get(code) ?? null;
}

/**
 * Unpacks the table, in some 10 ms. Its form, line by line:
 * - datums: PROJ tokens, and behind "|" how far the shift may lead astray ("?" where there is none); an empty line;
 * - families: a PROJ string, in which tokens that end in "=" lack their value; under it a line for each datum, "@" and
 *   its number, then systems: the step from the code before (1 where empty), then values (as before where empty);
 * - an empty line, and in the same way codes of systems with heights and the code of what they are without.
 */
function unpackEpsg(): ReadonlyMap<number, EpsgEntry> {
  const [datumText, familyText, aliasText] = epsgTable.split("\n\n");
  const datums = datumText.split("\n").map((line) => {
    const [datum, error] = line.split("|");
    return { datum, shiftError: error === "?" ? Number.POSITIVE_INFINITY : Number(error ?? 0) };
  });
  const entries = new Map<number, EpsgEntry>();
  let template = "";
  for (const line of familyText.split("\n")) {
    if (!line.startsWith("@")) {
      template = line;
      continue;
    }
    const [number, ...systems] = line.split(" ");
    const datum = datums[Number(number.slice(1))];
    eachSystem(systems, (code, values) => {
      let i = 0;
      const projection = template.replace(/=(?= |$)/g, () => `=${values[i++]}`);
      entries.set(code, { ...datum, definition: `${projection} ${datum.datum}` });
    });
  }
  eachSystem(aliasText.split(" "), (code, [target]) => {
    const entry = entries.get(Number(target));
    if (entry) entries.set(code, entry);
  });
  return entries;
}

function eachSystem(systems: readonly string[], add: (code: number, values: readonly string[]) => void): void {
  let code = 0;
  let values: string[] = [];
  for (const system of systems) {
    const [step, ...changed] = system.split(",");
    code += step === "" ? 1 : Number(step);
    const before = values;
    values = Array.from({ length: Math.max(before.length, changed.length) }, (_, i) => changed[i] || before[i]);
    add(code, values);
  }
}
