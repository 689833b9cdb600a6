import { type CommandName, type CommandSpec, commandNames, commands, globalOptions, type Options } from "./commands.ts";

/** The text of `rastrum --help`, or of `rastrum COMMAND --help`. */
export function helpText(topic: CommandName | null): string {
  if (topic === null) return overview();
  const { summary, operands, options, notes }: CommandSpec = commands[topic];
  const usage = ["rastrum", topic, ...operands, "[options]"].join(" ");
  return [`Usage: ${usage}`, `${capital(summary)}.`, `Options:\n${optionLines(options)}`, notes, ""]
    .filter((part) => part !== undefined)
    .join("\n\n")
    .replace(/\n\n$/, "\n");
}

function overview(): string {
  const lines = commandNames.map((name) => {
    const { operands, summary }: CommandSpec = commands[name];
    return [`rastrum ${[name, ...operands].join(" ")}`, summary];
  });
  return `Usage: rastrum COMMAND …

Raster statistics per polygon: Zarr and GeoJSON in, a table out.

Commands:
${twoColumns(lines)}

Options:
${optionLines(globalOptions)}

\`rastrum COMMAND --help\` tells more.
RASTRUM_DEBUG=1 in the environment shows where an error came from.
`;
}

function optionLines(options: Options): string {
  return twoColumns(
    Object.entries(options).map(([name, { short, value, help }]) => [
      `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
      help,
    ]),
  );
}

function twoColumns(lines: readonly (readonly string[])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join("\n");
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
