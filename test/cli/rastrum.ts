import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The CLI as it is built: `npm test` builds it, as does `npm run build`. */
export const cli = join(import.meta.dirname, "../../dist/cli.js");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built CLI in a folder, without a terminal. */
export function start(words: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run \`npm run build\` first.`);
  return spawn(process.execPath, [cli, ...words], { cwd, env: { ...process.env, ...env } });
}

/** Waits for the end of what was started. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve).once("error", reject);
  });
  return { code, ...texts };
}

export function rastrum(words: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Promise<Ended> {
  return ended(start(words, cwd, env));
}
