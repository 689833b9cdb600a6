/** The rules of the layout, as functions that list what breaks them; `root` is the folder of the repository. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Top to bottom: a file imports from its own line and from lines above it. */
const order = [
  "errors.ts",
  "compiled",
  "grid",
  "source",
  "zones",
  "mask",
  "plan",
  "stats",
  "expression",
  "kernels",
  "worker",
  "resident",
  "backend",
  "engine.ts",
  "table.ts",
  "table-output.ts",
  "partial-table",
  "ops",
  "index.ts",
  "cli",
];

/** `from "…"`, `import "…"`, `import("…")` and `new URL("…"`. */
const imported = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)["']([^"']+)["']/g;

/** @returns {string[]} Imports that go down the listing; imports of the demo that pass by the public entry. */
export function importFaults(root) {
  const src = join(root, "src");
  const faults = [];
  const rank = (path) => order.indexOf(path.split(sep)[0]);
  for (const file of filesUnder(src, ".ts")) {
    const own = relative(src, file);
    if (rank(own) < 0) faults.push(`src/${own}: not in the listing of scripts/layout.mjs`);
    for (const target of relativeImports(file)) {
      const inside = relative(src, target);
      if (!inside.startsWith("..") && rank(inside) > rank(own))
        faults.push(`src/${own} imports src/${inside}, below it`);
    }
  }
  for (const file of filesUnder(join(root, "demo"), ".ts")) {
    const below = relativeImports(file).filter((target) => target.startsWith(src + sep));
    // The Vite configuration names the entry once, as what `rastrum` stands for.
    if (below.length > 0 && !file.endsWith("vite.config.ts")) {
      faults.push(`${relative(root, file)} imports ${below.map((target) => relative(root, target))}: import "rastrum"`);
    }
  }
  return faults;
}

/** @returns {string[]} Kernels without a shader and shaders without a kernel, but for shaders/shared. */
export function pairFaults(root) {
  const kernels = filesUnder(join(root, "src/kernels"), ".ts")
    .filter((file) => readFileSync(file, "utf8").includes("= defineKernel"))
    .map((file) => relative(join(root, "src/kernels"), file).replace(/\.ts$/, ""));
  const shaders = filesUnder(join(root, "shaders"), ".wgsl")
    .map((file) => relative(join(root, "shaders"), file).replace(/\.wgsl$/, ""))
    .filter((name) => !name.startsWith(`shared${sep}`));
  return [
    ...kernels
      .filter((name) => !shaders.includes(name))
      .map((name) => `src/kernels/${name}.ts has no shaders/${name}.wgsl`),
    ...shaders
      .filter((name) => !kernels.includes(name))
      .map((name) => `shaders/${name}.wgsl has no src/kernels/${name}.ts`),
  ];
}

/** @returns {string[]} Files that the documents name, as `path/like.this` or as a link, and that are not there. */
export function docFaults(root) {
  const faults = [];
  for (const doc of ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]) {
    if (!existsSync(join(root, doc))) continue;
    const text = readFileSync(join(root, doc), "utf8");
    const quoted = text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|js|wgsl|json|md|py|html|css))`/g);
    const linked = text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g);
    for (const [, path] of [...quoted, ...linked]) {
      const exempt = path.startsWith("dist/") || /\/x\.\w+$/.test(path); // built; "x" stands for any name
      if (!exempt && !existsSync(join(root, path))) faults.push(`${doc} names ${path}, which is not there`);
    }
  }
  return faults;
}

function relativeImports(file) {
  const targets = [...readFileSync(file, "utf8").matchAll(imported)].map(([, target]) => target);
  return targets.filter((target) => target.startsWith(".")).map((target) => resolve(dirname(file), target));
}

function filesUnder(folder, extension) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(extension)).map((name) => join(folder, name));
}
