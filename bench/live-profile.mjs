/** V8's profiler, which takes a sample every 0.1 ms or so, and slows all that down. */
export const profiling = "disabled-by-default-v8.cpu_profiler";

/** Of a task so many functions are told. */
const MOST_FUNCTIONS = 3;

/** Tells of a task in which functions it was, by samples: `name < its caller`. Of a trace without samples, nothing. */
export function sampler(events, { pid, tid }) {
  const functions = new Map();
  const samples = [];
  for (const start of events.filter((event) => event.name === "Profile" && event.pid === pid && event.tid === tid)) {
    const chunks = events.filter(
      (event) => event.name === "ProfileChunk" && event.pid === pid && event.id === start.id,
    );
    let at = start.args.data.startTime;
    for (const { args } of chunks.sort((a, b) => a.ts - b.ts)) {
      const { cpuProfile = {}, timeDeltas = [] } = args.data;
      for (const node of cpuProfile.nodes ?? []) functions.set(node.id, node);
      (cpuProfile.samples ?? []).forEach((node, i) => {
        at += timeDeltas[i];
        samples.push({ at, node });
      });
    }
  }
  const nameOf = (node) => functions.get(node)?.callFrame.functionName || "(anonymous)";
  return ({ ts, dur }) => {
    const counts = new Map();
    for (const { at, node } of samples) {
      if (at < ts || at > ts + dur) continue;
      const name = `${nameOf(node)} < ${nameOf(functions.get(node)?.parent)}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    return sorted.slice(0, MOST_FUNCTIONS).map(([name, count]) => `${name} (${count} samples)`);
  };
}
