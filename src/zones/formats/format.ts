import type { FileParts } from "../../source/read-parts.ts";
import type { Rings, ZoneSet } from "../zones.ts";

/** Whether a zone within a rectangle, in units of the zones' CRS, may have a cell of the raster. */
export type MayMeet = (minX: number, minY: number, maxX: number, maxY: number) => boolean;

/** Formats of zones, as the option `zonesFormat` (CLI `--zones-format`) names them. */
export const zonesFormats = [
  "geojson",
  "geojsonseq",
  "topojson",
  "kml",
  "csv",
  "wkt",
  "wkb",
  "flatgeobuf",
  "geoparquet",
  "geoarrow",
  "shapefile",
  "geopackage",
] as const;

export type ZonesFormat = (typeof zonesFormats)[number];

/** Where the bytes of zones come from: an address, a Blob, or bytes at hand. */
export interface ZoneSource extends FileParts {
  /** Address or name, for messages. */
  readonly name: string;
  /** What follows the last dot of the name, in lower case; "" where there is none. */
  readonly ending: string;
  /** MIME type in lower case without parameters, where it is known before anything is read. */
  readonly contentType: string;
  /** All bytes; read once, and not to be written to. */
  whole(signal?: AbortSignal): Promise<Uint8Array>;
  /** The file of the same name with another ending, which need not be there; only of addresses. */
  beside?(ending: string): ZoneSource;
}

/** Zones that were read while others still are. */
export interface ZonesSoFar {
  /** There until more are read; once all are, those of the zone set. */
  readonly rings: Rings;
  /** Of the file, over 0 to 1. */
  readonly share: number;
  /** CRS that the file has named by now; null where it has named none. */
  readonly crs: string | null;
}

/** Hears of zones as they are read. */
export type OnRead = (read: ZonesSoFar) => void;

/** What a reader of a format is told beside the bytes. */
export interface FormatOptions {
  readonly signal?: AbortSignal;
  /** Layer, table or file within, where a format has several; without it the only one, or an error that lists them. */
  readonly layer?: string;
  /** Properties that will be asked for; default all. A format in columns need not read others. */
  readonly columns?: readonly string[];
  /**
   * Tells which zones of a CRS (null: the file does not say) may meet the raster; null where nothing can be said. A format
   * with an index leaves the others out, and says by `rows` which zones it took.
   */
  readonly mayMeetIn?: (crs: string | null) => Promise<MayMeet | null>;
  /** Hears of many zones as they are read, where a format's reader tells. */
  readonly onRead?: OnRead;
}

/** What each file of this folder exports that reads a format. Loaded when the first file of its kind comes. */
export interface FormatReader {
  /** Throws `invalid-zones` for whatever bytes are not right, and what the source throws. */
  read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet>;
}
