/**
 * The environment in which npm `webgpu` (Chrome's Dawn in Node) finds an adapter. It must be set before the process
 * starts: `eval "$(node scripts/webgpu-env.mjs)"` in a shell. Nothing where a driver is found without our help;
 * else SwiftShader, the software Vulkan driver that comes with Chromium, stands in for the system's Vulkan loader.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, realpathSync, renameSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder, findChromium, unpackCarriedChromium } from "./chromium.mjs";

/**
 * @returns {Promise<Record<string, string>>} Variables to add; none where an adapter is there already.
 * @throws {Error} where no driver can be had, saying what to do.
 */
export async function webgpuEnv() {
  if (hasAdapter({})) return {};
  const driver = await findSwiftShader();
  if (driver) {
    const env = { LD_LIBRARY_PATH: [loaderFolder(driver), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":") };
    if (hasAdapter(env)) return env;
  }
  throw new Error(
    "No WebGPU adapter for Node: install a Vulkan driver, or set CHROMIUM_PATH to a Chromium with libvk_swiftshader.so.",
  );
}

const probe = `
  const { create } = await import("webgpu");
  process.exit((await create([]).requestAdapter()) ? 0 : 1);`;

/** Dawn itself is asked, since it refuses some drivers that are there. */
function hasAdapter(env) {
  try {
    const options = {
      cwd: dirname(import.meta.dirname),
      env: { ...process.env, ...env },
      stdio: "ignore",
      timeout: 60_000,
    };
    execFileSync(process.execPath, ["--input-type=module", "--eval", probe], options);
    return true;
  } catch {
    return false;
  }
}

async function findSwiftShader() {
  if (process.platform !== "linux") return null;
  const chromium = await findChromium().catch(() => null);
  const folders = [unpackCarriedChromium(), chromium && dirname(realpathSync(chromium)), "/usr/lib/chromium"];
  return (
    folders
      .filter(Boolean)
      .map((folder) => join(folder, "libvk_swiftshader.so"))
      .find(existsSync) ?? null
  );
}

/** A folder that holds nothing but the driver, under the name by which Dawn loads Vulkan. */
function loaderFolder(driver) {
  const folder = join(cacheFolder(), "vulkan");
  mkdirSync(folder, { recursive: true });
  const staging = join(folder, `link-${process.pid}`);
  symlinkSync(driver, staging);
  renameSync(staging, join(folder, "libvulkan.so.1"));
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, value] of Object.entries(await webgpuEnv())) console.log(`export ${name}='${value}'`);
}
