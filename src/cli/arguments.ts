import type { Transform } from "../grid/affine.ts";
import type { CoverageWeight } from "../mask/coverage-weight.ts";
import type { Rule } from "../mask/rule.ts";
import type { Form } from "../stats/forms.ts";
import type { ZonesFormat } from "../zones/formats/format.ts";
import { type backends, type CommandName, commandNames, commands, type Format, globalOptions } from "./commands.ts";
import {
  formatOf,
  parseNumber,
  parseParameters,
  parsePart,
  parseSeconds,
  parseTransform,
  parseWorkers,
  splitList,
} from "./option-values.ts";
import { parseSelects, type Selected } from "./select.ts";
import { didYouMean, UsageError } from "./usage-error.ts";
import { checkOperands, readWords, type Words } from "./words.ts";

/** Where the raster is and how to open it. */
export interface RasterArguments {
  readonly raster: string;
  /** Several are bands of one raster. */
  readonly path?: string | readonly string[];
  readonly crs?: string;
  readonly transform?: Transform;
  readonly timeoutMs?: number;
}

export interface InfoArguments extends RasterArguments {
  readonly json: boolean;
}

export interface ZonalArguments extends RasterArguments {
  readonly zones: string;
  /** Undefined: the library's default. */
  readonly statistics?: readonly string[];
  readonly rule?: Rule;
  readonly minCoverage?: number;
  readonly coverageWeight?: CoverageWeight;
  readonly cell?: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly weights?: string;
  readonly weightsPath?: string;
  readonly resampling?: "nearest" | "none";
  readonly defaultWeight?: number;
  readonly classes?: string;
  readonly classesPath?: string;
  readonly classEdges?: readonly number[];
  readonly maxClasses?: number;
  readonly form?: Form;
  readonly defaultValue?: number;
  readonly include: readonly string[];
  readonly select: readonly Selected[];
  readonly zonesCrs?: string;
  readonly zonesFormat?: ZonesFormat;
  readonly zonesLayer?: string;
  readonly zonesBeside?: "skip" | "keep";
  readonly resolution?: number | "native" | "auto";
  readonly backend: (typeof backends)[number];
  readonly workers?: number;
  /** A path; null is the standard output. */
  readonly out: string | null;
  /** Null: a table on a terminal, else CSV. */
  readonly format: Format | null;
  /** Undefined: the result itself. */
  readonly partials?: PartArguments;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** What part of a job is wanted: all of it where nothing is said. */
export interface PartArguments {
  readonly part?: readonly [index: number, of: number];
  readonly firstZone?: number;
}

export interface CombineArguments {
  readonly files: readonly string[];
  readonly out: string | null;
}

export interface FinalizeArguments extends CombineArguments {
  readonly statistics?: readonly string[];
  readonly incomplete: boolean;
  readonly format: Format | null;
  readonly quiet: boolean;
}

export type Command =
  | { readonly name: "help"; readonly topic: CommandName | null }
  | { readonly name: "version" }
  | { readonly name: "stats" }
  | ({ readonly name: "combine" } & CombineArguments)
  | ({ readonly name: "finalize" } & FinalizeArguments)
  | ({ readonly name: "info" } & InfoArguments)
  | ({ readonly name: "zonal" } & ZonalArguments);

/** Reads the words after `rastrum`. Throws a {@link UsageError} that names the word and what is nearest to it. */
export function parseArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError(`No command was given: say ${commandNames.join(", ")}.`);
  if (first.startsWith("-")) return parseGlobal(words);
  if (first === "help") return { name: "help", topic: rest.length > 0 ? commandName(rest[0]) : null };
  const name = commandName(first);
  const parsed = readWords(rest, commands[name].options, name);
  if (parsed.switches.has("help")) return { name: "help", topic: name };
  const operands = checkOperands(parsed.operands, commands[name].operands, name);
  if (name === "stats") return { name };
  try {
    if (name === "info") return { name, ...rasterArguments(parsed, operands[0]), json: parsed.switches.has("json") };
    if (name === "combine") return { name, ...combineArguments(parsed, operands) };
    if (name === "finalize") return { name, ...finalizeArguments(parsed, operands) };
    return { name, ...zonalArguments(parsed, operands) };
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(error.message, name) : error;
  }
}

function parseGlobal(words: readonly string[]): Command {
  const { switches, operands } = readWords(words, globalOptions, null);
  if (switches.has("version")) return { name: "version" };
  if (switches.has("help")) return { name: "help", topic: operands.length > 0 ? commandName(operands[0]) : null };
  throw new UsageError("No command was given before the options.");
}

