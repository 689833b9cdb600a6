/**
 * The plainest job: count and mean of a polygon on a Zarr that is in its CRS, uncompressed, over HTTP, on the CPU. Run as
 * a program with the address of the library it prints the names that its files have noted in `globalThis.loadedFiles`.
 */
const attributes = {
  "proj:code": "EPSG:4326",
  "spatial:dimensions": ["y", "x"],
  "spatial:transform": [1, 0, 0, 0, -1, 4],
};
const array = {
  zarr_format: 3,
  node_type: "array",
  shape: [4, 4],
  data_type: "float32",
  chunk_grid: { name: "regular", configuration: { chunk_shape: [4, 4] } },
  chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
  codecs: [{ name: "bytes", configuration: { endian: "little" } }],
  fill_value: 0,
  dimension_names: ["y", "x"],
  attributes,
};
const group = {
  zarr_format: 3,
  node_type: "group",
  attributes: {},
  consolidated_metadata: { kind: "inline", must_understand: false, metadata: { air: array } },
};
const files = {
  "/plain.zarr/zarr.json": JSON.stringify(group),
  "/plain.zarr/air/c/0/0": new Uint8Array(Float32Array.from({ length: 16 }, (_, i) => i).buffer),
};

async function answer(url) {
  const body = files[new URL(url).pathname];
  return body === undefined ? new Response(null, { status: 404 }) : new Response(body);
}

const { openZarr, zonalStats } = await import(process.argv[2]);
const raster = await openZarr("http://localhost/plain.zarr", { fetch: answer });
const ring = [[0, 2], [4, 2], [4, 4], [0, 4], [0, 2]]; // biome-ignore format: one box
const table = await zonalStats(raster, { type: "Polygon", coordinates: [ring] }, { statistics: ["count", "mean"] });
const { count, mean } = table.get(0).toJSON();
if (count !== 8 || mean !== (0 + 7) / 2)
  throw new Error(`the plain job gave a count of ${count} and a mean of ${mean}`);
console.log(JSON.stringify(globalThis.loadedFiles));
