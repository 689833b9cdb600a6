/**
 * Polygons in columns: zone → polygons → rings → vertices, each level an offsets array one longer than its count.
 * Rings are open (the last vertex is not the first again). The first ring of a polygon is no different from the rest:
 * even-odd over all rings of a polygon decides, the union over polygons makes the zone.
 */
export interface Rings {
  /** x0, y0, x1, y1, …; in pixel space x counts columns and y counts rows. */
  readonly coordinates: Float64Array;
  /** Ring r has the vertices ringOffsets[r] … ringOffsets[r + 1]. */
  readonly ringOffsets: Uint32Array;
  /** Polygon p has the rings polygonOffsets[p] … polygonOffsets[p + 1]. */
  readonly polygonOffsets: Uint32Array;
  /** Zone z has the polygons zoneOffsets[z] … zoneOffsets[z + 1]. */
  readonly zoneOffsets: Uint32Array;
}

/**
 * Lines and points in columns: zone → paths → vertices. A path of one vertex is a point. A zone
 * has rings or paths, not both, and of paths the cells that they pass through, whole, by any rule.
 */
export interface Paths {
  /** x0, y0, x1, y1, …; in pixel space x counts columns and y counts rows. */
  readonly coordinates: Float64Array;
  /** Path p has the vertices pathOffsets[p] … pathOffsets[p + 1]; none is empty. */
  readonly pathOffsets: Uint32Array;
  /** Zone z has the paths zoneOffsets[z] … zoneOffsets[z + 1]. */
  readonly zoneOffsets: Uint32Array;
}

/** Zones as they came, in their own CRS. */
export interface ZoneSet {
  readonly length: number;
  readonly rings: Rings;
  /** Lines and points; not there where no zone has any. */
  readonly paths?: Paths;
  /**
   * Row number in the file of each zone, where zones beside the raster were left out by the file's index; else zone z is
   * row z.
   */
  readonly rows?: Int32Array;
  /** How many zones the file has, where some were left out. */
  readonly rowsInFile?: number;
  /** CRS that the input itself names (the legacy `crs` member of GeoJSON); null where it names none. */
  readonly crs: string | null;
  /** One id a zone; null where no feature has an id. */
  readonly ids: readonly (string | number | null)[] | null;
  /** GeoJSON properties, one record a zone. */
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  /** Geometries as they came, for GeoJSON output; null for a zone without one. */
  readonly geometries: readonly (object | null)[];
}

/** Zones in pixel space, ready for masks. */
export interface PixelZones {
  readonly length: number;
  readonly rings: Rings;
  /** Lines and points; not there where no zone has any. */
  readonly paths?: Paths;
  /** minX, minY, maxX, maxY a zone, in cells; Infinity, Infinity, -Infinity, -Infinity for a zone without vertices. */
  readonly bounds: Float64Array;
  /** Of many zones, which are placed as they are cut into parts. */
  readonly cuts?: ZoneCuts;
}

interface ZoneCuts {
  /** What the zones before each one cost, and all, as `cutZones` says. */
  readonly costs: Float64Array;
  /** Whether none lies wholly outside the grid. */
  readonly allMeet: boolean;
  /** What `sliceZones` gives. */
  readonly slice: (first: number, end: number) => PixelZones;
}

/** Whether a zone has lines or points. */
export function hasPaths({ paths }: PixelZones, zone: number): boolean {
  return paths !== undefined && paths.zoneOffsets[zone] < paths.zoneOffsets[zone + 1];
}
