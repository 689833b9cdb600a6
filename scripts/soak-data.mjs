/** What the jobs of scripts/soak.mjs read: a Zarr so large that workers take part, and zones in several forms. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const SIDE = 2048;
const CHUNK = 256;

/** 16 MiB of float32 in 64 chunks, gzipped: by key. */
export function rasterFiles() {
  const files = new Map();
  const array = {
    zarr_format: 3,
    node_type: "array",
    shape: [SIDE, SIDE],
    data_type: "float32",
    chunk_grid: { name: "regular", configuration: { chunk_shape: [CHUNK, CHUNK] } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: 0,
    codecs: [
      { name: "bytes", configuration: { endian: "little" } },
      { name: "gzip", configuration: { level: 1 } },
    ],
    attributes: { "spatial:transform": [1, 0, 0, 0, -1, SIDE] },
  };
  files.set("zarr.json", Buffer.from(JSON.stringify(array)));
  for (let chunk = 0; chunk < (SIDE / CHUNK) ** 2; chunk++) {
    const cells = Float32Array.from({ length: CHUNK * CHUNK }, (_, i) => ((i * 7 + chunk) % 251) / 4);
    const place = `${Math.floor((chunk * CHUNK) / SIDE)}/${chunk % (SIDE / CHUNK)}`;
    files.set(`c/${place}`, gzipSync(cells, { level: 1 }));
  }
  return files;
}

/** Writes them as `soak.zarr` into a folder of their own, which it returns. */
export function writeFiles(files) {
  const folder = mkdtempSync(join(tmpdir(), "rastrum-soak-"));
  for (const [key, bytes] of files) {
    const path = join(folder, "soak.zarr", key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return folder;
}

/** A few zones as an object, as text and as a file; and some of so many vertices that workers count their cells. */
export function soakZones(folder) {
  const few = collection(Array.from({ length: 12 }, (_, i) => circle(150 * (i + 1), 160 * (12 - i), 10 + 2 * i, 24)));
  const many = collection(Array.from({ length: 4 }, (_, i) => circle(500 * (i + 0.5), 1000, 60, 6000)));
  const path = join(folder, "zones.geojson");
  writeFileSync(path, JSON.stringify(few));
  return [few, JSON.stringify(few), path, many];
}

function collection(polygons) {
  const feature = (coordinates) => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } });
  return { type: "FeatureCollection", features: polygons.map(feature) };
}

function circle(x, y, radius, vertices) {
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [[...ring, ring[0]]];
}
