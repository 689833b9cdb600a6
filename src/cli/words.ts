import { parseArgs } from "node:util";
import type { CommandName, Option, Options } from "./commands.ts";
import { didYouMean, UsageError } from "./usage-error.ts";

/** Words sorted into switches, values of options (one or more each) and operands. */
export interface Words {
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Sorts words by what `options` allow; `topic` is the command whose help would help. */
export function readWords(words: readonly string[], options: Options, topic: CommandName | null): Words {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { short, value }]) => [
      name,
      { type: value ? ("string" as const) : ("boolean" as const), ...(short ? { short } : {}) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const switches = new Set<string>();
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : null;
    const fault = optionFault(token, option, options, values.has(token.name));
    if (fault) throw new UsageError(fault, topic);
    if (token.value === undefined) switches.add(token.name);
    else values.set(token.name, [...(values.get(token.name) ?? []), token.value]);
  }
  return { switches, values, operands };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string;
  readonly inlineValue?: boolean;
}

/** What is wrong with an option as it was written; null where nothing is. */
function optionFault(token: OptionToken, option: Option | null, options: Options, again: boolean): string | null {
  const { name, rawName, value } = token;
  if (option === null) {
    const known = Object.keys(options).map((known) => `--${known}`);
    return `There is no option ${rawName}.${didYouMean(`--${name}`, known)}`;
  }
  if (!option.value) return value === undefined ? null : `${rawName} takes no value, but "${value}" was given.`;
  // A word that begins like an option is one, unless it is a number, as in --transform -30,0,…
  const swallowed = value !== undefined && !token.inlineValue && /^-[^\d.]/.test(value);
  if (!value || swallowed) return `${rawName} needs a value: ${rawName} ${option.value}.`;
  if (again && !option.repeatable) return `${rawName} is given twice.`;
  if (!option.choices || option.choices.includes(value)) return null;
  return `${rawName} is ${option.choices.join(", ")}, not "${value}".${didYouMean(value, option.choices)}`;
}

/** The operands, one for each of `names`; any number for a last name that ends in "…". */
export function checkOperands(
  given: readonly string[],
  names: readonly string[],
  topic: CommandName,
): readonly string[] {
  if (given.length < names.length) {
    throw new UsageError(`${names.slice(given.length).join(" and ")} must be given.`, topic);
  }
  if (given.length > names.length && !names[names.length - 1]?.endsWith("…")) {
    throw new UsageError(`"${given[names.length]}" is one argument too many.`, topic);
  }
  const empty = given.indexOf("");
  if (empty >= 0) throw new UsageError(`${names[Math.min(empty, names.length - 1)]} is an empty text.`, topic);
  return given;
}
