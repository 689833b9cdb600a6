import { extname } from "node:path";
import type { Transform } from "../grid/affine.ts";
import type { Format } from "./commands.ts";
import { UsageError } from "./usage-error.ts";

/** Splits at commas outside parentheses: `quantile(0.1,0.9),mean` is two names. */
export function splitList(text: string, option: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")") depth--;
    else if (i === text.length || (text[i] === "," && depth === 0)) {
      names.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  if (depth !== 0) throw new UsageError(`${option} has a parenthesis without its partner: "${text}".`);
  if (names.includes("")) throw new UsageError(`${option} has an empty name: "${text}".`);
  return names;
}

export function parseTransform(text: string): Transform {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (numbers.length === 6 && numbers.every(Number.isFinite)) return numbers as unknown as Transform;
  throw new UsageError(`--transform is six numbers a,b,c,d,e,f in rasterio's order, not "${text}".`);
}

export function parseNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new UsageError(`${option} is a number, not "${text}".`);
}

export function parseWorkers(text: string | undefined): number | undefined {
  const number = parseNumber(text, "--workers");
  if (number === undefined || (Number.isInteger(number) && number >= 0)) return number;
  throw new UsageError(`--workers is a number of threads, 0 for none, not "${text}".`);
}

export function parseParameters(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, number] = /^([A-Za-z]\w*)=(.*)$/.exec(text) ?? [];
      if (name === undefined) throw new UsageError(`--param is NAME=NUMBER, not "${text}".`);
      return [name, parseNumber(number, `--param ${name}`)];
    }),
  ) as Record<string, number>;
}

/** "0/4": the first of four. */
export function parsePart(text: string): readonly [index: number, of: number] {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (index !== undefined && Number(index) < Number(of)) return [Number(index), Number(of)];
  throw new UsageError(`--part is a share I/N, counted from 0, such as 0/4 for the first of four, not "${text}".`);
}

export function parseSeconds(text: string): number {
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new UsageError(`--timeout is a number of seconds above 0, not "${text}".`);
}

const extensions: ReadonlyMap<string, Format> = new Map([
  [".csv", "csv"],
  [".json", "json"],
  [".arrow", "arrow"],
  [".geojson", "geojson"],
]);

/** The format that the end of a file's name stands for. */
export function formatOf(path: string): Format {
  const extension = extname(path).toLowerCase();
  const format = extensions.get(extension);
  if (format) return format;
  const known = [...extensions.keys()];
  const received = extension === "" ? "no extension" : `the extension ${extension}`;
  throw new UsageError(`--out ${path} has ${received}: ${known.join(", ")} are known, or say --format.`);
}
