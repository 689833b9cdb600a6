/** A picture of the cells in classes, where the stored numbers are names. */
export interface CellClass {
  readonly name: string;
  readonly color: string;
  /** Codes [first, last]. */
  readonly codes: readonly [number, number];
}

export interface Layer {
  readonly key: string;
  readonly name: string;
  readonly url: string;
  /** What is opened in place of the address. */
  readonly file?: File;
  /** Path of the array in the store, or of several that are bands; left out, the store itself is the array. */
  readonly path?: string;
  /** Used where the store names no unit. */
  readonly unit?: string;
  readonly about: string;
  readonly credit: string;
  /** The cells are class codes: sums and means of them would say nothing. */
  readonly classes?: readonly CellClass[];
  /** What codes of no class stand for; the picture leaves them blank. */
  readonly otherClass?: string;
  /** Key of the zones that belong to it; null for layers that a person opened. */
  readonly zones: string | null;
}

/** Zones that the page ships: layers that share them lie in the same place. */
export interface ShippedZones {
  readonly key: string;
  readonly name: string;
  /** Where it lies, as the list of layers puts it. */
  readonly place: string;
  readonly url: string;
  readonly credit: string;
}

const data = (path: string) => new URL(`data/${path}`, document.baseURI).href;

/** About level 1 of CORINE Land Cover, in the colours of Paul Tol's muted scheme, which colour-blind readers can tell apart. */
const corine: readonly CellClass[] = [
  { name: "Built", color: "#cc6677", codes: [1, 11] },
  { name: "Farmed", color: "#ddcc77", codes: [12, 22] },
  { name: "Forest and heath", color: "#117733", codes: [23, 34] },
  { name: "Wetland", color: "#aa4499", codes: [35, 39] },
  { name: "Lakes and rivers", color: "#88ccee", codes: [40, 43] },
];

export const shippedLayers: readonly Layer[] = [
  {
    key: "sunlight",
    name: "Sunlight through the year",
    url: data("sunlight.zarr"),
    path: "sunlight",
    unit: "kWh/m²/day",
    about: "Clear-sky sunlight on the sloping ground, every tenth day of a year: a model made from the elevation.",
    credit: "Sunlight computed from EU-DEM v1.1, © European Union, Copernicus Land Monitoring Service, EEA",
    zones: "concelhos",
  },
  {
    key: "elevation",
    name: "Elevation",
    url: data("sao_miguel.zarr"),
    path: "elevation/data",
    unit: "m",
    about: "Height of the ground, in cells of about 200 m.",
    credit: "EU-DEM v1.1, © European Union, Copernicus Land Monitoring Service, EEA",
    zones: "concelhos",
  },
  {
    key: "population",
    name: "Population density",
    url: data("sao_miguel.zarr"),
    path: "population_density/data",
    unit: "people/km²",
    about: "People a square kilometre in 2020, in cells of about 1 km.",
    credit: "GPWv4.11, CIESIN, Columbia University, NASA SEDAC, CC BY 4.0",
    zones: "concelhos",
  },
  {
    key: "land-cover",
    name: "Land cover",
    url: data("sao_miguel.zarr"),
    path: "land_cover/data",
    about: "CORINE classes in cells of about 20 m. They are names, not amounts: only counts of cells make sense.",
    credit: "CORINE Land Cover 2018, © European Union, Copernicus Land Monitoring Service, EEA",
    classes: corine,
    otherClass: "Sea", // code 44
    zones: "concelhos",
  },
];

export const shippedZones: readonly ShippedZones[] = [
  {
    key: "concelhos",
    name: "Municipalities of São Miguel",
    place: "São Miguel, the Azores",
    url: data("concelhos.geojson"),
    credit: "Municipalities: sample data of exactextractr",
  },
];

/** What a layer's polygons belong to: those that are drawn in one place say nothing in another. */
export function placeOf(layer: Layer): string {
  return layer.zones ?? layer.key;
}

/** A layer for an address or a file that a person gave. */
export function openedLayer(source: string | File, path: string): Layer {
  const isFile = typeof source !== "string";
  const url = isFile ? "" : source;
  const store = isFile ? source.name : (url.replace(/\/+$/, "").split("/").at(-1) ?? url);
  const key = isFile ? `${source.name} ${source.size} ${source.lastModified}` : url;
  return {
    key: `opened:${key}#${path}`,
    name: path ? `${store} – ${path}` : store,
    url,
    file: isFile ? source : undefined,
    path: path || undefined,
    about: isFile ? `${source.name}, a file of yours: it stays on this machine.` : url,
    credit: "",
    zones: null,
  };
}
