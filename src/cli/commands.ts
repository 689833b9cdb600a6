import { coverageWeights } from "../mask/coverage-weight.ts";
import { rules } from "../mask/rule.ts";
import { forms } from "../stats/forms.ts";
import { zonesFormats } from "../zones/formats/format.ts";

/** What can be said on the command line. The parser and the help both read these tables. */

export interface Option {
  /** Shown in the help as `--name VALUE`; an option without a value is a switch. */
  readonly value?: string;
  /** The values that are allowed; any where left out. */
  readonly choices?: readonly string[];
  readonly short?: string;
  readonly repeatable?: boolean;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

export interface CommandSpec {
  readonly summary: string;
  /** Names of the arguments that must be there, in order. */
  readonly operands: readonly string[];
  readonly options: Options;
  /** Paragraphs that follow the options in the help. */
  readonly notes?: string;
}

const formats = ["table", "csv", "json", "arrow", "geojson"] as const;
export type Format = (typeof formats)[number];

export const backends = ["auto", "cpu", "webgpu"] as const;

const help: Options = { help: { short: "h", help: "this text" } };

const openOptions: Options = {
  path: { value: "GROUP/ARRAY", help: "the array where there are several; A,B: as bands of one raster" },
  crs: { value: "CRS", help: "CRS of the raster, EPSG:… or WKT, where it says none or a wrong one" },
  transform: { value: "a,b,c,d,e,f", help: "affine transform of the raster, in rasterio's order" },
  timeout: { value: "SECONDS", help: "give up on a server that sends nothing for so long" },
};

const zonalOptions: Options = {
  stats: { value: "LIST", help: "statistics (`rastrum stats` lists them); count,mean where left out" },
  rule: {
    value: "RULE",
    choices: rules,
    help: "the cells of a zone: center, touched, or fraction (see below)",
  },
  "min-coverage": { value: "FRACTION", help: "with fraction: cells count from this covered part on" },
  "coverage-weight": {
    value: "WHAT",
    choices: coverageWeights,
    help: "what a cell counts for: its covered fraction, none (1), or area",
  },
  cell: { value: "EXPRESSION", help: "what to make of each cell x first, or of bands: 'B08 - B04'" },
  param: { value: "NAME=NUMBER", repeatable: true, help: "a number that --cell reads as p.NAME; may be repeated" },
  weights: { value: "RASTER", help: "Zarr with the weights of the cells, for weighted_mean and its like" },
  "weights-path": { value: "GROUP/ARRAY", help: "the array in the Zarr of weights" },
  resampling: {
    value: "HOW",
    choices: ["nearest", "none"],
    help: "weights on another grid: nearest cell (default), or none: refuse them",
  },
  "default-weight": { value: "NUMBER", help: "weight of cells that --weights has none for" },
  classes: { value: "RASTER", help: "Zarr of classes: statistics of each class in each zone" },
  "classes-path": { value: "GROUP/ARRAY", help: "the array in the Zarr of classes" },
  "class-edges": { value: "A,B", help: "edges of bins a,b,c,…, to make classes of floats" },
  "max-classes": { value: "NUMBER", help: "most classes to take; 1024 where left out" },
  form: { value: "NAME", choices: forms, help: "classes as list, wide (a column each) or long (a row each)" },
  "default-value": { value: "NUMBER", help: "value of cells that have none" },
  include: { value: "NAMES", repeatable: true, help: "zone properties to carry into the result, as name,…" },
  select: { value: "DIM=WHAT", repeatable: true, help: "part of a dimension, see below; may be repeated" },
  resolution: { value: "SIZE", help: "cells at most so large, from overviews; native (default) or auto" },
  "zones-format": {
    value: "NAME",
    choices: zonesFormats,
    help: "format of the zones, see below; by their first bytes where left out",
  },
  "zones-layer": { value: "NAME", help: "layer, table, object or folder, of zones that have several" },
  "zones-beside": {
    value: "HOW",
    choices: ["skip", "keep"],
    help: "rows for zones beside the raster, that an index leaves out: skip, keep",
  },
  "zones-crs": { value: "CRS", help: "CRS of the zones: EPSG:…, WKT, or raster for that of the raster" },
  ...openOptions,
  backend: {
    value: "NAME",
    choices: backends,
    help: "auto, cpu, or webgpu (needs the npm package webgpu; auto does without)",
  },
  workers: { value: "N", help: "threads that help; one a processor, 8 at most, where left out; 0: none" },
  out: { short: "o", value: "FILE", help: "result as .csv, .json, .arrow or .geojson; - is the standard output" },
  format: { value: "NAME", choices: formats, help: "format of the result: table, csv, json, arrow, geojson" },
  partials: { help: "a part for `rastrum finalize`, not the result: needs --out FILE.arrow" },
  part: { value: "I/N", help: "share I (from 0) of N of the raster's chunks, as --partials" },
  "first-zone": { value: "NUMBER", help: "of zones in pieces: the row of the first, as --partials" },
  quiet: { short: "q", help: "no progress and no warnings" },
  verbose: { help: "tell at the end the backend and the time" },
  ...help,
};

const zonalNotes = `RASTER is a Zarr and ZONES a file of polygons, lines or points; both are addresses (http, https) or
paths. ZONES may be ${zonesFormats.slice(0, 6).join(", ")},
${zonesFormats.slice(6).join(", ")}; - is the standard input.
The result has one row a zone, or several where the raster has other dimensions, such as time:
the zone's row number, its id, the properties asked for, the other dimensions, the statistics.

--rule says which cells belong to a zone:
  center      those whose centre lies in it (default)
  touched     those that it touches
  fraction    those that it covers, each counted by the fraction that is covered
By any rule a point has the cell that it is in, and a line those that it passes through.

--select picks a part of a dimension that is neither y nor x:
  time=0:30                      indices 0 to 29; either end may be left out
  time=5                         index 5; the result then has no column for it
  time=2013-01-01                a label
  time=2013-01-01..2013-02-01    labels, both ends included
  level="850"                    in quotes, a number is a label too

Without --out a table for people is printed, or CSV where the output is not a terminal. In JSON
undefined values are null and infinite ones "Infinity". GeoJSON has the zones' geometries as
they came, with the columns as properties.`;

const partFormats = formats.filter((format) => format !== "geojson");

const partsNotes = `A job may be split in any way: by chunks (--part), by --select, by zones (--first-zone). The
result is that of the whole job, to the last bit:

  rastrum zonal RASTER ZONES --stats mean --part 0/2 --out 0.arrow
  rastrum zonal RASTER ZONES --stats mean --part 1/2 --out 1.arrow
  rastrum finalize 0.arrow 1.arrow --out means.csv`;

export const commands = {
  zonal: {
    summary: "statistics of a raster for each polygon",
    operands: ["RASTER", "ZONES"],
    options: zonalOptions,
    notes: zonalNotes,
  },
  combine: {
    summary: "several parts of a job as one, in any order",
    operands: ["FILE…"],
    options: {
      out: { short: "o", value: "FILE", help: "where to: .arrow; - is the standard output" },
      ...help,
    },
    notes: partsNotes,
  },
  finalize: {
    summary: "the result of a job from all of its parts",
    operands: ["FILE…"],
    options: {
      stats: { value: "LIST", help: "other statistics of the same sums; those of the job where left out" },
      incomplete: { help: "take what there is though parts are missing" },
      out: { short: "o", value: "FILE", help: "result as .csv, .json or .arrow; - is the standard output" },
      format: { value: "NAME", choices: partFormats, help: "format of the result: table, csv, json, arrow" },
      quiet: { short: "q", help: "no warnings" },
      ...help,
    },
    notes: partsNotes,
  },
  info: {
    summary: "what a raster is: its type, shape, grid and labels",
    operands: ["RASTER"],
    options: { json: { help: "as JSON" }, ...openOptions, ...help },
  },
  stats: { summary: "list the statistics", operands: [], options: help },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];

export const globalOptions: Options = { ...help, version: { short: "V", help: "the version of rastrum" } };
