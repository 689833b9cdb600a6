import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** A package that has rastrum installed, with what package.json names as dependencies and nothing else of ours. */
const consumer = mkdtempSync(join(tmpdir(), "consumer-"));

const program = `import { isRastrumError } from "rastrum";
declare const error: unknown;
export const path: string = isRastrumError(error, "decode-failed") ? error.path : "";
// @ts-expect-error: no such tag
isRastrumError(error, "no-such-tag");
`;

beforeAll(() => {
  if (!existsSync(join(root, "dist/types/index.d.ts"))) throw new Error("No dist/types: run `npm run build` first.");
  const installed = join(consumer, "node_modules/rastrum");
  cpSync(join(root, "dist/types"), join(installed, "dist/types"), { recursive: true });
  cpSync(join(root, "package.json"), join(installed, "package.json"));
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(consumer, "node_modules", name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(consumer, "node_modules", name));
  }
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }');
  writeFileSync(join(consumer, "main.ts"), program);
});

/** What the compiler says of the consumer and of our declarations; those of the dependencies are theirs. */
async function faults(module: string, moduleResolution: string): Promise<string[]> {
  const compilerOptions = { module, moduleResolution, target: "es2022", lib: ["es2023", "dom"], types: [] };
  const config = { compilerOptions: { ...compilerOptions, strict: true, noEmit: true }, files: ["main.ts"] };
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const output = await new Promise<string>((done, reject) => {
    // What it finds it writes on stdout; to fail without a word is not to have looked.
    execFile(process.execPath, [tsc, "--pretty", "false"], { cwd: consumer }, (error, stdout, stderr) => {
      if (error && stdout === "") reject(new Error(stderr || error.message));
      else done(stdout);
    });
  });
  return output.split("\n").filter((line) => /^(main|node_modules\/rastrum\/|error)/.test(line));
}

it.each([
  ["esnext", "bundler"],
  ["nodenext", "nodenext"],
])(
  "the declarations serve a consumer with module %s and resolution %s",
  async (module, resolution) => {
    expect(await faults(module, resolution)).toEqual([]);
  },
  60_000,
);
