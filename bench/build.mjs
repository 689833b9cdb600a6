import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Builds dist/ where a source is newer. Throws where that fails. */
export function buildIfStale(root) {
  const output = join(root, "dist/index.js");
  if (existsSync(output) && newestSource(root) <= statSync(output).mtimeMs) return;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The build failed, so there is nothing to measure.");
}

function newestSource(root) {
  const files = ["src", "shaders"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return Math.max(
    ...[...files, "scripts/mend-numcodecs.mjs", "vite.config.ts", "package.json"].map(
      (path) => statSync(join(root, path)).mtimeMs,
    ),
  );
}
