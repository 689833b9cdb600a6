/**
 * Finds a Chromium for tests: $CHROMIUM_PATH, Playwright's own download, one of the system, and last the one that
 * the npm package @sparticuz/chromium carries (Linux x64), unpacked once into the user's cache.
 * `node scripts/chromium.mjs` prints its path.
 */
import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const systemChromiums = [
  "/usr/lib/chromium/chromium",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * @returns {Promise<string>} The path of a Chromium that starts.
 * @throws {Error} where there is none, saying how to get one.
 */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which is not there: correct it or unset it.`);
  }
  const { chromium } = await import("playwright");
  const found = [chromium.executablePath(), ...systemChromiums].find((path) => path && existsSync(path));
  if (found) return found;
  const carried = unpackCarriedChromium();
  if (carried) return join(carried, "chromium.sh");
  throw new Error("No Chromium here: run `npx playwright install chromium`, or set CHROMIUM_PATH to one.");
}

/**
 * @returns {string[]} Flags that give WebGPU, also on a canvas, where there is no GPU. The Vulkan ones are for Linux;
 *   without them the first WebGPU canvas kills the GPU process there.
 */
export function chromiumFlags() {
  const flags = ["--enable-unsafe-webgpu"];
  if (process.platform !== "linux") return flags;
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  const software = ["--use-vulkan=swiftshader", "--use-angle=swiftshader", "--use-webgpu-adapter=swiftshader"];
  return [...flags, "--enable-features=Vulkan", ...software];
}

/** @returns {Promise<{ executablePath: string, args: string[] }>} What Playwright's `chromium.launch` needs. */
export async function chromiumLaunchOptions() {
  return { executablePath: await findChromium(), args: chromiumFlags() };
}

/**
 * Unpacks @sparticuz/chromium: `chromium.sh` starts it, SwiftShader's Vulkan driver lies beside it.
 * Each process unpacks into a folder of its own and renames it, so that two at once cannot meet half a browser.
 * @returns {string | null} The folder; null where the package does not fit the machine.
 */
export function unpackCarriedChromium() {
  const packed = join(root, "node_modules/@sparticuz/chromium");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(packed)) return null;
  const { version } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
  const cache = cacheFolder();
  const target = join(cache, `chromium-${version}`);
  if (existsSync(target)) return target;
  const staging = mkdtempSync(`${target}-`);
  try {
    unpackInto(staging, packed);
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another process was first, and its copy is as good
  }
  return target;
}

/** The package unpacks into the temporary folder that it finds, so it runs in a process that has another one. */
function unpackInto(folder, packed) {
  const code = `
    import { inflate } from "@sparticuz/chromium";
    for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"])
      await inflate(${JSON.stringify(join(packed, "bin"))} + "/" + name);`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(folder, "fonts/fonts.conf"), fontsConf);
  writeFileSync(join(folder, "chromium.sh"), launcher, { mode: 0o755 });
}

/** The package brings the libraries (NSS) and the fonts that a bare machine lacks. */
const launcher = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** @returns {string} A folder of ours that stays between runs: in the user's cache, or where no home can be written. */
export function cacheFolder() {
  const user = process.getuid?.() ?? "user";
  const bases = [process.env.XDG_CACHE_HOME, join(homedir(), ".cache"), join(tmpdir(), `cache-${user}`)];
  for (const base of bases.filter(Boolean)) {
    const folder = join(base, "rastrum");
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      if (process.getuid && statSync(folder).uid !== user) continue; // somebody else's: what lies there is not ours to run
      return folder;
    } catch {} // cannot be written: next
  }
  throw new Error(`No folder for a browser: none of ${bases.filter(Boolean).join(", ")} can be written.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await findChromium());
