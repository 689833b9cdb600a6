import { byId } from "./dom.ts";

/** The last so many frames and answers are looked at. */
const KEPT = 60;

export interface Pace {
  /** A drag begins, or goes on. */
  start(): void;
  /** Milliseconds from a change to its numbers. */
  answer(milliseconds: number): void;
  stop(): void;
  hide(): void;
}

/** Says how fast the page is while a corner is dragged: the times that 95 of 100 frames and answers stay within. */
export function createPace(): Pace {
  const line = byId("pace");
  line.title = `95 % of the last ${KEPT} took no longer`;
  const frames: number[] = [];
  const answers: number[] = [];
  let request = 0;
  const tick = (before: number) => {
    request = requestAnimationFrame((now) => {
      if (before > 0) keep(frames, now - before);
      tick(now);
    });
  };
  return {
    start() {
      if (request === 0) tick(0);
    },
    answer(milliseconds) {
      keep(answers, milliseconds);
      line.hidden = false;
      line.textContent = `Frame ${within(frames)} ms, answer ${within(answers)} ms`;
    },
    stop() {
      cancelAnimationFrame(request);
      request = 0;
    },
    hide() {
      line.hidden = true;
      frames.length = answers.length = 0;
    },
  };
}

function keep(times: number[], time: number): void {
  times.push(time);
  if (times.length > KEPT) times.shift();
}

function within(times: readonly number[]): string {
  if (times.length === 0) return "–";
  const sorted = [...times].sort((a, b) => a - b);
  return String(Math.max(1, Math.round(sorted[Math.ceil(0.95 * sorted.length) - 1])));
}
