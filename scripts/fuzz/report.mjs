/** Adds results up. */
export function createReport() {
  const parsers = new Map();
  const faults = new Map();
  const totals = { inputs: 0, bytes: 0, base: 0, slowest: { seconds: 0 } };
  return {
    totals,
    faults,
    add(result, parser) {
      totals.inputs++;
      totals.bytes = Math.max(totals.bytes, result.bytes);
      if (result.seconds > totals.slowest.seconds) totals.slowest = { seconds: result.seconds, number: result.end };
      const outcomes = parsers.get(parser) ?? new Map();
      parsers.set(parser, outcomes);
      outcomes.set(result.outcome, (outcomes.get(result.outcome) ?? 0) + 1);
      if (!result.fault) return null;
      const key = keyOf(parser, result.fault);
      const known = faults.get(key);
      if (known) known.times++;
      else faults.set(key, { parser, ...result.fault, number: result.end, times: 1 });
      return known ? null : result.end;
    },
    text: (seconds) => textOf({ parsers, faults, totals, seconds }),
  };
}

/** Faults of one kind that come from one place are one. */
function keyOf(parser, { what, text }) {
  const [message, ...frames] = text.split("\n");
  const frame = frames.find((line) => line.trim().startsWith("at ")) ?? "";
  const plain = what === "slow" || what === "memory" ? "" : message.replace(/\d+/g, "0").slice(0, 80);
  return [what === "slow" || what === "memory" || frame === "" ? parser : "", what, frame === "" ? plain : frame].join(
    "|",
  );
}

const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
const byCount = (counts) => [...counts].sort(([, a], [, b]) => b - a);
const inWords = (counts) =>
  byCount(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

function textOf({ parsers, faults, totals, seconds }) {
  const all = new Map();
  for (const outcomes of parsers.values()) {
    for (const [name, count] of outcomes) all.set(name, (all.get(name) ?? 0) + count);
  }
  const { slowest, inputs, bytes, base } = totals;
  const lines = [...faults.values()].map(
    ({ parser, what, text, number, times }) =>
      `fault: ${what} (${parser}, input ${number}, ${times} times)\n  ${text.replaceAll("\n", "\n  ")}`,
  );
  const width = Math.max(...[...parsers.keys()].map((name) => name.length), 8);
  for (const [name, outcomes] of [...parsers].sort()) lines.push(`${name.padEnd(width)}  ${inWords(outcomes)}`);
  lines.push(`${"all".padEnd(width)}  ${inWords(all)}`);
  lines.push(`slowest: input ${slowest.number ?? "–"}, ${slowest.seconds.toFixed(2)} s of CPU time`);
  lines.push(`memory: at most ${mebibytes(bytes)} above the ${mebibytes(base)} of a process that has read good files`);
  lines.push(`${inputs} inputs, ${Math.round(seconds)} s, ${faults.size} faults`);
  return lines.join("\n");
}
