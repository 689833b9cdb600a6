import { sampler } from "./live-profile.mjs";

/** What live-trace.mjs reads of Chromium's trace. */
export const categories = [
  ...["toplevel", "blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"],
  ...["v8", "disabled-by-default-v8.gc", "disabled-by-default-v8.compile", "cppgc"],
];

/** Of a task's parts so many are told, those that took longest. */
const MOST_PARTS = 3;
const LEAST_PART_MS = 0.5;

/**
 * The tasks of a page's main thread between two `performance.mark`s, out of Chromium's trace, in ms: the longest by the
 * clock, by its processor time (which other work of the machine does not lengthen), and those that took over `limit` by
 * the clock, with what was in them.
 */
export function longestTasks(events, from, to, limit) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes("blink.user_timing"));
  const [begin, end] = [mark(from), mark(to)];
  if (!begin || !end) throw new Error(`The trace lacks the marks "${from}" and "${to}".`);
  const isOwn = ({ pid, tid, ts, dur }) =>
    dur !== undefined && pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts;
  const own = events.filter(isOwn).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = own.filter(({ name }) => name.endsWith("ControllerImpl::RunTask"));
  if (tasks.length === 0) throw new Error("The trace has no tasks of the main thread.");
  const most = (times) => Math.max(...times) / 1000;
  const over = tasks.filter(({ dur }) => dur / 1000 > limit);
  const functionsIn = sampler(events, begin);
  return {
    wall: most(tasks.map(({ dur }) => dur)),
    processor: most(tasks.map(({ tdur }) => tdur ?? 0)),
    over: over.map((task) => ({ ...timesOf(task), parts: partsOf(task, own), functions: functionsIn(task) })),
  };
}

function timesOf({ dur, tdur = 0 }) {
  return { wall: dur / 1000, processor: tdur / 1000 };
}

/** What was in a task, each without what is within it, the longest first. `own` are all events of the thread in order. */
function partsOf(task, own) {
  const parts = new Map();
  const open = [];
  const end = task.ts + task.dur;
  for (const event of own.filter(({ ts, dur }) => ts >= task.ts && ts + dur <= end)) {
    while (open.length > 0 && event.ts >= open[0].end) open.shift();
    const times = timesOf(event);
    const name = nameOf(event);
    addTimes(parts, name, times.wall, times.processor);
    if (open.length > 0) addTimes(parts, open[0].name, -times.wall, -times.processor);
    open.unshift({ name, end: event.ts + event.dur });
  }
  const sorted = [...parts].map(([name, times]) => ({ name, ...times })).sort((a, b) => b.wall - a.wall);
  return sorted.filter(({ wall }) => wall >= LEAST_PART_MS).slice(0, MOST_PARTS);
}

function addTimes(parts, name, wall, processor) {
  const before = parts.get(name) ?? { wall: 0, processor: 0 };
  parts.set(name, { wall: before.wall + wall, processor: before.processor + processor });
}

/** A task is known by what posted it. */
function nameOf({ name, args }) {
  return name.endsWith("RunTask") ? `task of ${args?.src_file?.split("/").at(-1) ?? "the browser"}` : name;
}
