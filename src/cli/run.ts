import { isRastrumError } from "../errors.ts";
import { statistics } from "../stats/statistics.ts";
import { parseArguments } from "./arguments.ts";
import { helpText } from "./help.ts";
import { tell } from "./tell.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/** Runs the words of a command line. Failures are one line on stderr; returns the exit code: 0, 1 failed, 2 wrong usage. */
export async function run(words: readonly string[], signal: AbortSignal): Promise<number> {
  try {
    await runCommand(words, signal);
    return 0;
  } catch (error) {
    if (process.env.RASTRUM_DEBUG === "1") console.error(error);
    tell(signal.aborted ? "stopped." : messageOf(error));
    return isUsage(error) ? 2 : 1;
  }
}

/** The engine is loaded only where it is needed: help and wrong usage answer at once. */
async function runCommand(words: readonly string[], signal: AbortSignal): Promise<void> {
  const command = parseArguments(words);
  if (command.name === "help") process.stdout.write(helpText(command.topic));
  else if (command.name === "version") process.stdout.write(`${version}\n`);
  else if (command.name === "stats") process.stdout.write(statisticsText());
  else if (command.name === "info") await (await import("./info.ts")).runInfo(command, signal);
  else if (command.name === "combine") await (await import("./partials.ts")).runCombine(command, signal);
  else if (command.name === "finalize") await (await import("./partials.ts")).runFinalize(command, signal);
  else await (await import("./zonal.ts")).runZonal(command, signal);
}

function statisticsText(): string {
  const called = statistics.map(({ name, parameter }) => (parameter ? `${name}(${parameter.name})` : name));
  const width = Math.max(...called.map((name) => name.length)) + 2;
  const lines = statistics.map(({ description }, i) => `${called[i].padEnd(width)}${description}\n`);
  return `${lines.join("")}\nAlso: std = stdev, var = variance, quantile_0.9 = percentile_90 = quantile(0.9), frac_12 = frac_of(12).\n`;
}

/** Options that can never work are wrong usage, whoever notices. */
function isUsage(error: unknown): boolean {
  const tags = ["invalid-option", "unknown-statistic", "invalid-expression"] as const;
  return error instanceof UsageError || tags.some((tag) => isRastrumError(error, tag));
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return `${message} See: rastrum ${error.topic ? `${error.topic} ` : ""}--help`;
  if (isUsage(error)) return `${message} See: rastrum zonal --help`;
  return message;
}
