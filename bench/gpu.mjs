/** `npm run bench -- gpu`: see --help. Gives Node's WebGPU its environment, which must be there before a process starts. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { webgpuEnv } from "../scripts/webgpu-env.mjs";
import { buildIfStale } from "./build.mjs";

const help = `npm run bench -- gpu [options]

Times the passes of the WebGPU backend on resident data with timestamp queries, by kernel, as a share of the bandwidth of
a kernel that copies, in the same run. On a software adapter it only shows that all works: no figures of a GPU.

  --side N    rows and columns of the raster; default 4096, on a software adapter 512
  --reps N    repetitions; default 9, on a software adapter 3
  --no-subgroups  the reduce as it is on adapters without them
  --json      the figures as JSON
  --help      this text`;

/** @returns the exit status */
export async function main(args) {
  if (args.includes("--help")) {
    console.log(help);
    return 0;
  }
  buildIfStale(dirname(import.meta.dirname));
  const env = { ...process.env, ...(await webgpuEnv()) };
  const script = join(import.meta.dirname, "gpu-passes.mjs");
  return spawnSync(process.execPath, [script, ...args], { stdio: "inherit", env }).status ?? 1;
}
