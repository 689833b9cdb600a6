import type { BackendChoice } from "../backend/choose.ts";
import { type Engine, EngineCore, sharedEngine } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import type { CoverageWeight } from "../mask/coverage-weight.ts";
import type { Rule } from "../mask/rule.ts";
import type { Selection } from "../plan/select.ts";
import type { Raster } from "../source/source.ts";
import type { Form } from "../stats/forms.ts";
import type { Statistic } from "../stats/statistic.ts";
import type { ZonesFormat } from "../zones/formats/format.ts";
import type { ReadZonesOptions } from "../zones/read-zones.ts";
import type { Resampling } from "./weight-reader.ts";

export interface ZonalOptions {
  /** Names of statistics, in the order of the columns. Default `["count", "mean"]`: what most maps show. */
  readonly statistics?: readonly (string | Statistic)[];
  /**
   * Which cells belong to a zone: "center", those whose centre does; "touched", those that it touches; "fraction", those
   * that it covers, each by the covered fraction. Default "center": what GDAL and rasterstats do, and fastest.
   */
  readonly rule?: Rule;
  /**
   * What to make of each cell before it counts: one WGSL expression of `x`, the cell's value, of parameters as `p.a`,
   * and of the labels of a dimension of bands, as in "(B08 - B04) / (B08 + B04)". Computed in f64, on every backend.
   */
  readonly cell?: string;
  /** Numbers that `cell` reads as `p.name`. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** With "fraction": a cell counts from this covered fraction on. Default 0: every cell that is covered at all. */
  readonly minCoverage?: number;
  /**
   * What a cell's coverage stands for: "fraction" of it; "none", 1 for every cell that counts; or the fraction of its
   * area, in CRS units squared ("area_cartesian"), on a sphere or on the CRS's ellipsoid. Default "fraction".
   */
  readonly coverageWeight?: CoverageWeight;
  /** A raster whose cells weigh those of the first, on any grid and in any CRS: the nearest cell's value is taken. */
  readonly weights?: Raster;
  /**
   * "none" refuses weights whose cells do not fit: whole cells of the raster, or whole parts of one. Default "nearest":
   * of each cell the weight of the cell that its centre lies in.
   */
  readonly resampling?: Resampling;
  /** Weight of cells that `weights` has none for. Default: NaN, which makes weighted statistics NaN. */
  readonly defaultWeight?: number;
  /**
   * A raster whose cells' values cut each zone into classes, on any grid and in any CRS (of each cell the nearest one):
   * a row a zone and class that has a cell, with the column `class` behind the included properties.
   */
  readonly classes?: Raster;
  /** Edges of bins, ascending, to make classes of floats: a class is named by its lower edge. */
  readonly classEdges?: readonly number[];
  /** Most classes that are taken. Default 1024: more are a sign that the raster is no map of classes. */
  readonly maxClasses?: number;
  /**
   * How values of several classes stand in the table: "list", a list a zone; "wide", a column a class, as `frac_12`;
   * "long", a row a class. Default "long" with `classes`, else "list".
   */
  readonly form?: Form;
  /** Value of cells that have none, in the raster's units. Default: they are not counted. */
  readonly defaultValue?: number;
  /** Parts of the non-spatial dimensions; what is not named is kept whole. */
  readonly select?: Readonly<Record<string, Selection>>;
  /**
   * Which level of the raster to take, where it has overviews: "native", its own cells; the coarsest whose cells' longer
   * side is at most so long, in units of the CRS; "auto", the coarsest in which every polygon has 1,024 cells, or all that
   * there are. The table's metadata say which as "rastrum.resolution", JSON text. Default "native": sums and counts of an
   * overview are of fewer cells, and its values of those who made it (TiTiler takes overviews unasked: its numbers differ).
   */
  readonly resolution?: number | "native" | "auto";
  /**
   * Whether to estimate the table first, from an overview of the raster, where it has any: `for await (const p of job)`
   * has it as `p.preview`. The result is the same. Default false: an estimate nobody looks at is work for nothing.
   */
  readonly progressive?: boolean;
  /** Properties of the features to carry into the table. Default none. */
  readonly include?: readonly string[];
  /** CRS of the zones; "raster": that of the raster. Default: what the zones say, else OGC:CRS84 as GeoJSON has it. */
  readonly zonesCrs?: string;
  /** Format of the zones; default: what their first bytes say, else the ending of the name. */
  readonly zonesFormat?: ZonesFormat;
  /** Which layer to take of zones that have several: a table, a shapefile in a ZIP, an object of TopoJSON, a folder of KML. */
  readonly zonesLayer?: string;
  /**
   * What becomes of zones beside the raster in files that have an index of them, FlatGeobuf and GeoParquet with `covering`.
   * "skip": they are not fetched and have no rows; `zone` counts the file's rows as ever, and a warning says how many are
   * left out. "keep": they have rows without cells, as in files without an index. Default "skip", since files with an index
   * may hold a continent's buildings.
   */
  readonly zonesBeside?: "skip" | "keep";
  /** Where to compute. Default "auto"; not together with `engine`, which has its own. */
  readonly backend?: BackendChoice;
  /** An engine to run on, kept from job to job. Default: one shared by all jobs of the same `backend`. */
  readonly engine?: Engine;
  readonly signal?: AbortSignal;
}

export function engineOf({ engine, backend }: ZonalOptions): EngineCore {
  if (engine === undefined) return sharedEngine(backend ?? "auto");
  if (backend !== undefined) {
    const message = "Both engine and backend are given: an engine has its backend already, so leave one out.";
    throw rastrumError("invalid-option", message, { option: "backend", received: backend });
  }
  if (engine instanceof EngineCore) return engine;
  const message = "engine is not one: give what createEngine() returns, or leave it out.";
  throw rastrumError("invalid-option", message, { option: "engine", received: engine });
}

/** How a job reads its zones. */
export function zonesReading({ signal, zonesFormat, zonesLayer }: ZonalOptions): ReadZonesOptions {
  return { signal, format: zonesFormat, layer: zonesLayer };
}

/** The same where only what the raster and the table need is to be read: see `zonesBeside`. */
export function zonesReadingFor({ grid }: Raster, options: ZonalOptions): ReadZonesOptions {
  const { zonesBeside = "skip", zonesCrs, include = [] } = options;
  const reading = { ...zonesReading(options), columns: include };
  if (zonesBeside === "keep") return reading;
  return {
    ...reading,
    mayMeetIn: async (crs) => (await import("../zones/may-meet.ts")).mayMeetRaster(grid, zonesCrs)(crs),
  };
}
