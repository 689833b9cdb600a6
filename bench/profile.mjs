import { Session } from "node:inspector";
import { promisify } from "node:util";

/**
 * Where the time of `work` goes: V8's sampling profiler, self time by function.
 * @returns {Promise<{ name: string, share: number, ms: number }[]>} the most expensive first
 */
export async function profile(work) {
  const session = new Session();
  session.connect();
  const post = promisify(session.post.bind(session));
  await post("Profiler.enable");
  await post("Profiler.setSamplingInterval", { interval: 200 });
  await post("Profiler.start");
  await work();
  const { profile: recorded } = await post("Profiler.stop");
  session.disconnect();
  return selfTimes(recorded);
}

function selfTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map();
  samples.forEach((id, i) => {
    const name = names.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[i] / 1000);
  });
  const total = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  return [...times].map(([name, ms]) => ({ name, ms, share: ms / total })).sort((a, b) => b.ms - a.ms);
}

function nameOf({ functionName, url, lineNumber }) {
  const file = url.replace(/^.*\/(node_modules|dist)\//, "$1/").replace(/^file:.*\//, "");
  return `${functionName || "(anonymous)"}${file ? ` ${file}:${lineNumber + 1}` : ""}`;
}
