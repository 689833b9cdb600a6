/**
 * The tasks of a page's main thread between two `performance.mark`s, out of Chromium's trace, in ms: the longest by the
 * clock, by its processor time (which other work of the machine does not lengthen), and how many took over `limit`.
 */
export function longestTasks(events, from, to, limit) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes("blink.user_timing"));
  const [begin, end] = [mark(from), mark(to)];
  if (!begin || !end) throw new Error(`The trace lacks the marks "${from}" and "${to}".`);
  const isOwn = ({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts;
  const tasks = events.filter((event) => event.name.endsWith("RunTask") && event.dur !== undefined && isOwn(event));
  if (tasks.length === 0) throw new Error("The trace has no tasks of the main thread.");
  const most = (times) => Math.max(...times) / 1000;
  return {
    wall: most(tasks.map(({ dur }) => dur)),
    processor: most(tasks.map(({ tdur }) => tdur ?? 0)),
    over: tasks.filter(({ dur }) => dur / 1000 > limit).length,
    of: tasks.length,
  };
}
