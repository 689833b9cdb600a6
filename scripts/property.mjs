/**
 * `npm run property`: whole jobs at random, held to exact arithmetic and, on both backends, to the bytes of one chunk
 * read alone. A first argument says how many draws (2,000), RASTRUM_SEED another seed. Exits with 1 where one differs.
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const files = ["oracle", "invariance", "zonal.gpu"].map((name) => `test/property/${name}.test.ts`);
/** What these make in `npm test`, where RASTRUM_DRAWS is 1,000. */
const DRAWS = 300;

const draws = Number(process.argv[2] ?? 2000);
if (!(draws > 0)) throw new Error(`The number of draws cannot be ${process.argv[2]}.`);
const env = { ...process.env, REQUIRE_WEBGPU: "1", RASTRUM_DRAWS: String((1000 * draws) / DRAWS) };
const args = ["run", "--project", "unit", "--project", "dawn", ...files];
const { status } = spawnSync(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...args], {
  cwd: root,
  env,
  stdio: "inherit",
});
process.exit(status ?? 1);