function commandName(word: string): CommandName {
  const name = commandNames.find((known) => known === word);
  if (name) return name;
  throw new UsageError(`There is no command "${word}".${didYouMean(word, commandNames)}`);
}

function rasterArguments({ values }: Words, raster: string): RasterArguments {
  const one = (name: string) => values.get(name)?.[0];
  const transform = one("transform");
  const timeout = one("timeout");
  return {
    raster,
    path: pathOf(one("path")),
    crs: one("crs"),
    transform: transform === undefined ? undefined : parseTransform(transform),
    timeoutMs: timeout === undefined ? undefined : parseSeconds(timeout) * 1000,
  };
}

function resolutionOf(text: string | undefined): ZonalArguments["resolution"] {
  return text === "native" || text === "auto" ? text : parseNumber(text, "--resolution");
}

function pathOf(path: string | undefined): RasterArguments["path"] {
  return path?.includes(",") ? splitList(path, "--path") : path;
}

function zonalArguments(parsed: Words, operands: readonly string[]): ZonalArguments {
  const { values, switches } = parsed;
  const one = (name: string) => values.get(name)?.[0];
  const number = (name: string) => parseNumber(one(name), `--${name}`);
  const edges = one("class-edges");
  return {
    ...rasterArguments(parsed, operands[0]),
    zones: operands[1],
    statistics: statisticsOf(parsed),
    rule: one("rule") as Rule | undefined,
    minCoverage: number("min-coverage"),
    coverageWeight: one("coverage-weight") as CoverageWeight | undefined,
    cell: one("cell"),
    parameters: parseParameters(values.get("param") ?? []),
    weights: one("weights"),
    weightsPath: one("weights-path"),
    resampling: one("resampling") as ZonalArguments["resampling"],
    defaultWeight: number("default-weight"),
    classes: one("classes"),
    classesPath: one("classes-path"),
    classEdges:
      edges === undefined
        ? undefined
        : splitList(edges, "--class-edges").map((edge) => parseNumber(edge, "--class-edges") as number),
    maxClasses: number("max-classes"),
    form: one("form") as Form | undefined,
    defaultValue: number("default-value"),
    include: (values.get("include") ?? []).flatMap((names) => splitList(names, "--include")),
    select: parseSelects(values.get("select") ?? []),
    zonesCrs: one("zones-crs"),
    zonesFormat: one("zones-format") as ZonesFormat | undefined,
    zonesLayer: one("zones-layer"),
    zonesBeside: one("zones-beside") as ZonalArguments["zonesBeside"],
    resolution: resolutionOf(one("resolution")),
    backend: (one("backend") ?? "auto") as ZonalArguments["backend"],
    workers: parseWorkers(one("workers")),
    ...outputArguments(parsed),
    partials: partArguments(parsed),
    quiet: switches.has("quiet"),
    verbose: switches.has("verbose"),
  };
}

function combineArguments(parsed: Words, files: readonly string[]): CombineArguments {
  const { out, format } = outputArguments(parsed);
  if (format !== null && format !== "arrow")
    throw new UsageError(`Parts are Arrow files: name ${out} so, as FILE.arrow.`);
  return { files, out };
}

function finalizeArguments(parsed: Words, files: readonly string[]): FinalizeArguments {
  const output = outputArguments(parsed);
  if (output.format === "geojson") throw new UsageError("Parts have no geometries: --out is .csv, .json or .arrow.");
  const { switches } = parsed;
  const statistics = statisticsOf(parsed);
  return { files, statistics, incomplete: switches.has("incomplete"), ...output, quiet: switches.has("quiet") };
}

function statisticsOf({ values }: Words): readonly string[] | undefined {
  const names = values.get("stats")?.[0];
  return names === undefined ? undefined : splitList(names, "--stats");
}

function outputArguments({ values }: Words): { out: string | null; format: Format | null } {
  const out = values.get("out")?.[0] ?? "-";
  const format = values.get("format")?.[0] as Format | undefined;
  return { out: out === "-" ? null : out, format: format ?? (out === "-" ? null : formatOf(out)) };
}

function partArguments(parsed: Words): PartArguments | undefined {
  const { values, switches } = parsed;
  const part = values.get("part")?.[0];
  const firstZone = parseNumber(values.get("first-zone")?.[0], "--first-zone");
  if (part === undefined && firstZone === undefined && !switches.has("partials")) return undefined;
  if (outputArguments(parsed).format !== "arrow") {
    throw new UsageError("Parts are Arrow files: give --out FILE.arrow, or --format arrow.");
  }
  return {
    ...(part === undefined ? {} : { part: parsePart(part) }),
    ...(firstZone === undefined ? {} : { firstZone }),
  };
}
