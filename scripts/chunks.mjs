/**
 * Which modules of src/ the build puts into one file, and packages with them: those that jobs load together. A file takes
 * Node 0.6 ms of CPU time beyond what is in it. What is not named here is split as the bundler sees fit.
 */
const together = {
  compiled: ["compiled/{base64,instantiate,kept-instance,reserve}"],
  files: ["source/{file-store,open-files,byte-range}"],
  options: ["ops/zonal-checks", "worker/asked-by-name", "mask/{rule,coverage-weight}"],
  geojson: [
    "zones/formats/{source,read-any,registry,format,sniff,csv-columns,geojson}",
    "zones/{geojson-bytes,geojson-scanner,growing-column}",
  ],
  counting: [
    "zones/{slice-zones,compiled-zones,zone-memory,plain-rings,block-list,ring-edges,ring-sweep}",
    "mask/{center-runs,concat-zone-cells}",
    "worker/parts-of-zones",
  ],
  covered: [
    "mask/{covered-cells,partial-cells,zone-cells,compiled-cells,cells-builder,boundary-cells,sections,row-edges}",
    "mask/{partial-builder,coverage,slab-pieces,sorting,edge-position,edge-record,edge-place}",
  ],
  kept: ["plan/kept-passes", "worker/closing-groups"],
  projecting: ["zones/{pixel-zones,edges,project-zones,place-paths,split-at-seam,footprint}", "grid/crs"],
};
/** WebAssembly and packages go with what calls them. */
const called = {
  geojson: /[\\/]wasm[\\/]geojson\.ts/,
  counting: /[\\/]wasm[\\/]zones\.ts/,
  covered: /[\\/]wasm[\\/]coverage\.ts/,
  projecting: /[\\/]node_modules[\\/](proj4|mgrs|wkt-parser)[\\/]/,
};

/** The names that "a/{b,c}" stands for. */
function namesIn(pattern) {
  const [, folder, names] = /^(.*)\{(.*)\}$/.exec(pattern) ?? ["", pattern, ""];
  return names.split(",").map((name) => folder + name);
}

export const chunkGroups = Object.entries(together).map(([name, patterns]) => {
  const ends = patterns.flatMap(namesIn).map((module) => `/src/${module}.ts`);
  return { name, test: (id) => called[name]?.test(id) || ends.some((end) => id.replaceAll("\\", "/").endsWith(end)) };
});

/** A file that does no more than pass on what another one exports. */
const passing = /^export \{ ([^}]+) \} from "\.\/([^"]+)";\s*$/;
const loading = /import\("(\.[^"]*\/)([^"/]+)"\)/g;

/**
 * The bundler makes such a file of each module of a group that is loaded by `import()`. This has the imports ask for the
 * group itself, so that jobs load one file, not two.
 */
export function passedOn() {
  return {
    name: "passed-on",
    generateBundle(_, bundle) {
      const instead = new Map();
      for (const [fileName, { type, code }] of Object.entries(bundle)) {
        const [, names, from] = (type === "chunk" && fileName.startsWith("chunks/") && passing.exec(code)) || [];
        if (!from) continue;
        const pairs = names.split(", ").map((name) => name.split(" as "));
        const taken = pairs.map(([theirs, ours = theirs]) => `${theirs}: ${ours}`).join(", ");
        const given = pairs.map(([theirs, ours = theirs]) => ours).join(", ");
        instead.set(fileName.split("/").at(-1), [from, `.then(({ ${taken} }) => ({ ${given} }))`]);
        delete bundle[fileName];
        delete bundle[`${fileName}.map`];
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        chunk.code = chunk.code.replace(loading, (asIs, folder, name) => {
          const [from, then] = instead.get(name) ?? [];
          return from ? `import("${folder}${from}")${then}` : asIs;
        });
      }
    },
  };
}
